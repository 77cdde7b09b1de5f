import { useRef, useState } from 'preact/hooks'
import { IMPORT_PLACE } from '../../../utils/storage/draft-places.ts'
import { useKeptDraft } from '../use-kept-draft.ts'

/** The text that was pasted or typed, and what of it was ticked: kept until it is imported or given up. */
export interface Pasted {
  /** What was there when the page was closed before; undefined: nothing, or it is done with. */
  readonly restored: string | undefined
  /** Of the restored text; undefined: nothing was ticked or unticked. */
  readonly ticked: readonly string[] | undefined
  readonly onText: (text: string) => void
  /** @param ids of all that is ticked */
  readonly onTicked: (ids: readonly string[]) => void
  /** Something else is read now: its ticks are not those of the text. */
  readonly leave: () => void
  readonly forget: () => void
  /** Another number each time that it was given up: what stands in the field goes with it. */
  readonly number: number
}

export function usePasted(): Pasted {
  const kept = useKeptDraft(IMPORT_PLACE)
  const [number, setNumber] = useState(0)
  const text = useRef(kept.restored?.text)
  return {
    restored: kept.restored?.text,
    ticked: kept.restored?.ticked,
    onText: (next) => {
      text.current = next
      kept.keep(next.trim() === '' ? undefined : { text: next })
    },
    onTicked: (ticked) => {
      if (text.current !== undefined) kept.keep({ text: text.current, ticked })
    },
    leave: () => {
      text.current = undefined
    },
    forget: () => {
      text.current = undefined
      kept.keep(undefined)
      setNumber((before) => before + 1)
    },
    number,
  }
}
