import type { Page } from 'puppeteer-core'
import type { Tracker } from '../tests/browser/harness/types.ts'
import { waitFor } from '../tests/browser/harness/wait-for.ts'

/** The popup's states in which no run is tracked. */
const WITHOUT_RUN = ['first-use', 'ended']

/**
 * Starts a run of Defender of Peace that began today, as a commander does: by clicks in the popup. Does nothing when
 * one is on or to come already (the profile of `npm start` is kept).
 *
 * @returns Whether a run was started.
 */
export async function startRunToday(tracker: Tracker): Promise<boolean> {
  const popup = await tracker.openPopup()
  const state = await waitFor(() => popup.evaluate(() => document.querySelector<HTMLElement>('main')?.dataset.state), {
    what: 'the popup to be drawn',
  })
  const isFree = WITHOUT_RUN.includes(state)
  if (isFree) {
    if (state === 'ended') await click(popup, 'track-again')
    await click(popup, 'start-today')
    await waitFor(async () => (await tracker.badge()).text !== '', { what: 'the badge to show the day' })
  }
  await tracker.closePopup()
  return isFree
}

async function click(popup: Page, action: string): Promise<void> {
  const selector = `[data-action="${action}"]`
  await popup.waitForSelector(selector)
  await popup.click(selector)
}
