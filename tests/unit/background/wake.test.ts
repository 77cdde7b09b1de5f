/** How wakes follow each other and what is written down of them. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import background from '../../../entrypoints/background/index.ts'
import * as reconciling from '../../../entrypoints/background/reconcile.ts'
import { begin, wake } from '../../../entrypoints/background/wake.ts'
import { loadWakes } from '../../../utils/storage/wakes.ts'
import { HOUR, recordOf, running, START } from '../support/records.ts'

let reconcile: ReturnType<typeof vi.spyOn>

beforeEach(async () => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  vi.useFakeTimers({ now: START, toFake: ['Date', 'setTimeout'] })
  vi.spyOn(browser.i18n, 'getMessage').mockReturnValue('text')
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-GB')
  await browser.storage.local.set({ record: recordOf(running) })
  reconcile = vi.spyOn(reconciling, 'reconcile')
})

describe('wake', () => {
  it('writes down why it woke, what was planned and what was done', async () => {
    await wake('installed')
    expect(await loadWakes()).toEqual([
      {
        at: START,
        causes: ['installed'],
        status: 'ok',
        badge: 'UA',
        due: ['start'],
        shown: 1,
        wakeAt: START + 3_600_000,
        failed: [],
      },
    ])
  })

  it('plans once for all that come while it is at work, and writes once', async () => {
    const write = vi.spyOn(browser.storage.local, 'set')
    const all = ['started', 'changed', 'changed', 'startup'] as const
    await Promise.all(all.map((cause) => wake(cause)))
    expect(reconcile).toHaveBeenCalledTimes(2)
    expect(write.mock.calls.filter(([items]) => 'wakes' in items)).toHaveLength(1)
    expect(await loadWakes()).toMatchObject([{ causes: ['started', 'changed', 'startup'], due: ['start'], shown: 1 }])
  })

  it('is at work for the alarm that started it already', async () => {
    await Promise.all([wake('started'), wake('alarm', START)])
    expect(reconcile).toHaveBeenCalledTimes(1)
    expect(await loadWakes()).toMatchObject([{ causes: ['started', 'alarm'] }])
  })

  it('plans anew for an alarm that was due later than what is being planned', async () => {
    await Promise.all([wake('started'), wake('alarm', START + 1)])
    expect(reconcile).toHaveBeenCalledTimes(2)
  })

  it('is one for the start of the worker and for the event that started it', async () => {
    begin()
    expect(reconcile).not.toHaveBeenCalled()
    await wake('changed')
    expect(reconcile).toHaveBeenCalledTimes(1)
    expect(await loadWakes()).toMatchObject([{ causes: ['started', 'changed'], due: ['start'], shown: 1 }])
    vi.advanceTimersByTime(HOUR)
    expect(reconcile).toHaveBeenCalledTimes(1)
  })

  it('comes of a start of which no event is heard', async () => {
    begin()
    vi.advanceTimersByTime(100)
    expect(reconcile).toHaveBeenCalledTimes(1)
    await wake('changed')
    expect(await loadWakes()).toMatchObject([{ causes: ['started', 'changed'], due: ['start'], shown: 1 }])
  })

  it('goes on after one that could not be written down', async () => {
    vi.spyOn(console, 'warn').mockReturnValue()
    const set = vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('full'))
    await expect(wake('alarm', START)).resolves.toBeUndefined()
    set.mockRestore()
    await wake('changed')
    expect(await loadWakes()).toMatchObject([{ causes: ['changed'] }])
  })
})

describe('the background', () => {
  const DELIVERED = { delivered: { 'run/day': START }, snoozed: {} }
  const SNOOZED = { delivered: {}, snoozed: { 'run/day': START } }
  it.each([
    ['what was snoozed', { delivery: { newValue: SNOOZED } }, 'changed'],
    ['what it wrote of its own notices', { delivery: { newValue: DELIVERED } }, undefined],
    ['a record', { record: { newValue: {} } }, 'changed'],
    ['both', { record: { newValue: {} }, delivery: { newValue: DELIVERED } }, 'changed'],
    ['what was shelved', { shelved: { newValue: {} } }, 'changed'],
    ['a page that woke it', { roused: { newValue: START } }, 'roused'],
    ['a page that stored something as well', { roused: { newValue: START }, record: { newValue: {} } }, 'changed'],
    ['a page that snoozed as well', { roused: { newValue: START }, delivery: { newValue: SNOOZED } }, 'changed'],
    ['a page beside its own notices', { roused: { newValue: START }, delivery: { newValue: DELIVERED } }, 'roused'],
    ['what it wrote down of its wakes', { wakes: { newValue: [] } }, undefined],
  ])('of %s wakes where that is news, and says why', async (_, changes, cause) => {
    // By hand, for the fake storage waits for its listeners, and this one for the storage.
    const add = vi.spyOn(browser.storage.onChanged, 'addListener').mockReturnValue()
    background.main()
    expect(reconcile).not.toHaveBeenCalled()
    await wake('startup')
    expect(await loadWakes()).toMatchObject([{ causes: ['started', 'startup'] }])
    reconcile.mockClear()
    const [listener] = add.mock.calls[0] as unknown as [(changes: object, area: string) => Promise<void> | undefined]
    await listener(changes, 'local')
    expect(reconcile).toHaveBeenCalledTimes(cause ? 1 : 0)
    expect((await loadWakes()).map(({ causes }) => causes)).toEqual([
      ...(cause ? [[cause]] : []),
      ['started', 'startup'],
    ])
  })
})
