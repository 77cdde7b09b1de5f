import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants'
import type { EventDefinition } from '../../utils/events/event.ts'
import { dateInputValue, parseDate, timeInputValue, utcOf } from '../../utils/time/wall-time.ts'
import { wallTimeAt } from '../../utils/time/zone.ts'

/**
 * The hour on the wall of a zone at which an event is assumed to start on a date: an hour in UTC is another one there
 * in summer than in winter.
 *
 * @param date `YYYY-MM-DD`
 * @returns `HH:MM`; undefined where the event has no assumed hour or the date is none
 * @example assumedTimeOn(DEFENDER_OF_PEACE, '2026-07-01', 'Europe/London') // '17:00'
 */
export function assumedTimeOn(event: EventDefinition, date: string, timeZone: string): string | undefined {
  const day = parseDate(date)
  if (!day.ok || event.assumedStart === undefined) return undefined
  const midnight = utcOf({ ...day.value, hour: 0, minute: 0, second: 0 })
  const assumed = midnight + event.assumedStart * millisecondsInMinute
  // East and west of Greenwich the hour may fall on the date before or after the one in UTC.
  const walls = [assumed, assumed - millisecondsInDay, assumed + millisecondsInDay].map((at) =>
    wallTimeAt(at, timeZone),
  )
  const wall = walls.find((each) => dateInputValue(each) === date)
  return wall && timeInputValue(wall)
}
