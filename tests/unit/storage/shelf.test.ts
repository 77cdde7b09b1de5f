import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { merge } from '../../../utils/record/merge.ts'
import { EMPTY_RECORD, FIRST_COMMANDER, RECORD_VERSION, type TrackerRecord } from '../../../utils/record/record.ts'
import { shelve } from '../../../utils/record/shelve.ts'
import {
  addRun,
  changeRun,
  putEvent,
  putRun,
  removeRun,
  setDone,
  setNote,
  setSetting,
  type Transition,
} from '../../../utils/record/transitions.ts'
import { load } from '../../../utils/storage/load.ts'
import { loadWhole } from '../../../utils/storage/load-whole.ts'
import { readSetAside } from '../../../utils/storage/set-aside.ts'
import { isShelvingDue, parseShelved } from '../../../utils/storage/shelved.ts'
import { NewerRecordError, repair, reshelve, update, updateWhole } from '../../../utils/storage/update.ts'
import { arbitraryRecord, instant } from '../support/arbitrary-record.ts'
import { DAY, dayId, doneOn, HOUR, RUN, recordOf, running, START, type Told } from '../support/records.ts'

const NOW = START + HOUR
const OLD = { eventId: DEFENDER_OF_PEACE.id, startsAt: START - 60 * DAY, startAssumed: false }
/** Two runs that are over for long: the older of them goes to the shelf with its mark. */
const old: readonly Told[] = [
  [putRun('old', { ...OLD, startsAt: START - 90 * DAY }), START - 91 * DAY],
  [setDone(FIRST_COMMANDER, 'old', dayId(1), true), START - 90 * DAY],
  [putRun('last', OLD), START - 61 * DAY],
]
const whole = recordOf(...old, running, doneOn(1, 0))
const parts = shelve(whole, NOW)

const stored = () => browser.storage.local.get(null) as Promise<Record<string, unknown>>
const keysWritten = () => vi.mocked(browser.storage.local.set).mock.calls.map(([items]) => Object.keys(items).sort())
const mark = setDone(FIRST_COMMANDER, RUN, dayId(2), true)
const stampNow = { at: NOW, by: 'test' }

/** A record as it stands after it was shelved. */
async function storeShelved(): Promise<void> {
  await browser.storage.local.set({ record: parts.near, shelf: parts.shelf, shelved: { at: NOW }, device: 'test' })
}

beforeEach(() => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  vi.spyOn(Date, 'now').mockReturnValue(NOW)
})

describe('a record in two parts', () => {
  beforeEach(storeShelved)

  it('is loaded in part, or whole', async () => {
    const get = vi.spyOn(browser.storage.local, 'get')
    expect((await load()).record).toEqual(parts.near)
    expect(get.mock.lastCall?.[0]).not.toContain('shelf')
    expect((await loadWhole()).record).toEqual(whole)
    expect(parts.near).not.toEqual(whole)
  })

  it('of which an entry stands in both is loaded with its later word', async () => {
    const later = mark(parts.near, stampNow)
    await browser.storage.local.set({ record: later, shelf: whole })
    expect((await loadWhole()).record).toEqual(merge(whole, later))
    await browser.storage.local.set({ record: whole, shelf: later })
    expect((await loadWhole()).record).toEqual(merge(whole, later))
  })

  it.each([
    ['a mark', mark],
    ['a setting', setSetting('startOfDay', false)],
  ])('changes in what is near by %s, and the shelf is neither read nor written', async (_, transition) => {
    const get = vi.spyOn(browser.storage.local, 'get')
    vi.spyOn(browser.storage.local, 'set')
    const after = await update(transition)
    expect(get.mock.calls.flat(2)).not.toContain('shelf')
    expect(keysWritten()).toEqual([['device', 'record', 'revision']])
    expect(after).toEqual(transition(parts.near, stampNow))
    expect((await loadWhole()).record).toEqual(transition(whole, stampNow))
  })

  it.each<[string, Transition]>([
    ['a mark on the shelf', setDone(FIRST_COMMANDER, 'old', dayId(1), false)],
    ['the first mark of a day on the shelf', setDone(FIRST_COMMANDER, 'old', dayId(2), true)],
    ['a run on the shelf', changeRun('old', { endedAt: START - 89 * DAY })],
    ['a run on the shelf that is there already', addRun({ ...OLD, startsAt: START - 90 * DAY })],
    ['a new run', addRun({ ...OLD, startsAt: START + DAY })],
    ['the end of what is near', changeRun(RUN, { endedAt: NOW })],
    ['the removal of what ended last', removeRun('last')],
    ['an event', putEvent({ ...DEFENDER_OF_PEACE, id: 'own' })],
  ])('changes as a whole by %s', async (_, transition) => {
    const after = await update(transition)
    const expected = transition(whole, stampNow)
    expect((await loadWhole()).record).toEqual(expected)
    expect([after, (await load()).record]).toEqual([shelve(expected, NOW).near, shelve(expected, NOW).near])
  })

  it('gives back the whole where the whole was changed, and writes both parts at once', async () => {
    const set = vi.spyOn(browser.storage.local, 'set')
    const transition = removeRun('last')
    expect(await updateWhole(transition)).toEqual(transition(whole, stampNow))
    expect(set).toHaveBeenCalledTimes(1)
    expect(keysWritten()).toEqual([['record', 'revision', 'shelf', 'shelved']])
  })

  it('writes the shelf only where it changes', async () => {
    vi.spyOn(browser.storage.local, 'set')
    await updateWhole(setSetting('startOfDay', false))
    await updateWhole((record) => record)
    expect(keysWritten()).toEqual([['record', 'revision', 'shelved']])
  })

  it('loses nothing of many changes at once, near and far', async () => {
    const near = Array.from({ length: 20 }, (_, i) => setDone(`c${i}`, RUN, dayId(1), true))
    const far = Array.from({ length: 20 }, (_, i) => setDone(`c${i}`, 'old', dayId(1), true))
    await Promise.all([...near, ...far].flatMap((each, i) => [(i % 2 ? update : updateWhole)(each), reshelve(NOW + i)]))
    const expected = [...near, ...far].reduce((record, each) => each(record, stampNow), whole)
    expect((await loadWhole()).record).toEqual(expected)
  })

  it('changes as a whole where the clock was put back to when more was near', async () => {
    const mark = (done: boolean) => setDone(FIRST_COMMANDER, 's#5', dayId(1), done)
    const series = putRun('s', { ...OLD, startsAt: START - 70 * DAY, repeatsEvery: 1 })
    const record = recordOf([series, START - 71 * DAY], [mark(true), START - 40 * DAY])
    const { near, shelf } = shelve(record, NOW)
    expect(near.marks).toEqual({})
    await browser.storage.local.set({ record: near, shelf, shelved: { at: NOW }, device: 'test' })
    vi.mocked(Date.now).mockReturnValue(START - 41 * DAY)
    await update(mark(false))
    expect(Object.values((await loadWhole()).record.marks)).toEqual([
      { done: { value: false, at: START - 40 * DAY + 1, by: 'test' } },
    ])
  })

  it('passes the browser’s refusal on, with both parts as they were', async () => {
    const before = await stored()
    vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('QuotaExceededError'))
    await expect(updateWhole(removeRun('last'))).rejects.toThrow('Quota')
    expect(await stored()).toEqual(before)
  })
})

it('sets aside what is near and cannot be read before it changes it', async () => {
  await storeShelved()
  const damaged = { ...parts.near, settings: { startOfDay: 'yes' } }
  await browser.storage.local.set({ record: damaged })
  await update(mark)
  const { setAside, problems, record } = await loadWhole()
  expect(problems).toEqual([])
  expect(await readSetAside(setAside[0]?.key ?? '')).toEqual(damaged)
  expect(record).toEqual(mark(whole, stampNow))
})

describe('a shelf that cannot be used', () => {
  const broken = { ...parts.shelf, runs: { old: 'broken' } }

  it.each([
    ['is no record', ['a', 'list'], 'shelf'],
    ['has an entry that is none', broken, 'runs.old'],
  ])('%s: it is set aside and named, and what is near goes on', async (_, shelf, path) => {
    await storeShelved()
    await browser.storage.local.set({ shelf })
    expect(await load()).toMatchObject({ status: 'ok', record: parts.near, problems: [] })
    expect(await loadWhole()).toMatchObject({ status: 'ok', problems: [{ path }] })
    await update(mark)
    expect((await load()).setAside).toEqual([])
    await repair()
    const { setAside, problems, record } = await loadWhole()
    expect(problems).toEqual([])
    expect(setAside).toMatchObject([{ whole: false, problems: [{ path }] }])
    expect(await readSetAside(setAside[0]?.key ?? '')).toEqual(shelf)
    expect(record.runs).toMatchObject({ [RUN]: {}, last: {} })
    await repair()
    expect((await load()).setAside).toHaveLength(1)
  })

  it('and what is near neither: each is set aside by itself, in one write', async () => {
    await browser.storage.local.set({ record: 'broken', shelf: 7, shelved: { at: NOW } })
    const set = vi.spyOn(browser.storage.local, 'set')
    await updateWhole(setSetting('startOfDay', false))
    expect(set).toHaveBeenCalledTimes(1)
    const { setAside, record } = await loadWhole()
    expect(setAside.map((each) => each.whole)).toEqual([true, false])
    expect(await Promise.all(setAside.map(({ key }) => readSetAside(key)))).toEqual(['broken', 7])
    expect(record.settings.startOfDay?.value).toBe(false)
  })

  it('keeps its entries where only what is near is broken', async () => {
    await storeShelved()
    await browser.storage.local.set({ record: 'broken' })
    expect(await loadWhole()).toMatchObject({ status: 'unreadable', record: EMPTY_RECORD })
    await repair()
    expect((await loadWhole()).record).toEqual(parts.shelf)
  })

  it.each(['record', 'shelf'])('has a later version in %s: nothing is changed', async (key) => {
    await storeShelved()
    await browser.storage.local.set({ [key]: { version: RECORD_VERSION + 1, secret: 1 } })
    const before = await stored()
    expect(await loadWhole()).toMatchObject({ status: 'newer', record: EMPTY_RECORD, problems: [] })
    for (const change of [() => updateWhole(mark), () => update(removeRun('last')), () => reshelve(NOW), repair]) {
      await expect(change()).rejects.toBeInstanceOf(NewerRecordError)
    }
    expect(await stored()).toEqual(before)
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['what is near', { record: { ...parts.near, version: 4 } }, 'newer'],
    ['the shelf', { shelf: JSON.stringify({ ...parts.shelf, version: 4 }) }, 'ok'],
    ['both', { record: { ...parts.near, version: 4 }, shelf: { ...parts.shelf, version: 4 } }, 'newer'],
  ])('or %s is of a later version: what is understood of both is there, to look at', async (_, newer, near) => {
    await storeShelved()
    await browser.storage.local.set(newer)
    expect(await load()).toMatchObject({ status: near, record: parts.near })
    expect(await loadWhole()).toMatchObject({ status: 'newer', problems: [] })
    expect((await loadWhole()).record).toEqual(whole)
    const before = JSON.stringify(await stored())
    await expect(updateWhole(mark)).rejects.toBeInstanceOf(NewerRecordError)
    expect(JSON.stringify(await stored())).toBe(before)
  })

  it.each([
    ['record', 'broken', parts.shelf],
    ['shelf', 'broken', parts.near],
  ])('is of a later version, and %s is no record: the other part is there', async (key, broken, record) => {
    const newer = {
      record: { ...parts.near, version: RECORD_VERSION + 1 },
      shelf: { ...parts.shelf, version: RECORD_VERSION + 1 },
    }
    await browser.storage.local.set({ ...newer, [key]: broken })
    expect(await loadWhole()).toMatchObject({ status: 'newer', problems: [] })
    expect((await loadWhole()).record).toEqual(record)
    await expect(repair()).rejects.toBeInstanceOf(NewerRecordError)
  })
})

describe('a record that was never shelved', () => {
  it('simply works, and the first shelving divides it', async () => {
    await browser.storage.local.set({ record: whole })
    expect((await load()).record).toEqual(whole)
    await update(mark)
    expect((await loadWhole()).record).toEqual(mark(whole, { at: NOW, by: expect.any(String) as never }))
    await browser.storage.local.set({ record: whole })
    await browser.storage.local.remove(['shelf', 'shelved'])
    await reshelve(NOW)
    const { record, shelf, shelved } = await stored()
    expect([record, shelf, shelved]).toEqual([parts.near, parts.shelf, { at: NOW }])
  })

  it('and was written by version 1 is raised in both parts', async () => {
    const {
      region: _,
      archived: __,
      ...commander
    } = {
      ...{ name: 'Kirk', server: '', level: 33, role: 'hero', missionOpen: false },
      ...{ region: '', archived: false },
    }
    const told = { value: commander, at: START, by: 'a' }
    await browser.storage.local.set({ record: { ...whole, version: 1, commanders: { [FIRST_COMMANDER]: told } } })
    expect(await load()).toMatchObject({ status: 'ok', problems: [] })
    await reshelve(NOW)
    const { record, shelf } = (await stored()) as Record<string, TrackerRecord>
    expect([record?.version, shelf?.version]).toEqual([RECORD_VERSION, RECORD_VERSION])
    expect(record?.commanders[FIRST_COMMANDER]?.value).toEqual({ ...commander, region: '', archived: false })
  })

  it('needs no shelf where there is nothing to put on it', async () => {
    await reshelve(NOW)
    expect(await stored()).toEqual({ begun: 0, shelved: { at: NOW }, device: expect.any(String) })
    await updateWhole(mark)
    expect(Object.keys(await stored()).sort()).toEqual(['begun', 'device', 'revision', 'shelf', 'shelved'])
  })
})

describe('a part with many entries', () => {
  const notesOn = (runId: string, count: number): Told[] =>
    Array.from({ length: count }, (_, i) => [setNote(`c${i}`, runId, dayId(1), 'Say "hi" \\ 🖖'), START])

  it.each([
    [99, 'object'],
    [100, 'string'],
  ])('is stored, from a hundred on, as a text: %i is of type %s', async (count, type) => {
    // The run itself is an entry too.
    const record = recordOf(running, ...notesOn(RUN, count - 1))
    await browser.storage.local.set({ record: { ...EMPTY_RECORD }, shelved: { at: NOW } })
    await updateWhole(() => record)
    expect(typeof (await stored()).record).toBe(type)
    expect((await load()).record).toEqual(record)
    await update(mark)
    expect((await loadWhole()).record).toEqual(mark(record, { at: NOW, by: expect.any(String) as never }))
    expect(typeof (await stored()).record).toBe('string')
  })

  it('becomes one when it is shelved though its entries are the same, and an object again when it has few', async () => {
    const record = recordOf(...old, running, ...notesOn(RUN, 100), ...notesOn('old', 100))
    await browser.storage.local.set({ record: shelve(record, NOW).near, shelf: shelve(record, NOW).shelf })
    await reshelve(NOW)
    const texts = await stored()
    expect([typeof texts.record, typeof texts.shelf]).toEqual(['string', 'string'])
    vi.spyOn(browser.storage.local, 'set')
    await reshelve(NOW)
    expect(keysWritten()).toEqual([['shelved']])
    expect((await loadWhole()).record).toEqual(record)
    await updateWhole(() => EMPTY_RECORD)
    expect(await stored()).toMatchObject({ record: EMPTY_RECORD, shelf: EMPTY_RECORD })
  })

  it.each(['record', 'shelf'])('whose text in %s breaks off is set aside as it is', async (key) => {
    const record = recordOf(...old, running, ...notesOn(RUN, 100), ...notesOn('old', 100))
    await browser.storage.local.set({ record })
    await reshelve(NOW)
    const text = String((await stored())[key]).slice(0, 5000)
    await browser.storage.local.set({ [key]: text })
    await repair()
    const { setAside, problems } = await loadWhole()
    expect([problems, setAside]).toMatchObject([[], [{ whole: key === 'record' }]])
    expect(await readSetAside(setAside[0]?.key ?? '')).toBe(text)
  })

  it.each(['record', 'shelf'])('of a later version in %s is left alone', async (key) => {
    const text = `{"version":${RECORD_VERSION + 1},"secret":1}`
    await browser.storage.local.set({ [key]: text })
    expect(await loadWhole()).toMatchObject({ status: 'newer' })
    await expect(updateWhole(mark)).rejects.toBeInstanceOf(NewerRecordError)
    expect((await stored())[key]).toBe(text)
  })

  it('is parsed once while its text is the same, and anew when it is another', async () => {
    const record = recordOf(...old, running, ...notesOn(RUN, 100), ...notesOn('old', 100))
    await browser.storage.local.set({ record })
    await reshelve(NOW)
    const [first, second] = [await load(), await load()]
    expect(second.record).toBe(first.record)
    await update(mark)
    expect((await load()).record).toEqual(mark(first.record, { at: NOW, by: expect.any(String) as never }))
    expect((await loadWhole()).record).toEqual(mark(record, { at: NOW, by: expect.any(String) as never }))
  })

  it('of an older version is written anew', async () => {
    const record = recordOf(...old, running, ...notesOn(RUN, 100))
    await browser.storage.local.set({ record: JSON.stringify({ ...record, version: 1 }) })
    await reshelve(NOW)
    expect(String((await stored()).record)).toMatch(new RegExp(`^\\{"version":${RECORD_VERSION},`))
  })
})

describe('reshelve', () => {
  it('writes nothing but when, where all is as it should be', async () => {
    await storeShelved()
    vi.spyOn(browser.storage.local, 'set')
    await reshelve(NOW + 1)
    expect(keysWritten()).toEqual([['shelved']])
  })

  it('brings what has come near, and says when more does', async () => {
    await storeShelved()
    const later = [20, 40].map((days) => putRun(`in-${days}`, { ...OLD, startsAt: NOW + days * DAY }))
    for (const each of later) await updateWhole(each)
    expect(Object.keys((await load()).record.runs)).toEqual(['last', RUN, 'in-20'])
    const { shelved } = await load()
    expect(shelved).toEqual({ at: NOW, dueAt: NOW + 6 * DAY })
    await reshelve(NOW + 6 * DAY)
    expect(await load()).toMatchObject({
      record: { runs: { 'in-20': {}, 'in-40': {} } },
      shelved: { at: NOW + 6 * DAY },
    })
    expect((await load()).shelved?.dueAt).toBeUndefined()
  })

  it('and any changes in any order leave the whole as it would be in one part (law)', async () => {
    const change = fc.record({
      transition: fc.oneof(
        fc
          .tuple(fc.constantFrom('a', 'a#2', 'b', 'c', 'gone'), fc.constantFrom('first', 'second'), fc.boolean())
          .map(([runId, windowId, done]) => setDone(FIRST_COMMANDER, runId, windowId, done)),
        fc.constantFrom('a', 'a#3', 'b').map((id) => removeRun(id)),
        instant.map((startsAt) => putRun('c', { eventId: 'arc', startsAt, startAssumed: true })),
        instant.map((startsAt) => changeRun('a', { startsAt })),
        fc.boolean().map((value) => setSetting('startOfDay', value)),
      ),
      way: fc.constantFrom(update, update, updateWhole),
      hours: fc.integer({ min: -24 * 9, max: 24 * 30 }),
      shelves: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, fc.array(change, { maxLength: 8 }), async (record, changes) => {
        fakeBrowser.reset()
        await browser.storage.local.set({ record, device: 'here' })
        let expected = record
        let now = START - 30 * DAY
        for (const { transition, way, hours, shelves } of changes) {
          now += hours * HOUR
          vi.mocked(Date.now).mockReturnValue(now)
          if (shelves) await reshelve(now)
          await way(transition)
          expected = transition(expected, { at: now, by: 'here' })
        }
        expect((await loadWhole()).record).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })
})

describe('shelving is due', () => {
  it.each([
    ['where it never was done', undefined, NOW, true],
    ['where nobody can read when', parseShelved({ at: 'noon' }), NOW, true],
    ['not just after it was done', { at: NOW }, NOW, false],
    ['not a ms before a day is over', { at: NOW }, NOW + DAY - 1, false],
    ['after a day', { at: NOW }, NOW + DAY, true],
    ['not a ms before something comes near', { at: NOW, dueAt: NOW + HOUR }, NOW + HOUR - 1, false],
    ['when something comes near', { at: NOW, dueAt: NOW + HOUR }, NOW + HOUR, true],
    ['not where a page shelved while the wake waited', { at: NOW }, NOW - 60_000, false],
    ['where the clock was put back', { at: NOW }, NOW - 60_001, true],
  ])('%s', (_, shelved, now, due) => expect(isShelvingDue(shelved, now)).toBe(due))
})
