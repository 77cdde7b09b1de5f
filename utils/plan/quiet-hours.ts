/**
 * Quiet hours follow the wall clock of the commander's zone, also over a change of daylight saving time.
 *
 * @module
 */

import type { QuietHours } from '../record/record.ts'
import { addDays, minuteOfDay } from '../time/wall-time.ts'
import { instantOf, wallTimeAt } from '../time/zone.ts'

/**
 * @param instant epoch ms
 * @returns the instant itself where it is not in quiet hours, else the end of these quiet hours (epoch ms)
 * @example
 * // 22:00–08:00 in Europe/London, winter
 * quietHoursEnd(Date.UTC(2026, 0, 5, 23), { from: 1320, to: 480 }, 'Europe/London') // Date.UTC(2026, 0, 6, 8)
 */
export function quietHoursEnd(instant: number, quiet: QuietHours | null, timeZone: string): number {
  if (!quiet || quiet.from === quiet.to) return instant
  const wallTime = wallTimeAt(instant, timeZone)
  const minute = minuteOfDay(wallTime)
  const overMidnight = quiet.from > quiet.to
  const beforeMidnight = minute >= quiet.from && (overMidnight || minute < quiet.to)
  const afterMidnight = overMidnight && minute < quiet.to
  if (!beforeMidnight && !afterMidnight) return instant
  const end = { ...wallTime, hour: Math.floor(quiet.to / 60), minute: quiet.to % 60, second: 0 }
  const endsAt = instantOf(beforeMidnight && overMidnight ? addDays(end, 1) : end, timeZone)
  // Where the clock goes back inside quiet hours their end comes twice; the second pass is no longer quiet.
  return Math.max(instant, endsAt)
}
