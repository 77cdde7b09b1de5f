/**
 * Quiet hours follow the wall clock of the commander's zone, also over a change of that clock: whatever it shows between
 * the two hours is quiet, whether it shows it for the first time, for the second, or not at all.
 *
 * @module
 */

import { millisecondsInMinute, millisecondsInSecond, minutesInDay } from 'date-fns/constants'
import type { QuietHours } from '../record/record.ts'
import { minuteOfDay } from '../time/wall-time.ts'
import { offsetMinutesAt, wallTimeAt } from '../time/zone.ts'

/**
 * The first instant, from the one given on, at which the clock on the wall is outside of the quiet hours.
 *
 * @param instant epoch ms
 * @param timeZone an IANA name
 * @returns epoch ms; the instant itself where it is not in quiet hours
 * @throws RangeError for an unknown zone or an instant beyond what `Date` can hold
 * @example
 * // 22:00–08:00 in Europe/London, winter
 * quietHoursEnd(Date.UTC(2026, 0, 5, 23), { from: 1320, to: 480 }, 'Europe/London') // Date.UTC(2026, 0, 6, 8)
 * // 22:00–02:30 in America/New_York, when 02:00 to 03:00 is skipped: the clock jumps from quiet 01:59:59 to 03:00
 * quietHoursEnd(Date.UTC(2026, 2, 8, 6), { from: 1320, to: 150 }, 'America/New_York') // Date.UTC(2026, 2, 8, 7)
 */
export function quietHoursEnd(instant: number, quiet: QuietHours | null, timeZone: string): number {
  if (!quiet || quiet.from === quiet.to) return instant
  let at = instant
  let left = quietLeft(at, quiet, timeZone)
  // A clock that is changed on the way may jump out of the quiet hours, or over the only hours that are not quiet.
  while (left > 0) {
    at = clockChange(at, at + left, timeZone) ?? at + left
    left = quietLeft(at, quiet, timeZone)
  }
  return at
}

/** How long, in ms, until the clock shows the end of the quiet hours if nobody changes it; 0 outside of them. */
function quietLeft(instant: number, { from, to }: QuietHours, timeZone: string): number {
  const wallTime = wallTimeAt(instant, timeZone)
  const minute = minuteOfDay(wallTime)
  const isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to
  if (!isQuiet) return 0
  const minutes = (to - minute + minutesInDay) % minutesInDay
  const second = Math.floor(instant / millisecondsInSecond)
  const intoSecond = instant - second * millisecondsInSecond
  return minutes * millisecondsInMinute - wallTime.second * millisecondsInSecond - intoSecond
}

/**
 * The instant at which a zone's clock is put forward or back.
 *
 * @param from epoch ms
 * @param until epoch ms, at most a day later: two changes never fall into one
 * @returns epoch ms, after `from` and not after `until`; undefined where the clock just goes on
 */
function clockChange(from: number, until: number, timeZone: string): number | undefined {
  const offset = offsetMinutesAt(from, timeZone)
  if (offsetMinutesAt(until, timeZone) === offset) return undefined
  let before = from
  let after = until
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetMinutesAt(middle, timeZone) === offset) before = middle
    else after = middle
  }
  return after
}
