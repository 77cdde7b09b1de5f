/** The schedule of an event before it is drawn: days, lanes, and ends that nobody knows. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lanesOf, previewOf } from '../../../entrypoints/options/editor/preview-rows.ts'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition, RelatedEvent } from '../../../utils/events/event.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = Date.UTC(2026, 10, 23, 16)

const related = (id: string, more: Partial<RelatedEvent>): RelatedEvent => ({
  id,
  name: id,
  code: 'A',
  rewards: [],
  windows: [],
  ...more,
})
const event = (relatedEvents: readonly RelatedEvent[], more: Partial<EventDefinition> = {}): EventDefinition => ({
  id: 'event',
  name: 'Event',
  shortName: 'Event',
  rewards: [],
  relatedEvents,
  ...more,
})

describe('previewOf', () => {
  it('has a row, a day and one lane for each day of the event that ships', () => {
    const { rows, lanes, from, to } = previewOf(DEFENDER_OF_PEACE, START)
    expect(rows.map(({ day, lane, hidden }) => [day, lane, hidden])).toEqual(
      [1, 2, 3, 4, 5].map((day) => [day, 0, undefined]),
    )
    expect([lanes, from, to]).toEqual([1, START, START + 5 * DAY])
  })

  it('keeps what is hidden in its place, with the reason', () => {
    const brackets = [related('low', { maxLevel: 39 }), related('high', { minLevel: 40 })]
    const windows = [{ opensAfter: 0, lasts: 60 }]
    const regions = [
      { id: 'eu', name: 'EU', startsAfter: 0 },
      { id: 'us', name: 'US', startsAfter: 420 },
    ]
    const all = event(
      brackets.map((each) => ({ ...each, windows })),
      { regions, lasts: 60 },
    )
    expect(
      previewOf(all, START, { level: 39, region: 'us' }).rows.map(({ window, hidden }) => [window.id, hidden]),
    ).toEqual([
      ['low#eu', 'region'],
      ['high#eu', 'region'],
      ['low#us', undefined],
      ['high#us', 'level'],
    ])
    expect(previewOf(all, START).rows.every(({ hidden }) => hidden === undefined)).toBe(true)
  })

  it('draws an end that nobody knows a day after everything that is known', () => {
    const open = event([related('a', { windows: [{ opensAfter: 2 * 1440 }] })])
    const { rows, to, schedule } = previewOf(open, START)
    expect([rows[0]?.window.endsAt, schedule.endsAt]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])
    expect(to).toBe(START + 3 * DAY)
  })

  it('takes an event without windows', () => {
    const { rows, lanes, from, to } = previewOf(event([related('a', {})], { lasts: 60 }), START)
    expect([rows, lanes, from, to]).toEqual([[], 1, START, START + HOUR])
  })

  it('is finite whatever the windows are', () => {
    const span = fc.record({
      opensAfter: fc.nat(50_000),
      lasts: fc.option(fc.integer({ min: 1, max: 50_000 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 60 }),
        fc.option(fc.integer({ min: 1, max: 90_000 }), { nil: undefined }),
        (windows, lasts) => {
          const { rows, from, to } = previewOf(event([related('a', { windows })], { lasts }), START)
          expect([rows.length, Number.isFinite(from), Number.isFinite(to), to >= from]).toEqual([
            windows.length,
            true,
            true,
            true,
          ])
        },
      ),
    )
  })
})

describe('lanesOf', () => {
  const stretches = fc
    .array(fc.tuple(fc.nat(100), fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(Number.POSITIVE_INFINITY))), {
      maxLength: 60,
    })
    .map((list) =>
      list.map(([startsAt, lasts]) => ({ startsAt, endsAt: startsAt + lasts })).sort((a, b) => a.startsAt - b.startsAt),
    )

  it('lets none cover another, with as many lanes as are open at once', () => {
    fc.assert(
      fc.property(stretches, (list) => {
        const lanes = lanesOf(list)
        for (const [i, a] of list.entries()) {
          for (const [j, b] of list.entries()) {
            if (i < j && lanes[i] === lanes[j]) expect(a.endsAt <= b.startsAt).toBe(true)
          }
        }
        const openAt = (at: number) => list.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt).length
        const most = Math.max(0, ...list.map(({ startsAt }) => openAt(startsAt)))
        expect(new Set(lanes).size).toBe(most)
      }),
    )
  })

  it('counts the end out: what starts then takes the same lane', () => {
    const list = [
      { startsAt: 0, endsAt: 2 },
      { startsAt: 1, endsAt: 3 },
      { startsAt: 2, endsAt: 4 },
    ]
    expect(lanesOf(list)).toEqual([0, 1, 0])
  })
})
