/**
 * The time left, as its two largest units, and the moment at which that text grows old.
 *
 * date-fns has `intervalToDuration`, but it counts calendar days in the host's own zone: 24 hours over a DST change
 * come out as "1 day 1 hour" or "23 hours". A countdown is plain arithmetic on milliseconds.
 */
import { millisecondsInDay, millisecondsInHour, millisecondsInMinute, millisecondsInSecond } from 'date-fns/constants'

type CountdownUnit = 'day' | 'hour' | 'minute' | 'second'

/** One number and its unit, for instance 3 hours; the words are the caller's. */
export interface CountdownPart {
  value: number
  unit: CountdownUnit
}

const UNITS: readonly { unit: CountdownUnit; length: number }[] = [
  { unit: 'day', length: millisecondsInDay },
  { unit: 'hour', length: millisecondsInHour },
  { unit: 'minute', length: millisecondsInMinute },
  { unit: 'second', length: millisecondsInSecond },
]

/**
 * Time left in its two largest units, rounded down: days and hours, hours and minutes, minutes and seconds, or seconds
 * alone. A second unit of zero is left out: 3 hours, not 3 hours 0 minutes. Nothing left is 0 seconds.
 *
 * @param ms milliseconds left; negative counts as none
 * @example countdown(97_200_000) // [{ value: 1, unit: 'day' }, { value: 3, unit: 'hour' }]
 */
export function countdown(ms: number): CountdownPart[] {
  const left = atLeastZero(ms)
  const first = UNITS.findIndex(({ length }) => left >= length)
  if (first === -1) return [{ value: 0, unit: 'second' }]
  let rest = left
  const parts: CountdownPart[] = []
  for (const { unit, length } of UNITS.slice(first, first + 2)) {
    const value = Math.floor(rest / length)
    if (value > 0) parts.push({ value, unit })
    rest -= value * length
  }
  return parts
}

/**
 * How long the text of `countdown(ms)` stays right, so that a page sets one timer and not a ticking interval.
 *
 * In the last second the text stays at zero; the wait then ends when nothing is left.
 *
 * @param ms milliseconds left
 * @returns milliseconds until the next text, 1 to 3,600,000; null when nothing is left and nothing will change
 * @example nextChange(61_500) // 501: "1 min 1 s" becomes "1 min" when 60,999 ms are left
 */
export function nextChange(ms: number): number | null {
  const left = atLeastZero(ms)
  if (left === 0) return null
  if (left < millisecondsInSecond) return left
  return (left % smallestShown(left)) + 1
}

/** The length of the second of the two units: it sets the pace. */
function smallestShown(left: number): number {
  if (left >= millisecondsInDay) return millisecondsInHour
  if (left >= millisecondsInHour) return millisecondsInMinute
  return millisecondsInSecond
}

/** NaN counts as none too: a timer of NaN would spin. */
function atLeastZero(ms: number): number {
  return ms > 0 ? Math.floor(ms) : 0
}
