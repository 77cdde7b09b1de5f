/**
 * Dates and hours in the sentences of the pages. A label that is not worked out yet gives a space that keeps its line.
 *
 * @module
 */

import { millisecondsInDay } from 'date-fns/constants'
import { message } from '../utils/i18n/messages.ts'
import type { DayState } from '../utils/plan/day.ts'
import type { Window } from '../utils/schedule/schedule.ts'
import type { InstantLabel } from '../utils/time/labels.ts'

/** Keeps the height of a line whose words come after the first paint. */
export const BLANK = '\u00a0'

/** Labels by instant (epoch ms); empty until they are known. */
export type LabelsByInstant = Readonly<Record<number, InstantLabel>>

export const STATE_WORDS = {
  upcoming: 'popup_state_upcoming',
  open: 'popup_state_open',
  urgent: 'popup_state_urgent',
  done: 'popup_state_done',
  missed: 'popup_state_missed',
} as const satisfies Record<DayState, string>

/** @example momentText(label) // "Tue 24 Nov, 16:00 GMT" */
export function momentText(label: InstantLabel | undefined): string {
  return label ? message('common_moment', label.weekday, label.date, label.time, label.zone) : BLANK
}

/** @example dateText(label) // "Tue 24 Nov" */
export function dateText(label: InstantLabel | undefined): string {
  return label ? message('popup_date', label.weekday, label.date) : BLANK
}

/** @example rangeText(window, labels) // "Tue 24 Nov, 16:00 – Wed 16:00" */
export function rangeText({ startsAt, endsAt }: Window, labels: LabelsByInstant): string {
  const from = labels[startsAt]
  const to = labels[endsAt]
  if (from && endsAt === Number.POSITIVE_INFINITY) {
    return message('popup_range_endless', from.weekday, from.date, from.time)
  }
  if (!from || !to) return BLANK
  const start = [from.weekday, from.date, from.time] as const
  // After a week the weekday alone says nothing.
  if (endsAt - startsAt >= 6 * millisecondsInDay) {
    return message('popup_range_long', ...start, to.weekday, to.date, to.time)
  }
  if (from.weekday === to.weekday) return message('popup_range_same_day', ...start, to.time)
  return message('popup_range', ...start, to.weekday, to.time)
}

/** The name of a window; with its region where it is one of several. */
export function windowName({ relatedEvent, region }: Window): string {
  return region ? message('popup_in_region', relatedEvent.name, region.name) : relatedEvent.name
}
