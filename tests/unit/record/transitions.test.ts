import { describe, expect, it } from 'vitest'
import { merge } from '../../../utils/record/merge.ts'
import { commandersOf } from '../../../utils/record/read.ts'
import { DEFAULT_COMMANDER, EMPTY_RECORD, FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import {
  changeCommander,
  moveCommander,
  putCommander,
  removeCommander,
  removeRun,
  setDone,
  setNote,
  type Transition,
} from '../../../utils/record/transitions.ts'
import { DAY, dayId, RUN, recordOf, START } from '../support/records.ts'

const stamp = { at: START, by: 'test' }
const three = recordOf(
  [putCommander('second', DEFAULT_COMMANDER), START],
  [putCommander('third', DEFAULT_COMMANDER), START],
)
const idsAfter = (transition: Transition) => commandersOf(transition(three, stamp)).map(({ id }) => id)

describe('of three commanders', () => {
  it.each([
    ['the first to the back', FIRST_COMMANDER, 1, ['second', FIRST_COMMANDER, 'third']],
    ['the first behind all', FIRST_COMMANDER, 9, ['second', 'third', FIRST_COMMANDER]],
    ['the last to the front', 'third', -1, [FIRST_COMMANDER, 'third', 'second']],
    ['the last before all', 'third', -9, ['third', FIRST_COMMANDER, 'second']],
  ])('moves %s', (_, id, by, ids) => expect(idsAfter(moveCommander(id, by))).toEqual(ids))

  it.each([
    ['the first does not move further to the front', moveCommander(FIRST_COMMANDER, -1)],
    ['the last does not move further to the back', moveCommander('third', 1)],
    ['one that is not there does not move', moveCommander('fourth', 1)],
    ['one that is not there is not removed', removeCommander('fourth')],
  ])('%s, and nothing changes', (_, transition) => expect(transition(three, stamp)).toBe(three))

  it('one is removed', () => expect(idsAfter(removeCommander('second'))).toEqual([FIRST_COMMANDER, 'third']))
})

it('does not remove the only commander', () => {
  expect(removeCommander(FIRST_COMMANDER)(EMPTY_RECORD, stamp)).toBe(EMPTY_RECORD)
})

describe('to add a commander where nobody is told', () => {
  const gone = { value: { deleted: true }, at: START + DAY, by: 'other' } as const
  const idsOf = (record: TrackerRecord) => commandersOf(record).map(({ id }) => id)
  const added = putCommander('second', DEFAULT_COMMANDER)

  it.each([
    ['nobody ever was', {}],
    ['one was removed', { kirk: gone }],
    ['the first was removed too', { kirk: gone, [FIRST_COMMANDER]: gone }],
  ])('leaves the first, who is shown, beside them: %s', (_, commanders) => {
    const before = { ...EMPTY_RECORD, commanders }
    expect(idsOf(before)).toEqual([FIRST_COMMANDER])
    const after = added(before, stamp)
    expect(idsOf(after)).toEqual([FIRST_COMMANDER, 'second'])
    expect(merge(before, after)).toEqual(after)
  })

  it('gives way to what another device knows of the first', () => {
    const there = changeCommander(FIRST_COMMANDER, { name: 'Kirk' })(EMPTY_RECORD, { at: START - 300 * DAY, by: 'a' })
    const both = merge(added(EMPTY_RECORD, stamp), there)
    expect(commandersOf(both).map(({ name }) => name)).toEqual(['Kirk', ''])
  })
})

describe('a removal', () => {
  const marked = [
    [setDone('third', `${RUN}#3`, dayId(1), true), 'a', 2],
    [setDone('second', RUN, dayId(1), true), 'a', 1],
    [setDone('second', RUN, dayId(2), true), 'b', 5],
    [setDone('second', RUN, dayId(3), true), 'a', 3],
    [setNote('second', 'other', dayId(3), 'x'), 'c', 9],
    [setDone('third', RUN, dayId(1), true), 'd', 7],
    [setDone('third', `${RUN}#2`, dayId(1), true), 'e', 8],
    // What was taken back hides nothing.
    [setDone('second', RUN, dayId(4), false), 'f', 20],
    [setNote('second', RUN, dayId(4), ''), 'f', 20],
  ] as const
  const record = marked.reduce((before, [transition, by, at]) => transition(before, { at: START + at, by }), three)
  const told = (by: string, at: number) => ({ at: START + at, by })

  it.each([
    ['of a commander', removeCommander('second'), 'commanders', 'second', [told('a', 3), told('b', 5), told('c', 9)]],
    ['of a run', removeRun(RUN), 'runs', RUN, [told('a', 3), told('b', 5), told('d', 7), told('e', 8)]],
    ['of an occurrence', removeRun(`${RUN}#2`), 'runs', `${RUN}#2`, [told('e', 8)]],
    ['of one that was marked before its series', removeRun(`${RUN}#3`), 'runs', `${RUN}#3`, [told('a', 2)]],
    ['of what has no marks', removeRun('none'), 'runs', 'none', undefined],
  ] as const)('%s names the last word of each device on the marks that it hides', (_, transition, room, id, knew) => {
    const after = transition(record, { at: START + 20, by: 'z' })
    expect(after[room][id]?.value).toEqual({ deleted: true, ...(knew && { knew }) })
    expect(parseRecord(JSON.parse(JSON.stringify(after)))).toEqual({ kind: 'record', record: after, problems: [] })
  })

  it('names those words alone that come from the future: by a clock that was ahead', () => {
    const more = [8, 7].reduce((before, at) => {
      return setDone('second', `run-${at}`, dayId(1), true)(before, { at: START + at, by: 'a' })
    }, record)
    const { value } = removeCommander('second')(more, { at: START + 5, by: 'z' }).commanders.second ?? {}
    const alone = { only: true }
    expect(value).toEqual({
      deleted: true,
      knew: [
        told('a', 3),
        { ...told('a', 7), ...alone },
        { ...told('a', 8), ...alone },
        told('b', 5),
        { ...told('c', 9), ...alone },
      ],
    })
  })

  it('takes its own clock for one that is behind where too many words come from the future', () => {
    const all = Array.from({ length: 51 }, (_, run) => run)
    const many = all.reduce((before, run) => {
      return setDone('second', `run-${run}`, dayId(1), true)(before, { at: START + run, by: 'a' })
    }, record)
    const { value } = removeCommander('second')(many, { at: START - DAY, by: 'z' }).commanders.second ?? {}
    expect(value).toEqual({ deleted: true, knew: [told('a', 50), told('b', 5), told('c', 9)] })
  })
})
