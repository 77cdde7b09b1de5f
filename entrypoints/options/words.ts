/**
 * Durations and offsets in words.
 *
 * @module
 */

import { message } from '../../utils/i18n/messages.ts'

/**
 * @param minutes whole
 * @example durationText(90) // "1 h 30 min"
 */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const parts = [
    hours > 0 ? message('common_unit_hour', hours) : '',
    minutes % 60 > 0 ? message('common_unit_minute', minutes % 60) : '',
  ]
  return parts.filter(Boolean).join(' ')
}

/** How far a zone is ahead of UTC. @example offsetText(330) // "UTC+5:30" */
export function offsetText(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const size = Math.abs(Math.round(minutes))
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`
}
