import type { CountdownPart } from '../time/countdown.ts'
import { type MessageKey, message } from './messages.ts'

const UNITS: Readonly<Record<CountdownPart['unit'], MessageKey>> = {
  day: 'common_unit_day',
  hour: 'common_unit_hour',
  minute: 'common_unit_minute',
  second: 'common_unit_second',
}

/**
 * A time left in short words. The units are abbreviations without plural, so no `Intl` is asked.
 *
 * @example durationText(countdown(11_520_000)) // "3 h 12 min"
 */
export function durationText(parts: readonly CountdownPart[]): string {
  return parts.map(({ value, unit }) => message(UNITS[unit], value)).join(' ')
}
