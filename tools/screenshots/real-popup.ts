import { join } from 'node:path'
import type { Tracker } from '../../tests/browser/harness/types.ts'
import { stateOf } from '../../tests/browser/states/catalogue.ts'
import { reach } from '../../tests/browser/states/stage.ts'

/**
 * Draws the popup as the toolbar's button opens it, with the browser's own storage and clock: proof of the size that
 * the other pictures have.
 *
 * @returns its size in CSS px
 */
export async function drawRealPopup(tracker: Tracker, folder: string): Promise<{ width: number; height: number }> {
  const state = stateOf('popup', 'open')
  await tracker.storage.set(state.seed(Date.now(), 'hero'))
  const popup = await tracker.openPopup()
  await reach(popup, state)
  await popup.screenshot({ path: join(folder, 'real-popup.png') as `${string}.png` })
  const size = await popup.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  await tracker.closePopup()
  return size
}
