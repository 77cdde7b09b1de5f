import { message } from '../../utils/i18n/messages.ts'
import type { RunView } from '../../utils/plan/run-view.ts'

/** What the large countdown speaks of. */
export interface Spoken {
  readonly label: string
  /** Epoch ms of the moment named. */
  readonly at: number
  /** How the moment is named. */
  readonly as: 'on' | 'since'
}

/** @example spokenOf(view) // { label: 'Day 2 of 5 closes in', at: view.today.window.endsAt, as: 'on' } */
export function spokenOf({ status, schedule, days, today, next }: RunView): Spoken {
  if (status === 'ended') {
    const early = schedule.closesAt < schedule.endsAt
    return { label: message(early ? 'popup_ended_early' : 'popup_over'), at: schedule.closesAt, as: 'since' }
  }
  if (status === 'all-done') return { label: message('popup_all_done'), at: schedule.closesAt, as: 'on' }
  if (today && (status === 'open' || status === 'urgent')) {
    const key = status === 'urgent' ? 'popup_last_hour' : 'popup_closes_in'
    return { label: message(key, today.number, days.length), at: today.window.endsAt, as: 'on' }
  }
  if (next) {
    const label = today ? message('popup_done_next_in', today.number) : message('popup_next_in', next.number)
    return { label, at: next.window.startsAt, as: 'on' }
  }
  return { label: message('popup_event_ends_in'), at: schedule.closesAt, as: 'on' }
}
