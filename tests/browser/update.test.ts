/** The extension is updated in place: the alarm returns, nothing is told twice, and what was entered is kept. */

import { isDeepStrictEqual } from 'node:util'
import type { Page } from 'puppeteer-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import { chosenCommanderOf, markOf, settingsOf } from '../../utils/record/read.ts'
import type { Commander, Settings, TrackerRecord } from '../../utils/record/record.ts'
import { parseRecord } from '../../utils/record/schema.ts'
import { expectHourlyAlarm, expectWake, settled, stopAndWake } from './background.ts'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'
import { action, click, expectBadge, recordWithRun } from './support.ts'
import { launchUpdatable, type Updatable } from './updatable.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND

describe.each(BROWSERS)('%s', (browserName) => {
  let installed: Updatable
  let tracker: Tracker
  beforeEach(async () => {
    installed = await launchUpdatable(browserName)
    tracker = installed.tracker
  })
  afterEach(() => installed?.close())

  it('brings back alarm and badge, and repeats no reminder', async () => {
    const startsAt = Date.now() + 3 * SECOND
    await tracker.storage.set({ record: recordWithRun('run', startsAt, Date.now()) })
    const id = `run/unraveling-anomalies/start/${startsAt}`
    await waitFor(async () => id in (await tracker.notifications()), { what: 'the reminder' })
    await settled(tracker)
    const { delivery } = await tracker.storage.get()

    const updatedAt = Date.now()
    await installed.update()
    await expectBadge(tracker, /^UA$/)
    await waitFor(async () => (await tracker.alarms()).length > 0, { what: 'the alarm' })
    await settled(tracker)
    await expectHourlyAlarm(tracker, updatedAt)
    await expectWake(tracker, 'updated')

    // Both browsers take an extension's notifications away with the version that showed them, and say nothing of it. What
    // had gone before (dismissed, or by itself after some seconds) nobody can tell from it: so none of them comes again.
    expect(await tracker.notifications()).toEqual({})
    await stopAndWake(tracker)
    expect(await tracker.notifications()).toEqual({})
    expect((await tracker.storage.get()).delivery).toEqual(delivery)
    expect(await tracker.consoleErrors()).toEqual([])
  })

  it('keeps what was entered into an options page that is open', async () => {
    const options = await tracker.openPage('options.html')
    await type(options, field('name'), 'Nyota')
    await type(options, field('server'), '1701')
    await click(options, `${field('role')} [value="villain"]`)
    await click(options, field('start-of-day'))
    await click(options, field('last-hour-countdown'))
    await type(options, field('lead-hours'), '3')
    await click(options, action('add-lead'))
    // Then the focus goes back to the hours.
    await waitFor(async () => (await told(tracker)).leadTimes.length === 3, { what: 'the lead time to be stored' })
    // Last, and not left: an update asks nobody to press Tab.
    await type(options, field('level'), '45')
    const entered = {
      ...{ name: 'Nyota', server: '1701', level: 45, role: 'villain' },
      ...{ startOfDay: false, lastHourCountdown: true, leadTimes: [360, 180, 60] },
    }
    await waitFor(async () => isDeepStrictEqual(await told(tracker), entered), { what: 'all to be stored' })
    expect(await options.evaluate(() => document.activeElement?.getAttribute('data-field'))).toBe('level')
    await installed.update()
    expect(options.isClosed()).toBe(true)
    expect(await told(tracker)).toEqual(entered)

    const again = await tracker.openPage('options.html')
    const text = (name: string) => again.$eval(field(name), (input) => (input as HTMLInputElement).value)
    const isOn = (selector: string) => again.$eval(selector, (input) => (input as HTMLInputElement).checked)
    await again.waitForSelector(field('level'))
    expect([await text('name'), await text('server'), await text('level')]).toEqual(['Nyota', '1701', '45'])
    expect(await isOn(`${field('role')} [value="villain"]`)).toBe(true)
    expect(await isOn(field('start-of-day'))).toBe(false)
    expect(await isOn(field('last-hour-countdown'))).toBe(true)
    expect(await tracker.consoleErrors()).toEqual([])
  })

  it('keeps a note that is half written', async () => {
    await tracker.storage.set({ record: recordWithRun('run', Date.now() - HOUR, Date.now()) })
    const popup = await tracker.openPage('popup.html')
    await click(popup, action('toggle-day'))
    await type(popup, 'textarea.note', 'Dock Ore bef')
    const note = async () => {
      const record = await stored(tracker)
      return markOf(record, chosenCommanderOf(record).id, 'run', 'unraveling-anomalies').note
    }
    await waitFor(async () => (await note()) === 'Dock Ore bef', { what: 'the note to be stored' })
    await installed.update()
    expect(await note()).toBe('Dock Ore bef')
    expect(await tracker.consoleErrors()).toEqual([])
  })
})

const field = (name: string): string => `[data-field="${name}"]`

/** By the keyboard, and the field is not left. */
async function type(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForSelector(selector)
  await page.focus(selector)
  await page.keyboard.type(text)
}

type Told = Pick<Commander, 'name' | 'server' | 'level' | 'role'> &
  Pick<Settings, 'startOfDay' | 'lastHourCountdown' | 'leadTimes'>

/** What is stored of all that the test enters. */
async function told(tracker: Tracker): Promise<Told> {
  const record = await stored(tracker)
  const { name, server, level, role } = chosenCommanderOf(record)
  const { startOfDay, lastHourCountdown, leadTimes } = settingsOf(record)
  return { name, server, level, role, startOfDay, lastHourCountdown, leadTimes }
}

async function stored(tracker: Tracker): Promise<TrackerRecord> {
  const parsed = parseRecord((await tracker.storage.get()).record)
  if (parsed.kind !== 'record') throw new Error(`What is stored is no record: ${parsed.kind}`)
  return parsed.record
}
