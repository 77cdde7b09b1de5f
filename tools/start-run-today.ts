import type { Page } from 'puppeteer-core'
import type { Tracker } from '../tests/browser/harness/types.ts'
import { waitFor } from '../tests/browser/harness/wait-for.ts'
import { DEFENDER_OF_PEACE } from '../utils/events/defender-of-peace.ts'
import { proposedStarts } from '../utils/schedule/start.ts'
import { dateInputValue } from '../utils/time/wall-time.ts'

/** The popup's states in which no run is tracked. */
const WITHOUT_RUN = ['first-use', 'ended']

/**
 * Starts a run of Defender of Peace that began today, as a commander does: by clicks in the popup. At the assumed hour
 * where that has come today, else at midnight. Does nothing when
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
    await start(popup)
    await waitFor(async () => (await tracker.badge()).text !== '', { what: 'the badge to show the day' })
  }
  await tracker.closePopup()
  return isFree
}

async function start(popup: Page): Promise<void> {
  const now = new Date()
  const { latest } = proposedStarts(DEFENDER_OF_PEACE, now.getTime())
  if (new Date(latest).toDateString() === now.toDateString()) return click(popup, 'start-today')
  await click(popup, 'pick-start')
  const { year, month, day } = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }
  await enter(popup, 'start-date', dateInputValue({ year, month, day }))
  await enter(popup, 'start-time', '00:00')
  await click(popup, 'confirm-start')
}

/** As typing does, whatever the order of day and month on this host. */
async function enter(popup: Page, field: string, value: string): Promise<void> {
  const input = await popup.waitForSelector(`[data-field="${field}"]`)
  await input?.evaluate((element, text) => {
    if (!(element instanceof HTMLInputElement)) return
    element.value = text
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }, value)
}

async function click(popup: Page, action: string): Promise<void> {
  const selector = `[data-action="${action}"]`
  await popup.waitForSelector(selector)
  await popup.click(selector)
}
