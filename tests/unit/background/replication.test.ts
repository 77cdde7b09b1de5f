/** When the replica is brought up to date. */

import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { toText } from '../../../utils/record/replica/fragment-text.ts'
import * as replicating from '../../../utils/storage/replicate.ts'
import { reshelve } from '../../../utils/storage/update.ts'
import { recordOf, running, START } from '../support/records.ts'

const SECOND = 1000
let replicate: ReturnType<typeof vi.spyOn>

/** A life of the worker. */
async function begun() {
  vi.resetModules()
  return import('../../../entrypoints/background/replication.ts')
}

const mark = async () => (await browser.storage.local.get('begun')).begun
const idsOf = ({ mock }: MockInstance<typeof browser.notifications.create>) => mock.calls.map(([id]) => id as unknown)

beforeEach(async () => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  vi.useFakeTimers({ now: START, toFake: ['Date', 'setTimeout'] })
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key) => String(key))
  await browser.storage.local.set({ record: recordOf(running) })
})

afterEach(() => void vi.useRealTimers())

describe('the replica', () => {
  beforeEach(() => {
    replicate = vi.spyOn(replicating, 'replicate').mockResolvedValue([])
  })

  it('follows a change at once, and what comes within ten seconds together', async () => {
    const { replicateSoon } = await import('../../../entrypoints/background/replication.ts')
    vi.setSystemTime(START + 60 * SECOND)
    await replicateSoon()
    expect(replicate).toHaveBeenCalledTimes(1)
    // Nobody is to hold the worker for what only waits.
    expect(Array.from({ length: 200 }, () => replicateSoon()).every((work) => work === undefined)).toBe(true)
    await vi.advanceTimersByTimeAsync(10 * SECOND - 1)
    expect(replicate).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(replicate).toHaveBeenCalledTimes(2)
  })

  it('waits no longer where the clock was put back', async () => {
    const { replicateSoon } = await import('../../../entrypoints/background/replication.ts')
    vi.setSystemTime(START + 3600 * SECOND)
    await replicateSoon()
    vi.setSystemTime(START)
    replicateSoon()
    await vi.advanceTimersByTimeAsync(10 * SECOND)
    expect(replicate).toHaveBeenCalledTimes(2)
  })

  it('hears of its own items alone', async () => {
    const { onSyncChanged } = await import('../../../entrypoints/background/replication.ts')
    expect(onSyncChanged({ other: { newValue: 1 } })).toBeUndefined()
    vi.setSystemTime(START + 7200 * SECOND)
    await onSyncChanged({ 'replica:3': { newValue: 'x' } })
    expect(replicate).toHaveBeenCalledTimes(1)
  })

  it('never rejects', async () => {
    vi.spyOn(console, 'warn').mockReturnValue()
    replicate.mockRejectedValue(new Error('no'))
    const { replicateSoon } = await import('../../../entrypoints/background/replication.ts')
    vi.setSystemTime(START + 10_800 * SECOND)
    await expect(replicateSoon()).resolves.toBeUndefined()
  })
})

describe('a life of the worker', () => {
  it('does what the one before did not finish, and nothing where nothing is left', async () => {
    const written = vi.spyOn(browser.storage.sync, 'set')
    const stored = vi.spyOn(browser.storage.local, 'set')
    const asked = vi.spyOn(browser.storage.sync, 'get')
    await browser.storage.local.set({ begun: START })
    for (const life of [1, 2]) {
      const before = asked.mock.calls.length
      const { beginReplication } = await begun()
      beginReplication()
      await vi.advanceTimersByTimeAsync(1999)
      expect(asked).toHaveBeenCalledTimes(before)
      stored.mockClear()
      await vi.advanceTimersByTimeAsync(1)
      await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(before + 1))
      if (life === 1) await vi.waitFor(() => expect(stored).toHaveBeenCalled())
      expect(written).toHaveBeenCalledTimes(1)
    }
    expect(stored).not.toHaveBeenCalled()
  })

  it('tells once of a record that came from the replica', async () => {
    const first = await begun()
    await first.replicateSoon()
    await browser.storage.local.clear()
    const create = vi.spyOn(browser.notifications, 'create')
    const next = await begun()
    await next.replicateSoon()
    const again = await begun()
    await again.replicateSoon()
    expect(idsOf(create)).toEqual(['replica-restored'])
  })

  it('tells once what two comparisons find, of which the second begins before the first has told it', async () => {
    await (await begun()).replicateSoon()
    await browser.storage.local.clear()
    const create = vi.spyOn(browser.notifications, 'create')
    const shown = Promise.withResolvers<string>()
    create.mockReturnValueOnce(shown.promise as never)
    const { replicateSoon } = await begun()
    const first = replicateSoon()
    await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(1))
    vi.setSystemTime(START + 20 * SECOND)
    await replicateSoon()
    shown.resolve('replica-restored')
    await first
    expect(idsOf(create)).toEqual(['replica-restored'])
    expect(await replicating.isReplicaBehind()).toBe(false)
  })

  it('tells it once in its life, though the browser does not store that', async () => {
    vi.spyOn(console, 'warn').mockReturnValue()
    await (await begun()).replicateSoon()
    await browser.storage.local.clear()
    for (const _ of ['takes it', 'has nothing more to store']) await replicating.replicate(Date.now())
    const create = vi.spyOn(browser.notifications, 'create')
    const { replicateSoon } = await begun()
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('full') as never)
    for (const seconds of [0, 20, 40]) {
      vi.setSystemTime(START + seconds * SECOND)
      await replicateSoon()
    }
    expect(idsOf(create)).toEqual(['replica-restored'])
  })

  it('tells of it after a life that died before it could', async () => {
    await (await begun()).replicateSoon()
    await browser.storage.local.clear()
    await replicating.replicate(Date.now())
    const create = vi.spyOn(browser.notifications, 'create')
    for (const _ of [1, 2]) {
      const { beginReplication } = await begun()
      beginReplication()
      await vi.advanceTimersByTimeAsync(2000)
      await vi.waitFor(async () => expect(await replicating.isReplicaBehind()).toBe(false))
    }
    expect(idsOf(create)).toEqual(['replica-restored'])
  })

  it('holds an alarm only while something comes in: nobody wakes a browser in which nothing is tracked', async () => {
    const alarmAt = async () => (await browser.alarms.get('wake'))?.scheduledTime
    vi.spyOn(console, 'warn').mockReturnValue()
    await browser.storage.local.clear()
    await browser.storage.local.set({ begun: START })
    await (await begun()).replicateSoon()
    expect(await alarmAt()).toBeUndefined()
    vi.spyOn(browser.storage.sync, 'get').mockRejectedValueOnce(new Error('disabled'))
    await (await begun()).replicateSoon()
    expect(await alarmAt()).toBeUndefined()
    await browser.storage.sync.set({ 'replica:0': await toText(recordOf(running)) })
    await (await begun()).replicateSoon()
    expect(await alarmAt()).toBe(START + 3600 * SECOND)
  })

  it('takes what comes in though the browser refuses the alarm', async () => {
    vi.spyOn(console, 'warn').mockReturnValue()
    await browser.storage.local.clear()
    await browser.storage.sync.set({ 'replica:0': await toText(recordOf(running)) })
    vi.spyOn(browser.alarms, 'get').mockRejectedValue(new Error('no'))
    await (await begun()).replicateSoon()
    expect((await browser.storage.local.get('record')).record).toBeDefined()
  })

  it.each([
    { begins: 'the browser', start: 'compareAtStart', told: ['replica-lost'] },
    { begins: 'a life after one that died', start: undefined, told: ['replica-lost'] },
    { begins: 'the extension, just installed,', start: 'keepFirstStart', told: [] },
  ] as const)('tells, when $begins begins and finds nothing: $told', async ({ start, told }) => {
    await browser.storage.local.clear()
    const create = vi.spyOn(browser.notifications, 'create')
    for (const life of [1, 2]) {
      const replication = await begun()
      await (life === 1 && start ? replication[start]() : start && replication.compareAtStart())
      await reshelve(START)
      replication.beginReplication()
      await vi.advanceTimersByTimeAsync(2000)
      await vi.waitFor(async () => expect(await mark()).toBeGreaterThan(0))
    }
    await vi.waitFor(() => expect(idsOf(create)).toEqual(told))
  })

  it('keeps the mark of its installation later where the browser refused it', async () => {
    vi.spyOn(console, 'warn').mockReturnValue()
    await browser.storage.local.clear()
    await reshelve(START)
    const create = vi.spyOn(browser.notifications, 'create')
    const refused = vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('no') as never)
    const replication = await begun()
    await replication.keepFirstStart()
    expect(await mark()).toBe(0)
    refused.mockRestore()
    replication.beginReplication()
    await vi.advanceTimersByTimeAsync(2000)
    await vi.waitFor(async () => expect(await mark()).toBe(START + 2 * SECOND))
    expect(idsOf(create)).toEqual([])
  })

  it.each([
    ['somebody finds the storage empty', { begun: { newValue: 0 } }, ['replica-lost']],
    ['it was emptied', { begun: { oldValue: START } }, ['replica-lost']],
    ['a page thinks that it may be gone', { roused: { newValue: START } }, ['replica-lost']],
    ['it was judged', { begun: { oldValue: 0, newValue: START } }, []],
  ])('looks once more when it hears that %s', async (_, changes, told) => {
    await browser.storage.local.set({ begun: START })
    const create = vi.spyOn(browser.notifications, 'create')
    const replication = await begun()
    replication.beginReplication()
    await vi.advanceTimersByTimeAsync(2000)
    await vi.waitFor(async () => expect((await browser.storage.local.get('replica')).replica).toBeDefined())
    await browser.storage.local.clear()
    await browser.storage.sync.clear()
    await reshelve(START)
    const before = vi.getTimerCount()
    // Twice is once.
    replication.onLocalChanged(changes)
    replication.onLocalChanged(changes)
    expect(vi.getTimerCount() - before).toBe(told.length)
    await vi.advanceTimersByTimeAsync(2000)
    if (told.length > 0) await vi.waitFor(async () => expect(await mark()).toBeGreaterThan(0))
    await vi.waitFor(() => expect(idsOf(create)).toEqual(told))
    expect(vi.getTimerCount()).toBe(0)
  })

  it('asks the replica before it says that all is gone, also within the ten seconds', async () => {
    const first = await begun()
    await first.replicateSoon()
    await browser.storage.local.clear()
    await reshelve(START)
    const create = vi.spyOn(browser.notifications, 'create')
    first.onLocalChanged({ begun: { newValue: 0 } })
    await vi.advanceTimersByTimeAsync(2000)
    await vi.waitFor(async () => expect(await mark()).toBeGreaterThan(0))
    expect(idsOf(create)).toEqual(['replica-restored'])
  })

  it('tells each thing though the browser refuses to show another', async () => {
    vi.spyOn(console, 'warn').mockReturnValue()
    await browser.storage.local.clear()
    await reshelve(START)
    const create = vi.spyOn(browser.notifications, 'create').mockRejectedValueOnce(new Error('no') as never)
    const replication = await begun()
    const ofThisLife = await import('../../../utils/storage/replicate.ts')
    vi.spyOn(ofThisLife, 'replicate').mockResolvedValue(['restored', 'full'])
    replication.beginReplication()
    await vi.advanceTimersByTimeAsync(2000)
    await vi.waitFor(() => expect(idsOf(create)).toEqual(['replica-restored', 'replica-full', 'replica-lost']))
  })
})
