import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  dateInputValue,
  minuteOfDay,
  parseDate,
  parseTime,
  timeInputValue,
  utcOf,
  wallTimeOfUtc,
} from '../../../utils/time/wall-time.ts'

describe('parseDate', () => {
  test.each([
    ['2026-11-13', { year: 2026, month: 11, day: 13 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['2000-02-29', { year: 2000, month: 2, day: 29 }],
    ['0001-01-01', { year: 1, month: 1, day: 1 }],
    ['0099-12-31', { year: 99, month: 12, day: 31 }],
    ['9999-12-31', { year: 9999, month: 12, day: 31 }],
  ])('reads %s', (text, value) => {
    expect(parseDate(text)).toEqual({ ok: true, value })
  })

  test.each([
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-10',
    '2026-11-00',
    '2026-11-32',
    '2026-11-99',
    '2026-99-99',
    '2026-01-99',
    '0000-01-01',
    '20266-01-01',
  ])('%s does not exist', (text) => {
    expect(parseDate(text)).toEqual({ ok: false, reason: 'no-such-date' })
  })

  test.each(['', 'today', '13.11.2026', '2026-11-13T16:00', ' 2026-11-13', '2026-11-13\n', '26-11-13', '-2026-11-13'])(
    '%j is no date',
    (text) => {
      expect(parseDate(text)).toEqual({ ok: false, reason: 'format' })
    },
  )
})

describe('parseTime', () => {
  test.each([
    ['00:00', { hour: 0, minute: 0, second: 0 }],
    ['16:00', { hour: 16, minute: 0, second: 0 }],
    ['23:59:59', { hour: 23, minute: 59, second: 59 }],
    ['07:05:09.25', { hour: 7, minute: 5, second: 9 }],
  ])('reads %s', (text, value) => {
    expect(parseTime(text)).toEqual({ ok: true, value })
  })

  test.each(['24:00', '25:00', '12:60', '12:00:60'])('%s does not exist', (text) => {
    expect(parseTime(text)).toEqual({ ok: false, reason: 'no-such-time' })
  })

  test.each(['', '4 pm', '7:05', '07:5', '07.05', '07:05Z', '07:05:00\n', '-1:00', ' 07:05', '107:05'])(
    '%j is no time',
    (text) => {
      expect(parseTime(text)).toEqual({ ok: false, reason: 'format' })
    },
  )
})

describe('the way back into an input', () => {
  it('gives what the parser reads', () => {
    const dates = fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(9999, 11, 31) }).map(wallTimeOfUtc)
    fc.assert(
      fc.property(dates, ({ year, month, day, hour, minute }) => {
        expect(parseDate(dateInputValue({ year, month, day }))).toEqual({ ok: true, value: { year, month, day } })
        const time = parseTime(timeInputValue({ hour, minute }))
        expect(time).toEqual({ ok: true, value: { hour, minute, second: 0 } })
      }),
    )
  })

  it('pads', () => {
    expect(dateInputValue({ year: 812, month: 3, day: 1 })).toBe('0812-03-01')
    expect(timeInputValue({ hour: 7, minute: 5 })).toBe('07:05')
  })
})

describe('minuteOfDay', () => {
  test.each([
    [0, 0, 0],
    [0, 59, 59],
    [7, 30, 450],
    [23, 59, 1439],
  ])('%i:%i', (hour, minute, expected) => {
    expect(minuteOfDay({ hour, minute })).toBe(expected)
  })
})

describe('addDays', () => {
  const hour = { hour: 2, minute: 30, second: 15 }

  test.each([
    [{ year: 2026, month: 11, day: 13 }, 5, { year: 2026, month: 11, day: 18 }],
    [{ year: 2026, month: 2, day: 28 }, 1, { year: 2026, month: 3, day: 1 }],
    [{ year: 2024, month: 2, day: 28 }, 1, { year: 2024, month: 2, day: 29 }],
    [{ year: 2026, month: 12, day: 31 }, 1, { year: 2027, month: 1, day: 1 }],
    [{ year: 2026, month: 3, day: 1 }, -1, { year: 2026, month: 2, day: 28 }],
    [{ year: 2026, month: 3, day: 1 }, 0, { year: 2026, month: 3, day: 1 }],
    [{ year: 99, month: 12, day: 31 }, 1, { year: 100, month: 1, day: 1 }],
  ])('%o and %i days', (date, days, expected) => {
    expect(addDays({ ...date, ...hour }, days)).toEqual({ ...expected, ...hour })
  })

  it('comes back, and keeps the order of the calendar', () => {
    const times = fc.integer({ min: Date.UTC(1000, 0) / 1_000, max: Date.UTC(3000, 0) / 1_000 })
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 10_000 }), (seconds, days) => {
        const start = wallTimeOfUtc(seconds * 1_000)
        const later = addDays(start, days)
        expect(addDays(later, -days)).toEqual(start)
        expect(utcOf(later) - utcOf(start)).toBe(days * 86_400_000)
      }),
    )
  })
})
