import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { lastEndOf, longestOf } from '../../../utils/schedule/longest.ts'
import {
  lastStarted,
  nextStart,
  numberAt,
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

  it.each([
    ['in its second', 8 * DAY, [1, 2, 3]],
    ['four days after its second started', 11 * DAY, [1, 2, 3]],
    ['a ms later', 11 * DAY + 1, [2, 3]],
  ])('of which nobody knows the end: %s', (_, after, numbers) =>
    expect(occurrencesNear(weekly, undefined, START + after)).toEqual(numbers),
  )

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

  it.each([
    [0, 1],
    [7 * DAY, 2],
    [21 * DAY, 4],
    [7 * DAY + 1, undefined],
    [-7 * DAY, undefined],
    // It ends before its fifth.
    [28 * DAY, undefined],
  ])('%d ms after its start begins number %s', (after, number) => {
    expect(numberAt({ ...weekly, repeatsUntil: START + 28 * DAY }, START + after)).toBe(number)
    expect(numberAt({ ...weekly, repeatsEvery: undefined }, START + after)).toBe(after === 0 ? 1 : undefined)
  })

  it('knows when the next one would start, also after its end', () => {
    expect(nextStart({ ...weekly, repeatsUntil: START + DAY }, 1)).toBe(START + 7 * DAY)
    expect(nextStart({ ...weekly, repeatsEvery: undefined }, 1)).toBeUndefined()
  })

  it('started last the last of all that started (law)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10, max: 400 }),
        fc.constantFrom(undefined, 1, 2, 5),
        fc.option(fc.integer({ min: -10, max: 300 }), { nil: undefined }),
        (days, repeatsEvery, until) => {
          const repeatsUntil = until === undefined ? undefined : START + until * DAY
          const series = { ...weekly, repeatsEvery, repeatsUntil }
          const now = START + days * DAY
          const all = Array.from({ length: 70 }, (_, index) => occurrenceStart(series, index + 1))
          const started = all.filter((startsAt) => startsAt !== undefined && startsAt <= now)
          expect(lastStarted(series, now)).toBe(started.length)
          expect(occurrencesUntil(series, now)).toHaveLength(started.length)
        },
      ),
    )
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

it.each(['run#', 'run#0', 'run#02', 'run#2x', 'run#x2', 'run#1000000', '#2'])('takes %s for no occurrence', (id) =>
  expect(splitOccurrenceId(id)).toEqual({ seriesId: id, number: 1 }),
)

describe('the end of a run in all regions', () => {
  const event = (lasts: number | undefined, ...delays: number[]): EventDefinition => ({
    id: 'e',
    name: 'E',
    shortName: 'E',
    rewards: [],
    relatedEvents: [],
    lasts,
    regions: delays.map((startsAfter, index) => ({ id: `r${index}`, name: 'R', startsAfter })),
  })
  const NEXT = START + 7 * DAY
  it.each([
    ['one region', event(1440), undefined, 1440, START + DAY],
    ['the last of several', event(1440, 0, 60, 30), undefined, 1500, START + DAY + 3_600_000],
    ['nobody knows', event(undefined, 0, 60), undefined, undefined, Number.POSITIVE_INFINITY],
    ['nobody knows, but it comes again', event(undefined), 1, 10_080, NEXT],
    ['the same in several', event(undefined, 0, 60), 1, 10_140, NEXT + 3_600_000],
    ['known, and it comes again', event(1440), 1, 1440, START + DAY],
  ])('%s', (_, of, every, minutes, endsAt) => {
    expect(longestOf(of, every)).toBe(minutes)
    expect(lastEndOf(of, { ...weekly, nextAt: every && NEXT })).toBe(endsAt)
  })
})
