/** A record of a later version: the background tells what it understands of it, and writes none of it. */

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import catalogue from '../../../public/_locales/en/messages.json'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import * as planning from '../../../utils/plan/plan.ts'
import { settingsOf } from '../../../utils/record/read.ts'
import { EMPTY_RECORD, RECORD_VERSION, type TrackerRecord } from '../../../utils/record/record.ts'
import { shelve } from '../../../utils/record/shelve.ts'
import { putRun, setSetting } from '../../../utils/record/transitions.ts'
import type { Run } from '../../../utils/schedule/run.ts'
import { load } from '../../../utils/storage/load.ts'
import { loadWhole } from '../../../utils/storage/load-whole.ts'
import { timeZoneOf } from '../../../utils/time/zone.ts'
import { formatMessage, type Message } from '../../setup/messages.ts'
import { arbitraryRecord, instant } from '../support/arbitrary-record.ts'
import { reconcileAt } from '../support/reconcile-at.ts'
import { DAY, dayId, doneOn, HOUR, RUN, recordOf, running, START, type Told } from '../support/records.ts'

const MESSAGES: Readonly<Record<string, Message>> = catalogue
const NEWER_TITLE = 'Defender of Peace Tracker: a newer version wrote your record. Open for more.'
const london: Told = [setSetting('timeZone', 'Europe/London'), START - 2 * DAY]
const { local } = browser.storage

/** As a later version would write it: with what this one does not know. */
const raised = (record: TrackerRecord) => ({ ...record, version: RECORD_VERSION + 1, later: { a: 1 } })

/** What the browser shows and holds. */
async function outside() {
  return {
    badge: await browser.action.getBadgeText({}),
    title: await browser.action.getTitle({}),
    alarm: (await browser.alarms.get('wake'))?.scheduledTime,
    notices: await browser.notifications.getAll(),
    delivery: (await load()).delivery,
  }
}

/** What lies under the keys of the record, to the letter. */
async function storedParts(): Promise<string> {
  const { record, shelf, shelved } = await local.get(['record', 'shelf', 'shelved'])
  return JSON.stringify([record, shelf, shelved])
}

function clean(): void {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation(((key: string, values: unknown) =>
    formatMessage(MESSAGES[key], values)) as never)
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-GB')
}

beforeEach(clean)
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

describe('a record of a later version', () => {
  it('reminds as before: badge, tooltip, alarm, labels and notification', async () => {
    await local.set({ record: raised(recordOf(london, running)) })
    const before = await storedParts()
    const outcome = await reconcileAt(START)
    expect(await outside()).toMatchObject({
      badge: 'UA',
      title:
        'Defender of Peace Tracker\nUnraveling Anomalies: open until Tue 24 Nov, 16:00 GMT\nDefender of Peace: 0 of 500 points',
      alarm: START + HOUR,
      delivery: { delivered: { [`${RUN}/${dayId(1)}/start/${START}`]: START } },
    })
    expect(outcome).toMatchObject({ status: 'newer', badge: 'UA', due: ['start'], shown: 1, wakeAt: START + HOUR })
    expect((await load()).labels?.byInstant[START]).toBeDefined()
    expect(await storedParts()).toBe(before)
  })

  it('twice is the same as once, and nothing at all is written', async () => {
    await local.set({ record: raised(recordOf(running)) })
    await reconcileAt(START)
    const write = vi.spyOn(local, 'set')
    const create = vi.spyOn(browser.notifications, 'create')
    await reconcileAt(START + 1)
    expect(write).not.toHaveBeenCalled()
    expect(create).not.toHaveBeenCalled()
  })

  it('reminds before the end of a day, and not of one that is marked', async () => {
    await local.set({ record: raised(recordOf(london, running, doneOn(2))) })
    const create = vi.spyOn(browser.notifications, 'create')
    for (const hours of [0, 23, 24, 42, 47]) await reconcileAt(START + hours * HOUR)
    expect(create.mock.calls.map(([id]) => id as unknown)).toEqual([
      `${RUN}/${dayId(1)}/start/${START}`,
      `${RUN}/${dayId(1)}/lead/${START + 23 * HOUR}`,
    ])
  })

  it('has no buttons on its notifications: there is nothing that they could change', async () => {
    // Here it is a text, and Chromium is the browser that has them.
    vi.stubEnv('FIREFOX', '')
    const create = vi.spyOn(browser.notifications, 'create')
    const shownOf = async (record: unknown) => {
      create.mockClear()
      await local.clear()
      await local.set({ record })
      await reconcileAt(START)
      return create.mock.lastCall?.[1] as unknown as Readonly<Record<string, unknown>>
    }
    const { buttons, ...plain } = await shownOf(recordOf(london, running))
    expect(buttons).toHaveLength(2)
    expect(await shownOf(raised(recordOf(london, running)))).toEqual(plain)
  })

  it.each([
    ['of which nothing is understood', { version: 9 }],
    ['in which nothing is tracked', raised(EMPTY_RECORD)],
    ['whose run is over', raised(recordOf([putRun('old', ago(90)), START - 90 * DAY]))],
    ['whose run is far ahead', raised(recordOf([putRun('later', ago(-9)), START]))],
  ])('%s says on the badge that it is of a newer version', async (_, record) => {
    await local.set({ record })
    const outcome = await reconcileAt(START)
    expect(await outside()).toMatchObject({ badge: '!', title: NEWER_TITLE, notices: {} })
    expect(outcome).toMatchObject({ status: 'newer', failed: [] })
    expect((await local.get('record')).record).toEqual(record)
  })

  it('needs no wake where nothing is to come: an update of the extension is one', async () => {
    await browser.alarms.create('wake', { when: START + HOUR })
    await local.set({ record: { version: 9 } })
    await reconcileAt(START)
    expect((await outside()).alarm).toBeUndefined()
  })

  it('wakes each hour until a run that is far ahead comes near', async () => {
    await local.set({ record: raised(recordOf([putRun('later', ago(-9)), START])) })
    await reconcileAt(START)
    expect((await outside()).alarm).toBe(START + HOUR)
    await reconcileAt(START + 9 * DAY)
    expect((await outside()).badge).toBe('UA')
  })

  it('is planned from its shelf as well: what comes near is not shelved anew by this version', async () => {
    const record = recordOf(london, ...[1, 30, 40].map((days): Told => [putRun(`in-${days}`, ago(-days)), START]))
    const { near, shelf, dueAt } = shelve(record, START)
    expect(Object.keys(shelf.runs)).toEqual(['in-40'])
    await local.set({ record: raised(near), shelf: raised(shelf), shelved: { at: START, dueAt } })
    const before = await storedParts()
    await reconcileAt(START + 40 * DAY)
    expect(await outside()).toMatchObject({
      badge: 'UA',
      notices: { [`in-40/${dayId(1)}/start/${START + 40 * DAY}`]: {} },
    })
    expect(await storedParts()).toBe(before)
  })

  it('of the shelf alone is told too, where the record is to be divided', async () => {
    await local.set({ record: recordOf(london, running), shelf: { version: 9 } })
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const outcome = await reconcileAt(START)
    expect([outcome.status, (await outside()).badge, (await outside()).alarm]).toEqual(['newer', 'UA', START + HOUR])
    expect((await local.get('shelf')).shelf).toEqual({ version: 9 })
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('what is stored'), expect.any(Error))
  })

  it('is trouble where no plan can be made of it, and tried again', async () => {
    await local.set({ record: raised(recordOf(running)) })
    vi.spyOn(console, 'warn').mockReturnValue()
    vi.spyOn(planning, 'planAt').mockImplementationOnce(() => {
      throw new RangeError('Invalid time value')
    })
    const outcome = await reconcileAt(START)
    expect(outcome).toMatchObject({ status: 'newer', failed: ['plan'], wakeAt: START + 60_000 })
    expect(await outside()).toMatchObject({ badge: '!', alarm: START + 60_000 })
  })
})

/** Hours after the first instant: long enough that something else is told, and not all of it. */
const later = fc.uniqueArray(fc.integer({ min: 1, max: 8 * 24 }), { minLength: 1, maxLength: 4 })

describe('whatever a later version wrote', () => {
  it('is told as it would be of this version, and stays as it is, to the letter (law)', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, instant, later, async (record, first, hours) => {
        const instants = [0, ...hours.toSorted((a, b) => a - b)].map((after) => first + after * HOUR)
        const { near, shelf, dueAt } = shelve(record, first)
        const shelved = { at: first, ...(dueAt !== undefined && { dueAt }) }

        await start({ record: near, shelf, shelved })
        const expected = []
        for (const now of instants) {
          await reconcileAt(now)
          expected.push(await outside())
        }

        await start({ record: raised(near), shelf: raised(shelf), shelved })
        const before = await storedParts()
        for (const [index, now] of instants.entries()) {
          const { delivery } = await load()
          const zone = timeZoneOf(settingsOf(record).timeZone)
          const { badge, wakeAt } = planning.planAt(record, delivery, zone, now, dueAt)
          const outcome = await reconcileAt(now)
          const { badge: text, title, alarm, ...told } = await outside()
          const { badge: plainText, title: plainTitle, alarm: _, ...plain } = expected[index] ?? (await outside())
          expect(told).toEqual(plain)
          expect([text, title]).toEqual(badge.run ? [plainText, plainTitle] : ['!', NEWER_TITLE])
          expect([alarm, outcome.wakeAt, outcome.status]).toEqual([wakeAt, wakeAt, 'newer'])
        }
        expect((await loadWhole()).record).toEqual(record)
        expect(await storedParts()).toBe(before)
      }),
      { numRuns: 150 },
    )
  })
})

async function start(stored: Record<string, unknown>): Promise<void> {
  clean()
  await local.set(stored)
}

/** A run of so many days ago; less than none: of the days to come. */
function ago(days: number): Run {
  return { eventId: DEFENDER_OF_PEACE.id, startsAt: START - days * DAY, startAssumed: false }
}
