import { millisecondsInMinute, minutesInDay } from 'date-fns/constants'
import type { WindowSpan } from '../../../utils/events/event.ts'
import { durationText } from '../../../utils/i18n/duration.ts'
import { message, plural } from '../../../utils/i18n/messages.ts'
import { countdown } from '../../../utils/time/countdown.ts'

/** When a related event is open, shortly; empty where no window can be read. @example "Day 2, 1 d" */
export function windowsText(windows: readonly WindowSpan[]): string {
  const [first] = windows
  if (!first) return ''
  if (windows.length > 1) return plural('options_editor_windows', windows.length)
  const day = Math.floor(first.opensAfter / minutesInDay) + 1
  return first.lasts === undefined
    ? message('options_editor_when_endless', day)
    : message('options_editor_when', day, minutesText(first.lasts))
}

/** @param minutes whole @example minutesText(1530) // "1 d 1 h" */
export function minutesText(minutes: number): string {
  return durationText(countdown(minutes * millisecondsInMinute))
}
