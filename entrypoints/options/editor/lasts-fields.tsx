import { Switch } from '../../../components/form/switch.tsx'
import { message } from '../../../utils/i18n/messages.ts'
import { type EventDraft, lengthDraft } from '../../../utils/packs/draft.ts'
import { EntryRow } from './entry-row.tsx'
import { useForm } from './form-context.ts'
import { lengthEntries } from './length-entries.ts'

const NO_LENGTH = { days: '', hours: '', minutes: '' }

/** How long the event lasts: worked out from the windows, typed, or not known. */
export function LastsFields() {
  const { draft, reading, change, focusAfter } = useForm()
  const set = (lasts: EventDraft['lasts']) => change((before) => ({ ...before, lasts }))
  const { lasts } = draft
  const isTyped = typeof lasts === 'object'
  const computed = reading.event.lasts === undefined ? NO_LENGTH : lengthDraft(reading.event.lasts)
  return (
    <fieldset class="editor-group">
      <legend class="editor-group-title">{message('options_editor_lasts')}</legend>
      {lasts === 'unknown' ? null : (
        <EntryRow
          entries={lengthEntries('event-lasts', isTyped ? lasts : computed, set)}
          hint={isTyped ? undefined : hintOf(reading.event.lasts)}
        />
      )}
      <div class="editor-line">
        <Switch
          tick
          name="event-endless"
          label={message('options_editor_endless')}
          checked={lasts === 'unknown'}
          onChange={(endless) => set(endless ? 'unknown' : 'windows')}
        />
        {isTyped ? (
          <button
            type="button"
            class="button is-quiet"
            data-action="compute-lasts"
            onClick={() => {
              set('windows')
              focusAfter('[data-field="event-lasts-days"]')
            }}
          >
            {message('options_editor_lasts_compute')}
          </button>
        ) : null}
      </div>
    </fieldset>
  )
}

function hintOf(computed: number | undefined): string {
  return computed === undefined ? message('options_editor_lasts_open') : message('options_editor_lasts_hint')
}
