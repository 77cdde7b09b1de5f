import { millisecondsInDay } from 'date-fns/constants'
import { message } from '../utils/i18n/messages.ts'
import type { Day } from '../utils/plan/run-view.ts'

/** Each part has a day of its own: none is longer, and no two are in the same 24 hours. */
function isDaily(days: readonly Day[]): boolean {
  const from = days[0]?.window.startsAt ?? 0
  const dayOf = ({ window }: Day) => Math.floor((window.startsAt - from) / millisecondsInDay)
  return days.every(
    (day, index) =>
      day.window.endsAt - day.window.startsAt <= millisecondsInDay &&
      (index === 0 || dayOf(day) > dayOf(days[index - 1] as Day)),
  )
}

/** @example dayName(day, days) // "Day 2 of 5"; "Part 2 of 4" where parts are not days */
export function dayName({ number }: Day, days: readonly Day[]): string {
  return message(isDaily(days) ? 'common_day_of' : 'common_part_of', number, days.length)
}

/** @example shortDayName(day, days) // "Day 2" */
export function shortDayName({ number }: Day, days: readonly Day[]): string {
  return message(isDaily(days) ? 'common_day' : 'common_part', number)
}
