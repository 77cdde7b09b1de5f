/** Quiet hours over a change of the clock. Hours worked out by hand: an offset behind them says which pass is meant. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { planAt } from '../../../utils/plan/plan.ts'
import { quietHoursEnd } from '../../../utils/plan/quiet-hours.ts'
import type { QuietHours } from '../../../utils/record/record.ts'
import { putRun, setSetting } from '../../../utils/record/transitions.ts'
import { minuteOfDay, parseTime } from '../../../utils/time/wall-time.ts'
import { wallTimeAt } from '../../../utils/time/zone.ts'
import { DAY, HOUR, RUN, recordOf } from '../support/records.ts'

const MINUTE = 60_000

/** @example hours('22:00–08:00') // { from: 1320, to: 480 } */
function hours(text: string): QuietHours {
  const [from = 0, to = 0] = text.split('–').map((hour) => {
    const parsed = parseTime(hour)
    if (!parsed.ok) throw new Error(`No hours: ${text}`)
    return minuteOfDay(parsed.value)
  })
  return { from, to }
}

/** The end of quiet hours, written as the instant that was expected would be, for a failure that can be read. */
function endOf(zone: string, quiet: string, instant: string, expected: string): string {
  const end = quietHoursEnd(Date.parse(instant), hours(quiet), zone)
  return end === Date.parse(expected) ? expected : new Date(end).toISOString()
}

type Row = readonly [quiet: string, what: string, instant: string, end: string]

const ROWS: Record<string, readonly Row[]> = {
  // 02:00 −05:00 becomes 03:00 −04:00 on 8 March, 02:00 −04:00 becomes 01:00 −05:00 on 1 November.
  'America/New_York': [
    ['22:00–08:00', 'the night before', '2026-03-06T23:00-05:00', '2026-03-07T08:00-05:00'],
    ['22:00–08:00', 'the short night', '2026-03-07T23:00-05:00', '2026-03-08T08:00-04:00'],
    ['22:00–08:00', 'the night after', '2026-03-08T23:00-04:00', '2026-03-09T08:00-04:00'],
    ['22:00–08:00', 'the evening before the long night', '2026-10-30T23:00-04:00', '2026-10-31T08:00-04:00'],
    ['22:00–08:00', 'the long night', '2026-10-31T23:00-04:00', '2026-11-01T08:00-05:00'],
    ['22:00–08:00', 'the night after the long one', '2026-11-01T23:00-05:00', '2026-11-02T08:00-05:00'],
    ['22:00–02:30', 'their end is skipped', '2026-03-08T01:00-05:00', '2026-03-08T03:00-04:00'],
    ['22:00–02:00', 'their end is the first hour skipped', '2026-03-08T01:00-05:00', '2026-03-08T03:00-04:00'],
    ['22:00–03:00', 'their end is the first hour again', '2026-03-08T01:00-05:00', '2026-03-08T03:00-04:00'],
    ['02:30–08:00', 'their start is skipped: before', '2026-03-08T01:59:59.999-05:00', '2026-03-08T01:59:59.999-05:00'],
    ['02:30–08:00', 'their start is skipped: after', '2026-03-08T03:00-04:00', '2026-03-08T08:00-04:00'],
    ['02:15–02:45', 'skipped whole', '2026-03-08T03:00-04:00', '2026-03-08T03:00-04:00'],
    ['03:00–02:30', 'all that is not quiet is skipped', '2026-03-08T01:00-05:00', '2026-03-09T02:30-04:00'],
    ['22:00–01:30', 'their end comes twice: first pass', '2026-11-01T01:10-04:00', '2026-11-01T01:30-04:00'],
    ['22:00–01:30', 'their end comes twice: in between', '2026-11-01T01:45-04:00', '2026-11-01T01:45-04:00'],
    ['22:00–01:30', 'their end comes twice: second pass', '2026-11-01T01:10-05:00', '2026-11-01T01:30-05:00'],
    ['01:30–08:00', 'their start comes twice: first pass', '2026-11-01T01:45-04:00', '2026-11-01T01:00-05:00'],
    ['01:30–08:00', 'their start comes twice: second pass', '2026-11-01T01:45-05:00', '2026-11-01T08:00-05:00'],
    ['01:00–01:30', 'twice that night', '2026-11-01T01:29:59.999-05:00', '2026-11-01T01:30-05:00'],
  ],
  // 01:00 +00:00 becomes 02:00 +01:00 on 29 March, 02:00 +01:00 becomes 01:00 +00:00 on 25 October.
  'Europe/London': [
    ['22:00–08:00', 'the night before', '2026-03-27T23:00Z', '2026-03-28T08:00Z'],
    ['22:00–08:00', 'the short night', '2026-03-28T23:00Z', '2026-03-29T08:00+01:00'],
    ['22:00–08:00', 'the night after', '2026-03-29T23:00+01:00', '2026-03-30T08:00+01:00'],
    ['22:00–08:00', 'the long night', '2026-10-24T23:00+01:00', '2026-10-25T08:00Z'],
    ['22:00–08:00', 'the night after the long one', '2026-10-25T23:00Z', '2026-10-26T08:00Z'],
    ['22:00–01:30', 'their end is skipped', '2026-03-29T00:59:59.999Z', '2026-03-29T02:00+01:00'],
    ['01:30–06:00', 'their start is skipped', '2026-03-29T02:00+01:00', '2026-03-29T06:00+01:00'],
    ['22:00–01:30', 'their end comes twice: first pass', '2026-10-25T00:30+01:00', '2026-10-25T01:30+01:00'],
    ['22:00–01:30', 'their end comes twice: second pass', '2026-10-25T01:00Z', '2026-10-25T01:30Z'],
    ['01:15–06:00', 'their start comes twice: first pass', '2026-10-25T01:15+01:00', '2026-10-25T01:00Z'],
    ['01:15–06:00', 'their start comes twice: second pass', '2026-10-25T01:15Z', '2026-10-25T06:00Z'],
  ],
  // By half an hour: 02:00 +11:00 becomes 01:30 +10:30 on 5 April, 02:00 +10:30 becomes 02:30 +11:00 on 4 October.
  'Australia/Lord_Howe': [
    ['22:00–08:00', 'the night before the long one', '2026-04-03T23:00+11:00', '2026-04-04T08:00+11:00'],
    ['22:00–08:00', 'the long night', '2026-04-04T23:00+11:00', '2026-04-05T08:00+10:30'],
    ['22:00–08:00', 'the night after', '2026-04-05T23:00+10:30', '2026-04-06T08:00+10:30'],
    ['22:00–08:00', 'the short night', '2026-10-03T23:00+10:30', '2026-10-04T08:00+11:00'],
    ['22:00–02:15', 'their end is skipped', '2026-10-04T01:30+10:30', '2026-10-04T02:30+11:00'],
    ['22:00–02:29', 'their end is the last minute skipped', '2026-10-04T01:30+10:30', '2026-10-04T02:30+11:00'],
    ['02:10–02:20', 'skipped whole', '2026-10-04T02:30+11:00', '2026-10-04T02:30+11:00'],
    ['02:10–08:00', 'their start is skipped', '2026-10-04T02:30+11:00', '2026-10-04T08:00+11:00'],
    ['22:00–01:45', 'their end comes twice: first pass', '2026-04-05T01:40+11:00', '2026-04-05T01:45+11:00'],
    ['22:00–01:45', 'their end comes twice: second pass', '2026-04-05T01:40+10:30', '2026-04-05T01:45+10:30'],
    ['01:45–08:00', 'their start comes twice: first pass', '2026-04-05T01:50+11:00', '2026-04-05T01:30+10:30'],
    ['01:45–08:00', 'their start comes twice: second pass', '2026-04-05T01:50+10:30', '2026-04-05T08:00+10:30'],
  ],
  // Back for Ramadan: 03:00 +01:00 becomes 02:00 +00:00 on 15 February; 02:00 +00:00 becomes 03:00 +01:00 on 22 March.
  'Africa/Casablanca': [
    ['22:00–08:00', 'the night before the long one', '2026-02-13T23:00+01:00', '2026-02-14T08:00+01:00'],
    ['22:00–08:00', 'the long night', '2026-02-14T23:00+01:00', '2026-02-15T08:00Z'],
    ['22:00–08:00', 'the night after', '2026-02-15T23:00Z', '2026-02-16T08:00Z'],
    ['22:00–08:00', 'the short night', '2026-03-21T23:00Z', '2026-03-22T08:00+01:00'],
    ['22:00–02:30', 'their end is skipped', '2026-03-22T01:30Z', '2026-03-22T03:00+01:00'],
    ['02:30–06:00', 'their start is skipped', '2026-03-22T03:00+01:00', '2026-03-22T06:00+01:00'],
    ['22:00–02:30', 'their end comes twice: first pass', '2026-02-15T02:10+01:00', '2026-02-15T02:30+01:00'],
    ['22:00–02:30', 'their end comes twice: second pass', '2026-02-15T02:10Z', '2026-02-15T02:30Z'],
    ['02:30–06:00', 'their start comes twice: first pass', '2026-02-15T02:45+01:00', '2026-02-15T02:00Z'],
    ['02:30–06:00', 'their start comes twice: second pass', '2026-02-15T02:45Z', '2026-02-15T06:00Z'],
  ],
}

describe.each(Object.entries(ROWS))('in %s', (zone, rows) => {
  it.each(rows)('%s: %s, %s', (quiet, _, instant, end) => {
    expect(endOf(zone, quiet, instant, end)).toBe(end)
  })
})

it.each([
  ['none', null],
  ['from and to the same hour', { from: 60, to: 60 }],
])('changes nothing: %s', (_, quiet) => {
  for (const instant of [0, HOUR - 1, HOUR, HOUR + 1, 2 * HOUR]) {
    expect(quietHoursEnd(instant, quiet, 'UTC')).toBe(instant)
  }
})

it('is exact to the millisecond, also before 1970', () => {
  expect(quietHoursEnd(-DAY + 1, hours('22:00–08:00'), 'UTC')).toBe(-DAY + 8 * HOUR)
  expect(quietHoursEnd(-1, hours('22:00–08:00'), 'UTC')).toBe(8 * HOUR)
  expect(quietHoursEnd(8 * HOUR - 1, hours('22:00–08:00'), 'UTC')).toBe(8 * HOUR)
  expect(quietHoursEnd(22 * HOUR - 1, hours('22:00–08:00'), 'UTC')).toBe(22 * HOUR - 1)
})

describe('the law: the first instant at which the clock is outside of them', () => {
  /** A change of each of these clocks, and the day that Samoa left out. */
  const changes = [
    ['America/New_York', '2026-03-08T07:00Z'],
    ['America/New_York', '2026-11-01T06:00Z'],
    ['Europe/London', '2026-03-29T01:00Z'],
    ['Europe/London', '2026-10-25T01:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
    ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
    ['Africa/Casablanca', '2026-02-15T02:00Z'],
    ['Africa/Casablanca', '2026-03-22T02:00Z'],
    ['Antarctica/Troll', '2026-03-29T01:00Z'],
    ['Antarctica/Troll', '2026-10-25T01:00Z'],
    ['Pacific/Chatham', '2026-04-04T14:00Z'],
    ['Pacific/Apia', '2011-12-30T10:00Z'],
  ] as const

  const isOutside = (instant: number, { from, to }: QuietHours, zone: string) => {
    const minute = minuteOfDay(wallTimeAt(instant, zone))
    return from < to ? minute < from || minute >= to : minute < from && minute >= to
  }
  /** Every minute is looked at: clocks change, and show another minute, at whole minutes only. */
  const firstOutside = (instant: number, quiet: QuietHours, zone: string) => {
    if (isOutside(instant, quiet, zone)) return instant
    let next = (Math.floor(instant / MINUTE) + 1) * MINUTE
    while (!isOutside(next, quiet, zone)) next += MINUTE
    return next
  }

  it('holds around every kind of change', () => {
    const minutes = fc.integer({ min: 0, max: 1439 })
    // Near the change by the hours of the day as well, or few quiet hours would begin or end inside it.
    const near = fc.integer({ min: -3 * 60, max: 3 * 60 })
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        fc.integer({ min: -26 * HOUR, max: 2 * HOUR }),
        fc.oneof(fc.tuple(minutes, minutes), fc.tuple(near, near), fc.tuple(near, minutes), fc.tuple(minutes, near)),
        ([zone, iso], before, [first, second]) => {
          const change = Date.parse(iso)
          const shown = minuteOfDay(wallTimeAt(change, zone))
          const from = (shown + first + 1440) % 1440
          const to = (shown + second + 1440) % 1440
          if (from === to) return
          const quiet = { from, to }
          expect(quietHoursEnd(change + before, quiet, zone)).toBe(firstOutside(change + before, quiet, zone))
        },
      ),
      { numRuns: 600 },
    )
  })
})

describe('a run whose days start at night', () => {
  /** When the start of each day is told, with quiet hours from 22 to 8: from wake to wake, as the background goes. */
  function told(zone: string, startsAt: number): string[] {
    const run = { eventId: DEFENDER_OF_PEACE.id, startsAt, startAssumed: false }
    const record = recordOf(
      [putRun(RUN, run), startsAt - 2 * DAY],
      [setSetting('leadTimes', []), startsAt - 2 * DAY],
      [setSetting('quietHours', hours('22:00–08:00')), startsAt - 2 * DAY],
    )
    const delivered: Record<string, number> = {}
    const instants: string[] = []
    let now: number | undefined = startsAt - HOUR
    while (now !== undefined && now < startsAt + 5 * DAY) {
      const plan = planAt(record, { delivered, snoozed: {} }, zone, now)
      for (const { id } of plan.notices) {
        delivered[id] = now
        instants.push(new Date(now).toISOString().slice(0, 16))
      }
      now = plan.wakeAt
    }
    return instants
  }

  it.each([
    // 00:00 −05:00, then 01:00 −04:00
    [
      'America/New_York',
      '2026-03-06T05:00Z',
      ['2026-03-06T13:00', '2026-03-07T13:00', '2026-03-08T12:00', '2026-03-09T12:00', '2026-03-10T12:00'],
    ],
    // 01:30 −04:00, then 00:30 −05:00
    [
      'America/New_York',
      '2026-10-30T05:30Z',
      ['2026-10-30T12:00', '2026-10-31T12:00', '2026-11-01T13:00', '2026-11-02T13:00', '2026-11-03T13:00'],
    ],
    // 00:30 +00:00, then 01:30 +01:00
    [
      'Europe/London',
      '2026-03-27T00:30Z',
      ['2026-03-27T08:00', '2026-03-28T08:00', '2026-03-29T07:00', '2026-03-30T07:00', '2026-03-31T07:00'],
    ],
    // 01:30 +01:00, then 00:30 +00:00
    [
      'Europe/London',
      '2026-10-23T00:30Z',
      ['2026-10-23T07:00', '2026-10-24T07:00', '2026-10-25T08:00', '2026-10-26T08:00', '2026-10-27T08:00'],
    ],
    // 03:00 +11:00, then 02:30 +10:30
    [
      'Australia/Lord_Howe',
      '2026-04-02T16:00Z',
      ['2026-04-02T21:00', '2026-04-03T21:00', '2026-04-04T21:30', '2026-04-05T21:30', '2026-04-06T21:30'],
    ],
    // 02:30 +10:30, then 03:00 +11:00
    [
      'Australia/Lord_Howe',
      '2026-10-01T16:00Z',
      ['2026-10-01T21:30', '2026-10-02T21:30', '2026-10-03T21:00', '2026-10-04T21:00', '2026-10-05T21:00'],
    ],
    // 02:30 +01:00, then 01:30 +00:00
    [
      'Africa/Casablanca',
      '2026-02-13T01:30Z',
      ['2026-02-13T07:00', '2026-02-14T07:00', '2026-02-15T08:00', '2026-02-16T08:00', '2026-02-17T08:00'],
    ],
    // 01:30 +00:00, then 02:30 +01:00
    [
      'Africa/Casablanca',
      '2026-03-20T01:30Z',
      ['2026-03-20T08:00', '2026-03-21T08:00', '2026-03-22T07:00', '2026-03-23T07:00', '2026-03-24T07:00'],
    ],
  ])('%s from %s: each is told at eight by the wall', (zone, startsAt, expected) => {
    expect(told(zone, Date.parse(startsAt))).toEqual(expected)
  })
})
