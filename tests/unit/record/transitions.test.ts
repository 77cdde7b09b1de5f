import { describe, expect, it } from 'vitest'
import { commandersOf } from '../../../utils/record/read.ts'
import { DEFAULT_COMMANDER, EMPTY_RECORD, FIRST_COMMANDER } from '../../../utils/record/record.ts'
import { moveCommander, putCommander, removeCommander, type Transition } from '../../../utils/record/transitions.ts'
import { recordOf, START } from '../support/records.ts'

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
