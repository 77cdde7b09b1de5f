import type { ComponentChildren } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'
import { Chevron } from '../../../components/icons.tsx'

export interface MoreProps {
  /** Names the button to tests. */
  readonly action: string
  /** What the button says while it is closed, and while it is open. */
  readonly texts: readonly [closed: string, open: string]
  /** The same for those who do not see where the button stands, beginning with what it says; absent: no more is needed. */
  readonly names?: readonly [closed: string, open: string]
  /** Something inside is wrong: it must be seen. */
  readonly wrong: boolean
  readonly children: () => ComponentChildren
}

/** What most events do not need, behind a button. */
export function More({ action, texts, names, wrong, children }: MoreProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  // Once a mistake has opened it, mending that must not close it: somebody is typing in it.
  useEffect(() => {
    if (wrong) setOpen(true)
  }, [wrong])
  const isShown = isOpen || wrong
  return (
    <div class="editor-more">
      <button
        type="button"
        class="more-button"
        data-action={action}
        aria-expanded={isShown}
        aria-controls={id}
        aria-label={names?.[Number(isShown)]}
        onClick={() => setOpen(!isShown)}
      >
        <Chevron />
        {texts[Number(isShown)]}
      </button>
      <div class="more-content" id={id} hidden={!isShown}>
        {isShown ? children() : null}
      </div>
    </div>
  )
}
