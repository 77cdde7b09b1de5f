import type { ComponentChildren } from 'preact'
import { Field } from '../../../components/form/field.tsx'
import { useErrors } from './use-errors.ts'

export interface EntryProps {
  /** Names the input to tests, and finds its problem. */
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  readonly value: string
  readonly onInput: (text: string) => void
  readonly onBlur?: () => void
  readonly onEnter?: () => void
  readonly numeric?: boolean
  /** Lines to write on; absent: a single one. */
  readonly rows?: number
  readonly class?: string
}

/** A text that is typed, with what is wrong with it right below. */
export function Entry({ name, label, hint, value, rows, class: extra, ...entry }: EntryProps) {
  const { errorAt, onLeave } = useErrors()
  const onBlur = (event: FocusEvent) => {
    onLeave(name, event)
    entry.onBlur?.()
  }
  return (
    <Field name={name} label={label} hint={hint} error={errorAt(name)} {...(extra ? { class: extra } : {})}>
      {(field) =>
        rows === undefined ? (
          <input
            {...field}
            class="input"
            type="text"
            autocomplete="off"
            spellcheck={false}
            inputMode={entry.numeric ? 'numeric' : 'text'}
            value={value}
            onInput={(event) => entry.onInput(event.currentTarget.value)}
            onBlur={onBlur}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !entry.onEnter) return
              event.preventDefault()
              entry.onEnter()
            }}
          />
        ) : (
          <textarea
            {...field}
            class="input editor-lines"
            rows={rows}
            value={value}
            onInput={(event) => entry.onInput(event.currentTarget.value)}
            onBlur={onBlur}
          />
        )
      }
    </Field>
  )
}
