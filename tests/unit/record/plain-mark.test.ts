import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arePlainMarks } from '../../../utils/record/plain-mark.ts'
import { EMPTY_RECORD, INSTANT_RANGE, NOTE_LENGTH } from '../../../utils/record/record.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import { LATEST_STAMP } from '../../../utils/record/stamp-room.ts'
import { arbitraryRecord } from '../support/arbitrary-record.ts'
import { START } from '../support/records.ts'

const ID = 'commander-1/run-1#2/first'
const done = { value: true, at: START, by: 'device' }
const note = { value: 'x', at: START, by: 'device' }

describe('a plain mark', () => {
  it.each([
    ['nothing', {}, true],
    ['done and a note', { done, note }, true],
    ['a note as long as may be', { note: { ...note, value: 'x'.repeat(NOTE_LENGTH) } }, true],
    [
      'the first and the last instant',
      { done: { ...done, at: INSTANT_RANGE.min }, note: { ...note, at: LATEST_STAMP } },
      true,
    ],
    ['an instant that is read as another', { done: { ...done, at: LATEST_STAMP + 1 } }, false],
    ['a longer note', { note: { ...note, value: 'x'.repeat(NOTE_LENGTH + 1) } }, false],
    ['an instant before the first', { done: { ...done, at: INSTANT_RANGE.min - 1 } }, false],
    ['an instant after the last', { done: { ...done, at: INSTANT_RANGE.max + 1 } }, false],
    ['half a millisecond', { done: { ...done, at: START + 0.5 } }, false],
    ['a text where yes or no should stand', { done: { ...done, value: 'yes' } }, false],
    ['no device', { done: { value: true, at: START } }, false],
    ['a device with a slash', { done: { ...done, by: 'a/b' } }, false],
    ['a field beside', { done, extra: 1 }, false],
    ['a part beside', { done, extra: note }, false],
    ['a field beside in a part', { done: { ...done, extra: 1 } }, false],
    ['a part that is undefined', { done: undefined }, false],
    ['a list', [], false],
    ['null', null, false],
  ])('%s: %#', (_, raw, expected) => expect(arePlainMarks({ [ID]: raw })).toBe(expected))

  it.each([
    [ID, true],
    ['a/b/c', true],
    [`a/b/${'c'.repeat(298)}`, true],
    [`a/b/${'c'.repeat(299)}`, false],
    ['a/b', false],
    ['a/b/c/d', false],
    ['a/b/__proto__', false],
    ['__proto__', false],
  ])('under %s: %j', (id, expected) => expect(arePlainMarks({ [ID]: { done }, [id]: { note } })).toBe(expected))

  it.each([[undefined], [null], ['marks'], [[]], [new Map()], [Object.create(null)]])(
    'is nothing of what is no plain object: %o',
    (raw) => expect(arePlainMarks(raw)).toBe(false),
  )

  it('is every mark of a record (law)', () => {
    fc.assert(fc.property(arbitraryRecord, ({ marks }) => arePlainMarks(marks)))
  })

  // An object without a prototype is left to the schema.
  it('is only what the schema gives back as it is (law)', () => {
    const part = fc.oneof(
      fc.anything(),
      fc.record(
        {
          value: fc.oneof(fc.boolean(), fc.string(), fc.anything()),
          at: fc.oneof(
            fc.integer({ min: INSTANT_RANGE.min - 1, max: INSTANT_RANGE.max + 1 }),
            fc.double(),
            fc.anything(),
          ),
          by: fc.oneof(fc.constantFrom('a', 'a b', '', '_'), fc.anything()),
          more: fc.anything(),
        },
        { requiredKeys: [], noNullPrototype: true },
      ),
    )
    const mark = fc.record({ done: part, note: part, more: part }, { requiredKeys: [], noNullPrototype: true })
    const id = fc.oneof(fc.constant(ID), fc.string(), fc.constantFrom('a/b', 'a/b/c', 'a/b/c/', '__proto__'))
    fc.assert(
      fc.property(id, fc.oneof(mark, fc.anything()), (key, raw) => {
        if (!arePlainMarks({ [key]: raw })) return
        const slow = Object.assign(Object.create(null), raw)
        expect(parseRecord({ ...EMPTY_RECORD, marks: { [key]: slow } })).toEqual({
          kind: 'record',
          record: { ...EMPTY_RECORD, marks: { [key]: raw } },
          problems: [],
        })
      }),
      { numRuns: 2000 },
    )
  })
})
