/** A browser that was closed while something came due: after its start all is as if it had been open, said once. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { deliveredIds, expectHourlyAlarm, expectWake, settled, stopAndWake } from './background.ts'
import { type KeptProfile, keptProfile } from './harness/kept-profile.ts'
import { waitFor } from './harness/wait-for.ts'
import { expectBadge, recordWithRun } from './support.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND
const DAY = 24 * HOUR

interface Cause {
  what: string
  /** With something that comes due at an instant (epoch ms). */
  record(dueAt: number): TrackerRecord
  noticeId(dueAt: number): string
  badge: RegExp
}

const CAUSES: Cause[] = [
  {
    what: 'a day that opened',
    record: (dueAt) => recordWithRun('run', dueAt - DAY, Date.now()),
    noticeId: (dueAt) => `run/enlisting-old-allies/start/${dueAt}`,
    badge: /^EOA$/,
  },
  {
    what: 'a lead time that came',
    record: (dueAt) => recordWithRun('run', dueAt + 6 * HOUR - DAY, Date.now()),
    noticeId: (dueAt) => `run/unraveling-anomalies/lead/${dueAt}`,
    badge: /^UA$/,
  },
]

describe.each(BROWSERS)('%s', (browserName) => {
  let profile: KeptProfile
  beforeEach(async () => {
    profile = await keptProfile(browserName)
  })
  afterEach(() => profile.discard())

  it.each(CAUSES)('brings back alarm and badge, and tells once of $what', async ({ record, noticeId, badge }) => {
    const dueAt = await closeBeforeDue(profile, record)
    await waitFor(() => Date.now() > dueAt, { what: 'what comes due while it is closed', timeout: 120 * SECOND })

    const startedAt = Date.now()
    const tracker = await profile.start()
    const id = noticeId(dueAt)
    await waitFor(async () => id in (await tracker.notifications()), { what: 'the missed reminder' })
    await settled(tracker)
    expect(Object.keys(await tracker.notifications())).toEqual([id])
    expect(await deliveredIds(tracker)).toEqual([id])
    await expectBadge(tracker, badge)
    await expectHourlyAlarm(tracker, startedAt)

    await tracker.evaluate((shown) => chrome.notifications.clear(shown), id)
    await stopAndWake(tracker)
    expect(await tracker.notifications()).toEqual({})
    expect(await deliveredIds(tracker)).toEqual([id])
    expect(await tracker.consoleErrors()).toEqual([])
  })

  it('brings back alarm and badge where nothing came due', async () => {
    const before = await profile.start()
    const now = Date.now()
    await before.storage.set({ record: recordWithRun('run', now - HOUR, now) })
    await expectBadge(before, /^UA$/)
    await settled(before)
    // Firefox loses alarms with each end (https://bugzilla.mozilla.org/show_bug.cgi?id=1995451), older Chromium with some.
    await before.evaluate(() => chrome.alarms.clearAll())
    await before.close()

    const startedAt = Date.now()
    const tracker = await profile.start()
    await expectBadge(tracker, /^UA$/)
    await settled(tracker)
    await expectHourlyAlarm(tracker, startedAt)
    await expectWake(tracker, 'startup')
    expect(await tracker.notifications()).toEqual({})
    expect(await tracker.consoleErrors()).toEqual([])
  })
})

/**
 * Starts the browser, stores what comes due soon and closes it before that.
 *
 * @returns when it comes due, epoch ms
 */
async function closeBeforeDue(profile: KeptProfile, record: Cause['record']): Promise<number> {
  // A slow machine takes as long as it needs.
  for (let ahead = 6 * SECOND; ; ahead *= 2) {
    const tracker = await profile.start()
    const dueAt = Date.now() + ahead
    await tracker.storage.clear()
    await tracker.storage.set({ record: record(dueAt) })
    await expectBadge(tracker, /^UA$/)
    await settled(tracker)
    await tracker.close()
    if (Date.now() < dueAt) return dueAt
  }
}
