import { millisecondsInMinute, millisecondsInSecond } from 'date-fns/constants'

/**
 * - `missing`: a wake is planned and the browser holds no alarm
 * - `differs`: the alarm is for another time
 * - `late`: the time is over and nothing woke the background
 * - `unplanned`: there is an alarm and no wake is planned
 */
export type AlarmTrouble = 'missing' | 'differs' | 'late' | 'unplanned'

/** Browsers round a little. */
const TOLERANCE = millisecondsInSecond
/** A wake may be under way, and Chromium lets no alarm come within 30 s. */
const GRACE = millisecondsInMinute

/**
 * Whether the browser will wake the background when that was planned.
 *
 * @param planned epoch ms; undefined: nothing is to come
 * @param alarm epoch ms; null: the browser holds none
 * @param now epoch ms
 */
export function alarmTroubleAt(
  planned: number | undefined,
  alarm: number | null,
  now: number,
): AlarmTrouble | undefined {
  if (planned === undefined) return alarm === null ? undefined : 'unplanned'
  const isUnderWay = now >= planned && now < planned + GRACE
  if (isUnderWay) return undefined
  if (alarm === null) return 'missing'
  if (Math.abs(alarm - planned) > TOLERANCE) return 'differs'
  return now < planned ? undefined : 'late'
}
