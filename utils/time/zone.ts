/**
 * From an instant to the wall clock of a time zone, and back.
 *
 * Own code beside `@date-fns/tz`, for two reasons. Its `tzOffset` loses the sign of an offset between −01:00 and 00:00
 * (Africa/Monrovia before 1972: +44.5 minutes), and its way from wall time to instant depends on the host's own zone
 * (https://github.com/date-fns/tz/issues/13). What stands here never asks the host's zone and is compared with the
 * browser's native `Temporal` by `npm run test:zones`.
 */
import { millisecondsInDay, millisecondsInMinute, millisecondsInSecond } from 'date-fns/constants'
import { utcOf, type WallTime, wallTimeOfUtc } from './wall-time.ts'

export type { WallTime } from './wall-time.ts'

/** The last instant that `Date` can hold; the first is its negative. */
const LAST_INSTANT = 8_640_000_000_000_000

/** Making a formatter costs fifty times as much as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/** Few offsets exist, so each text is read once. */
const offsets = new Map<string, number>()

/**
 * What a clock in a time zone shows.
 *
 * @param instant epoch milliseconds; a part of a second is dropped
 * @param timeZone an IANA name, or an offset such as `+05:30` where the browser accepts one
 * @throws RangeError for a zone the browser does not know, or an instant beyond what `Date` can hold
 * @example wallTimeAt(Date.UTC(2026, 6, 1, 16), 'Europe/London') // 1 July 2026, 17:00:00
 */
export function wallTimeAt(instant: number, timeZone: string): WallTime {
  return wallTimeOfUtc(instant + offsetAt(instant, timeZone))
}

/**
 * The instant at which a clock in a time zone shows a wall time, as Temporal's "compatible": a wall time that a
 * forward change skips moves on by the length of the gap, one that comes twice is the first of the two.
 *
 * @param wallTime a field out of its range carries over, as in `Date.UTC`
 * @returns epoch milliseconds
 * @throws RangeError for a zone the browser does not know, or a wall time beyond what `Date` can hold
 * @example instantOf({ year: 2026, month: 3, day: 29, hour: 1, minute: 30, ... }, 'Europe/London') // 02:30 BST
 */
export function instantOf(wallTime: WallTime, timeZone: string): number {
  return resolve(wallTime, timeZone).instant
}

/**
 * Whether a clock in the zone never shows this wall time, because it is put forward over it.
 *
 * @throws RangeError as `instantOf`
 */
export function isInGap(wallTime: WallTime, timeZone: string): boolean {
  return resolve(wallTime, timeZone).inGap
}

/**
 * How far a zone's clock is ahead of UTC.
 *
 * @param instant epoch milliseconds
 * @returns minutes, negative west of Greenwich; with a fraction for local mean times of the past
 * @throws RangeError as `wallTimeAt`
 * @example offsetMinutesAt(Date.UTC(2026, 6, 1), 'Asia/Kolkata') // 330
 */
export function offsetMinutesAt(instant: number, timeZone: string): number {
  return offsetAt(instant, timeZone) / millisecondsInMinute
}

/** Whether this browser knows the value as a time zone: an IANA name in any case, or an offset. */
export function isTimeZone(name: unknown): name is string {
  if (typeof name !== 'string') return false
  try {
    formatterFor(name)
    return true
  } catch {
    return false
  }
}

/** The IANA name of the host's zone; UTC where the host has none (Chromium then says `Etc/Unknown`). */
export function systemTimeZone(): string {
  const name: unknown = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return isTimeZone(name) ? name : 'UTC'
}

/**
 * The zone that a setting means. One that this browser does not know (it was chosen in another) gives way to the host's.
 *
 * @param setting an IANA name or an offset, or `system`: the host's zone, whichever it is now
 */
export function timeZoneOf(setting: string): string {
  return setting !== 'system' && isTimeZone(setting) ? setting : systemTimeZone()
}

function resolve(wallTime: WallTime, timeZone: string): { instant: number; inGap: boolean } {
  const utc = utcOf(wallTime)
  // No zone is more than a day from UTC, and changes lie further apart than that: the offset that holds at the wall
  // time is the one a day before or the one a day after.
  const before = offsetAt(clamp(utc - millisecondsInDay), timeZone)
  const after = offsetAt(clamp(utc + millisecondsInDay), timeZone)
  const possible = [utc - before, utc - after].filter((instant) => utc - instant === offsetAt(instant, timeZone))
  if (possible.length > 0) return { instant: Math.min(...possible), inGap: false }
  // To read the clock as if it had not been put forward yet moves on by exactly the gap.
  return { instant: utc - before, inGap: true }
}

/** Milliseconds that the zone is ahead of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  const text = formatterFor(timeZone).format(instant)
  const name = text.slice(text.indexOf('GMT'))
  let offset = offsets.get(name)
  if (offset === undefined) {
    offset = parseOffset(name)
    offsets.set(name, offset)
  }
  return offset
}

/** Reads `GMT`, `GMT+05:30` or `GMT-00:44:30`. */
function parseOffset(name: string): number {
  const match = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(name)
  if (!match) throw new Error(`The browser names an offset in an unknown way: ${name}`)
  const [, sign, hours = 0, minutes = 0, seconds = 0] = match
  const size = (Number(hours) * 60 + Number(minutes)) * millisecondsInMinute + Number(seconds) * millisecondsInSecond
  return sign === '-' ? -size : size
}

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    // Without an hour the date would be formatted too, which takes longer.
    formatter = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', timeZoneName: 'longOffset' })
    formatters.set(timeZone, formatter)
  }
  return formatter
}

function clamp(instant: number): number {
  return Math.max(-LAST_INSTANT, Math.min(LAST_INSTANT, instant))
}
