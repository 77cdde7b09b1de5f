import { useEffect, useRef, useState } from 'preact/hooks'
import { Field } from '../../../components/form/field.tsx'
import { message } from '../../../utils/i18n/messages.ts'

export interface PasteFieldProps {
  /** Names it to tests. */
  readonly name: string
  readonly label: string
  /** What stands in it at first. */
  readonly initial: string
  /** Told of each letter. */
  readonly onInput: (text: string) => void
  /** @param isTyped somebody writes it by hand, letter by letter */
  readonly onText: (text: string, isTyped: boolean) => void
  /** What was read of it cannot be imported. */
  readonly isWrong: boolean
}

/** How long somebody who types may think before what is there is read, in ms. */
const TYPING_PAUSE = 900

/** A text area whose text is read as soon as it is there. */
export function PasteField({ name, label, initial, onInput, onText, isWrong }: PasteFieldProps) {
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [first] = useState(initial)
  const length = useRef(first.length)
  useEffect(() => () => clearTimeout(waiting.current), [])
  return (
    <Field name={name} label={label} hint={message('options_import_paste_hint')}>
      {(field) => (
        <textarea
          {...field}
          class="input import-text"
          rows={3}
          spellcheck={false}
          autocomplete="off"
          defaultValue={first}
          aria-invalid={isWrong ? 'true' : undefined}
          onInput={({ currentTarget: { value } }) => {
            onInput(value)
            clearTimeout(waiting.current)
            // Who takes something away is at the keyboard, however much it is.
            const isTyped = value.length - length.current <= 1
            length.current = value.length
            if (isTyped) waiting.current = setTimeout(() => onText(value, true), TYPING_PAUSE)
            else onText(value, false)
          }}
        />
      )}
    </Field>
  )
}
