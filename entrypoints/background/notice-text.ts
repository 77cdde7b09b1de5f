import { millisecondsInMinute } from 'date-fns/constants'
import { dayName } from '../../components/day-name.ts'
import { instantText } from '../../components/instant-words.ts'
import { durationText } from '../../utils/i18n/duration.ts'
import { message, plural } from '../../utils/i18n/messages.ts'
import type { Notice } from '../../utils/plan/notice.ts'
import type { Day, RunView } from '../../utils/plan/run-view.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { countdown } from '../../utils/time/countdown.ts'
import { namesText } from './names-text.ts'

export interface NoticeText {
  readonly title: string
  readonly message: string
}

/**
 * A notice in words: what is open, what to do, until when.
 *
 * @param now epoch ms; the time left is counted from here, also where quiet hours held the notice back
 */
export function noticeText(notice: Notice, record: TrackerRecord, timeZone: string, now: number): NoticeText {
  if (notice.about) return awayText(notice.about, record, timeZone, now)
  const [view] = notice.views
  if (!view) throw new Error(`A notice that concerns nobody: ${notice.id}`)
  const text = notice.day ? dayText(notice, view, notice.day, timeZone, now) : resultText(view)
  if (!notice.named) return text
  const names = namesText(notice.views, record, notice.day ? undefined : resultOf)
  return { ...text, message: `${text.message}\n${names}` }
}

/** Several things in one: each by its title, and whom it concerns. */
function awayText(about: readonly Notice[], record: TrackerRecord, timeZone: string, now: number): NoticeText {
  const lines = about.map((notice) => {
    const { title } = noticeText(notice, record, timeZone, now)
    return notice.named ? message('background_notice_away_line', title, namesText(notice.views, record)) : title
  })
  return { title: plural('background_notice_away', about.length), message: lines.join('\n') }
}

/** One commander's result, where there are several. */
function resultOf(name: string, { scored, points, pointsTotal, daysDone, days }: RunView): string {
  return scored
    ? message('background_result_of', name, points, pointsTotal)
    : message('background_result_of', name, daysDone, days.length)
}

function dayText(notice: Notice, view: RunView, day: Day, timeZone: string, now: number): NoticeText {
  const { relatedEvent, points } = day.window
  const until = untilText(view, day, timeZone, now)
  const lines = [
    ...eventsText(notice, relatedEvent.name),
    objectivesText(day),
    relatedEvent.points === undefined ? until : message('background_notice_points', until, points),
  ]
  return { title: titleOf(notice, view, day, now), message: lines.join('\n') }
}

function titleOf({ kind }: Notice, view: RunView, day: Day, now: number): string {
  const { relatedEvent, endsAt } = day.window
  if (kind !== 'start' && Number.isFinite(endsAt)) {
    return message('background_notice_left', durationText(countdown(wholeMinutes(endsAt - now))), relatedEvent.name)
  }
  return view.days.length === 1
    ? message('background_notice_start_single', relatedEvent.name)
    : message('background_notice_start', dayName(day, view.days), relatedEvent.name)
}

/** The events for which it counts, unless the related event is the event itself. */
function eventsText({ views }: Notice, relatedName: string): string[] {
  const events = new Map(views.map(({ schedule }) => [schedule.event.id, schedule.event]))
  const names = [...events.values()].filter(({ name }) => name !== relatedName).map(({ shortName }) => shortName)
  return names.length > 0 ? [[...new Set(names)].join(', ')] : []
}

function untilText({ schedule }: RunView, { window: { endsAt } }: Day, timeZone: string, now: number): string {
  if (!Number.isFinite(endsAt)) return message('background_notice_endless')
  const when = instantText(endsAt, timeZone, now)
  return message(schedule.startAssumed ? 'background_notice_until_assumed' : 'background_notice_until', when)
}

/** An alarm comes some milliseconds late: "6 h left", not "5 h 59 min". */
function wholeMinutes(milliseconds: number): number {
  return Math.ceil(milliseconds / millisecondsInMinute) * millisecondsInMinute
}

function objectivesText({ note, window }: Day): string {
  const { objectives } = window.relatedEvent
  if (objectives && objectives.length > 0) return objectives.join(message('common_or'))
  return note || message('background_notice_undocumented')
}

function resultText({ schedule, scored, points, pointsTotal, daysDone, days }: RunView): NoticeText {
  const name = schedule.event.shortName
  return {
    title: scored
      ? message('background_notice_result', name, points, pointsTotal)
      : message('background_notice_result_days', name, daysDone, days.length),
    message:
      daysDone === days.length
        ? message('background_notice_result_all')
        : message('background_notice_result_some', daysDone, days.length),
  }
}
