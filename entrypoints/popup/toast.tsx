import { useEffect, useState } from 'preact/hooks'
import { message } from '../../utils/i18n/messages.ts'

/** How long an offer to undo stays, in ms; longer while it is pointed at or focused. */
const STAYS = 8000

/** What was done, in words. */
export interface Told {
  readonly text: string
  /** Takes it back. Without it the text is for screen readers only: the page shows the change itself. */
  readonly undo?: (() => void) | undefined
}

/** Tells what was done. The live region itself is always there, else a screen reader misses its first words. */
export function Toast({ told, onGone }: { told: Told | undefined; onGone: () => void }) {
  const [held, setHeld] = useState(false)
  const undo = told?.undo
  useEffect(() => {
    if (!told || held) return
    const timer = setTimeout(onGone, STAYS)
    return () => clearTimeout(timer)
  }, [told, held])
  return (
    <div
      class={undo ? 'toast' : 'sr-only'}
      role="status"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      {told?.text}
      {undo && (
        <button
          type="button"
          class="button button-quiet"
          data-action="undo-run"
          onClick={() => {
            setHeld(false)
            onGone()
            undo()
          }}
        >
          {message('popup_undo')}
        </button>
      )}
    </div>
  )
}
