import { useEffect, useState } from 'preact/hooks'
import { message } from '../utils/i18n/messages.ts'
import { NOTE_LENGTH } from '../utils/record/record.ts'

interface NoteFieldProps {
  /** What the note is on. */
  name: string
  note: string
  rows: number
  /** What to write, while nothing is written. */
  hint?: string | undefined
  /** Called with each change: a popup may close at any moment. */
  onNote: (text: string) => void
}

/** The commander's own words. What is being typed is not overwritten by what comes back from the storage. */
export function NoteField({ name, note, rows, hint, onNote }: NoteFieldProps) {
  const [draft, setDraft] = useState<string>()
  // Once it is stored, what is stored holds again, also when another page changes it.
  useEffect(() => {
    // The effect comes after the paint: what was typed in between stays.
    if (draft === note) setDraft((typed) => (typed === note ? undefined : typed))
  }, [draft, note])
  return (
    <textarea
      class="note"
      rows={rows}
      maxLength={NOTE_LENGTH}
      aria-label={message('popup_note_of', name)}
      placeholder={hint ?? message('popup_note')}
      value={draft ?? note}
      onInput={({ currentTarget: { value } }) => {
        setDraft(value)
        onNote(value)
      }}
    />
  )
}
