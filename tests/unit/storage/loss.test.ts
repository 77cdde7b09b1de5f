/** A storage that was emptied is not taken for a first start, nor a first start for a loss. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { runOf } from '../../../utils/record/read.ts'
import { toText } from '../../../utils/record/replica/fragment-text.ts'
import { packReplica } from '../../../utils/record/replica/pack.ts'
import { runIdOf } from '../../../utils/record/run-id.ts'
import { addRun, setSetting } from '../../../utils/record/transitions.ts'
import { keepBegun } from '../../../utils/storage/begun.ts'
import { load } from '../../../utils/storage/load.ts'
import { loadWhole } from '../../../utils/storage/load-whole.ts'
import { noticeLoss } from '../../../utils/storage/loss.ts'
import { loadReplicaState } from '../../../utils/storage/replica-state.ts'
import { removeReplica, replicate, setReplicaOn } from '../../../utils/storage/replicate.ts'
import { readSetAside } from '../../../utils/storage/set-aside.ts'
import { repair, reshelve, update } from '../../../utils/storage/update.ts'
import { RUN, recordOf, running, START } from '../support/records.ts'

const { local, sync } = browser.storage
const asideOf = async () => (await load()).setAside
const begun = async () => (await local.get('begun')).begun
const look = (now = START) => noticeLoss(now, () => replicate(now))
const one = { eventId: DEFENDER_OF_PEACE.id, startsAt: START, startAssumed: false }
const addOne = addRun(one)
const NOBODY = async () => {}

beforeEach(() => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  vi.setSystemTime(START)
})

describe('the mark of the first start', () => {
  it.each([
    ['the background, which divides what is there', () => reshelve(START)],
    ['a page', () => update(addOne)],
  ])('says 0 where %s wrote to nothing at all, in the same write', async (_, write) => {
    const set = vi.spyOn(local, 'set')
    await write()
    expect(set).toHaveBeenCalledTimes(1)
    expect(set.mock.calls[0]?.[0]).toMatchObject({ begun: 0, device: expect.any(String) })
  })

  it.each([
    ['before it', [() => keepBegun(START + 1), () => reshelve(START)]],
    ['after it', [() => reshelve(START), () => keepBegun(START + 1)]],
    ['with it', [() => Promise.all([reshelve(START), keepBegun(START + 1)])]],
    ['with it, first', [() => Promise.all([keepBegun(START + 1), update(addOne)])]],
  ])('is that of the installation, when that came %s', async (_, steps) => {
    for (const step of steps) await step()
    expect(await begun()).toBe(START + 1)
    expect(await look()).toBe(false)
    expect(await asideOf()).toEqual([])
  })

  it('is no 0, whatever the clock says', async () => {
    await keepBegun(0)
    expect(await begun()).toBe(1)
  })

  it.each<[string, Record<string, unknown>]>([
    ['a device wrote', { device: 'a' }],
    ['there is a record', { record: recordOf(running) }],
    ['there is a shelf', { shelf: recordOf(running), shelved: { at: START } }],
    ['it is there', { begun: START }],
  ])('is left as it is where %s', async (_, stored) => {
    await local.set(stored)
    await reshelve(START)
    await update(addOne)
    expect(await begun()).toBe('begun' in stored ? START : undefined)
  })

  it('says 0 also where a change is one of what is near', async () => {
    await local.set({ shelved: { at: START } })
    await update(setSetting('startOfDay', false))
    expect(await begun()).toBe(0)
  })

  it('is not written where nothing else is', async () => {
    await repair()
    expect(await local.get(null)).toEqual({})
  })
})

describe('a loss', () => {
  it('is none where the extension has just been installed', async () => {
    await keepBegun(START)
    expect(await look()).toBe(false)
    expect(await asideOf()).toEqual([])
  })

  it('is told where the storage was found empty, once', async () => {
    await reshelve(START)
    expect(await look()).toBe(true)
    const [entry] = await asideOf()
    expect(entry).toMatchObject({ at: START, whole: true, lost: true, seen: false, problems: [] })
    expect(await readSetAside(entry?.key ?? '')).toEqual({})
    expect(await begun()).toBe(START)
    expect(await look(START + 1)).toBe(false)
    expect(await asideOf()).toHaveLength(1)
  })

  it('is none after an update of a version that left no mark; from then on it would be one', async () => {
    await local.set({ device: 'abc', shelved: { at: START }, wakes: [] })
    expect(await look()).toBe(false)
    expect(await asideOf()).toEqual([])
    expect(await begun()).toBe(START)
    await local.clear()
    await reshelve(START)
    expect(await look()).toBe(true)
  })

  it('is looked for again where nothing was written yet', async () => {
    const compare = vi.fn(NOBODY)
    expect(await noticeLoss(START, compare)).toBe(false)
    expect(await local.get(null)).toEqual({})
    await reshelve(START)
    expect(await noticeLoss(START, compare)).toBe(true)
    expect(compare).toHaveBeenCalledTimes(1)
  })

  it('is told also where a page was quicker, and what it wrote stays', async () => {
    await update(addOne)
    expect(await look()).toBe(true)
    expect(runOf((await loadWhole()).record, runIdOf(one))).toBeDefined()
  })

  it('is none where the record came from the replica, also after a page wrote', async () => {
    await sync.set((await packReplica(recordOf(running))).items)
    await update(addOne)
    expect(await look()).toBe(false)
    expect(await asideOf()).toEqual([])
    expect(await begun()).toBe(START)
    expect(runOf((await loadWhole()).record, RUN)).toBeDefined()
    expect(await look(START + 1)).toBe(false)
  })

  it('keeps what is left of the replica, and names what is wrong with it; what others store is not ours', async () => {
    await sync.set({ 'replica:0': 'half', 'replica:1': 7, other: 'x' })
    // What it brings is written over what is broken.
    await update(addOne)
    expect(await look()).toBe(true)
    const [entry] = await asideOf()
    expect(entry?.problems.map(({ path }) => path)).toEqual(['replica:0', 'replica:1'])
    expect(await readSetAside(entry?.key ?? '')).toEqual({ 'replica:0': 'half', 'replica:1': 7 })
  })

  it('keeps and names what a newer version left in the replica', async () => {
    const text = await toText({ ...recordOf(running), version: 99 } as never)
    await sync.set({ 'replica:0': text, 'replica:1': 'half', 'replica:2': text })
    await reshelve(START)
    expect(await look()).toBe(true)
    const [entry] = await asideOf()
    const message = 'written by a newer version of the extension: after an update it is taken over'
    expect(entry?.problems).toEqual([
      { path: 'replica:0', message },
      { path: 'replica:1', message: expect.not.stringContaining('newer') },
      { path: 'replica:2', message },
    ])
    expect(await readSetAside(entry?.key ?? '')).toEqual({ 'replica:0': text, 'replica:1': 'half', 'replica:2': text })
  })

  it('is told also where sync cannot be read', async () => {
    await reshelve(START)
    vi.spyOn(sync, 'get').mockRejectedValue(new Error('broken') as never)
    expect(await look()).toBe(true)
    expect((await asideOf())[0]?.problems).toEqual([{ path: 'storage.sync', message: 'Error: broken' }])
  })

  it('is none where what is stored cannot be read: that is told otherwise', async () => {
    await local.set({ record: 'ÿÿÿ' })
    await reshelve(START)
    expect(await look()).toBe(false)
    expect((await asideOf()).map(({ lost }) => lost)).toEqual([undefined])
  })
})

describe('what decides nothing', () => {
  it.each([
    ['the mark cannot be read', ['begun']],
    ['what is known of the replica cannot be read', ['replica']],
  ])('a storage where %s', async (_, keys) => {
    await reshelve(START)
    const get = local.get.bind(local)
    const refuse = vi.spyOn(local, 'get').mockImplementation((async (asked: never) => {
      if (keys.some((key) => (asked as readonly string[]).includes(key))) throw new Error('slip')
      return get(asked)
    }) as never)
    await expect(noticeLoss(START, NOBODY)).rejects.toThrow('slip')
    refuse.mockRestore()
    expect(await begun()).toBe(0)
    expect(await look()).toBe(true)
  })

  it('a comparison that failed', async () => {
    await reshelve(START)
    await expect(noticeLoss(START, () => Promise.reject(new Error('slip')))).rejects.toThrow('slip')
    expect(await begun()).toBe(0)
  })

  it('a replica that is there but could not be taken over', async () => {
    await sync.set((await packReplica(recordOf(running))).items)
    await reshelve(START)
    const set = local.set.bind(local)
    const refuse = vi.spyOn(local, 'set').mockImplementation((async (values: Record<string, unknown>) => {
      if ('record' in values) throw new Error('full')
      await set(values)
    }) as never)
    expect(await look()).toBe(false)
    expect([await begun(), await asideOf()]).toEqual([0, []])
    refuse.mockRestore()
    expect(await look()).toBe(false)
    expect(await begun()).toBe(START)
    expect(runOf((await loadWhole()).record, RUN)).toBeDefined()
  })

  it('a mark that was written meanwhile', async () => {
    await reshelve(START)
    expect(await noticeLoss(START, () => keepBegun(START - 1))).toBe(false)
    expect([await begun(), await asideOf()]).toEqual([START - 1, []])
  })

  it('a sync that does not answer: and it holds up no change', async () => {
    await reshelve(START)
    let isAsked = false
    vi.spyOn(sync, 'get').mockImplementation((() => {
      isAsked = true
      return new Promise(() => {})
    }) as never)
    look()
    await vi.waitFor(() => expect(isAsked).toBe(true))
    await update(addOne)
    expect(runOf((await loadWhole()).record, runIdOf(one))).toBeDefined()
    expect(await begun()).toBe(0)
  })
})

describe('what the replica brings is no loss', () => {
  const FULL = async () => (await packReplica(recordOf(running))).items

  it.each([
    ['a clock that says 1970', 5_000_000, async () => {}],
    ['it was removed before anybody looked', START, removeReplica],
  ])('with %s', async (_, at, meanwhile) => {
    vi.setSystemTime(at)
    await sync.set(await FULL())
    await reshelve(at)
    await replicate(at)
    await meanwhile()
    expect(await look(at + 1)).toBe(false)
    expect(runOf((await loadWhole()).record, RUN)).toBeDefined()
  })

  it('and is taken once', async () => {
    await sync.set(await FULL())
    await reshelve(START)
    await replicate(START)
    // What the first one brought is a change of its own.
    await replicate(START + 1)
    const after = await local.get(null)
    await replicate(START + 2)
    expect(await local.get(null)).toEqual(after)
    expect(after.replica).toMatchObject({ takenAt: START })
  })

  it('where the life that took it died before it could say so', async () => {
    await sync.set(await FULL())
    await reshelve(START)
    const set = local.set.bind(local)
    let died = (): void => {}
    const death = new Promise<void>((resolve) => {
      died = resolve
    })
    const stored: Record<string, unknown>[] = []
    vi.spyOn(local, 'set').mockImplementation((async (values: Record<string, unknown>) => {
      stored.push(values)
      await set(values)
      if (!('record' in values)) return
      died()
      await new Promise(() => {})
    }) as never)
    // Its locks die with it, so nobody may wait for them here.
    vi.spyOn(navigator.locks, 'request').mockImplementation((async (_: string, work: () => unknown) => work()) as never)
    look()
    await death
    vi.restoreAllMocks()
    expect(await begun()).toBe(0)
    expect(await look(START + 1)).toBe(false)
    expect(await asideOf()).toEqual([])
  })

  it('where a page wrote before: it is said that it came, and what is broken of it is set aside', async () => {
    const broken = { 'replica:1': 'half', 'replica:2': 'broken' }
    await sync.set({ ...(await FULL()), ...broken })
    await update(setSetting('startOfDay', false))
    expect(await look()).toBe(false)
    expect((await loadReplicaState()).restoredAt).toBe(START)
    const [entry, ...more] = await asideOf()
    expect(more).toEqual([])
    expect(await readSetAside(entry?.key ?? '')).toEqual(broken)
  })

  it('where it is switched off: nobody knows whether it is wanted', async () => {
    await sync.set(await FULL())
    await reshelve(START)
    await setReplicaOn(false)
    expect(await look()).toBe(false)
    expect(await begun()).toBe(0)
  })

  it('where the browser slipped once', async () => {
    await sync.set(await FULL())
    await reshelve(START)
    vi.spyOn(sync, 'get').mockRejectedValueOnce(new Error('not ready') as never)
    expect(await look()).toBe(false)
    expect(runOf((await loadWhole()).record, RUN)).toBeDefined()
  })
})

it('what is left of the replica stays, though a page wrote and the background compared before it looked', async () => {
  const broken = { 'replica:0': 'half', 'replica:1': 'more' }
  await sync.set(broken)
  await update(addOne)
  await replicate(START)
  expect(await look()).toBe(true)
  const kept = await Promise.all((await asideOf()).map(({ key }) => readSetAside(key)))
  expect(kept).toContainEqual(broken)
})
