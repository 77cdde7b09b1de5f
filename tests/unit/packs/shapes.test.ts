/**
 * Every event of "Events of the same shape", written as a pack, against dates worked out by hand. Names and shapes are
 * documented; where a feeder has no documented name it has a neutral one, and a start that is not documented is one of
 * this test.
 */

import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { RUN_OF_2023 } from '../../../utils/events/pack.ts'
import { checkEvent } from '../../../utils/packs/check.ts'
import { occurrenceStart } from '../../../utils/schedule/repeat.ts'
import { type Audience, type Schedule, scheduleOf } from '../../../utils/schedule/schedule.ts'
import { packedEvent } from '../support/packs.ts'

const HOUR = 60
const DAY = 24 * HOUR

const iso = (instant: number) => new Date(instant).toISOString().replace(':00.000Z', 'Z')
const range = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }) => `${iso(startsAt)} ${iso(endsAt)}`
const rows = ({ windows }: Schedule) => windows.map((window) => `${window.relatedEvent.code} ${range(window)}`)
const ids = ({ windows }: Schedule) => windows.map(({ id }) => id)

/** One feeder on each of these days (from 1). */
const feeders = (...days: readonly number[]) =>
  days.map((day) => ({
    id: `day-${day}`,
    name: `Feeder of day ${day}`,
    windows: [{ opensAfter: (day - 1) * DAY, lasts: DAY }],
  }))

/** A pack's event as it runs at one of its starts. */
function scheduled(event: object, audience?: Audience): Schedule {
  const packed = packedEvent(event)
  expect(checkEvent(packed.event)).toEqual([])
  const [startsAt = Number.NaN] = packed.starts
  return scheduleOf(packed.event, { eventId: packed.event.id, startsAt, startAssumed: false }, audience)
}

describe('Defender of Peace', () => {
  const days = [
    ['unraveling-anomalies', 'Unraveling Anomalies'],
    ['enlisting-old-allies', 'Enlisting Old Allies'],
    ['hidden-motivations', 'Hidden Motivations'],
    ['assembling-the-resistance', 'Assembling the Resistance'],
    ['shaping-a-unified-destiny', 'Shaping a Unified Destiny'],
  ] as const
  const schedule = scheduled({
    id: 'defender-of-peace',
    name: 'Defender of Peace – SMS',
    minLevel: 10,
    prerequisite: 'Heroes and Villains',
    lasts: 5 * DAY,
    assumedStart: 16 * HOUR,
    serverEvent: { name: 'Defender of Peace – IMS', rewards: [] },
    starts: [{ date: '2023-11-13', time: '16:00' }],
    relatedEvents: days.map(([id, name], index) => ({
      id,
      name,
      points: 100,
      windows: [{ opensAfter: index * DAY, lasts: DAY }],
    })),
  })

  it('is five days of 100 points', () => {
    expect(rows(schedule)).toEqual([
      'UA 2023-11-13T16:00Z 2023-11-14T16:00Z',
      'EOA 2023-11-14T16:00Z 2023-11-15T16:00Z',
      'HM 2023-11-15T16:00Z 2023-11-16T16:00Z',
      'ATR 2023-11-16T16:00Z 2023-11-17T16:00Z',
      'SUD 2023-11-17T16:00Z 2023-11-18T16:00Z',
    ])
    expect(schedule.windows.map(({ points }) => points)).toEqual([100, 100, 100, 100, 100])
    expect(range(schedule)).toBe('2023-11-13T16:00Z 2023-11-18T16:00Z')
  })

  it('has the windows of the one that ships', () => {
    const shipped = scheduleOf(DEFENDER_OF_PEACE, RUN_OF_2023)
    expect(rows(schedule)).toEqual(rows(shipped))
    expect(ids(schedule)).toEqual(ids(shipped))
    expect(schedule.event.shortName).toBe(DEFENDER_OF_PEACE.shortName)
  })
})

describe('Voyage Across the Void', () => {
  const voyage = {
    id: 'voyage-across-the-void',
    name: 'Voyage Across the Void',
    lasts: 7 * DAY,
    repeatsEvery: 1,
    starts: [{ date: '2026-06-22', time: '16:00' }],
    relatedEvents: feeders(1, 2, 3, 4, 5, 6, 7),
  }

  it('has one feeder a day for seven days', () => {
    expect(rows(scheduled(voyage))).toEqual([
      'FD1 2026-06-22T16:00Z 2026-06-23T16:00Z',
      'FD2 2026-06-23T16:00Z 2026-06-24T16:00Z',
      'FD3 2026-06-24T16:00Z 2026-06-25T16:00Z',
      'FD4 2026-06-25T16:00Z 2026-06-26T16:00Z',
      'FD5 2026-06-26T16:00Z 2026-06-27T16:00Z',
      'FD6 2026-06-27T16:00Z 2026-06-28T16:00Z',
      'FD7 2026-06-28T16:00Z 2026-06-29T16:00Z',
    ])
  })

  it('comes again every week, at the same hour of UTC', () => {
    const { event, starts } = packedEvent(voyage)
    const [startsAt = Number.NaN] = starts
    const series = { eventId: event.id, startsAt, startAssumed: false, repeatsEvery: event.repeatsEvery }
    expect([1, 2, 20].map((number) => iso(occurrenceStart(series, number) ?? 0))).toEqual([
      '2026-06-22T16:00Z',
      '2026-06-29T16:00Z',
      '2026-11-02T16:00Z',
    ])
  })
})

describe('Combat Simulation Meta', () => {
  const combat = (days: number) => ({
    id: 'combat-simulation-meta',
    name: 'Combat Simulation Meta',
    lasts: days * DAY,
    starts: [{ date: '2026-03-02', time: '16:00' }],
    relatedEvents: feeders(...[1, 2, 3, 4, 5, 6, 7].slice(0, days)),
  })

  it.each([
    [6, 'FD6 2026-03-07T16:00Z 2026-03-08T16:00Z', '2026-03-02T16:00Z 2026-03-08T16:00Z'],
    [7, 'FD7 2026-03-08T16:00Z 2026-03-09T16:00Z', '2026-03-02T16:00Z 2026-03-09T16:00Z'],
  ])('of %i days', (days, last, whole) => {
    const schedule = scheduled(combat(days))
    expect(schedule.windows).toHaveLength(days)
    expect(rows(schedule).at(-1)).toBe(last)
    expect(range(schedule)).toBe(whole)
  })
})

describe('Sector Supremacy Meta – SMS', () => {
  const schedule = scheduled({
    id: 'sector-supremacy-meta',
    name: 'Sector Supremacy Meta - SMS',
    minLevel: 20,
    lasts: 6 * DAY,
    starts: [{ date: '2026-06-25', time: '16:00', timeZone: 'UTC' }],
    relatedEvents: feeders(1, 3, 6),
  })

  it('has feeders on some days only', () => {
    expect(rows(schedule)).toEqual([
      'FD1 2026-06-25T16:00Z 2026-06-26T16:00Z',
      'FD3 2026-06-27T16:00Z 2026-06-28T16:00Z',
      'FD6 2026-06-30T16:00Z 2026-07-01T16:00Z',
    ])
    expect(range(schedule)).toBe('2026-06-25T16:00Z 2026-07-01T16:00Z')
  })

  it('is for level 20 and up, and its points are not documented', () => {
    expect(schedule.event).toMatchObject({ minLevel: 20, shortName: 'Sector Supremacy Meta', rewards: [] })
    expect(schedule.event).not.toHaveProperty('maxLevel')
    expect(schedule.event.relatedEvents[0]).not.toHaveProperty('points')
    expect(schedule.event.relatedEvents[0]).not.toHaveProperty('objectives')
  })
})

describe('Maverick Tasks', () => {
  const maverick = {
    id: 'maverick-tasks',
    name: 'Maverick Tasks',
    lasts: 28 * DAY,
    repeatsEvery: 4,
    starts: [{ date: '2026-02-26', time: '16:00' }],
    relatedEvents: [1, 2, 3, 4].map((week) => ({
      id: `week-${week}`,
      name: `Tasks of week ${week}`,
      windows: [{ opensAfter: (week - 1) * 7 * DAY, lasts: 7 * DAY }],
    })),
  }

  it('are four times seven days, without a gap where clocks are changed', () => {
    expect(rows(scheduled(maverick))).toEqual([
      'TW1 2026-02-26T16:00Z 2026-03-05T16:00Z',
      'TW2 2026-03-05T16:00Z 2026-03-12T16:00Z',
      'TW3 2026-03-12T16:00Z 2026-03-19T16:00Z',
      'TW4 2026-03-19T16:00Z 2026-03-26T16:00Z',
    ])
  })

  it('begin anew after four weeks', () => {
    const { event, starts } = packedEvent(maverick)
    const [startsAt = Number.NaN] = starts
    const series = { eventId: event.id, startsAt, startAssumed: false, repeatsEvery: event.repeatsEvery }
    expect(iso(occurrenceStart(series, 2) ?? 0)).toBe('2026-03-26T16:00Z')
  })
})

describe('Sarris Invasion', () => {
  it('is three days of the whole server', () => {
    const schedule = scheduled({
      id: 'sarris-invasion',
      name: 'Sarris Invasion',
      serverWide: true,
      lasts: 3 * DAY,
      starts: [{ date: '2025-08-29', time: '19:00', timeZone: 'Europe/London' }],
      relatedEvents: [{ id: 'invasion', name: 'Sarris Invasion', windows: [{ opensAfter: 0, lasts: 3 * DAY }] }],
    })
    expect(schedule.event.serverWide).toBe(true)
    expect(rows(schedule)).toEqual(['SI 2025-08-29T18:00Z 2025-09-01T18:00Z'])
  })
})

describe('Infinite Incursions', () => {
  const incursions = {
    id: 'infinite-incursions',
    name: 'Infinite Incursions',
    lasts: 12 * HOUR,
    regions: [
      { id: 'us', name: 'US', startsAfter: 420 },
      { id: 'eu', name: 'EU', startsAfter: 0 },
      { id: 'apac', name: 'APAC', startsAfter: 900 },
    ],
    starts: [{ date: '2026-06-10', time: '08:00' }],
    relatedEvents: [{ id: 'incursion', name: 'Infinite Incursions', windows: [{ opensAfter: 0, lasts: 720 }] }],
  }

  it('start at another hour in each region', () => {
    const schedule = scheduled(incursions)
    expect(schedule.windows.map((window) => `${window.region?.name} ${range(window)}`)).toEqual([
      'EU 2026-06-10T08:00Z 2026-06-10T20:00Z',
      'US 2026-06-10T15:00Z 2026-06-11T03:00Z',
      'APAC 2026-06-10T23:00Z 2026-06-11T11:00Z',
    ])
    expect(range(schedule)).toBe('2026-06-10T08:00Z 2026-06-11T11:00Z')
  })

  it.each([
    ['us', '2026-06-10T15:00Z 2026-06-11T03:00Z'],
    ['eu', '2026-06-10T08:00Z 2026-06-10T20:00Z'],
    ['apac', '2026-06-10T23:00Z 2026-06-11T11:00Z'],
  ])('%s sees its own only', (region, hours) => {
    const schedule = scheduled(incursions, { level: null, region })
    expect(schedule.windows.map(range)).toEqual([hours])
    expect(range(schedule)).toBe(hours)
    expect(schedule.hidden.map(({ reason }) => reason)).toEqual(['region', 'region'])
  })
})

describe('an arc meta', () => {
  const arc = {
    id: 'arc-meta',
    name: 'Arc meta',
    lasts: 28 * DAY,
    starts: [{ date: '2026-06-04', time: '16:00' }],
    relatedEvents: [
      {
        id: 'ranges',
        name: 'Weekly range',
        windows: [0, 7, 14, 21].map((day) => ({ opensAfter: day * DAY, lasts: 7 * DAY })),
      },
      {
        id: 'returning',
        name: 'Returning feeder',
        windows: [2, 9, 10, 27].map((day) => ({ opensAfter: day * DAY, lasts: DAY })),
      },
      ...[
        { id: 'low', minLevel: 20, maxLevel: 39 },
        { id: 'middle', minLevel: 40, maxLevel: 50 },
        { id: 'high', minLevel: 51, maxLevel: 80 },
      ].map((bracket) => ({
        ...bracket,
        name: `Feeder ${bracket.id}`,
        windows: [{ opensAfter: 4 * DAY, lasts: DAY }],
      })),
    ],
  }

  it('has four ranges, and a feeder that returns', () => {
    expect(rows(scheduled(arc)).filter((row) => !row.startsWith('F'))).toEqual([
      'WR 2026-06-04T16:00Z 2026-06-11T16:00Z',
      'RF 2026-06-06T16:00Z 2026-06-07T16:00Z',
      'WR 2026-06-11T16:00Z 2026-06-18T16:00Z',
      'RF 2026-06-13T16:00Z 2026-06-14T16:00Z',
      'RF 2026-06-14T16:00Z 2026-06-15T16:00Z',
      'WR 2026-06-18T16:00Z 2026-06-25T16:00Z',
      'WR 2026-06-25T16:00Z 2026-07-02T16:00Z',
      'RF 2026-07-01T16:00Z 2026-07-02T16:00Z',
    ])
    expect(ids(scheduled(arc)).filter((id) => id.startsWith('returning'))).toEqual([
      'returning',
      'returning#2',
      'returning#3',
      'returning#4',
    ])
  })

  it.each([
    [19, []],
    [20, ['FL']],
    [39, ['FL']],
    [40, ['FM']],
    [50, ['FM']],
    [51, ['FH']],
    [80, ['FH']],
    [81, []],
    [null, ['FL', 'FM', 'FH']],
  ])('of one day a commander of level %s sees %j', (level, codes) => {
    const shown = rows(scheduled(arc, { level, region: '' })).filter((row) => row.startsWith('F'))
    expect(shown).toEqual(codes.map((code) => `${code} 2026-06-08T16:00Z 2026-06-09T16:00Z`))
  })
})
