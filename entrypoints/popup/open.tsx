import { render } from 'preact'
import { load } from '../../utils/storage/load.ts'
import type { Stored } from '../../utils/storage/read-stored.ts'
import { watch } from '../../utils/storage/watch.ts'
import { Popup } from './popup.tsx'

/**
 * Draws the popup and keeps it up to date with the storage.
 *
 * @param early what is stored, asked for before this script ran
 * @returns takes it away again
 */
export function open(root: HTMLElement, early?: Promise<Stored>): () => void {
  let latest = 0
  const draw = async (stored?: Promise<Stored>) => {
    latest += 1
    const mine = latest
    const loaded = await load(stored)
    // Of several loads under way the last one asked for is the one that counts.
    if (mine === latest) render(<Popup loaded={loaded} reload={() => draw()} />, root)
  }
  // Before the first load: a change in between must not be missed.
  const stop = watch(['record', 'delivery', 'setAside', 'labels'], () => draw())
  // What changed between the early question and the watch would be missed: asked again, after the first paint.
  draw(early).then(() => early && draw())
  return () => {
    stop()
    latest = Number.POSITIVE_INFINITY
    render(null, root)
  }
}
