import { useId } from 'preact/hooks'
import { message } from '../../../utils/i18n/messages.ts'
import { MOST_COMMANDERS } from './changes.ts'

export interface AddCommanderProps {
  /** There are as many as may be. */
  readonly isFull: boolean
  readonly onAdd: () => void
}

export function AddCommander({ isFull, onAdd }: AddCommanderProps) {
  const noteId = useId()
  return (
    <div class="commander-add">
      <button
        type="button"
        class="button"
        data-action="add-commander"
        aria-disabled={isFull ? 'true' : undefined}
        aria-describedby={isFull ? noteId : undefined}
        // The second click of a double click would add a second one.
        onClick={({ detail }) => !isFull && detail < 2 && onAdd()}
      >
        {message('options_commander_add')}
      </button>
      {isFull ? (
        <p class="note" id={noteId} data-error="add-commander">
          {message('options_commander_full', MOST_COMMANDERS)}
        </p>
      ) : null}
    </div>
  )
}
