/** A wake over which the computer sleeps. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { isStale } from '../../../entrypoints/background/stale.ts'
import { wake } from '../../../entrypoints/background/wake.ts'
import { putRun } from '../../../utils/record/transitions.ts'
import { loadWakes } from '../../../utils/storage/wakes.ts'
import { onceBefore } from '../support/mocked.ts'
import { DAY, dayId, HOUR, RUN, recordOf, running, START } from '../support/records.ts'

const MINUTE = 60_000
const alarm = async () => (await browser.alarms.get('wake'))?.scheduledTime
const notices = async () => Object.keys(await browser.notifications.getAll())

/** The computer sleeps for a day and an hour. */
const sleep = () => void vi.setSystemTime(START + DAY + HOUR)

beforeEach(() => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  vi.setSystemTime(START)
  vi.spyOn(browser.i18n, 'getMessage').mockReturnValue('text')
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-GB')
})

afterEach(() => void vi.useRealTimers())

describe('what was worked out', () => {
  it.each([
    [0, false],
    [MINUTE, false],
    [MINUTE + 1, true],
    [-MINUTE, false],
    [-MINUTE - 1, true],
  ])('%d ms ago is stale: %s', (after, stale) => {
    vi.setSystemTime(START + after)
    expect(isStale(START)).toBe(stale)
  })
})

describe('a wake over which the computer sleeps', () => {
  const secondDay = `${RUN}/${dayId(2)}/start/${START + DAY}`
  it.each([
    ['it reads what is stored', 'storage.local.get'],
    ['it sets the badge', 'action.setTitle'],
  ])('while %s says nothing of the day that is over, and plans anew', async (_, path) => {
    await browser.storage.local.set({ record: recordOf(running) })
    const create = vi.spyOn(browser.notifications, 'create')
    onceBefore(path, sleep)
    await wake('alarm', START)
    expect(create.mock.calls.map(([id]) => id)).toEqual([secondDay])
    expect(await notices()).toEqual([secondDay])
    expect(await browser.action.getBadgeText({})).toBe('EOA')
    expect(await alarm()).toBe(START + DAY + 2 * HOUR)
    expect((await loadWakes()).map(({ causes }) => causes)).toEqual([['slept'], ['alarm']])
  })

  it('while it shows the first of two shows not the second', async () => {
    const other = putRun('other', { eventId: 'defender-of-peace', startsAt: START - 2 * DAY, startAssumed: false })
    await browser.storage.local.set({ record: recordOf(running, [other, START - 3 * DAY]) })
    onceBefore('notifications.create', sleep)
    const create = vi.spyOn(browser.notifications, 'create')
    await wake('alarm', START)
    const [first, ...later] = create.mock.calls.map(([id]) => String(id))
    expect(first).toMatch(`/start/${START}`)
    expect(later).not.toEqual([])
    expect(later.filter((id) => id.endsWith(`/start/${START}`))).toEqual([])
    expect(await notices()).toEqual(later)
  })

  it('plans for the instant after it, where it slept over what it read', async () => {
    await browser.storage.local.set({ record: recordOf(running) })
    onceBefore('storage.local.get', sleep)
    await wake('alarm', START)
    expect((await loadWakes()).map(({ due, shown }) => ({ due, shown }))).toEqual([
      { due: [], shown: 0 },
      { due: ['start'], shown: 1 },
    ])
  })

  it('speaks also where the storage is so slow that each wake looks like a sleep, and plans once more each', async () => {
    await browser.storage.local.set({ record: recordOf(running) })
    const get = browser.storage.local.get.bind(browser.storage.local)
    const read = vi.spyOn(browser.storage.local, 'get').mockImplementation(((keys: null) => {
      vi.setSystemTime(Date.now() + MINUTE + 1)
      return get(keys)
    }) as never)
    await wake('alarm', START)
    read.mockRestore()
    expect(await notices()).toEqual([`${RUN}/${dayId(1)}/start/${START}`])
    expect((await loadWakes()).map(({ causes, shown }) => [...causes, shown])).toEqual([
      ['slept', 0],
      ['alarm', 1],
    ])
  })

  it('forgets no snooze of the time after it', async () => {
    const snooze = { [`${RUN}/${dayId(2)}`]: START + DAY + 2 * HOUR }
    const old = { 'gone/first/start/1': START - 2 * DAY }
    await browser.storage.local.set({
      record: recordOf(running),
      delivery: { delivered: old, snoozed: {} },
    })
    onceBefore('notifications.getAll', () => {
      sleep()
      browser.storage.local.set({ delivery: { delivered: old, snoozed: snooze } })
    })
    await wake('alarm', START)
    const { delivery } = await browser.storage.local.get('delivery')
    expect(delivery).toMatchObject({ snoozed: snooze })
  })

  it('comes once more and not for ever', async () => {
    await browser.storage.local.set({ record: recordOf(running) })
    onceBefore('storage.local.get', sleep)
    await wake('alarm', START)
    await wake('changed')
    expect((await loadWakes()).map(({ causes }) => causes)).toEqual([['changed'], ['slept'], ['alarm']])
  })
})
