/**
 * Instants and durations in words.
 *
 * @module
 */

import { dateText, momentText } from '../../components/words.ts'
import { language, message } from '../../utils/i18n/messages.ts'
import { type InstantLabel, labelsFor } from '../../utils/time/labels.ts'

const NO_LABEL: InstantLabel = { weekday: '', date: '', time: '', zone: '', offset: 0 }

/**
 * The parts of an instant in words.
 *
 * @param now epoch ms; a date in another year names the year
 */
export function labelOf(instant: number, timeZone: string, now: number): InstantLabel {
  return labelsFor({ instants: [instant], timeZone, locale: language(), now }).byInstant[instant] ?? NO_LABEL
}

/** @example instantText(t, 'Europe/London', now) // "Tue 24 Nov, 16:00 GMT" */
export function instantText(instant: number, timeZone: string, now: number): string {
  return momentText(labelOf(instant, timeZone, now))
}

/** @example dayText(t, 'Europe/London', now) // "Mon 13 Nov 2023" */
export function dayText(instant: number, timeZone: string, now: number): string {
  return dateText(labelOf(instant, timeZone, now))
}

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
