/** The record in `storage.sync`: cut into items, and put together again. */

import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { knowsAll, merge } from '../../../utils/record/merge.ts'
import {
  EMPTY_RECORD,
  FIRST_COMMANDER,
  INSTANT_RANGE,
  RECORD_VERSION,
  type TrackerRecord,
} from '../../../utils/record/record.ts'
import { toText } from '../../../utils/record/replica/fragment-text.ts'
import { type Packed, packReplica } from '../../../utils/record/replica/pack.ts'
import { piecesOf } from '../../../utils/record/replica/pieces.ts'
import { unpackReplica } from '../../../utils/record/replica/unpack.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import { putEvent, putRun, removeRun, setNote, setSetting } from '../../../utils/record/transitions.ts'
import type { Run } from '../../../utils/schedule/run.ts'
import { arbitraryRecord } from '../support/arbitrary-record.ts'
import { bigRecord } from '../support/big-record.ts'
import { DAY, dayId, doneOn, RUN, recordOf, running, START, type Told } from '../support/records.ts'

const BIG_RECORD = bigRecord(START)
const bytesOf = (items: Readonly<Record<string, string>>) =>
  Object.entries(items).map(([key, value]) => new TextEncoder().encode(key + JSON.stringify(value)).length)
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const run = (id: string, days: number, more: Partial<Run> = {}): Told => [
  putRun(id, { eventId: DEFENDER_OF_PEACE.id, startsAt: START + days * DAY, startAssumed: false, ...more }),
  START - 300 * DAY,
]
const noise = (length: number, seed: number): string =>
  Array.from({ length }, (_, at) =>
    String.fromCodePoint(0x4e00 + ((at * 7919 + seed * 104_729 + at * at) % 20_000)),
  ).join('')
/** A note on each day of a run, of letters that do not deflate. */
const noted = (runId: string, seed: number): Told[] =>
  [1, 2, 3, 4, 5].map((day) => [setNote(FIRST_COMMANDER, runId, dayId(day), noise(1900, seed * 10 + day)), START])

describe('the replica', () => {
  it('gives back what was packed (law)', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, async (record) => {
        const { items, kept, leftOut } = await packReplica(record)
        expect(kept).toEqual(record)
        expect(leftOut).toEqual({ runs: 0, events: 0, marks: 0 })
        expect(await unpackReplica(items)).toEqual({
          record,
          corrections: EMPTY_RECORD,
          count: Object.keys(items).length,
          problems: [],
          newer: false,
        })
      }),
      { numRuns: 60 },
    )
  })

  it('holds a stamp at the end of time as it is read again: or it would be behind for ever', async () => {
    const late = { value: false, at: INSTANT_RANGE.max, by: 'x' }
    const known = parseRecord({ ...recordOf(running), settings: { startOfDay: late } })
    if (known.kind !== 'record') throw new Error(known.kind)
    const { items, kept } = await packReplica(known.record)
    const { record } = await unpackReplica(items)
    expect(record).toEqual(kept)
    expect(record.settings.startOfDay).toMatchObject({ value: false, by: 'x' })
  })

  it('is the same on two devices that know the same, however they learned it (law)', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, arbitraryRecord, async (one, other) => {
        const [here, there] = [await packReplica(merge(one, other)), await packReplica(merge(other, one))]
        expect(there.items).toEqual(here.items)
      }),
      { numRuns: 60 },
    )
  })

  it('loses with an item what is in it, and no more (law)', async () => {
    const { items, kept } = await packReplica(BIG_RECORD)
    const parts = await Promise.all(Object.entries(items).map(([key, text]) => unpackReplica({ [key]: text })))
    const count = (record: TrackerRecord) => Object.keys(record.marks).length
    expect(sum(parts.map(({ record }) => count(record)))).toBe(count(kept))
  })

  it('of 20 commanders, 200 runs and 2,000 events stays below what browsers take, and keeps what is latest', async () => {
    const { items, kept, leftOut } = await packReplica(BIG_RECORD)
    const bytes = bytesOf(items)
    expect(Math.max(...bytes)).toBeLessThanOrEqual(8192)
    expect(sum(bytes)).toBeLessThanOrEqual(102_400)
    expect(Object.keys(items).length).toBeLessThanOrEqual(512)
    expect(kept.settings).toEqual(BIG_RECORD.settings)
    expect(kept.commanders).toEqual(BIG_RECORD.commanders)
    expect(leftOut.marks).toBeGreaterThan(0)
    const startOf = (id: string) => {
      const { value } = BIG_RECORD.runs[id] as TrackerRecord['runs'][string]
      return 'startsAt' in value && value.repeatsEvery === undefined ? value.startsAt : Number.POSITIVE_INFINITY
    }
    const keptStarts = Object.keys(kept.runs).map(startOf)
    const gone = Object.keys(BIG_RECORD.runs).filter((id) => !kept.runs[id])
    expect(keptStarts.length).toBeGreaterThan(0)
    expect(gone.length).toBe(leftOut.runs)
    expect(Math.max(...gone.map(startOf))).toBeLessThanOrEqual(Math.min(...keptStarts))
  })

  it('halves what does not fit, down to the marks of one run', async () => {
    const record = recordOf(running, ...noted(RUN, 1), run('other', 10), ...noted('other', 2))
    const { items, kept } = await packReplica(record)
    expect(Math.max(...bytesOf(items))).toBeLessThanOrEqual(8192)
    expect(kept).toEqual(record)
    expect(Object.keys(items).length).toBeGreaterThan(2)
  })

  it('comes to rest between two devices where it is full and each knows of something old (law)', async () => {
    const arbitraryRuns = fc.array(fc.record({ length: fc.integer({ min: 500, max: 1999 }), whose: fc.nat(2) }), {
      minLength: 40,
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(arbitraryRuns, async (runs) => {
        const known = (device: number) =>
          recordOf(
            ...runs.flatMap(({ length, whose }, at) => {
              if (whose === device) return []
              return [
                run(`run-${at}`, at),
                [setNote(FIRST_COMMANDER, `run-${at}`, dayId(1), noise(length, at)), START],
              ] as Told[]
            }),
          )
        const records = [known(0), known(1)]
        let items: Packed['items'] = {}
        let [writes, most] = [0, 0]
        for (let turn = 0; turn < 8; turn++) {
          const { record } = await unpackReplica(items)
          const whole = merge(records[turn % 2] as TrackerRecord, record)
          records[turn % 2] = whole
          const packed = await packReplica(whole)
          most = Math.max(most, packed.leftOut.runs)
          if (knowsAll(record, packed.kept)) continue
          items = packed.items
          writes++
        }
        expect(most).toBeGreaterThan(0)
        expect(writes).toBeLessThanOrEqual(3)
      }),
      { numRuns: 8 },
    )
  })

  it('leaves out only an entry that is too large alone', async () => {
    const huge = { ...DEFENDER_OF_PEACE, id: 'huge', name: noise(9000, 7) }
    const { kept, leftOut } = await packReplica(recordOf([putEvent(huge), START], running, doneOn(1)))
    expect(kept).toEqual(recordOf(running, doneOn(1)))
    expect(leftOut).toEqual({ runs: 0, events: 1, marks: 0 })
  })
})

describe('what leaves the replica first', () => {
  const names = (record: TrackerRecord) => piecesOf(record).map(({ name }) => name)

  it('is what is oldest: settings and commanders never, an event after its runs, the marks of a run after it', () => {
    const record = recordOf(
      [putEvent({ ...DEFENDER_OF_PEACE, id: 'own' }), START + 30 * DAY],
      [putEvent({ ...DEFENDER_OF_PEACE, id: 'unused' }), START + 40 * DAY],
      [setSetting('startOfDay', false), START],
      run('old', -100),
      running,
      doneOn(1),
      run('next', 14, { eventId: 'own' }),
      run('series', -200, { repeatsEvery: 1 }),
      run('series-over', -200, { repeatsEvery: 1, repeatsUntil: START - 50 * DAY }),
      run('series-ended', -190, { repeatsEvery: 1, endedAt: START }),
      run('gone', 20),
      [removeRun('gone'), START - 20 * DAY],
    )
    expect(names(record)).toEqual([
      '0',
      '2 series',
      '2 series-ended',
      '2 next',
      '3 own',
      `2 ${RUN}`,
      `4 ${RUN}`,
      '2 gone',
      '2 series-over',
      '2 old',
      '3 unused',
    ])
  })

  it('are of a series the marks of its first occurrences', () => {
    const marks = [1, 2, 3].map((number): Told => {
      const id = number === 1 ? 'series' : `series#${number}`
      return [setNote(FIRST_COMMANDER, id, dayId(1), 'x'), START]
    })
    const record = recordOf(run('series', -21, { repeatsEvery: 1 }), ...marks)
    expect(names(record).filter((name) => name.startsWith('4'))).toEqual(['4 series#3', '4 series#2', '4 series'])
  })
})

describe('an item that cannot be read', () => {
  const fragment = recordOf(running)
  it.each([
    ['no text', 5, 'replica:9'],
    ['no Base64', '???', 'replica:9'],
    ['nothing deflated', btoa('no'), 'replica:9'],
    ['no record', toText('no'), 'replica:9'],
    ['a part that is wrong', toText({ ...fragment, runs: { x: 1 } }), 'replica:9 runs.x'],
    ['larger than any of ours', toText('x'.repeat(1_000_001)), 'replica:9'],
    ['cut', toText(fragment).then((text) => text.slice(0, 40)), 'replica:9'],
    [
      'a prototype',
      toText(
        JSON.parse(
          '{"version":2,"settings":{},"commanders":{},"events":{},"runs":{"__proto__":{"value":{"deleted":true},"at":1.7e12,"by":"a"}},"marks":{}}',
        ),
      ),
      'replica:9 runs.__proto__',
    ],
  ])('is named and costs nothing but itself: %s', async (_, item, path) => {
    const { items } = await packReplica(recordOf(running, doneOn(1)))
    const { record, problems, newer } = await unpackReplica({ ...items, 'replica:9': await item, other: 'x' })
    expect(record).toMatchObject(recordOf(running, doneOn(1)))
    expect(problems.map((problem) => problem.path)).toEqual([path])
    expect(problems[0]?.message).not.toBe('')
    expect(newer).toBe(false)
    expect(Object.getPrototypeOf({}).value).toBeUndefined()
  })

  it('is told of in words that can be shown, whatever is in it and whatever it is called', async () => {
    const key = `replica:\u202E\0${'x'.repeat(1000)}`
    const text = btoa(String.fromCharCode(...deflateRawSync('\u202E\0"'.repeat(100))))
    const { problems } = await unpackReplica({ [key]: text, [`${key}2`]: 5 })
    expect(problems).toHaveLength(2)
    for (const { path, message } of problems) {
      expect(path).toMatch(/^replica:\uFFFD{2}x+…$/)
      expect(path).toHaveLength(500)
      expect(message).not.toBe('')
      expect(message).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
      expect(message.length).toBeLessThanOrEqual(200)
    }
  })

  it('is left alone where a later version wrote it', async () => {
    const newer = { 'replica:0': await toText({ ...EMPTY_RECORD, version: RECORD_VERSION + 1 }) }
    expect(await unpackReplica(newer)).toEqual({
      record: EMPTY_RECORD,
      corrections: EMPTY_RECORD,
      count: 1,
      problems: [],
      newer: true,
    })
  })

  it('leaves room above a stamp at the end of time, so that a later word can still win', async () => {
    const late = { value: false, at: INSTANT_RANGE.max, by: 'x' }
    const { record } = await unpackReplica({
      'replica:0': await toText({ ...EMPTY_RECORD, settings: { startOfDay: late } }),
    })
    const after = setSetting('startOfDay', true)(record, { at: START, by: 'here' })
    expect(merge(record, after).settings.startOfDay?.value).toBe(true)
  })

  it('is raised where an earlier version wrote it', async () => {
    const commander = { name: 'A', server: '', level: null, role: 'hero', missionOpen: false }
    const old = {
      version: 1,
      settings: {},
      commanders: { a: { value: commander, at: START, by: 'x' } },
      events: {},
      runs: {},
      marks: {},
    }
    const { record, problems } = await unpackReplica({ 'replica:0': await toText(old) })
    expect(problems).toEqual([])
    expect(record.commanders.a?.value).toEqual({ ...commander, region: '', archived: false })
  })
})
