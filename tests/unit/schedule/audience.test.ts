import { describe, expect, it } from 'vitest'
import type { EventDefinition, RelatedEvent } from '../../../utils/events/event.ts'
import { runPhaseAt, scheduleOf } from '../../../utils/schedule/schedule.ts'

const HOUR = 3_600_000
const EIGHT = Date.UTC(2026, 5, 10, 8)

const related = (id: string, more: Partial<RelatedEvent> = {}): RelatedEvent => ({
  id,
  name: id,
  code: 'X',
  rewards: [],
  windows: [{ opensAfter: 0, lasts: 720 }],
  ...more,
})

/** Twelve hours; 08:00 UTC in the EU, 15:00 in the US, 23:00 in APAC. */
const INCURSIONS: EventDefinition = {
  id: 'incursions',
  name: 'Incursions',
  shortName: 'Incursions',
  rewards: [],
  lasts: 720,
  regions: [
    { id: 'us', name: 'US', startsAfter: 420 },
    { id: 'eu', name: 'EU', startsAfter: 0 },
    { id: 'apac', name: 'APAC', startsAfter: 900 },
  ],
  relatedEvents: [related('incursion')],
}
const run = { eventId: 'incursions', startsAt: EIGHT, startAssumed: false }
const iso = (instant: number) => new Date(instant).toISOString().slice(5, 16)

describe('regions', () => {
  it.each([
    ['us', '06-10T15:00', '06-11T03:00'],
    ['eu', '06-10T08:00', '06-10T20:00'],
    ['apac', '06-10T23:00', '06-11T11:00'],
  ])('start at hours of their own: %s', (region, from, to) => {
    const schedule = scheduleOf(INCURSIONS, run, { level: null, region })
    expect([schedule.startsAt, schedule.endsAt].map(iso)).toEqual([from, to])
    expect(schedule.windows.map(({ id, startsAt, endsAt }) => [id, iso(startsAt), iso(endsAt)])).toEqual([
      [`incursion#${region}`, from, to],
    ])
    expect(schedule.hidden.map(({ reason }) => reason)).toEqual(['region', 'region'])
  })

  it('are all shown to who has not told theirs, in the order of time', () => {
    const schedule = scheduleOf(INCURSIONS, run)
    expect(schedule.windows.map(({ id }) => id)).toEqual(['incursion#eu', 'incursion#us', 'incursion#apac'])
    expect([schedule.startsAt, schedule.endsAt].map(iso)).toEqual(['06-10T08:00', '06-11T11:00'])
    expect(schedule.hidden).toEqual([])
  })

  it('that the event does not know see nothing of it, and when it would be', () => {
    const schedule = scheduleOf(INCURSIONS, run, { level: null, region: 'moon' })
    expect(schedule.windows).toEqual([])
    expect(schedule.hidden).toHaveLength(3)
    expect([schedule.startsAt, schedule.endsAt].map(iso)).toEqual(['06-10T08:00', '06-11T11:00'])
  })
})

describe('levels', () => {
  const event: EventDefinition = {
    ...INCURSIONS,
    regions: undefined,
    relatedEvents: [
      related('low', { minLevel: 20, maxLevel: 39 }),
      related('middle', { minLevel: 40, maxLevel: 50 }),
      related('high', { minLevel: 51 }),
      related('all'),
    ],
  }
  it.each([
    [null, ['low', 'middle', 'high', 'all']],
    [19, ['all']],
    [20, ['low', 'all']],
    [39, ['low', 'all']],
    [40, ['middle', 'all']],
    [50, ['middle', 'all']],
    [51, ['high', 'all']],
  ])('%j sees %j', (level, ids) => {
    const schedule = scheduleOf(event, run, { level, region: '' })
    expect(schedule.windows.map(({ id }) => id)).toEqual(ids)
    expect(schedule.hidden.every(({ reason }) => reason === 'level')).toBe(true)
    expect(schedule.hidden).toHaveLength(4 - ids.length)
  })
})

describe('an end that nobody knows', () => {
  const event: EventDefinition = {
    ...INCURSIONS,
    regions: undefined,
    lasts: undefined,
    relatedEvents: [related('short'), related('endless', { windows: [{ opensAfter: 60 }] })],
  }
  it('comes only when the commander says so', () => {
    const schedule = scheduleOf(event, run)
    expect(schedule.closesAt).toBe(Number.POSITIVE_INFINITY)
    expect(schedule.windows.map(({ endsAt }) => endsAt)).toEqual([EIGHT + 12 * HOUR, Number.POSITIVE_INFINITY])
    expect(runPhaseAt(schedule, EIGHT + 1e12)).toBe('running')
    expect(runPhaseAt(scheduleOf(event, { ...run, endedAt: EIGHT + HOUR }), EIGHT + HOUR)).toBe('ended')
  })
  it('comes with the next one of its series, in each region with that of the region', () => {
    const series = { ...run, nextAt: EIGHT + 168 * HOUR }
    const { endsAt, closesAt, windows } = scheduleOf(event, series)
    expect([endsAt, closesAt]).toEqual([EIGHT + 168 * HOUR, EIGHT + 168 * HOUR])
    expect(windows[1]?.endsAt).toBe(Number.POSITIVE_INFINITY)
    const regional = { ...event, regions: INCURSIONS.regions }
    expect(scheduleOf(regional, series, { level: null, region: 'apac' }).closesAt).toBe(EIGHT + 183 * HOUR)
    // Who sees all regions sees the next one as soon as the first has it.
    expect(scheduleOf(regional, series).closesAt).toBe(EIGHT + 168 * HOUR)
    expect(scheduleOf({ ...event, lasts: 1440 }, series).closesAt).toBe(EIGHT + 24 * HOUR)
    // One that is known to last counts to its end, though the next one has started.
    expect(scheduleOf({ ...event, lasts: 14_400 }, series).closesAt).toBe(EIGHT + 240 * HOUR)
  })
  it('is the end of the event for a window without its own, where that is known', () => {
    expect(scheduleOf({ ...event, lasts: 1440 }, run).windows[1]?.endsAt).toBe(EIGHT + 24 * HOUR)
  })
})
