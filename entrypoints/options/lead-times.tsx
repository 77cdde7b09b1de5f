import { useRef, useState } from 'preact/hooks'
import { Field, FieldError } from '../../components/form/field.tsx'
import { message } from '../../utils/i18n/messages.ts'
import { settingsOf } from '../../utils/record/read.ts'
import { setSetting, type Transition } from '../../utils/record/transitions.ts'
import { addLeadTime, type LeadProblem, readLead, withoutLeadTime } from './lead-time-entry.ts'
import { useSave } from './save.tsx'
import { leadTimeText } from './words.ts'

/** The times before the end of a day at which a reminder comes, the longest first. */
export function LeadTimes({ leadTimes }: { readonly leadTimes: readonly number[] }) {
  const save = useSave()
  const [hours, setHours] = useState('')
  const [minutes, setMinutes] = useState('')
  const [problem, setProblem] = useState<LeadProblem | undefined>(undefined)
  const hoursInput = useRef<HTMLInputElement>(null)

  const add = async () => {
    const entry = readLead(hours, minutes, leadTimes)
    setProblem(entry.ok ? undefined : entry.problem)
    if (!entry.ok || !(await save(change((list) => addLeadTime(list, entry.minutes))))) return
    setHours('')
    setMinutes('')
    hoursInput.current?.focus()
  }
  const remove = async (minutes: number) => {
    // The button that had the focus goes away with its row.
    if (await save(change((list) => withoutLeadTime(list, minutes)))) hoursInput.current?.focus()
  }
  const error = problem && leadErrorText(problem)
  return (
    <fieldset class="lead-times">
      <legend class="choice-legend">{message('options_leads')}</legend>
      {leadTimes.length === 0 ? <p class="note">{message('options_leads_none')}</p> : null}
      <ul class="chips">
        {leadTimes.map((lead) => (
          <li class="chip" key={lead}>
            <span>{message('options_lead', leadTimeText(lead))}</span>
            <button
              type="button"
              class="chip-remove"
              data-action="remove-lead"
              data-minutes={lead}
              aria-label={message('options_lead_remove', leadTimeText(lead))}
              onClick={() => remove(lead)}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="m4.5 4.5 7 7m0-7-7 7" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
      <form
        class="lead-add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <Field name="lead-hours" label={message('options_lead_hours')} class="is-number">
          {(field) => (
            <input
              {...field}
              ref={hoursInput}
              class="input"
              type="text"
              inputMode="numeric"
              autocomplete="off"
              aria-invalid={problem?.field === 'lead-hours' ? 'true' : undefined}
              value={hours}
              onInput={(event) => setHours(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field name="lead-minutes" label={message('options_lead_minutes')} class="is-number">
          {(field) => (
            <input
              {...field}
              class="input"
              type="text"
              inputMode="numeric"
              autocomplete="off"
              aria-invalid={problem?.field === 'lead-minutes' ? 'true' : undefined}
              value={minutes}
              onInput={(event) => setMinutes(event.currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" class="button" data-action="add-lead">
          {message('options_lead_add')}
        </button>
      </form>
      <FieldError name={problem?.field ?? 'lead-minutes'} error={error} />
    </fieldset>
  )
}

/** The list may have grown in another tab since it was drawn: it is changed as it stands when the lock is held. */
function change(edit: (list: readonly number[]) => readonly number[]): Transition {
  return (record, stamp) => setSetting('leadTimes', edit(settingsOf(record).leadTimes))(record, stamp)
}

function leadErrorText({ kind, text }: LeadProblem): string {
  switch (kind) {
    case 'not-whole':
      return message('options_lead_error_number', text)
    case 'empty':
      return message('options_lead_error_empty')
    case 'too-short':
      return message('options_lead_error_short')
    case 'too-long':
      return message('options_lead_error_long')
    case 'duplicate':
      return message('options_lead_error_duplicate', text)
    case 'too-many':
      return message('options_lead_error_many', text)
  }
}
