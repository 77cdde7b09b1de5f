import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { labelsFor, zoneTimeNow } from '../../../utils/time/labels.ts'
import { type LabelDemand, labelsFit } from '../../../utils/time/labels-fit.ts'

const start = Date.UTC(2023, 10, 13, 16)
const summer = Date.UTC(2023, 6, 1, 16)
const now = Date.UTC(2023, 10, 12)
/** Locales put a no-break space before PM, not all of the same kind. */
const plain = (text: string | undefined) => text?.replaceAll(/\s/g, ' ')

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('labelsFor', () => {
  test.each([
    ['en-GB', 'Europe/London', start, 'Mon', '13 Nov', '16:00', 'GMT', 0],
    ['en-GB', 'Europe/London', summer, 'Sat', '1 Jul', '17:00', 'BST', 60],
    ['en-US', 'America/New_York', start, 'Mon', 'Nov 13', '11:00 AM', 'EST', -300],
    ['en-US', 'Asia/Kolkata', start, 'Mon', 'Nov 13', '9:30 PM', 'GMT+5:30', 330],
    ['de', 'Europe/Berlin', start, 'Mo', '13. Nov.', '17:00', 'MEZ', 60],
    ['en-GB', 'Pacific/Auckland', start, 'Tue', '14 Nov', '05:00', 'GMT+13', 780],
  ])('%s in %s at %i', (locale, timeZone, instant, weekday, date, time, zone, offset) => {
    const label = labelsFor({ instants: [instant], timeZone, locale, now }).byInstant[instant]
    expect({ ...label, time: plain(label?.time) }).toEqual({ weekday, date, time, zone, offset })
  })

  test.each([
    [Date.UTC(2023, 11, 31, 17, 59, 59), '13 Nov'],
    [Date.UTC(2023, 11, 31, 18, 30), '13 Nov 2023'],
  ])('writes the year when now (%i) is in another one, in the zone', (later, date) => {
    const labels = labelsFor({ instants: [start], timeZone: 'Asia/Kolkata', locale: 'en-GB', now: later })
    expect(labels.byInstant[start]?.date).toBe(date)
  })

  it('names the zone and is plain JSON', () => {
    const labels = labelsFor({ instants: [start, summer], timeZone: 'America/New_York', locale: 'en-US', now })
    expect(labels).toMatchObject({ locale: 'en-US', timeZone: 'America/New_York', zoneName: 'New York' })
    expect(Object.keys(labels.byInstant).sort()).toEqual([String(summer), String(start)])
    expect(JSON.parse(JSON.stringify(labels))).toEqual(labels)
  })

  // One costs fifty times as much as to use it.
  it('makes no formatter twice', () => {
    const request = { instants: [start, summer], timeZone: 'Asia/Tokyo', locale: 'en-GB', now }
    const labels = labelsFor(request)
    const made = vi.spyOn(Intl, 'DateTimeFormat')
    expect(labelsFor(request)).toEqual(labels)
    expect(made).not.toHaveBeenCalled()
    labelsFor({ ...request, timeZone: 'Asia/Seoul' })
    // Weekday, date, hour and abbreviation; and one that tells the offsets.
    expect(made).toHaveBeenCalledTimes(5)
  })

  it('refuses an unknown zone and a malformed locale', () => {
    const request = { instants: [start], timeZone: 'Europe/London', locale: 'en', now }
    expect(() => labelsFor({ ...request, timeZone: 'Mars/Olympus' })).toThrow(RangeError)
    expect(() => labelsFor({ ...request, locale: 'en_GB' })).toThrow(RangeError)
  })
})

describe('labelsFit', () => {
  const labels = labelsFor({ instants: [start, summer], timeZone: 'Europe/London', locale: 'en-GB', now })
  const london = (instant: number) => (instant === summer ? 60 : -0)
  const fits: LabelDemand = {
    instants: [start, summer],
    timeZone: 'Europe/London',
    locale: 'en-GB',
    now,
    hostOffsetAt: () => 999,
  }
  const system: LabelDemand = { ...fits, timeZone: 'system', hostOffsetAt: london }

  test.each<[string, boolean, LabelDemand]>([
    ['the same', true, fits],
    ['fewer instants', true, { ...fits, instants: [start] }],
    ['no instants', true, { ...fits, instants: [] }],
    ['one instant more', false, { ...fits, instants: [start, summer, now] }],
    ['another locale', false, { ...fits, locale: 'en-US' }],
    ['another zone', false, { ...fits, timeZone: 'Europe/Lisbon' }],
    ['the host in the same zone', true, system],
    ['the host elsewhere', false, { ...system, hostOffsetAt: () => 330 }],
    ['the host right at one instant only', false, { ...system, hostOffsetAt: () => 0 }],
    ['the last millisecond of the year', true, { ...fits, now: Date.UTC(2024, 0) - 1 }],
    ['a new year', false, { ...fits, now: Date.UTC(2024, 0) }],
    ['the first millisecond of the year', true, { ...fits, now: Date.UTC(2023, 0) }],
    ['the clock put back a year', false, { ...fits, now: Date.UTC(2023, 0) - 1 }],
  ])('%s: %s', (_name, expected, demand) => {
    expect(labelsFit(labels, demand)).toBe(expected)
  })

  it('holds after a way through the storage, and asks Intl nothing', () => {
    const stored = JSON.parse(JSON.stringify(labels))
    vi.stubGlobal('Intl', undefined)
    expect(labelsFit(stored, system)).toBe(true)
  })

  it('turns with the year of its zone', () => {
    const kolkata = labelsFor({ instants: [start], timeZone: 'Asia/Kolkata', locale: 'en-GB', now })
    const demand = { ...fits, instants: [start], timeZone: 'Asia/Kolkata' }
    const newYear = Date.UTC(2023, 11, 31, 18, 30)
    expect(labelsFit(kolkata, { ...demand, now: newYear - 1 })).toBe(true)
    expect(labelsFit(kolkata, { ...demand, now: newYear })).toBe(false)
  })
})

describe('zoneTimeNow', () => {
  test.each([
    ['Europe/London', 'en-GB', '16:00'],
    ['America/New_York', 'en-US', '11:00 AM'],
    ['Asia/Kathmandu', 'de', '21:45'],
  ])('%s in %s', (timeZone, locale, expected) => {
    expect(plain(zoneTimeNow(start, timeZone, locale))).toBe(expected)
  })
})
