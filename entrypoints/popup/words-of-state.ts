import { dayName, shortDayName } from '../../components/day-name.ts'
import { type MessageKey, message } from '../../utils/i18n/messages.ts'
import type { Day, RunView } from '../../utils/plan/run-view.ts'

/** What the large countdown speaks of. */
export interface Spoken {
  readonly label: string
  /** Epoch ms of the moment named; Infinity where nobody knows it. */
  readonly at: number
  /** How the moment is named. */
  readonly as: 'on' | 'since'
}

/** @example spokenOf(view) // { label: 'Day 2 of 5 closes in', at: view.today.window.endsAt, as: 'on' } */
export function spokenOf({ status, schedule, days, today, next }: RunView): Spoken {
  const { closesAt } = schedule
  const of = (day: Day, key: MessageKey, single: MessageKey) =>
    days.length === 1 ? message(single) : message(key, dayName(day, days))
  if (status === 'ended') {
    return {
      label: message(closesAt < schedule.endsAt ? 'popup_ended_early' : 'popup_over'),
      at: closesAt,
      as: 'since',
    }
  }
  if (status === 'all-done' && Number.isFinite(closesAt)) {
    return { label: message('popup_all_done'), at: closesAt, as: 'on' }
  }
  if (today && (status === 'open' || status === 'urgent')) {
    const at = today.window.endsAt
    if (!Number.isFinite(at)) {
      return { label: of(today, 'popup_open_endless', 'popup_open_endless_single'), at, as: 'on' }
    }
    const label =
      status === 'urgent'
        ? of(today, 'popup_last_hour', 'popup_last_hour_single')
        : of(today, 'popup_closes_in', 'popup_closes_in_single')
    return { label, at, as: 'on' }
  }
  if (next) {
    const at = next.window.startsAt
    if (today) return { label: message('popup_done_next_in', shortDayName(today, days)), at, as: 'on' }
    if (days.length === 1) return { label: message('popup_next_in_single'), at, as: 'on' }
    return { label: message('popup_next_in', shortDayName(next, days)), at, as: 'on' }
  }
  if (!Number.isFinite(closesAt)) return { label: message('popup_endless'), at: closesAt, as: 'on' }
  return { label: message('popup_event_ends_in'), at: closesAt, as: 'on' }
}
