/**
 * What must hold when the zone of the host is changed under a running browser and the commander's zone is the host's:
 * shown hours follow, instants stay.
 */

import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { FIRST_COMMANDER, type QuietHours, type TrackerRecord } from '../../utils/record/record.ts'
import { setDone, setSetting } from '../../utils/record/transitions.ts'
import type { MovingHost } from './harness/moving-host.ts'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'
import { edges, MARQUESAS, TOKYO } from './places.ts'
import { expectOptions, expectPopup, expectTooltip } from './seen-in-place.ts'
import { closePages, expectBadge, recordWithRun } from './support.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * Writes the tests for one way of moving a host.
 *
 * @param launch starts the browser on a host in that zone
 * @param isPatient also those that take a minute
 */
export function followsItsHost(launch: (timeZone: string) => Promise<MovingHost>, isPatient = false): void {
  let host: MovingHost
  let tracker: Tracker
  beforeAll(async () => {
    host = await launch(TOKYO.timeZone)
    tracker = host.tracker
  })
  beforeEach(() => host.moveTo(TOKYO.timeZone))
  afterEach(async () => {
    await closePages(tracker)
    await tracker.storage.clear()
    await expectBadge(tracker, /^$/)
    expect(await tracker.consoleErrors()).toEqual([])
  })
  afterAll(() => host?.close())

  it('shows the hours of the new zone in the popup at once, not the stored words of the old one', async () => {
    const startsAt = Date.now() - DAY - 3 * HOUR
    const labels = await track(tracker, recordOf(startsAt))
    await host.moveTo(MARQUESAS.timeZone)
    // A wake in between would have brought new words.
    await tracker.storage.set({ labels })
    await expectPopup(await tracker.openPopup(), MARQUESAS, startsAt)
  })

  it('shows them in the pages that were open, when they are looked at again', async () => {
    const startsAt = Date.now() - DAY - 3 * HOUR
    await track(tracker, recordOf(startsAt))
    const options = await tracker.openPage('options.html')
    const popup = await tracker.openPage('popup.html')
    await expectOptions(options, TOKYO, startsAt)
    await expectPopup(popup, TOKYO, startsAt)
    await host.moveTo(MARQUESAS.timeZone)
    await options.bringToFront()
    await expectOptions(options, MARQUESAS, startsAt)
    await popup.bringToFront()
    await expectPopup(popup, MARQUESAS, startsAt)
  })

  if (isPatient)
    it('shows them in the pages that are open within about a minute, though nobody looks', async () => {
      const startsAt = Date.now() - DAY - 3 * HOUR
      await track(tracker, recordOf(startsAt))
      const options = await tracker.openPage('options.html')
      const popup = await tracker.openPage('popup.html')
      await expectOptions(options, TOKYO, startsAt)
      await expectPopup(popup, TOKYO, startsAt)
      await host.moveTo(MARQUESAS.timeZone)
      await Promise.all([
        expectPopup(popup, MARQUESAS, startsAt, 100 * SECOND),
        expectOptions(options, MARQUESAS, startsAt, 100 * SECOND),
      ])
    })

  it.each([
    ['living', async () => {}],
    ['stopped', () => tracker.stopBackground()],
  ])('says them in the tooltip after the next wake of a %s background, and moves no instant', async (_, interrupt) => {
    // Day 1 ends between two whole hours, at an odd millisecond: the alarm may be for that end or for a whole hour.
    const from = Date.now()
    const endsAt = from + 40 * MINUTE + 123
    const startsAt = endsAt - DAY
    const record = recordOf(startsAt)
    await track(tracker, record)
    await expectTooltip(tracker, TOKYO, endsAt)
    const before = await tracker.alarms()
    await host.moveTo(MARQUESAS.timeZone)
    await interrupt()
    await wake(tracker)
    await expectTooltip(tracker, MARQUESAS, endsAt)
    await reconciled(tracker)
    const stored = await tracker.storage.get()
    expect(stored.record).toEqual(record)
    expect(stored.labels).toMatchObject({ timeZone: MARQUESAS.timeZone, zoneName: MARQUESAS.city })
    expect(Object.keys((stored.labels as { byInstant: object }).byInstant)).toEqual(edges(startsAt).map(String))
    const wakes = [from, Date.now()].map((now) => Math.min(endsAt, (Math.floor(now / HOUR) + 1) * HOUR))
    const [alarm, ...others] = await tracker.alarms()
    expect(others).toEqual([])
    expect(wakes).toContain(alarm?.scheduledTime)
    if (wakes[0] === wakes[1]) expect(alarm).toEqual(before[0])
    expect((await tracker.badge()).text).toBe('UA')
  })

  it('means quiet hours in the new zone', async () => {
    const startsAt = Date.now() + 3 * SECOND
    const minute = Math.floor(((startsAt + TOKYO.offset * MINUTE) % DAY) / MINUTE)
    // Three hours around now in Tokyo; in the Marquesas it is then half past five hours later, by the wall.
    const quiet = { from: (minute + 1440 - 60) % 1440, to: (minute + 120) % 1440 }
    const id = `run/unraveling-anomalies/start/${startsAt}`
    await track(tracker, recordOf(startsAt, quiet))
    await waitFor(async () => /open until/.test((await tracker.badge()).title), { what: 'day 1 to open' })
    await reconciled(tracker)
    expect(await tracker.notifications()).toEqual({})
    await host.moveTo(MARQUESAS.timeZone)
    await wake(tracker)
    await waitFor(async () => id in (await tracker.notifications()), { what: 'the notification of day 1' })
  })
}

/** A run in which day 1 is done, with quiet hours if any are given. */
function recordOf(startsAt: number, quietHours: QuietHours | null = null): TrackerRecord {
  const stamp = { at: Date.now(), by: 'test' }
  const run = recordWithRun('run', startsAt, stamp.at)
  if (quietHours) return setSetting('quietHours', quietHours)(run, stamp)
  return Date.now() > startsAt + DAY ? setDone(FIRST_COMMANDER, 'run', 'unraveling-anomalies', true)(run, stamp) : run
}

/** Stores a record and waits until the background is done with it. @returns the labels that it stored */
async function track(tracker: Tracker, record: TrackerRecord): Promise<unknown> {
  await tracker.storage.set({ record })
  const labels = () => tracker.storage.get().then((stored) => stored.labels)
  const stored = await waitFor(labels, { what: 'the labels' })
  await reconciled(tracker)
  return stored
}

/** Waits until the background rests. */
const reconciled = (tracker: Tracker): Promise<void> =>
  tracker.evaluate(() => navigator.locks.request('reconcile', () => undefined))

/** Lets the alarm of the background come now. */
const wake = (tracker: Tracker): Promise<void> =>
  tracker.evaluate(() => chrome.alarms.create('wake', { when: Date.now() }))
