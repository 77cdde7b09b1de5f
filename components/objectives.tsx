import { message } from '../utils/i18n/messages.ts'
import type { Day } from '../utils/plan/run-view.ts'
import { NoteField } from './note-field.tsx'

interface ObjectivesProps {
  day: Day
  /** Where it is given, an undocumented day has the field for the note right here. */
  onNote?: ((text: string) => void) | undefined
}

/** What to do on a day; of several ways any one is enough. An unknown one is called unknown. */
export function Objectives({ day, onNote }: ObjectivesProps) {
  const { objectives = [], name } = day.window.relatedEvent
  if (objectives.length === 0) {
    return (
      <div class="objectives">
        <p>{message('popup_undocumented')}</p>
        {onNote && (
          <NoteField name={name} note={day.note} rows={1} hint={message('popup_write_down')} onNote={onNote} />
        )}
      </div>
    )
  }
  if (objectives.length === 1) return <p class="objectives">{objectives[0]}</p>
  return (
    <div class="objectives">
      <p class="objectives-lead">{message('popup_any_one')}</p>
      <ul>
        {objectives.map((objective) => (
          <li key={objective}>{objective}</li>
        ))}
      </ul>
    </div>
  )
}
