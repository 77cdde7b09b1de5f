import { dayName } from '../../components/day-name.ts'
import { instantText } from '../../components/instant-words.ts'
import { message } from '../../utils/i18n/messages.ts'
import type { RunView } from '../../utils/plan/run-view.ts'
import type { Page } from './page.ts'

/** How a run stands, in words. */
export function statusText(run: RunView, { zone, now }: Page): string {
  const when = (instant: number) => instantText(instant, zone.timeZone, now)
  const { today, next, schedule } = run
  switch (run.status) {
    case 'upcoming':
      return message('options_status_upcoming', when(schedule.startsAt))
    case 'all-done':
      if (!Number.isFinite(schedule.endsAt)) return message('options_status_endless')
      return message('options_status_all_done', when(schedule.endsAt))
    case 'closing':
      if (!Number.isFinite(schedule.endsAt)) return message('options_status_endless')
      return message('options_status_closing', when(schedule.endsAt))
    case 'ended':
      return schedule.closesAt < schedule.endsAt
        ? message('options_status_ended_early', when(schedule.closesAt))
        : message('options_status_ended', when(schedule.endsAt))
    case 'waiting':
      return next
        ? message('options_status_waiting', next.window.relatedEvent.name, when(next.window.startsAt))
        : message('options_status_endless')
  }
  if (!today) return ''
  const { window } = today
  const { name } = window.relatedEvent
  if (!Number.isFinite(window.endsAt)) {
    return run.status === 'done'
      ? message('options_status_done_endless', name)
      : message('options_status_open_endless', name)
  }
  const values = [dayName(today, run.days), name, when(window.endsAt)] as const
  if (run.status === 'urgent') return message('options_status_urgent', ...values)
  return run.status === 'done' ? message('options_status_done', ...values) : message('options_status_open', ...values)
}
