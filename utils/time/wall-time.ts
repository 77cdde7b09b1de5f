/**
 * Dates and hours on a wall clock: what a commander reads and types, no zone attached.
 *
 * The arithmetic goes through `Date.UTC`, where every day has 24 hours. date-fns would read the host's own zone here:
 * `addDays` and `parseISO` shift an hour that falls in the host's DST gap.
 */

/** A calendar date of the Gregorian calendar: month 1–12, day 1–31. */
export interface WallDate {
  year: number
  month: number
  day: number
}

/** An hour of a day: 00:00:00 to 23:59:59. */
export interface WallHour {
  hour: number
  minute: number
  second: number
}

/** What calendar and clock on the wall show, in whole seconds. */
export interface WallTime extends WallDate, WallHour {}

/** The outcome of reading an input: a value, or why there is none. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; reason: 'format' | 'no-such-date' | 'no-such-time' }

/**
 * Reads the value of an HTML date input.
 *
 * A year of more than four digits, which Chromium's input allows, counts as a date that does not exist.
 *
 * @param text `YYYY-MM-DD`
 * @returns the date; reason `format` if the text has another form, `no-such-date` for 30 February and the like
 * @example parseDate('2026-11-13') // { ok: true, value: { year: 2026, month: 11, day: 13 } }
 */
export function parseDate(text: string): Parsed<WallDate> {
  const match = /^(\d{4,6})-(\d\d)-(\d\d)$/.exec(text)
  if (!match) return { ok: false, reason: 'format' }
  const value = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  // A month or day that does not exist carries over into another month.
  const { month } = dateOf(utcOf({ ...value, ...MIDNIGHT }))
  const exists = value.year >= 1 && value.year <= 9999 && value.month === month
  return exists ? { ok: true, value } : { ok: false, reason: 'no-such-date' }
}

/**
 * Reads the value of an HTML time input. A fraction of a second is dropped.
 *
 * @param text `HH:MM`, `HH:MM:SS` or `HH:MM:SS.sss`
 * @returns the hour; reason `format` if the text has another form, `no-such-time` for 25:00, 24:00 and the like
 * @example parseTime('16:00') // { ok: true, value: { hour: 16, minute: 0, second: 0 } }
 */
export function parseTime(text: string): Parsed<WallHour> {
  const match = /^(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,3})?)?$/.exec(text)
  if (!match) return { ok: false, reason: 'format' }
  const value = { hour: Number(match[1]), minute: Number(match[2]), second: Number(match[3] ?? 0) }
  const exists = value.hour < 24 && value.minute < 60 && value.second < 60
  return exists ? { ok: true, value } : { ok: false, reason: 'no-such-time' }
}

/**
 * The value that an HTML date input takes.
 *
 * @example dateInputValue({ year: 2026, month: 3, day: 1 }) // '2026-03-01'
 */
export function dateInputValue({ year, month, day }: WallDate): string {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

/**
 * The value that an HTML time input takes, in minutes.
 *
 * @example timeInputValue({ hour: 7, minute: 5 }) // '07:05'
 */
export function timeInputValue({ hour, minute }: Pick<WallHour, 'hour' | 'minute'>): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}`
}

/**
 * Minutes on the wall clock since midnight, 0–1439; seconds are dropped.
 *
 * @example minuteOfDay({ hour: 7, minute: 30 }) // 450
 */
export function minuteOfDay({ hour, minute }: Pick<WallHour, 'hour' | 'minute'>): number {
  return hour * 60 + minute
}

/**
 * The same hour, some calendar days later.
 *
 * @param days whole days; negative goes back
 * @returns a new wall time; it may lie in a DST gap of the zone it is then read in
 * @example addDays({ year: 2026, month: 2, day: 28, ... }, 1) // 1 March 2026
 */
export function addDays(wallTime: WallTime, days: number): WallTime {
  return wallTimeOfUtc(utcOf({ ...wallTime, day: wallTime.day + days }))
}

/**
 * The instant at which a clock that runs in UTC shows this wall time. A field out of its range carries over.
 *
 * @returns epoch milliseconds; NaN beyond what `Date` can hold
 */
export function utcOf({ year, month, day, hour, minute, second }: WallTime): number {
  // Not Date.UTC: it takes the years 0–99 for 1900–1999.
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.setUTCHours(hour, minute, second)
}

/**
 * What a clock that runs in UTC shows at an instant.
 *
 * @param instant epoch milliseconds
 */
export function wallTimeOfUtc(instant: number): WallTime {
  const date = new Date(instant)
  return {
    ...dateOf(instant),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}

const MIDNIGHT: WallHour = { hour: 0, minute: 0, second: 0 }

function dateOf(instant: number): WallDate {
  const date = new Date(instant)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
