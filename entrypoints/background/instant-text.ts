import { language, message } from '../../utils/i18n/messages.ts'
import { labelsFor } from '../../utils/time/labels.ts'

/**
 * An instant in words, with its zone.
 *
 * @param instant epoch ms
 * @param now epoch ms; a date in another year names the year
 * @example instantText(t, 'Europe/London', now) // "Tue 24 Nov, 16:00 GMT"
 */
export function instantText(instant: number, timeZone: string, now: number): string {
  const label = labelsFor({ instants: [instant], timeZone, locale: language(), now }).byInstant[instant]
  return label ? message('background_instant', label.weekday, label.date, label.time, label.zone) : ''
}
