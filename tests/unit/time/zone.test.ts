import fc from 'fast-check'
import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { addDays, utcOf, type WallTime } from '../../../utils/time/wall-time.ts'
import {
  instantOf,
  isInGap,
  isTimeZone,
  offsetMinutesAt,
  systemTimeZone,
  timeZoneOf,
  wallTimeAt,
} from '../../../utils/time/zone.ts'

const wall = (text: string): WallTime => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/[- :]/).map(Number)
  return { year, month, day, hour, minute, second }
}
const at = (iso: string) => Date.parse(iso)

describe('wallTimeAt', () => {
  test.each([
    ['UTC', '2026-11-13T16:00:00Z', '2026-11-13 16:00:00'],
    ['Europe/London', '2026-03-29T00:59:59.999Z', '2026-03-29 00:59:59'],
    ['Europe/London', '2026-03-29T01:00:00Z', '2026-03-29 02:00:00'],
    ['Europe/London', '2026-10-25T00:59:59.999Z', '2026-10-25 01:59:59'],
    ['Europe/London', '2026-10-25T01:00:00Z', '2026-10-25 01:00:00'],
    ['Asia/Kolkata', '2026-12-31T18:30:00Z', '2027-01-01 00:00:00'],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', '2026-01-01 05:45:00'],
    ['America/New_York', '2023-11-13T16:00:00Z', '2023-11-13 11:00:00'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29 23:59:59'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31 00:00:00'],
    ['Africa/Monrovia', '1950-01-01T00:00:00Z', '1949-12-31 23:15:30'],
    ['America/New_York', '1880-01-01T00:00:00Z', '1879-12-31 19:03:58'],
    ['UTC', '1969-12-31T23:59:59.999Z', '1969-12-31 23:59:59'],
    ['UTC', '0050-02-03T04:05:06Z', '50-02-03 04:05:06'],
    ['UTC', '-000001-02-03T04:05:06Z', null],
  ])('%s %s', (zone, instant, shown) => {
    const expected = shown === null ? { year: -1, month: 2, day: 3, hour: 4, minute: 5, second: 6 } : wall(shown)
    expect(wallTimeAt(at(instant), zone)).toEqual(expected)
  })

  it('refuses an unknown zone and an instant that is none', () => {
    expect(() => wallTimeAt(0, 'Mars/Olympus')).toThrow(RangeError)
    expect(() => wallTimeAt(Number.NaN, 'UTC')).toThrow(RangeError)
    expect(() => wallTimeAt(Number.POSITIVE_INFINITY, 'UTC')).toThrow(RangeError)
  })
})

describe('instantOf and isInGap', () => {
  test.each([
    // forward by an hour: 01:00 to 02:00 is skipped
    ['Europe/London', '2026-03-29 00:59:59', '2026-03-29T00:59:59Z', false],
    ['Europe/London', '2026-03-29 01:00:00', '2026-03-29T01:00:00Z', true],
    ['Europe/London', '2026-03-29 01:59:59', '2026-03-29T01:59:59Z', true],
    ['Europe/London', '2026-03-29 02:00:00', '2026-03-29T01:00:00Z', false],
    // back by an hour: 01:00 to 02:00 comes twice
    ['Europe/London', '2026-10-25 00:59:59', '2026-10-24T23:59:59Z', false],
    ['Europe/London', '2026-10-25 01:00:00', '2026-10-25T00:00:00Z', false],
    ['Europe/London', '2026-10-25 01:59:59', '2026-10-25T00:59:59Z', false],
    ['Europe/London', '2026-10-25 02:00:00', '2026-10-25T02:00:00Z', false],
    ['America/New_York', '2026-03-08 02:30:00', '2026-03-08T07:30:00Z', true],
    ['America/New_York', '2026-03-08 03:00:00', '2026-03-08T07:00:00Z', false],
    ['America/New_York', '2026-11-01 01:30:00', '2026-11-01T05:30:00Z', false],
    ['America/New_York', '2026-11-01 02:00:00', '2026-11-01T07:00:00Z', false],
    // half an hour
    ['Australia/Lord_Howe', '2026-10-04 02:15:00', '2026-10-03T15:45:00Z', true],
    ['Australia/Lord_Howe', '2026-04-05 01:45:00', '2026-04-04T14:45:00Z', false],
    // two hours
    ['Antarctica/Troll', '2026-03-29 02:30:00', '2026-03-29T02:30:00Z', true],
    // a whole day that never was
    ['Pacific/Apia', '2011-12-29 23:59:59', '2011-12-30T09:59:59Z', false],
    ['Pacific/Apia', '2011-12-30 12:00:00', '2011-12-30T22:00:00Z', true],
    ['Pacific/Apia', '2011-12-31 00:00:00', '2011-12-30T10:00:00Z', false],
    ['Asia/Kolkata', '2026-11-13 21:30:00', '2026-11-13T16:00:00Z', false],
    ['UTC', '50-02-03 04:05:06', '0050-02-03T04:05:06Z', false],
  ])('%s %s', (zone, shown, instant, gap) => {
    expect(new Date(instantOf(wall(shown), zone)).toISOString()).toBe(new Date(instant).toISOString())
    expect(isInGap(wall(shown), zone)).toBe(gap)
  })

  it('carries a field over its range', () => {
    expect(instantOf(wall('2026-02-30 24:00:00'), 'UTC')).toBe(at('2026-03-03T00:00:00Z'))
  })

  it('refuses what no instant can hold', () => {
    expect(() => instantOf(wall('300000-01-01 00:00:00'), 'UTC')).toThrow(RangeError)
    expect(() => instantOf(wall('2026-01-01 00:00:00'), 'Mars/Olympus')).toThrow(RangeError)
  })

  it('reaches the first and the last instant', () => {
    for (const instant of [-8_640_000_000_000_000, 8_640_000_000_000_000]) {
      expect(instantOf(wallTimeAt(instant, 'UTC'), 'UTC')).toBe(instant)
    }
  })
})

describe('offsetMinutesAt', () => {
  test.each([
    ['UTC', '2026-01-01T00:00:00Z', 0],
    ['Europe/London', '2026-07-01T00:00:00Z', 60],
    ['Asia/Kathmandu', '2026-07-01T00:00:00Z', 345],
    ['America/St_Johns', '2026-01-01T00:00:00Z', -210],
    ['Etc/GMT+5', '2026-01-01T00:00:00Z', -300],
    ['Africa/Monrovia', '1950-01-01T00:00:00Z', -44.5],
    ['+05:30', '2026-01-01T00:00:00Z', 330],
    ['-00:30', '2026-01-01T00:00:00Z', -30],
  ])('%s %s', (zone, instant, minutes) => {
    expect(offsetMinutesAt(at(instant), zone)).toBe(minutes)
  })
})

describe('isTimeZone', () => {
  test.each(['UTC', 'Europe/London', 'europe/london', 'Asia/Calcutta', 'Asia/Kolkata', '+05:30'])(
    'takes %s',
    (name) => {
      expect(isTimeZone(name)).toBe(true)
    },
  )

  test.each(['', 'system', 'Mars/Olympus', 'Europe/', '+25:00', 'Etc/Unknown', '__proto__', undefined, null, 0, {}])(
    'refuses %s',
    (name) => {
      expect(isTimeZone(name)).toBe(false)
    },
  )

  it('takes the zone of this computer', () => {
    expect(isTimeZone(systemTimeZone())).toBe(true)
  })
})

describe('what browsers say in ways of their own', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  /** The types call it a method; it is a getter. */
  const formats: { format: unknown } = Intl.DateTimeFormat.prototype
  const says = (text: string) => vi.spyOn(formats, 'format', 'get').mockReturnValue(() => text)

  test.each([
    ['12 AM GMT', 0],
    ['12 AM GMT+00:00', 0],
    ['5 PM GMT+05:30', 330],
    ['11 PM GMT-00:44:30', -44.5],
  ])('reads the offset in %s', (text, minutes) => {
    says(text)
    expect(offsetMinutesAt(0, 'UTC')).toBe(minutes)
  })

  test.each(['12 AM GMT+5', '12 AM GMT+05:30 x', '12 AM GMT+05:3'])('takes %s for no offset', (text) => {
    says(text)
    const name = text.slice('12 AM '.length)
    expect(() => offsetMinutesAt(0, 'UTC')).toThrow(`The browser names an offset in an unknown way: ${name}`)
  })

  test.each([
    ['Asia/Tokyo', 'Asia/Tokyo'],
    ['Etc/Unknown', 'UTC'],
  ])('takes of a host in %s the zone %s', (timeZone, zone) => {
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
      ...new Intl.DateTimeFormat().resolvedOptions(),
      timeZone,
    })
    expect(systemTimeZone()).toBe(zone)
    expect(timeZoneOf('system')).toBe(zone)
    expect(timeZoneOf('Mars/Olympus')).toBe(zone)
    expect(timeZoneOf('Europe/London')).toBe('Europe/London')
  })
})

describe('laws, in every zone and at every time from 1900 to 2100', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC', '-03:30')
  const from = Date.UTC(1900, 0)
  const until = Date.UTC(2100, 0)
  const instants = fc.integer({ min: from, max: until })
  const seconds = fc.integer({ min: from / 1_000, max: until / 1_000 }).map((value) => value * 1_000)
  const runs = { numRuns: 2_000 }

  it('finds the way back, or the first of the two instants of an overlap', () => {
    fc.assert(
      fc.property(zones, seconds, (zone, instant) => {
        const shown = wallTimeAt(instant, zone)
        const back = instantOf(shown, zone)
        expect(back).toBeLessThanOrEqual(instant)
        expect(wallTimeAt(back, zone)).toEqual(shown)
        expect(isInGap(shown, zone)).toBe(false)
      }),
      runs,
    )
  })

  it('shows the same wall time back, except in a gap, where it moves forward', () => {
    fc.assert(
      fc.property(zones, seconds, (zone, utc) => {
        const asked = wallTimeAt(utc, 'UTC')
        const moved = utcOf(wallTimeAt(instantOf(asked, zone), zone)) - utcOf(asked)
        if (isInGap(asked, zone)) expect(moved).toBeGreaterThan(0)
        else expect(moved).toBe(0)
      }),
      runs,
    )
  })

  it('drops milliseconds towards the past', () => {
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const second = Math.floor(instant / 1_000) * 1_000
        expect(wallTimeAt(instant, zone)).toEqual(wallTimeAt(second, zone))
      }),
      runs,
    )
  })

  it('lets instants grow with wall times, a day apart', () => {
    fc.assert(
      fc.property(zones, seconds, (zone, utc) => {
        const today = wallTimeAt(utc, 'UTC')
        // Two days: one of them may be the one that a zone skipped, and then both wall times are one instant.
        expect(instantOf(addDays(today, 2), zone)).toBeGreaterThan(instantOf(today, zone))
      }),
      runs,
    )
  })
})
