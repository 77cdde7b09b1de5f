/**
 * Instants in words, worked out on the spot. Uses `Intl`: not on the way to the popup's first paint.
 *
 * @module
 */

import { language } from '../utils/i18n/messages.ts'
import { type InstantLabel, labelsFor } from '../utils/time/labels.ts'
import { dateText, momentText } from './words.ts'

const NO_LABEL: InstantLabel = { weekday: '', date: '', time: '', zone: '', offset: 0 }

/**
 * The parts of an instant in words.
 *
 * @param now epoch ms; a date in another year names the year
 */
export function labelOf(instant: number, timeZone: string, now: number): InstantLabel {
  return labelsFor({ instants: [instant], timeZone, locale: language(), now }).byInstant[instant] ?? NO_LABEL
}

/** @throws RangeError for an instant that is none, such as an end that nobody knows. @example instantText(t, 'Europe/London', now) // "Tue 24 Nov, 16:00 GMT" */
export function instantText(instant: number, timeZone: string, now: number): string {
  return momentText(labelOf(instant, timeZone, now))
}

/** @example dayText(t, 'Europe/London', now) // "Mon 13 Nov 2023" */
export function dayText(instant: number, timeZone: string, now: number): string {
  return dateText(labelOf(instant, timeZone, now))
}
