import { Field } from '../../../components/form/field.tsx'
import { message } from '../../../utils/i18n/messages.ts'
import { ALL, type Choices, type Filter } from './filters.ts'
import type { Names } from './words.ts'

export interface FilterFieldsProps {
  readonly choices: Choices
  readonly filter: Filter
  readonly names: Names
  readonly onChange: (filter: Filter) => void
}

/** Whose runs, and of which event; only where there is more than one to choose from. */
export function FilterFields({ choices, filter, names, onChange }: FilterFieldsProps) {
  const { commanders, events } = choices
  if (commanders.length < 2 && events.length < 2) return null
  return (
    <div class="field-row">
      {commanders.length < 2 ? null : (
        <Select
          name="history-commander"
          label={message('options_history_commander')}
          all={message('options_history_all_commanders')}
          options={commanders.map(({ id, archived }) => {
            const name = names.get(id) ?? ''
            return { value: id, label: archived ? message('options_history_archived', name) : name }
          })}
          value={filter.commander}
          onChange={(commander) => onChange({ ...filter, commander })}
        />
      )}
      {events.length < 2 ? null : (
        <Select
          name="history-event"
          label={message('options_history_event')}
          all={message('options_history_all_events')}
          options={events.map((event) => ({ value: event, label: event }))}
          value={filter.event}
          onChange={(event) => onChange({ ...filter, event })}
        />
      )}
    </div>
  )
}

interface SelectProps {
  readonly name: string
  readonly label: string
  /** What stands for no choice. */
  readonly all: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string
  readonly onChange: (value: string) => void
}

function Select({ name, label, all, options, value, onChange }: SelectProps) {
  return (
    <Field name={name} label={label}>
      {(input) => (
        <select {...input} class="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value={ALL}>{all}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
