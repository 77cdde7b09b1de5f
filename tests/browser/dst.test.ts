/** A run over a change of daylight saving time: windows keep their 24 hours, shown hours are those of the wall. */

import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import { FIRST_COMMANDER, type TrackerRecord } from '../../utils/record/record.ts'
import { setDone, setSetting } from '../../utils/record/transitions.ts'
import { DST_RUNS, type DstRun } from './dst-runs.ts'
import { launchMovingHost, type MovingHost } from './harness/moving-host.ts'
import type { Tracker } from './harness/types.ts'
import { setScene } from './states/scene.ts'
import { closePages, recordWithRun } from './support.ts'
import { dayRows, expectTexts, textsOf, wallWords } from './wall-words.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
/** All runs are in it, and the clock of the pages with them. */
const YEAR = 2026
const ELSEWHERE = 'Asia/Tokyo'

describe.each(BROWSERS)('%s', (browserName) => {
  let host: MovingHost
  let tracker: Tracker
  beforeAll(async () => {
    host = await launchMovingHost(browserName, ELSEWHERE)
    tracker = host.tracker
  })
  afterEach(async () => {
    await closePages(tracker)
    await tracker.storage.clear()
    expect(await tracker.consoleErrors()).toEqual([])
  })
  afterAll(() => host?.close())

  describe.each(DST_RUNS)('$timeZone, $what', (run) => {
    const { timeZone, walls, zones } = run
    const [startsAt = 0, opensAt = 0] = walls.map((wall) => Date.parse(wall))
    /** Ten minutes into the day that lies over the change. */
    const now = opensAt + 10 * MINUTE

    it('is what this browser’s own Temporal makes of it, and each day has 24 hours', async () => {
      expect(await nativeInstants(tracker, run)).toEqual([0, 1, 2, 3, 4, 5].map((days) => startsAt + days * DAY))
    })

    it('in the popup, where the host’s zone is the commander’s', async () => {
      await host.moveTo(timeZone)
      const popup = await stage(tracker, 'popup.html', now, recordOf(startsAt))
      await expectTexts(popup, '.day-hours', dayRows(walls, YEAR))
      await expectTexts(popup, '.headline-moment', [momentOf(walls[2], zones[1])])
      // By the wall it would be an hour (or half an hour) more or less.
      expect((await textsOf(popup, '.headline-time'))[0]).toMatch(/^23 h 4\d min$/)
    })

    it('in the options, where the host is elsewhere', async () => {
      await host.moveTo(ELSEWHERE)
      const options = await stage(tracker, 'options.html', now, recordOf(startsAt, timeZone))
      await expectTexts(options, '.run-days .preview-when', previewRows(run))
      await expectTexts(options, '[data-run] .facts dd', [momentOf(walls[0], zones[0]), momentOf(walls[5], zones[1])])
      const typed = await options.evaluate(() =>
        ['date', 'time'].map((type) => document.querySelector<HTMLInputElement>(`[data-run] [type="${type}"]`)?.value),
      )
      expect(typed).toEqual([walls[0].slice(0, 10), walls[0].slice(11, 16)])
    })
  })
})

/** Day 1 is done: of a missed day the popup names no hours. */
function recordOf(startsAt: number, timeZone = 'system'): TrackerRecord {
  const stamp = { at: startsAt, by: 'test' }
  const run = recordWithRun('run', startsAt, startsAt - DAY)
  const zoned = setSetting('timeZone', timeZone)(run, stamp)
  return setDone(FIRST_COMMANDER, 'run', 'unraveling-anomalies', true)(zoned, stamp)
}

/** Opens a page and gives it a clock and a storage of its own; then it hears from the real one that it must look again. */
async function stage(
  tracker: Tracker,
  path: 'popup.html' | 'options.html',
  now: number,
  record: TrackerRecord,
): Promise<Page> {
  const page = await tracker.openPage(path)
  await page.evaluate(setScene, {
    now,
    items: { record },
    synced: {},
    drafts: {},
    refuses: undefined,
    holds: undefined,
  })
  await tracker.storage.set({ setAside: [] })
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  return page
}

function momentOf(wall: string, zone: string): string {
  const { date, time } = wallWords(wall, YEAR)
  return `${date}, ${time} ${zone}`
}

/** The days as the options list them: with the zone where it is not that of the day's start. */
function previewRows({ walls, zones }: DstRun): string[] {
  return walls.slice(1).map((wall, index) => {
    const [from, to] = [wallWords(walls[index] ?? '', YEAR), wallWords(wall, YEAR)]
    return `${from.time} – ${to.date}, ${to.time}${index === 1 ? ` ${zones[1]}` : ''}`
  })
}

/** The instants of the run by the browser's own rules; one that does not exist with that offset is refused. */
function nativeInstants(tracker: Tracker, { timeZone, walls }: DstRun): Promise<number[]> {
  return tracker.evaluate(
    (zone, texts) => {
      interface Temporal {
        ZonedDateTime: { from(text: string, options: { offset: 'reject' }): { epochMilliseconds: number } }
      }
      const { ZonedDateTime } = (globalThis as unknown as { Temporal: Temporal }).Temporal
      return texts.map((text) => ZonedDateTime.from(`${text}[${zone}]`, { offset: 'reject' }).epochMilliseconds)
    },
    timeZone,
    [...walls],
  )
}
