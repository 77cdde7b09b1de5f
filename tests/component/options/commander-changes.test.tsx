/** What the page does with commanders, as laws over any record of commanders. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addCommander,
  archiveCommander,
  dropCommander,
  editCommander,
  isLastPlayed,
  MOST_COMMANDERS,
  shiftCommander,
} from '../../../entrypoints/options/commanders/changes.ts'
import { activeCommandersOf, chosenCommanderOf, commandersOf } from '../../../utils/record/read.ts'
import { DEFAULT_COMMANDER, EMPTY_RECORD, FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import { putCommander, setSetting, type Transition } from '../../../utils/record/transitions.ts'

const stamp = { at: Date.UTC(2026, 10, 22), by: 'test' }
const run = (record: TrackerRecord, ...transitions: readonly Transition[]) =>
  transitions.reduce((before, transition) => transition(before, stamp), record)
const idsOf = (commanders: readonly { readonly id: string }[]) => commanders.map(({ id }) => id)

/** Up to eight commanders in any order, some archived, one of them chosen. */
const records = fc
  .tuple(
    fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/), { minLength: 2, maxLength: 8 }),
    fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    fc.nat(),
    fc.boolean(),
  )
  .map(([ids, archived, chosen, isOrdered]) =>
    run(
      EMPTY_RECORD,
      ...ids.map((id, index) => putCommander(id, { ...DEFAULT_COMMANDER, archived: archived[index] === true })),
      setSetting('commander', ids[chosen % ids.length] ?? ''),
      ...(isOrdered ? [setSetting('commanderOrder', ids)] : []),
    ),
  )
const cases = records.chain((record) => fc.tuple(fc.constant(record), fc.constantFrom(...idsOf(commandersOf(record)))))

describe('addCommander', () => {
  it('puts a nameless one last, whatever its id', () => {
    fc.assert(
      fc.property(records, fc.uuid(), (record, id) => {
        const after = run(record, addCommander(id))
        expect(idsOf(commandersOf(after))).toEqual([...idsOf(commandersOf(record)), id])
        expect(commandersOf(after).at(-1)).toEqual({ ...DEFAULT_COMMANDER, addedAt: stamp.at, id })
        expect(run(after, addCommander(id))).toBe(after)
        expect(parseRecord(JSON.parse(JSON.stringify(after)))).toMatchObject({ kind: 'record', problems: [] })
      }),
    )
  })

  it('keeps the first one, of whom nothing was told', () => {
    expect(idsOf(commandersOf(run(EMPTY_RECORD, addCommander('a'))))).toEqual([FIRST_COMMANDER, 'a'])
  })

  it('stops at fifty', () => {
    const add = (count: number) =>
      run(EMPTY_RECORD, ...Array.from({ length: count }, (_, index) => addCommander(`c${index}`)))
    expect(commandersOf(add(48))).toHaveLength(49)
    expect(commandersOf(add(49))).toHaveLength(MOST_COMMANDERS)
    expect(commandersOf(add(50))).toHaveLength(MOST_COMMANDERS)
  })
})

describe('shiftCommander', () => {
  it('swaps those who are played and moves nobody else among them; back again is as before', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(-1 as const, 1 as const), ([record, id], step) => {
        const before = idsOf(activeCommandersOf(record))
        const from = before.indexOf(id)
        const beside = before[from + step]
        const moved = run(record, shiftCommander(id, step))
        if (from < 0 || beside === undefined) {
          expect(moved).toBe(record)
          return
        }
        const expected = before.map((each) => (each === id ? beside : each === beside ? id : each))
        expect(idsOf(activeCommandersOf(moved))).toEqual(expected)
        expect(idsOf(commandersOf(moved)).sort()).toEqual(idsOf(commandersOf(record)).sort())
        const back = run(moved, shiftCommander(id, step === 1 ? -1 : 1))
        expect(idsOf(activeCommandersOf(back))).toEqual(before)
      }),
    )
  })
})

describe('archiveCommander and dropCommander', () => {
  it('leave somebody to play, and take nobody else', () => {
    fc.assert(
      fc.property(cases, ([record, id]) => {
        const others = idsOf(commandersOf(record)).filter((each) => each !== id)
        for (const [after, left] of [
          [run(record, archiveCommander(id, true)), others.length + 1],
          [run(record, dropCommander(id)), others.length],
        ] as const) {
          if (isLastPlayed(record, id)) expect(after).toBe(record)
          else expect(commandersOf(after)).toHaveLength(left)
          expect(idsOf(commandersOf(after))).toEqual(expect.arrayContaining(others))
          expect(idsOf(activeCommandersOf(after))).toContain(chosenCommanderOf(after).id)
          // Where everybody was archived already there is nobody to lose.
          if (commandersOf(record).some(({ archived }) => !archived)) {
            expect(commandersOf(after).some(({ archived }) => !archived)).toBe(true)
          }
        }
      }),
    )
  })

  it('take back what they did', () => {
    fc.assert(
      fc.property(cases, ([record, id]) => {
        const commander = commandersOf(record).find((each) => each.id === id)
        if (!commander) return
        const undone = run(record, dropCommander(id), putCommander(id, commander))
        expect(commandersOf(undone)).toEqual(commandersOf(record))
        expect(chosenCommanderOf(undone)).toEqual(chosenCommanderOf(record))
        if (commander.archived) return
        const there = run(record, archiveCommander(id, true), archiveCommander(id, false))
        expect(commandersOf(there)).toEqual(commandersOf(record))
      }),
    )
  })
})

describe('editCommander', () => {
  it('changes one, and none who was removed', () => {
    fc.assert(
      fc.property(cases, ([record, id]) => {
        const after = run(record, editCommander(id, { name: 'Kira' }))
        expect(commandersOf(after)).toEqual(
          commandersOf(record).map((each) => (each.id === id ? { ...each, name: 'Kira' } : each)),
        )
        if (isLastPlayed(record, id)) return
        const gone = run(record, dropCommander(id))
        expect(run(gone, editCommander(id, { name: 'Kira' }))).toBe(gone)
        expect(run(gone, archiveCommander(id, false))).toBe(gone)
      }),
    )
  })

  it('creates the first one of an empty record', () => {
    expect(commandersOf(run(EMPTY_RECORD, editCommander(FIRST_COMMANDER, { level: 7 })))).toEqual([
      { ...DEFAULT_COMMANDER, id: FIRST_COMMANDER, level: 7 },
    ])
  })
})
