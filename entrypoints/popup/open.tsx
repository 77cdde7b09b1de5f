import { render } from 'preact'
import { ReadOnly } from '../../components/changes.tsx'
import { type Loaded, load } from '../../utils/storage/load.ts'
import type { Stored } from '../../utils/storage/read-stored.ts'
import { watch } from '../../utils/storage/watch.ts'
import { later } from './later.ts'
import { Popup } from './popup.tsx'

/**
 * Draws the popup and keeps it up to date with the storage.
 *
 * @param early what is stored, asked for before this script ran
 * @returns takes it away again
 */
export function open(root: HTMLElement, early?: Promise<Stored>): () => void {
  let latest = 0
  let isRefused = false
  const onRefused = () => {
    isRefused = true
    draw()
  }
  const draw = async (stored?: Promise<Stored>) => {
    latest += 1
    const mine = latest
    const near = await load(stored)
    // This version shelves nothing of a newer one's record: what is near by now may lie on the shelf.
    const loaded = near.status === 'newer' || isRefused ? await whole(near) : near
    // Of several loads under way the last one asked for is the one that counts.
    if (mine !== latest) return
    render(
      <ReadOnly.Provider value={loaded.status === 'newer'}>
        <Popup loaded={loaded} reload={() => draw()} onRefused={onRefused} />
      </ReadOnly.Provider>,
      root,
    )
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

/** The whole record; where the second bundle cannot be had, what is near of it. */
async function whole(near: Loaded): Promise<Loaded> {
  try {
    const { loadWhole } = await later()
    return await loadWhole()
  } catch {
    return near
  }
}
