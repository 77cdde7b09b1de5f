import { useEffect, useId, useRef } from 'preact/hooks'
import { Changes } from '../../components/changes.tsx'
import { message } from '../../utils/i18n/messages.ts'

export interface UndoBarProps {
  /** What was done. */
  readonly text: string
  /** Takes the focus, where the button that had it is gone. */
  readonly focused: boolean
  readonly onUndo: () => void
}

/** What was just done, and the way back. */
export function UndoBar({ text, focused, onUndo }: UndoBarProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (focused) button.current?.focus()
  }, [focused])
  return (
    <div class="undo-bar">
      <p role="status" id={id}>
        {text}
      </p>
      <Changes>
        <button ref={button} type="button" class="button" data-action="undo-run" aria-describedby={id} onClick={onUndo}>
          {message('options_undo')}
        </button>
      </Changes>
    </div>
  )
}
