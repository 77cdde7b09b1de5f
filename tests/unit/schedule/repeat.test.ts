import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  occurrenceId,
  occurrenceStart,
  occurrencesNear,
  occurrencesUntil,
  splitOccurrenceId,
} from '../../../utils/schedule/repeat.ts'

const DAY = 86_400_000
/** Thursday, 16:00 UTC. */
const START = Date.UTC(2026, 5, 25, 16)
const weekly = { eventId: 'e', startsAt: START, startAssumed: false, repeatsEvery: 1 }
const SIX_DAYS = 6 * 1440

describe('a run that comes again', () => {
  it.each([
    ['long before', -100 * DAY, [1]],
    ['a ms before', -1, [1]],
    ['at its start', 0, [1, 2]],
    ['a ms before its second', 7 * DAY - 1, [1, 2]],
    ['in its second', 8 * DAY, [1, 2, 3]],
    ['four days and a ms after the end of its first', 10 * DAY + 1, [2, 3]],
    ['in its hundredth week', (99 * 7 + 5) * DAY, [100, 101]],
  ])('%s', (_, after, numbers) => expect(occurrencesNear(weekly, SIX_DAYS, START + after)).toEqual(numbers))

  it('keeps its hour of UTC over the change of the clocks', () =>
    expect(new Date(occurrenceStart(weekly, 20) ?? 0).toISOString()).toBe('2026-11-05T16:00:00.000Z'))

  it.each([
    [4, 2, '2026-07-23T16:00:00.000Z'],
    [52, 3, '2028-06-22T16:00:00.000Z'],
  ])('every %d weeks: number %d', (repeatsEvery, number, iso) =>
    expect(new Date(occurrenceStart({ ...weekly, repeatsEvery }, number) ?? 0).toISOString()).toBe(iso),
  )

  it('ends where the commander ended it', () => {
    const series = { ...weekly, repeatsUntil: START + 14 * DAY }
    expect(occurrencesUntil(series, START + 100 * DAY)).toEqual([1, 2])
    expect(occurrencesNear(series, SIX_DAYS, START + 8 * DAY)).toEqual([1, 2])
    expect(occurrenceStart(series, 3)).toBeUndefined()
  })

  it('is one run where it does not come again', () => {
    const once = { ...weekly, repeatsEvery: undefined }
    expect(occurrencesNear(once, SIX_DAYS, START + 1000 * DAY)).toEqual([1])
    expect(occurrencesUntil(once, START)).toEqual([1])
    expect(occurrencesUntil(once, START - 1)).toEqual([])
  })

  it('has near what is on and what comes next, however long it goes on (law)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 52 }), (days, repeatsEvery) => {
        const series = { ...weekly, repeatsEvery }
        const now = START + days * DAY
        const near = occurrencesNear(series, SIX_DAYS, now)
        const current = Math.floor(days / (7 * repeatsEvery)) + 1
        expect(near).toContain(current + 1)
        if (days % (7 * repeatsEvery) < 6) expect(near).toContain(current)
        expect(near.length).toBeLessThanOrEqual(3)
        expect(occurrencesUntil(series, now)).toHaveLength(current)
      }),
    )
  })
})

it.each([
  ['run', 1, 'run'],
  ['run', 2, 'run#2'],
  ['run#2', 12, 'run#2#12'],
])('names occurrence %s %d as %s', (seriesId, number, id) => {
  expect(occurrenceId(seriesId, number)).toBe(id)
  expect(splitOccurrenceId(id)).toEqual(number === 1 ? { seriesId: id, number: 1 } : { seriesId, number })
})
