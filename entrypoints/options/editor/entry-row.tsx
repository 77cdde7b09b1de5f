import { useId } from 'preact/hooks'
import { Field, FieldError } from '../../../components/form/field.tsx'
import { useErrors } from './use-errors.ts'

interface RowEntry {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly onInput: (text: string) => void
  readonly onBlur?: () => void
  /** Takes letters, not only digits. */
  readonly letters?: boolean
}

export interface EntryRowProps {
  readonly entries: readonly RowEntry[]
  readonly hint?: string | undefined
}

/** Short inputs side by side. What is wrong with them stands below the row: there is no room for it beside the others. */
export function EntryRow({ entries, hint }: EntryRowProps) {
  const id = useId()
  const { errorAt, onLeave } = useErrors()
  const errorId = (index: number) => `${id}-error-${index}`
  return (
    <div class="entry-row">
      <div class="entry-row-inputs">
        {entries.map(({ name, label, value, letters, ...entry }, index) => {
          const isWrong = errorAt(name) !== undefined
          const described = [hint ? `${id}-hint` : '', isWrong ? errorId(index) : ''].filter(Boolean).join(' ')
          return (
            <Field key={label} name={name} label={label}>
              {(field) => (
                <input
                  {...field}
                  class="input"
                  type="text"
                  autocomplete="off"
                  spellcheck={false}
                  inputMode={letters ? 'text' : 'numeric'}
                  aria-invalid={isWrong ? 'true' : undefined}
                  aria-describedby={described || undefined}
                  value={value}
                  onInput={(event) => entry.onInput(event.currentTarget.value)}
                  onBlur={(event) => {
                    onLeave(name, event)
                    entry.onBlur?.()
                  }}
                />
              )}
            </Field>
          )
        })}
      </div>
      {hint ? (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {entries.map(({ name, label }, index) => (
        <FieldError key={label} name={name} id={errorId(index)} error={errorAt(name)} />
      ))}
    </div>
  )
}
