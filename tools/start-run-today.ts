import type { Tracker } from '../tests/browser/harness/types.ts'
import { waitFor } from '../tests/browser/harness/wait-for.ts'

/** The button of the popup's first use. */
const START_TODAY = '[data-action="start-today"]'

/**
 * Starts a run of Defender of Peace that began today, as a commander does: by a click in the popup. Does nothing when
 * the tracker has one already (the profile of `npm start` is kept), which shows in that the button is not there.
 *
 * @returns Whether a run was started.
 */
export async function startRunToday(tracker: Tracker): Promise<boolean> {
  const popup = await tracker.openPopup()
  await waitFor(() => popup.evaluate(() => document.body.textContent.trim() !== ''), { what: 'the popup to be drawn' })
  const button = await popup.$(START_TODAY)
  if (button) {
    await button.click()
    await waitFor(async () => (await tracker.badge()).text !== '', { what: 'the badge to show the day' })
  }
  await tracker.closePopup()
  return button !== null
}
