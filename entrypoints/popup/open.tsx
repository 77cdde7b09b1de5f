import { render } from 'preact'
import { load } from '../../utils/storage/load.ts'
import { watch } from '../../utils/storage/watch.ts'
import { Popup } from './popup.tsx'

/**
 * Draws the popup and keeps it up to date with the storage.
 *
 * @returns takes it away again
 */
export function open(root: HTMLElement): () => void {
  let latest = 0
  const draw = async () => {
    latest += 1
    const mine = latest
    const loaded = await load()
    // Of several loads under way the last one asked for is the one that counts.
    if (mine === latest) render(<Popup loaded={loaded} reload={draw} />, root)
  }
  // Before the first load: a change in between must not be missed.
  const stop = watch(['record', 'delivery', 'setAside', 'labels'], draw)
  draw()
  return () => {
    stop()
    latest = Number.POSITIVE_INFINITY
    render(null, root)
  }
}
