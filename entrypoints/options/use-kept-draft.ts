import { useState } from 'preact/hooks'
import { type DraftPlace, forgetDraft, keepDraft, loadDraft } from '../../utils/storage/drafts.ts'

export interface KeptDraft<T> {
  /** What was typed when the page was open before; undefined: nothing, or it is submitted, discarded or taken back. */
  readonly restored: T | undefined
  /** To be called with all that is typed; undefined where nothing is left of it. */
  readonly keep: (value: T | undefined) => void
  /**
   * What would be there again if the page were closed now. It need not be what was typed last: that may be too long to be
   * kept, and another page with the same form may have submitted, discarded or changed it.
   */
  readonly held: () => T | undefined
}

/** Keeps what is typed into a form until it is submitted, and brings it back to a page that was closed before. */
export function useKeptDraft<T>(place: DraftPlace<T>): KeptDraft<T> {
  const [restored, setRestored] = useState(() => loadDraft(place, Date.now()))
  return {
    restored,
    keep: (value) => {
      if (value !== undefined) return keepDraft(place, value, Date.now())
      forgetDraft(place)
      setRestored(undefined)
    },
    held: () => loadDraft(place, Date.now()),
  }
}
