import type { ComponentChildren } from 'preact'
import { type Reading, useDraft } from './draft.ts'
import { Field } from './field.tsx'

export interface TextFieldProps<T> {
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  readonly stored: string
  readonly read: (text: string) => Reading<T>
  /** Resolves to false where the value could not be stored. */
  readonly onSave: (value: T) => Promise<boolean>
  /** As in `useDraft`. */
  readonly isHalf?: (value: T) => boolean
  readonly numeric?: boolean
  readonly class?: string
}

/** A line of text that is stored while it is typed, as long as it can be taken. */
export function TextField<T>({ stored, read, onSave, isHalf, numeric, ...field }: TextFieldProps<T>) {
  const draft = useDraft(stored, read, onSave, isHalf)
  return (
    <Field {...field} error={draft.error}>
      {(input) => (
        <input
          {...input}
          class="input"
          type="text"
          autocomplete="off"
          spellcheck={false}
          inputMode={numeric ? 'numeric' : 'text'}
          value={draft.text}
          onInput={(event) => draft.onInput(event.currentTarget.value)}
          onBlur={draft.onBlur}
        />
      )}
    </Field>
  )
}
