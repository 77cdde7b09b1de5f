/**
 * What the history calls its runs and days.
 *
 * @module
 */

import { dayText } from '../../../components/instant-words.ts'
import { STATE_WORDS } from '../../../components/words.ts'
import { language, message } from '../../../utils/i18n/messages.ts'
import type { DayState } from '../../../utils/plan/day.ts'
import type { PastRun } from '../../../utils/plan/history.ts'
import type { PastDayState } from '../../../utils/plan/history-days.ts'
import type { Page } from '../page.ts'

/** What commanders are called, by id. */
export type Names = ReadonlyMap<string, string>

/** The shape of each state: that of a day in the popup. */
export const SHAPES = { done: 'done', missed: 'missed', left: 'open' } as const satisfies Record<PastDayState, DayState>

export function stateText(state: PastDayState): string {
  return state === 'left' ? message('options_history_left') : message(STATE_WORDS[state])
}

/** @example countText(12550) // "12,550" */
export function countText(count: number): string {
  return new Intl.NumberFormat(language()).format(count)
}

/** @param instant epoch ms @example dateOf(instant, page) // "Mon 13 Nov 2023", which no line break parts */
export function dateOf(instant: number, { zone, now }: Page): string {
  return dayText(instant, zone.timeZone, now).replaceAll(' ', '\u00a0')
}

/** @example startText(run, page) // "Mon 13 Nov 2023" */
export function startText({ schedule }: PastRun, page: Page): string {
  return dateOf(schedule.startsAt, page)
}

/** @example datesText(run, page) // "Mon 13 Nov 2023 – Sat 18 Nov 2023" */
export function datesText(run: PastRun, page: Page): string {
  const from = startText(run, page)
  const to = dateOf(run.schedule.closesAt, page)
  return from === to ? from : message('options_history_dates_range', from, to)
}
