/** What tests of the background share: wake it, and know that it has finished. */

import { expect } from 'vitest'
import type { Wake, WakeCause } from '../../utils/storage/wakes.ts'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'

const HOUR = 3_600_000

/** Waits until the background has finished what it is doing: it holds this lock while it works. */
export async function settled(tracker: Tracker): Promise<void> {
  await tracker.evaluate(() => navigator.locks.request('reconcile', () => undefined))
}

/** The ids of what was notified. */
export async function deliveredIds(tracker: Tracker): Promise<string[]> {
  const { delivery } = (await tracker.storage.get()) as { delivery?: { delivered: Record<string, number> } }
  return Object.keys(delivery?.delivered ?? {})
}

/** Waits until a wake for this cause is written down: the browser told the background of it. */
export async function expectWake(tracker: Tracker, cause: WakeCause): Promise<void> {
  const isWritten = async () => {
    const { wakes = [] } = (await tracker.storage.get()) as { wakes?: readonly Wake[] }
    return wakes.some(({ causes }) => causes.includes(cause))
  }
  await waitFor(isWritten, { what: `a wake that was ${cause}`, timeout: 30_000 })
}

/** Stops the background, wakes it by its own alarm and waits until it has done its work and set the alarm anew. */
export async function stopAndWake(tracker: Tracker): Promise<void> {
  await settled(tracker)
  await tracker.stopBackground()
  const wokenAt = await tracker.evaluate(async () => {
    const when = Date.now()
    await chrome.alarms.create('wake', { when })
    return when
  })
  await waitFor(async () => (await tracker.alarms()).some(({ scheduledTime }) => scheduledTime > wokenAt), {
    what: 'the background to set its alarm anew',
  })
  await settled(tracker)
}

/**
 * Expects the one alarm at the next full hour: while a run is on the background sleeps no longer, and here nothing comes
 * before.
 *
 * @param since epoch ms; the background's last work began then or later
 * @param now what the browser's clock shows, where that is another than ours
 */
export async function expectHourlyAlarm(tracker: Tracker, since: number, now = Date.now): Promise<void> {
  const alarms = await tracker.alarms()
  const possible = [since, now()].map((at) => (Math.floor(at / HOUR) + 1) * HOUR)
  expect(alarms).toEqual([expect.objectContaining({ name: 'wake', scheduledTime: expect.any(Number) })])
  expect(possible).toContain(alarms[0]?.scheduledTime)
}
