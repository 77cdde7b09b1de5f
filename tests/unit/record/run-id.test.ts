/** The id of a run that a commander starts: the same on all devices, and never too long. */

import { expect, it } from 'vitest'
import { runIdOf } from '../../../utils/record/run-id.ts'
import { START } from '../support/records.ts'

const MINUTE = 60_000

it('names the event and the minute of the start', () => {
  expect(runIdOf({ eventId: 'defender-of-peace', startsAt: Date.UTC(2026, 10, 23, 16) })).toBe(
    'defender-of-peace-htdmo',
  )
  expect(runIdOf({ eventId: 'e', startsAt: 0 })).toBe('e-0')
  expect(runIdOf({ eventId: 'e', startsAt: -MINUTE })).toBe('e--1')
})

it.each([
  [0, MINUTE - 1, true],
  [0, MINUTE, false],
  [-1, 0, false],
])('starts at %d and %d ms have one id: %s', (one, other, isOne) => {
  const [a, b] = [one, other].map((by) => runIdOf({ eventId: 'e', startsAt: START + by }))
  expect(a === b).toBe(isOne)
})

it('keeps both ends of an event whose id is long', () => {
  const [begin, end] = ['a'.repeat(35), 'z'.repeat(35)]
  expect(runIdOf({ eventId: begin + end, startsAt: 0 })).toBe(`${begin}${end}-0`)
  expect(runIdOf({ eventId: `${begin}x${end}`, startsAt: 0 })).toBe(`${begin}${end}-0`)
})
