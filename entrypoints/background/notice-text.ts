import { millisecondsInMinute } from 'date-fns/constants'
import { instantText } from '../../components/instant-words.ts'
import { durationText } from '../../utils/i18n/duration.ts'
import { message } from '../../utils/i18n/messages.ts'
import type { Notice } from '../../utils/plan/notices.ts'
import type { Day, RunView } from '../../utils/plan/run-view.ts'
import { countdown } from '../../utils/time/countdown.ts'

export interface NoticeText {
  readonly title: string
  readonly message: string
}

/**
 * A notice in words: what is open, what to do, until when.
 *
 * @param now epoch ms; the time left is counted from here, also where quiet hours held the notice back
 */
export function noticeText(notice: Notice, timeZone: string, now: number): NoticeText {
  const [view] = notice.views
  if (!view) throw new Error(`A notice that concerns nobody: ${notice.id}`)
  const text = notice.day ? dayText(notice, view, notice.day, timeZone, now) : resultText(view)
  return notice.named ? { ...text, message: `${text.message}\n${namesText(notice)}` } : text
}

/** Whom it concerns, where there are several commanders; each with their own result at the end. */
function namesText({ views, day }: Notice): string {
  return views
    .map(({ commander, points, pointsTotal }) => {
      const name = commander.name || commander.server || message('background_nameless')
      return day ? name : message('background_result_of', name, points, pointsTotal)
    })
    .join(', ')
}

function dayText({ kind }: Notice, view: RunView, day: Day, timeZone: string, now: number): NoticeText {
  const { relatedEvent, endsAt } = day.window
  const title =
    kind === 'start'
      ? message('background_notice_start', day.number, view.days.length, relatedEvent.name)
      : message('background_notice_left', durationText(countdown(wholeMinutes(endsAt - now))), relatedEvent.name)
  const until = message(
    view.schedule.startAssumed ? 'background_notice_until_assumed' : 'background_notice_until',
    instantText(endsAt, timeZone, now),
    day.window.points,
  )
  return { title, message: `${objectivesText(day)}\n${until}` }
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

function resultText(view: RunView): NoticeText {
  const done = view.days.filter((day) => day.done).length
  return {
    title: message('background_notice_result', view.schedule.event.shortName, view.points, view.pointsTotal),
    message:
      done === view.days.length
        ? message('background_notice_result_all')
        : message('background_notice_result_some', done, view.days.length),
  }
}
