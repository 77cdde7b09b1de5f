/** Several devices with one `storage.sync` between them: all learn all, and nothing is lost. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { commandersOf, markOf, runOf } from '../../../utils/record/read.ts'
import {
  DEFAULT_COMMANDER,
  EMPTY_RECORD,
  FIRST_COMMANDER,
  markIdOf,
  RECORD_VERSION,
} from '../../../utils/record/record.ts'
import { toText } from '../../../utils/record/replica/fragment-text.ts'
import {
  changeRun,
  putCommander,
  putRun,
  removeCommander,
  removeRun,
  setDone,
  setSetting,
} from '../../../utils/record/transitions.ts'
import { parseReplicaState } from '../../../utils/storage/replica-state.ts'
import {
  acknowledgeRestored,
  forgetNews,
  isReplicaBehind,
  removeReplica,
  replicate,
  setReplicaOn,
} from '../../../utils/storage/replicate.ts'
import { parseSetAside } from '../../../utils/storage/set-aside.ts'
import { updateWhole } from '../../../utils/storage/update.ts'
import { bigRecord } from '../support/big-record.ts'
import { change, type Local, on, recordOn } from '../support/devices.ts'
import { DAY, dayId, HOUR, RUN, recordOf, running, START } from '../support/records.ts'

const { sync } = browser.storage

beforeEach(() => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  vi.setSystemTime(START + HOUR)
})

/** As the background does: who told something does not tell it again. */
const now = async () => {
  const news = await replicate(Date.now())
  await forgetNews(news)
  return news
}
const RUN_VALUE = { eventId: DEFENDER_OF_PEACE.id, startAssumed: false }
const stateOf = (device: Local) => parseReplicaState(device.replica)
const tracked = () => on({ record: recordOf(running) }, now)
/** Does something while the browser refuses once to store a key. */
async function refusingOnce<T>(key: string, work: () => Promise<T>): Promise<T> {
  const set = browser.storage.local.set.bind(browser.storage.local)
  let isRefused = false
  const spy = vi.spyOn(browser.storage.local, 'set').mockImplementation(async (values) => {
    if (!isRefused && key in (values as object)) {
      isRefused = true
      throw new Error('no')
    }
    return set(values)
  })
  try {
    return await work()
  } finally {
    spy.mockRestore()
    expect(isRefused).toBe(true)
  }
}
const mark = (day: number) => markIdOf(FIRST_COMMANDER, RUN, dayId(day))
const done = (day: number, is = true) => setDone(FIRST_COMMANDER, RUN, dayId(day), is)

describe('two devices', () => {
  it('learn from each other what each was told', async () => {
    let here = await tracked()
    let there = await on({}, now)
    here = await change(here, done(1))
    there = await change(there, done(2))
    here = await on(here, now)
    there = await on(there, now)
    here = await on(here, now)
    const [one, other] = [await recordOn(here), await recordOn(there)]
    expect(one).toEqual(other)
    expect([one.marks[mark(1)]?.done?.value, one.marks[mark(2)]?.done?.value]).toEqual([true, true])
  })

  it('lose nothing where one was off for a month', async () => {
    let here = await tracked()
    let there = await on({}, now)
    there = await change(there, done(3))
    vi.setSystemTime(START + 30 * DAY)
    here = await change(here, done(1), done(2), setSetting('startOfDay', false))
    here = await on(here, now)
    there = await on(there, now)
    here = await on(here, now)
    const one = await recordOn(here)
    expect(await recordOn(there)).toEqual(one)
    expect([1, 2, 3].map((day) => one.marks[mark(day)]?.done?.value)).toEqual([true, true, true])
    expect(one.settings.startOfDay?.value).toBe(false)
  })

  it('lose nothing to one that has an empty record', async () => {
    const here = await change(await tracked(), done(1))
    await on(here, now)
    const items = await sync.get(null)
    const empty = await on({}, now)
    expect(await recordOn(empty)).toEqual(await recordOn(here))
    expect(await sync.get(null)).toEqual(items)
  })

  it('agree where one has a clock that is a year ahead: its word wins until it is changed, not for ever', async () => {
    let here = await tracked()
    vi.setSystemTime(START + 365 * DAY)
    let there = await change(await on({}, now), done(1))
    there = await on(there, now)
    vi.setSystemTime(START + 2 * HOUR)
    here = await on(here, now)
    here = await change(here, done(1, false))
    here = await on(here, now)
    vi.setSystemTime(START + 365 * DAY)
    there = await on(there, now)
    expect((await recordOn(there)).marks[mark(1)]?.done?.value).toBe(false)
    expect(await recordOn(there)).toEqual(await recordOn(here))
  })

  it('show no less than before where one removed what the other, off line, went on to mark', async () => {
    const kirk = putCommander('kirk', { ...DEFAULT_COMMANDER, name: 'Kirk' })
    const old = putRun('old', { ...RUN_VALUE, startsAt: START - 90 * DAY })
    // A mark on the shelf: the removal knows it, though the near part does not have it.
    let here = await change(await tracked(), kirk, old, setDone('kirk', 'old', dayId(1), true))
    here = await on(here, now)
    let there = await on({}, now)
    here = await change(here, removeCommander('kirk'), removeRun(RUN))
    there = await on(there, now)
    expect(commandersOf(await recordOn(there)).map(({ name }) => name)).toEqual(['', 'Kirk'])
    here = await on(here, now)
    there = await on(there, now)
    expect(commandersOf(await recordOn(there)).map(({ name }) => name)).toEqual([''])
    there = await change(there, kirk, putRun(RUN, { ...RUN_VALUE, startsAt: START }))
    there = await on(there, now)
    here = await on(here, now)
    // Now both at once, and the one that marks is the first to tell.
    here = await change(here, removeCommander('kirk'), removeRun(RUN))
    there = await change(there, setDone('kirk', RUN, dayId(2), true))
    there = await on(there, now)
    here = await on(here, now)
    there = await on(there, now)
    here = await on(here, now)
    const one = await recordOn(here)
    expect(await recordOn(there)).toEqual(one)
    expect(commandersOf(one).map(({ name }) => name)).toEqual(['', 'Kirk'])
    expect([runOf(one, RUN)?.startsAt, markOf(one, 'kirk', RUN, dayId(2)).done]).toEqual([START, true])
    const items = await sync.get(null)
    here = await on(here, now)
    there = await on(there, now)
    expect(await sync.get(null)).toEqual(items)
  })

  it('come to rest: who has nothing to say writes nothing', async () => {
    let here = await tracked()
    let there = await on({}, now)
    const set = vi.spyOn(sync, 'set')
    const remove = vi.spyOn(sync, 'remove')
    for (let round = 0; round < 3; round++) {
      here = await on(here, now)
      there = await on(there, now)
    }
    expect(set).not.toHaveBeenCalled()
    expect(remove).not.toHaveBeenCalled()
  })

  it('mend what two wrote at the same time', async () => {
    let here = await change(await tracked(), done(1))
    let there = await change(await on({}, now), done(2))
    const before = await sync.get(null)
    here = await on(here, now)
    const byHere = await sync.get(null)
    await sync.clear()
    await sync.set(before)
    there = await on(there, now)
    // Of each item the last to arrive is there.
    await sync.set(byHere)
    there = await on(there, now)
    here = await on(here, now)
    there = await on(there, now)
    expect(await recordOn(here)).toEqual(await recordOn(there))
    expect((await recordOn(here)).marks[mark(2)]?.done?.value).toBe(true)
  })
})

describe('after an accident', () => {
  it('a device whose storage is empty gets its record back, and says so once', async () => {
    const here = await change(await tracked(), done(1))
    await on(here, now)
    let again = await on({}, now)
    expect(await recordOn(again)).toEqual(await recordOn(here))
    expect(stateOf(again).restoredAt).toBe(Date.now())
    again = await on(again, acknowledgeRestored)
    again = await on(again, now)
    expect(stateOf(again).restoredAt).toBeUndefined()
  })

  it('a device gets back what can be read; what of the replica cannot is set aside before it is written over', async () => {
    const kirk = await toText(recordOf([putCommander('kirk', { ...DEFAULT_COMMANDER, name: 'Kirk' }), START]))
    const cut = (await toText(recordOf(running))).slice(0, -6)
    await sync.set({ 'replica:0': kirk, 'replica:1': cut })
    const after = await on({}, now)
    expect(commandersOf(await recordOn(after)).map(({ name }) => name)).toContain('Kirk')
    const [entry] = parseSetAside(after.setAside)
    expect(entry).toMatchObject({ whole: false, seen: false })
    expect(entry?.problems.map(({ path }) => path)).toEqual(['replica:1'])
    expect(after[entry?.key ?? '']).toEqual({ 'replica:1': cut })
    expect(Object.values(await sync.get(null))).not.toContain(cut)
  })

  it('a device gets its record back though sync cannot be written, and says so', async () => {
    const here = await change(await tracked(), done(1))
    await on(here, now)
    await sync.set({ 'replica:7': 'left over' })
    const refuse = vi.spyOn(sync, 'remove').mockRejectedValue(new Error('no') as never)
    const again = await on({}, now)
    refuse.mockRestore()
    expect(await recordOn(again)).toEqual(await recordOn(here))
    expect(stateOf(again)).toMatchObject({ restoredAt: Date.now(), trouble: 'failed' })
  })

  it('a device whose storage refuses the record says nothing of it; once it is there it says so, in the same breath', async () => {
    await on(await change(await tracked(), done(1)), now)
    const write = vi.spyOn(browser.storage.local, 'set')
    let again = await on({}, () => {
      write.mockRejectedValueOnce(new Error('no') as never)
      return now()
    })
    expect(again.record).toBeUndefined()
    expect(stateOf(again)).toMatchObject({ trouble: 'unstored' })
    expect(stateOf(again)).not.toHaveProperty('takenAt')
    write.mockClear()
    again = await on(again, now)
    expect(stateOf(again).restoredAt).toBe(Date.now())
    // Or a worker that dies in between would tell nobody.
    const together = write.mock.calls.map(([values]) => values as Local).find(({ record }) => record !== undefined)
    expect(parseReplicaState(together?.replica)).toMatchObject({ restoredAt: Date.now(), takenAt: Date.now() })
  })

  it('a device sets aside what of the replica is broken with the record that comes back, or takes neither', async () => {
    const kirk = await toText(recordOf([putCommander('kirk', { ...DEFAULT_COMMANDER, name: 'Kirk' }), START]))
    const cut = (await toText(recordOf(running))).slice(0, -6)
    await sync.set({ 'replica:0': kirk, 'replica:1': cut })
    const first = await refusingOnce('setAside', () => on({}, now))
    expect(first.record).toBeUndefined()
    expect(stateOf(first).trouble).toBe('unstored')
    expect(Object.values(await sync.get(null))).toContain(cut)
    const second = await on(first, now)
    expect(parseSetAside(second.setAside).map(({ key }) => second[key])).toEqual([{ 'replica:1': cut }])
    expect(Object.values(await sync.get(null))).not.toContain(cut)
  })

  it('a device tells that it is broken and that it is back as one, or neither', async () => {
    await tracked()
    const broken = { record: '{', shelf: '{' }
    const first = await refusingOnce('setAside', () => on(broken, now))
    expect(first).toMatchObject(broken)
    const { setAside, replica } = await on(first, now)
    expect(parseReplicaState(replica).restoredAt).toBeDefined()
    expect(parseSetAside(setAside).map(({ seen }) => seen)).toEqual([true, true])
  })

  it('a device whose storage took the record and said no says that it came back', async () => {
    await tracked()
    const set = browser.storage.local.set.bind(browser.storage.local)
    const first = await on({}, async () => {
      vi.spyOn(browser.storage.local, 'set').mockImplementationOnce(async (values) => {
        await set(values)
        throw new Error('no')
      })
      await now()
    })
    expect(stateOf(first)).toMatchObject({ restoredAt: Date.now(), trouble: 'unstored' })
    expect(first.record).toBeDefined()
  })

  it('a device tells that its record came back until somebody was told, also a life after the one that took it', async () => {
    await tracked()
    let again = await on({}, async () => {
      expect(await replicate(Date.now())).toEqual(['restored'])
      expect(await isReplicaBehind()).toBe(true)
    })
    again = await on(again, async () => {
      expect(await now()).toEqual(['restored'])
      expect(await isReplicaBehind()).toBe(false)
      expect(await replicate(Date.now())).toEqual([])
    })
    expect(stateOf(again).restoredAt).toBeDefined()
  })

  it('a device is awaited before anything of the replica is stored, and only then', async () => {
    await tracked()
    const asked: string[] = []
    const hold = async () => {
      asked.push('held')
    }
    vi.spyOn(browser.storage.local, 'set').mockImplementation(async (values) => {
      asked.push(...Object.keys(values as object).filter((key) => key === 'record'))
    })
    await browser.storage.local.clear()
    await replicate(Date.now(), hold)
    expect(asked).toEqual(['held', 'record'])
    vi.restoreAllMocks()
    const again = await on({}, now)
    await on(again, () => replicate(Date.now(), () => Promise.reject(new Error('Nothing came in.'))))
    expect(stateOf(await on(again, now)).trouble).toBeUndefined()
  })

  it('a device found empty to which nothing comes that a page has not brought takes nothing for lost', async () => {
    const here = await tracked()
    const { record, shelf } = here
    const again = await on({ record, shelf, begun: 0 }, now)
    expect(stateOf(again).takenAt).toBe(Date.now())
    expect(stateOf(again).restoredAt).toBeUndefined()
    // Also where the browser refuses what follows.
    await sync.set({ 'replica:7': 'left over' })
    const refuse = vi.spyOn(sync, 'remove').mockRejectedValue(new Error('no') as never)
    expect(stateOf(await on({ record, shelf, begun: 0 }, now))).toMatchObject({
      takenAt: Date.now(),
      trouble: 'failed',
    })
    refuse.mockRestore()
    // Where nobody asks whether something is lost, nothing was taken.
    expect(stateOf(await on({ record, shelf, begun: START }, now)).takenAt).toBeUndefined()
  })

  it('a device that was found empty says once that its record came back, whatever comes later', async () => {
    await tracked()
    let again = await on({ begun: 0, record: recordOf([setSetting('startOfDay', false), START]) }, now)
    expect(stateOf(again).restoredAt).toBe(Date.now())
    again = await on(again, acknowledgeRestored)
    await sync.set({ 'replica:0': await toText(recordOf(running, [done(3), START + HOUR])) })
    again = await on(again, now)
    expect((await recordOn(again)).marks[mark(3)]?.done?.value).toBe(true)
    expect(stateOf(again).restoredAt).toBeUndefined()
  })

  it('a device that is only repaired took nothing from the replica', async () => {
    const here = await tracked()
    const again = await on({ ...here, shelf: '{' }, now)
    expect(parseSetAside(again.setAside)).toHaveLength(1)
    expect(stateOf(again).takenAt).toBeUndefined()
  })

  it('a device that has its record writes over what is broken in the replica and keeps none of it', async () => {
    const here = await tracked()
    await sync.set({ 'replica:0': 'garbage' })
    const again = await on(here, now)
    expect(parseSetAside(again.setAside)).toEqual([])
    expect(Object.values(await sync.get(null))).not.toContain('garbage')
  })

  it('a device found empty keeps what is broken in the replica, though all that can be read is here', async () => {
    await sync.set({ 'replica:0': 'garbage' })
    const again = await on({ begun: 0, record: recordOf(running) }, now)
    expect(parseSetAside(again.setAside).map(({ key }) => again[key])).toEqual([{ 'replica:0': 'garbage' }])
    expect(Object.values(await sync.get(null))).not.toContain('garbage')
  })

  it('a device that never had a record and finds none says nothing', async () => {
    expect(stateOf(await on({}, now)).restoredAt).toBeUndefined()
  })

  it.each([
    ['empty', () => sync.clear()],
    ['cut', async () => sync.set({ 'replica:0': String((await sync.get(null))['replica:0']).slice(0, 20) })],
    ['foreign', () => sync.set({ 'replica:0': { a: 1 } })],
  ])('a replica that is %s is written again', async (_, harm) => {
    const here = await tracked()
    const items = await sync.get(null)
    await harm()
    await on(here, now)
    expect(await sync.get(null)).toEqual(items)
  })

  it('a device without a record leaves a broken replica as it is: somebody may still read it', async () => {
    await sync.set({ 'replica:0': 'half' })
    await on({}, now)
    expect(await sync.get(null)).toEqual({ 'replica:0': 'half' })
  })

  it('a record that is broken in both its parts comes back; the message that it does replaces the one that it broke', async () => {
    const here = await change(await tracked(), done(1))
    await on(here, now)
    const whole = await recordOn(here)
    const broken = await on({ ...here, record: 'ÿÿÿ', shelf: 'ÿÿÿ' }, now)
    expect(await recordOn(broken)).toEqual(whole)
    expect(stateOf(broken).restoredAt).toBe(Date.now())
    expect((broken.setAside as { seen: boolean }[]).map(({ seen }) => seen)).toEqual([true, true])
  })

  it('a record whose near part is broken gets it from the replica; what was broken is set aside', async () => {
    const here = await change(await tracked(), done(1))
    await on(here, now)
    const whole = await recordOn(here)
    const broken = await on({ ...here, record: '\u00ff\u00ff\u00ff' }, now)
    expect(await recordOn(broken)).toEqual(whole)
    expect(Object.values(broken)).toContain('\u00ff\u00ff\u00ff')
  })
})

describe('the replica', () => {
  it('of a later version is left alone, and so is what is here', async () => {
    const here = await tracked()
    const newer = { 'replica:0': await toText({ ...EMPTY_RECORD, version: RECORD_VERSION + 1 }) }
    await sync.clear()
    await sync.set(newer)
    const after = await on(here, now)
    expect(await sync.get(null)).toEqual(newer)
    expect(stateOf(after).trouble).toBe('newer')
    expect(await recordOn(after)).toEqual(await recordOn(here))
  })

  it('is left alone where a later version wrote the record here, which stays as it is, byte for byte', async () => {
    const there = await change(await tracked(), done(1))
    await on(there, now)
    const items = await sync.get(null)
    const { replica: _, ...known } = there
    const newer = { ...known, record: { ...recordOf(running), version: RECORD_VERSION + 1, more: 1 } }
    const after = await on({ ...newer, replica: { ...stateOf(there), trouble: 'failed', error: 'x' } }, now)
    const { replica: __, ...rest } = after
    expect(rest).toEqual(newer)
    expect(JSON.stringify(rest.record)).toBe(JSON.stringify(newer.record))
    expect(stateOf(after)).toMatchObject({ on: true, trouble: 'newer' })
    expect(stateOf(after).error).toBeUndefined()
    expect(await sync.get(null)).toEqual(items)
    await on(after, async () => expect(await isReplicaBehind()).toBe(false))
    // An update of the extension is a start, at which both are compared in any case.
    const updated = await on({ ...after, record: recordOf(running) }, now)
    expect(stateOf(updated).trouble).toBeUndefined()
    expect((await recordOn(updated)).marks[mark(1)]?.done?.value).toBe(true)
  })

  it.each(['get', 'set', 'remove'] as const)(
    'takes nothing away where %s fails; it is told, and tried again',
    async (method) => {
      let here = await tracked()
      await sync.set({ 'replica:7': 'left over' })
      here = await change(here, done(1))
      const refuse = vi.spyOn(sync, method).mockRejectedValue(new Error('QUOTA_BYTES quota exceeded') as never)
      here = await on(here, now)
      expect(stateOf(here)).toMatchObject({ trouble: 'failed', error: 'Error: QUOTA_BYTES quota exceeded' })
      expect((await recordOn(here)).marks[mark(1)]?.done?.value).toBe(true)
      await on(here, async () => expect(await isReplicaBehind()).toBe(true))
      refuse.mockRestore()
      here = await on(here, now)
      expect(stateOf(here).trouble).toBeUndefined()
      await on(here, async () => expect(await isReplicaBehind()).toBe(false))
      const there = await on({}, now)
      expect(await recordOn(there)).toEqual(await recordOn(here))
    },
  )

  it('tells once that it has no room for all, whatever comes and goes', async () => {
    let news: unknown[] = []
    const replicateOn = async (device: Local) =>
      on(device, async () => {
        news = [...news, ...(await now())]
      })
    let here = await replicateOn({ record: bigRecord(START) })
    expect(Object.keys(await sync.get(null)).length).toBeGreaterThan(10)
    expect(stateOf(here).leftOut?.runs).toBeGreaterThan(0)
    const full = bigRecord(START)
    here = await replicateOn({ ...here, record: recordOf(running), shelf: undefined })
    here = await replicateOn({ ...here, record: full })
    vi.spyOn(sync, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded') as never)
    await replicateOn(await change(here, done(1)))
    expect(news).toEqual(['full'])
  })

  it('that could not be asked for the word of another device is asked again', async () => {
    let here = await tracked()
    const refuse = vi.spyOn(sync, 'get').mockRejectedValue(new Error('no') as never)
    here = await on(here, now)
    refuse.mockRestore()
    // Nothing was changed here.
    await on(here, async () => expect(await isReplicaBehind()).toBe(true))
  })

  it('that another device changed is looked at by the next life, should the one that was told have died', async () => {
    const here = await tracked()
    await on(here, async () => expect(await isReplicaBehind()).toBe(false))
    const there = await change(await on({}, now), done(1))
    await on(there, now)
    await on(here, async () => {
      expect(await isReplicaBehind()).toBe(true)
      await now()
      // What came from there is a change here, which is looked at too.
      await now()
      expect(await isReplicaBehind()).toBe(false)
    })
  })

  it('is not called full where this device has no room for what it brings', async () => {
    await tracked()
    const refused = await on({}, async () => {
      vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('QuotaExceededError') as never)
      expect(await now()).toEqual([])
    })
    expect(stateOf(refused)).toMatchObject({ trouble: 'unstored', error: 'Error: QuotaExceededError' })
    expect(stateOf(refused).toldFull).toBeUndefined()
    await on(refused, async () => {
      expect(await isReplicaBehind()).toBe(true)
      expect(await now()).toEqual(['restored'])
    })
  })

  it.each<[string, () => Promise<void>, readonly string[] | undefined]>([
    ['switched off', () => setReplicaOn(false), ['restored', 'lost']],
    ['switched on', () => setReplicaOn(true), ['full', 'restored', 'lost']],
    ['removed', removeReplica, ['lost']],
    ['acknowledged', acknowledgeRestored, ['full', 'lost']],
  ])('that is %s keeps what is still to be told', async (_, change, untold) => {
    const replica = { on: true, untold: ['full', 'of a later version', 'restored', 'lost'], restoredAt: START }
    const after = await on({ replica }, change)
    expect(stateOf(after).untold).toEqual(untold)
    // Also where it is not compared any more.
    await on(after, async () => {
      expect(await isReplicaBehind()).toBe(true)
      expect(await now()).toEqual(untold)
      expect(await now()).toEqual([])
    })
  })

  it('that the browser has no room for is told like one that is full', async () => {
    vi.spyOn(sync, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded') as never)
    await on({ record: recordOf(running) }, async () => {
      expect(await now()).toEqual(['full'])
      expect(await now()).toEqual([])
    })
  })

  it('is left as it is while it is switched off, and compared once it is on again', async () => {
    let here = await tracked()
    here = await on(here, () => setReplicaOn(false))
    here = await change(here, done(1))
    const items = await sync.get(null)
    here = await on(here, now)
    expect(await sync.get(null)).toEqual(items)
    await on(here, async () => expect(await isReplicaBehind()).toBe(false))
    here = await on(here, () => setReplicaOn(true))
    await on(here, async () => expect(await isReplicaBehind()).toBe(true))
    here = await on(here, now)
    expect(await sync.get(null)).not.toEqual(items)
  })

  it('is removed at the commander’s wish, and stays away', async () => {
    let here = await tracked()
    await sync.set({ other: 1 })
    here = await on(here, removeReplica)
    here = await change(here, done(1))
    await on(here, now)
    expect(await sync.get(null)).toEqual({ other: 1 })
  })

  it('is compared again where something was changed while it was', async () => {
    let here = await tracked()
    here = await on(here, async () => {
      const get = sync.get.bind(sync)
      vi.spyOn(sync, 'get').mockImplementationOnce((async (keys: null) => {
        await updateWhole(changeRun(RUN, { endedAt: START + HOUR }))
        return get(keys)
      }) as never)
      await now()
      expect(await isReplicaBehind()).toBe(true)
      await now()
      expect(await isReplicaBehind()).toBe(false)
    })
  })

  it('does not wait for a mark that a page makes, nor the mark for it', async () => {
    const here = await change(await tracked(), done(1))
    await on(here, async () => {
      await Promise.all([now(), updateWhole(done(2)), now()])
      await now()
    })
    expect(Object.keys((await recordOn(await on({}, now))).marks).sort()).toEqual([mark(1), mark(2)].sort())
  })
})
