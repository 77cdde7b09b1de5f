import * as v from 'valibot'
import { expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { EventDefinitionSchema } from '../../../utils/events/schema.ts'

it.each([
  ['ABCD', true],
  ['ABCDE', false],
  ['', false],
  // Four characters to a person, eight places in a string.
  ['🚀🚀🚀🚀', true],
  ['🚀🚀🚀🚀🚀', false],
])('a code %j is taken: %j', (code, isTaken) => {
  const [first] = DEFENDER_OF_PEACE.relatedEvents
  const event = { ...DEFENDER_OF_PEACE, relatedEvents: [{ ...first, code }] }
  expect(v.is(EventDefinitionSchema, event)).toBe(isTaken)
})

it('says what is wrong with an id and with a code', () => {
  const [first] = DEFENDER_OF_PEACE.relatedEvents
  const event = { ...DEFENDER_OF_PEACE, id: 'a/b', relatedEvents: [{ ...first, code: 'ABCDE' }] }
  const { issues = [] } = v.safeParse(EventDefinitionSchema, event)
  expect(issues.map((issue) => [v.getDotPath(issue), issue.message])).toEqual([
    ['id', 'not an id'],
    ['relatedEvents.0.code', 'too long'],
  ])
})
