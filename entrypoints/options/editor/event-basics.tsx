import { message } from '../../../utils/i18n/messages.ts'
import { isDayByDay, withDays } from '../../../utils/packs/draft-edit.ts'
import { Entry } from './entry.tsx'
import { useForm } from './form-context.ts'

/** What every event has: a name, and how many days it takes. */
export function EventBasics() {
  const { draft, change, newKey, problemAt, focusAfter } = useForm()
  const takeDays = () => {
    if (!problemAt('event-days')) change((before) => ({ ...before, days: undefined }))
  }
  return (
    <>
      <Entry
        name="event-name"
        label={message('options_editor_name')}
        hint={message('options_editor_name_hint')}
        value={draft.name}
        onInput={(name) => change((before) => ({ ...before, name }))}
      />
      {isDayByDay(draft) || draft.days !== undefined ? (
        <Entry
          name="event-days"
          class="is-short"
          label={message('options_editor_days')}
          hint={message('options_editor_days_hint')}
          numeric
          value={draft.days ?? (draft.related.length === 0 ? '' : String(draft.related.length))}
          onInput={(days) => change((before) => withDays(before, days, newKey))}
          onBlur={takeDays}
          onEnter={() => {
            // The rows that it made are there to be filled in: Enter goes on, it does not save.
            takeDays()
            focusAfter('[data-field="related-0-name"]')
          }}
        />
      ) : null}
    </>
  )
}
