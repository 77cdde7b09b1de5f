/** What the browser tests share: clicks by the pages' own hooks, and records made by the real transitions. */

import type { Page } from 'puppeteer-core'
import { DEFENDER_OF_PEACE } from '../../utils/events/defender-of-peace.ts'
import { EMPTY_RECORD, type TrackerRecord } from '../../utils/record/record.ts'
import { putRun } from '../../utils/record/transitions.ts'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'

export const action = (name: string): string => `[data-action="${name}"]`

/** Clicks once the element is there. */
export async function click(page: Page, selector: string): Promise<void> {
  await waitFor(
    () =>
      page.evaluate((wanted) => {
        const element = document.querySelector<HTMLElement>(wanted)
        element?.click()
        return element !== null
      }, selector),
    { what: `${selector} to click` },
  )
}

/** Waits until the popup is in a state. */
export async function expectState(page: Page, state: string): Promise<void> {
  await waitFor(() => page.evaluate((wanted) => document.querySelector(`[data-state="${wanted}"]`) !== null, state), {
    what: `the popup's state ${state}`,
  })
}

/** Waits until the dial shows these points. */
export async function expectPoints(page: Page, points: number): Promise<void> {
  await waitFor(() => page.evaluate((wanted) => document.querySelector(`[data-points="${wanted}"]`) !== null, points), {
    what: `${points} points`,
  })
}

export async function expectBadge(tracker: Tracker, text: RegExp): Promise<void> {
  await waitFor(async () => text.test((await tracker.badge()).text), { what: `a badge like ${text}`, timeout: 30_000 })
}

/** Closes the popup and every page that a test opened. */
export async function closePages(tracker: Tracker): Promise<void> {
  await tracker.closePopup()
  for (const page of await tracker.browser.pages()) if (/\/(popup|options)\.html/.test(page.url())) await page.close()
}

/** A record with a run of Defender of Peace, told at `toldAt` (both epoch ms). */
export function recordWithRun(runId: string, startsAt: number, toldAt: number): TrackerRecord {
  const run = { eventId: DEFENDER_OF_PEACE.id, startsAt, startAssumed: false }
  return putRun(runId, run)(EMPTY_RECORD, { at: toldAt, by: 'test' })
}
