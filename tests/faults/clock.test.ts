/**
 * The wall clock is put forward or back while Chromium runs: what is shown follows it at the next wake.
 *
 * Chromium arms one timer for the alarm that comes first, by what the clock shows then, and it runs on real time. Put
 * forward, an alarm comes after its real delay, so after an hour at most. Put back, no alarm comes at all, however it is
 * created, until the clock shows again what it showed when the last one came; only a change or a page wakes before.
 * https://source.chromium.org/chromium/chromium/src/+/main:extensions/browser/api/alarms/alarm_manager.cc
 */

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { setSetting } from '../../utils/record/transitions.ts'
import type { Wake } from '../../utils/storage/wakes.ts'
import { deliveredIds, expectHourlyAlarm, settled, stopAndWake } from '../browser/background.ts'
import { type FakeClock, fakeClock } from '../browser/harness/fake-clock.ts'
import { launchTracker } from '../browser/harness/launch.ts'
import type { Tracker } from '../browser/harness/types.ts'
import { waitFor } from '../browser/harness/wait-for.ts'
import { action, click, expectBadge, expectState, recordWithRun } from '../browser/support.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

let clock: FakeClock
let tracker: Tracker
beforeEach(async () => {
  clock = await fakeClock()
  tracker = await launchTracker('chromium', clock.options)
})
afterEach(async () => {
  await tracker?.close()
  await clock.discard()
})

describe('three hours back', () => {
  it('is right again with the first change of what is stored', async () => {
    const { opensAt, record } = await openSecondDay()
    await clock.move(-3 * HOUR)
    const movedAt = clock.now()
    await tracker.storage.set({ record: touched(record) })
    await expectBadge(tracker, /^UA$/)
    await settled(tracker)
    // The first day is open again for three hours, and its 6 hours before the end have come.
    expect(await shownIds()).toEqual([`run/unraveling-anomalies/lead/${opensAt - 6 * HOUR}`])
    await expectHourlyAlarm(tracker, movedAt, clock.now)
    expect(await tracker.consoleErrors()).toEqual([])
  })

  it('is right in the popup at once, and elsewhere as soon as it was opened', async () => {
    const { opensAt } = await openSecondDay()
    await clock.move(-3 * HOUR)
    const movedAt = clock.now()
    const popup = await tracker.openPopup()
    await expectState(popup, 'open')
    expect(await popup.$eval('.card-today', (card) => card.textContent)).toContain('Unraveling Anomalies')
    await expectBadge(tracker, /^UA$/)
    await settled(tracker)
    expect(await shownIds()).toEqual([`run/unraveling-anomalies/lead/${opensAt - 6 * HOUR}`])
    await expectHourlyAlarm(tracker, movedAt, clock.now)
    await click(popup, action('mark'))
    await expectBadge(tracker, /^✓$/)
    await settled(tracker)
    expect(await shownIds()).toEqual([])
    expect(await tracker.consoleErrors()).toEqual([])
  })

  it('is right elsewhere as soon as the options were opened', async () => {
    const { opensAt } = await openSecondDay()
    await clock.move(-3 * HOUR)
    const movedAt = clock.now()
    await tracker.openPage('options.html')
    await expectBadge(tracker, /^UA$/)
    await settled(tracker)
    expect(await shownIds()).toEqual([`run/unraveling-anomalies/lead/${opensAt - 6 * HOUR}`])
    await expectHourlyAlarm(tracker, movedAt, clock.now)
    expect(await tracker.consoleErrors()).toEqual([])
  })
})

describe('an hour forward', () => {
  it.each([
    ['its own alarm, after the real delay', async () => undefined],
    ['a change of what is stored', (record: TrackerRecord) => tracker.storage.set({ record: touched(record) })],
  ])('tells once what came due, with %s', async (_, wake) => {
    const { opensAt, record } = await moveForwardBeforeAlarm()
    await wake(record)
    const id = `run/enlisting-old-allies/start/${opensAt}`
    await waitFor(async () => id in (await tracker.notifications()), { what: 'the reminder', timeout: 5 * MINUTE })
    await settled(tracker)
    expect(await shownIds()).toEqual([id])
    expect(await deliveredIds(tracker)).toEqual([id])
    await expectBadge(tracker, /^EOA$/)
    await expectHourlyAlarm(tracker, opensAt + 29 * MINUTE, clock.now)

    await tracker.evaluate((shown) => chrome.notifications.clear(shown), id)
    await stopAndWake(tracker)
    expect(await shownIds()).toEqual([])
    expect(await deliveredIds(tracker)).toEqual([id])
    expect(await tracker.consoleErrors()).toEqual([])
  })
})

describe('forward while the alarm waits', () => {
  it.each([
    ['living', async () => undefined],
    ['stopped', () => tracker.stopBackground()],
  ])('tells on time by the new clock, once a %s background was woken', async (_, interrupt) => {
    const { opensAt, id } = await moveCloseToAlarm(interrupt)
    // An alarm that was left as it was would come after its real delay, minutes later.
    await waitFor(async () => id in (await tracker.notifications()), { what: 'the reminder', timeout: 6 * MINUTE })
    expect(clock.now()).toBeGreaterThanOrEqual(opensAt)
    await settled(tracker)
    expect(await deliveredIds(tracker)).toEqual([id])
    await expectBadge(tracker, /^EOA$/)
    expect(await tracker.consoleErrors()).toEqual([])
  })
})

describe('a minute forward and back again', () => {
  it('tells at its true time what was told too early', async () => {
    const { opensAt, id } = await tellTooEarly()
    await waitFor(async () => id in (await tracker.notifications()), { what: 'the reminder', timeout: 5 * MINUTE })
    expect(clock.now()).toBeGreaterThanOrEqual(opensAt)
    await settled(tracker)
    expect(await deliveredIds(tracker)).toEqual([id])
    await expectBadge(tracker, /^EOA$/)
    expect(await tracker.consoleErrors()).toEqual([])
  })
})

/**
 * While the clock is a minute ahead the reminder of the second day is shown; then the clock is set right, and a change
 * lets the background see it before that day opens.
 *
 * @returns when it opens, epoch ms, and the id of its reminder
 */
async function tellTooEarly(): Promise<{ opensAt: number; id: string }> {
  // Less than a minute, or being ahead by one would not open it.
  for (let ahead = 12 * SECOND; ahead < MINUTE; ahead *= 2) {
    await tracker.storage.clear()
    const now = clock.now()
    const opensAt = now + ahead
    const id = `run/enlisting-old-allies/start/${opensAt}`
    const record = recordWithRun('run', opensAt - DAY, now)
    await tracker.storage.set({ record })
    await expectBadge(tracker, /^UA$/)
    await settled(tracker)
    await clock.move(MINUTE)
    await tracker.storage.set({ record: touched(record) })
    await waitFor(async () => id in (await tracker.notifications()), { what: 'the reminder that is too early' })
    await settled(tracker)
    await clock.move(-MINUTE)
    await tracker.storage.set({ record })
    await expectBadge(tracker, /^UA$/)
    await settled(tracker)
    if (clock.now() < opensAt) {
      expect(await shownIds()).toEqual([])
      return { opensAt, id }
    }
  }
  throw new Error('This machine is too slow: the day opened before all was done.')
}

/** The second day of a run has just opened, and its reminder stands. */
async function openSecondDay(): Promise<{ opensAt: number; record: TrackerRecord }> {
  const opensAt = clock.now() + 4 * SECOND
  const startsAt = opensAt - DAY
  const record = recordWithRun('run', startsAt, startsAt)
  await tracker.storage.set({ record })
  const id = `run/enlisting-old-allies/start/${opensAt}`
  await waitFor(async () => id in (await tracker.notifications()), { what: 'the reminder of day 2' })
  await expectBadge(tracker, /^EOA$/)
  await settled(tracker)
  expect(await shownIds()).toEqual([id])
  return { opensAt, record }
}

/**
 * Arms an alarm for a lead time a few seconds ahead and puts the clock forward by an hour before it comes: beyond the
 * end of that day, half an hour into the next.
 *
 * @returns what is stored and when the next day opened, epoch ms
 */
async function moveForwardBeforeAlarm(): Promise<{ opensAt: number; record: TrackerRecord }> {
  for (let ahead = 4 * SECOND; ; ahead *= 2) {
    await tracker.storage.clear()
    const now = clock.now()
    const leadAt = now + ahead
    const opensAt = leadAt + 30 * MINUTE
    const record = setSetting('leadTimes', [30])(recordWithRun('run', opensAt - DAY, now), { at: now, by: 'test' })
    await tracker.storage.set({ record })
    await expectBadge(tracker, /^UA$/)
    await settled(tracker)
    if (clock.now() < leadAt) {
      await clock.move(HOUR)
      // It may have come in between.
      if (!(await deliveredIds(tracker)).includes(`run/unraveling-anomalies/lead/${leadAt}`)) return { opensAt, record }
    }
  }
}

/**
 * Arms an alarm for a day that opens in ten minutes, puts the clock forward to some seconds before that, and wakes the
 * background by a change that moves no alarm.
 *
 * @param interrupt what is done to the background before that change
 * @returns when the day opens, epoch ms, and the id of its reminder
 */
async function moveCloseToAlarm(interrupt: () => Promise<unknown>): Promise<{ opensAt: number; id: string }> {
  for (let ahead = 12 * SECOND; ahead < 5 * MINUTE; ahead *= 2) {
    await woken(0)
    // Else the alarm would be for the full hour.
    const left = HOUR - (clock.now() % HOUR)
    if (left < 20 * MINUTE) await clock.move(left)
    const clearedAt = clock.now()
    await tracker.storage.clear()
    // A wake from before would take what is told now for told in the future.
    await woken(clearedAt)
    const opensAt = clock.now() + 10 * MINUTE
    const id = `run/enlisting-old-allies/start/${opensAt}`
    const record = recordWithRun('run', opensAt - DAY, clock.now())
    await tracker.storage.set({ record })
    await waitFor(async () => (await tracker.alarms())[0]?.scheduledTime === opensAt, { what: 'the alarm of day 2' })
    await settled(tracker)
    await clock.move(opensAt - ahead - clock.now())
    await interrupt()
    const movedAt = clock.now()
    await tracker.storage.set({ record: touched(record) })
    await woken(movedAt)
    if (clock.now() < opensAt) return { opensAt, id }
  }
  throw new Error('This machine is too slow: the day opened before all was done.')
}

/** Waits until a wake that began at an instant (epoch ms) or later is written down. */
async function woken(since: number): Promise<void> {
  const isWritten = async () => {
    const { wakes = [] } = (await tracker.storage.get()) as { wakes?: readonly Wake[] }
    return wakes.some(({ at }) => at >= since)
  }
  await waitFor(isWritten, { what: 'the wake to be written down', timeout: 30_000 })
}

/** The same record with a change that concerns nothing. */
function touched(record: TrackerRecord): TrackerRecord {
  return setSetting('lastHourCountdown', false)(record, { at: 1, by: 'test' })
}

async function shownIds(): Promise<string[]> {
  return Object.keys(await tracker.notifications()).sort()
}
