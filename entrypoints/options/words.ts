/**
 * Durations and offsets in words.
 *
 * @module
 */

import { millisecondsInMinute } from 'date-fns/constants'
import { durationText } from '../../utils/i18n/duration.ts'
import { countdown } from '../../utils/time/countdown.ts'

/**
 * @param minutes whole
 * @example leadTimeText(90) // "1 h 30 min"
 */
export function leadTimeText(minutes: number): string {
  return durationText(countdown(minutes * millisecondsInMinute))
}

/** How far a zone is ahead of UTC. @example offsetText(330) // "UTC+5:30" */
export function offsetText(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const size = Math.abs(Math.round(minutes))
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`
}
