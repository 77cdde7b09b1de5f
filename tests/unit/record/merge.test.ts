import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge } from '../../../utils/record/merge.ts'
import { EMPTY_RECORD, FIRST_COMMANDER, markIdOf, type TrackerRecord } from '../../../utils/record/record.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import { removeRun, setDone, setNote, setSetting } from '../../../utils/record/transitions.ts'
import { arbitraryRecord } from '../support/arbitrary-record.ts'
import { DAY, dayId, doneOn, RUN, recordOf, running, START } from '../support/records.ts'

const mark = markIdOf(FIRST_COMMANDER, RUN, dayId(1))
const startOfDay = (value: boolean, at: number, by: string): TrackerRecord => ({
  ...EMPTY_RECORD,
  settings: { startOfDay: { value, at, by } },
})

describe('merge', () => {
  it.each([
    ['the later word', startOfDay(true, START, 'a'), startOfDay(false, START + 1, 'a'), false],
    [
      'the later word, though of a lesser device',
      startOfDay(true, START + 1, 'a'),
      startOfDay(false, START, 'b'),
      true,
    ],
    ['at the same instant the greater device', startOfDay(true, START, 'a'), startOfDay(false, START, 'b'), false],
    [
      'at the same instant of the same device the greater JSON',
      startOfDay(true, START, 'a'),
      startOfDay(false, START, 'a'),
      true,
    ],
    ['the only word', startOfDay(true, START, 'a'), EMPTY_RECORD, true],
  ])('takes %s', (_, a, b, value) => {
    expect(merge(a, b).settings.startOfDay?.value).toBe(value)
    expect(merge(b, a).settings.startOfDay?.value).toBe(value)
  })

  it('is of the newer version of both', () => {
    const newer = { ...EMPTY_RECORD, version: EMPTY_RECORD.version + 1 }
    expect([merge(newer, EMPTY_RECORD).version, merge(EMPTY_RECORD, newer).version]).toEqual([4, 4])
  })

  it('takes mark and note each by itself', () => {
    const before = recordOf(running, doneOn(1))
    const noted = setNote(FIRST_COMMANDER, RUN, dayId(1), 'x')(before, { at: START + DAY, by: 'a' })
    const undone = setDone(FIRST_COMMANDER, RUN, dayId(1), false)(before, { at: START + 2 * DAY, by: 'b' })
    expect(merge(noted, undone).marks[mark]).toEqual({
      done: { value: false, at: START + 2 * DAY, by: 'b' },
      note: { value: 'x', at: START + DAY, by: 'a' },
    })
  })

  it('lets a deletion win over what is older, and what is newer over a deletion', () => {
    const before = recordOf(running)
    const removed = removeRun(RUN)(before, { at: START, by: 'a' })
    expect(merge(before, removed)).toEqual(removed)
    const back = recordOf(running, [removeRun(RUN), START], [running[0], START + DAY])
    expect(merge(removed, back)).toEqual(back)
  })

  it('keeps the entries themselves where nothing has to be put together', () => {
    const record = recordOf(running, doneOn(1), [setSetting('startOfDay', false), START])
    const merged = merge(record, JSON.parse(JSON.stringify(record)))
    expect(merged.runs[RUN]).toBe(record.runs[RUN])
    expect(merged.marks[mark]).toBe(record.marks[mark])
    expect(merge(EMPTY_RECORD, record).marks[mark]).toBe(record.marks[mark])
  })

  it('is commutative, associative and idempotent (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, arbitraryRecord, arbitraryRecord, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a))
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)))
        expect(merge(a, a)).toEqual(a)
        expect(merge(a, EMPTY_RECORD)).toEqual(a)
      }),
    )
  })

  it('makes a record that can be read, and has every entry of both (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, arbitraryRecord, (a, b) => {
        const merged = merge(a, b)
        expect(parseRecord(merged)).toEqual({ kind: 'record', record: merged, problems: [] })
        for (const room of ['settings', 'commanders', 'events', 'runs', 'marks'] as const) {
          expect(Object.keys(merged[room]).sort()).toEqual(
            [...new Set([...Object.keys(a[room]), ...Object.keys(b[room])])].sort(),
          )
        }
      }),
    )
  })
})
