/**
 * Which notifications are due. A day has several causes to speak (its start, each lead time, the end of a snooze); of
 * those that came due only the last counts, so that a browser that was away says one thing and not five.
 *
 * @module
 */

import { millisecondsInDay, millisecondsInHour, millisecondsInMinute } from 'date-fns/constants'
import type { Settings, TrackerRecord } from '../record/record.ts'
import { earliest } from './earliest.ts'
import { quietHoursEnd } from './quiet-hours.ts'
import type { Day, RunView } from './run-view.ts'

/** How long after the end of an event its result is still worth a notification, in ms. */
const RESULT_EXPIRES_AFTER = 3 * millisecondsInDay

type NoticeKind = 'start' | 'lead' | 'snooze' | 'result'

export interface Notice {
  /** Names the cause: the same cause never has two ids. */
  readonly id: string
  readonly kind: NoticeKind
  /** The run as each commander sees whom it concerns. */
  readonly views: readonly RunView[]
  /** The day as the first of them sees it. Absent for the result. */
  readonly day?: Day | undefined
  /** There are several commanders, so it must say whom it concerns. */
  readonly named: boolean
  /** Epoch ms. */
  readonly dueAt: number
}

/** What this device did already; not part of the record. */
export interface Delivery {
  /** Notice id → epoch ms at which it was shown. */
  readonly delivered: { readonly [noticeId: string]: number }
  /** `snoozeKeyOf` → epoch ms until which the day is not spoken of. */
  readonly snoozed: { readonly [key: string]: number }
}

/** What a notice id says it is about. */
export function splitNoticeId(id: string): { runId: string; windowId: string } {
  const [runId = '', windowId = ''] = id.split('/')
  return { runId, windowId }
}

/** The key of a snooze. */
export function snoozeKeyOf(runId: string, windowId: string): string {
  return `${runId}/${windowId}`
}

/**
 * Until when a snooze of an hour lasts: shorter where the day closes before, so that a reminder still comes.
 *
 * @returns epoch ms; undefined where it is too late to snooze
 */
export function snoozeUntil(day: Day, now: number): number | undefined {
  const until = Math.min(now + millisecondsInHour, day.window.endsAt - 5 * millisecondsInMinute)
  return until > now ? until : undefined
}

export interface NoticePlan {
  /** To be shown now. */
  readonly due: readonly Notice[]
  /** Ids of the notices that still hold, shown before or due now; any other of a run has lost its reason. */
  readonly standing: readonly string[]
  /** Epoch ms of the next one as things stand. */
  readonly nextDueAt: number | undefined
}

/**
 * @param views each run once for each commander
 * @param timeZone in which quiet hours are meant
 * @param now epoch ms
 */
export function noticesAt(
  record: TrackerRecord,
  settings: Settings,
  views: readonly RunView[],
  delivery: Delivery,
  timeZone: string,
  now: number,
): NoticePlan {
  const causes = [...Map.groupBy(views.filter(canSee), (view) => view.run.id).values()].flatMap((ofRun) => [
    ...dayCauses(record, settings, ofRun, delivery, timeZone, now),
    ...resultCauses(ofRun, settings, timeZone, now),
  ])
  const latest = new Map<string, Notice>()
  for (const cause of causes) {
    const subject = `${cause.views[0]?.run.id}/${cause.day?.window.id ?? ''}`
    const other = latest.get(subject)
    if (cause.dueAt <= now && (!other || cause.dueAt >= other.dueAt)) latest.set(subject, cause)
  }
  const coming = causes.filter((cause) => cause.dueAt > now).map((cause) => cause.dueAt)
  return {
    due: [...latest.values()].filter((notice) => delivery.delivered[notice.id] === undefined),
    standing: [...latest.values()].map((notice) => notice.id),
    nextDueAt: earliest(coming),
  }
}

/** The causes of each day that is not over, in the order in which they would come without quiet hours. */
function dayCauses(
  record: TrackerRecord,
  settings: Settings,
  ofRun: readonly RunView[],
  delivery: Delivery,
  timeZone: string,
  now: number,
): Notice[] {
  const [first] = ofRun
  if (!first || first.status === 'ended') return []
  return first.days.flatMap((day, index) => {
    const { window } = day
    if (now >= window.endsAt || window.startsAt >= first.schedule.closesAt) return []
    const snoozed = delivery.snoozed[snoozeKeyOf(first.run.id, window.id)] ?? 0
    // A run that was moved takes its days out from under their snoozes.
    const until = snoozed > window.startsAt && snoozed < window.endsAt ? snoozed : 0
    const spokenAt = lastSpokenAt(delivery, snoozeKeyOf(first.run.id, window.id), now)
    const causes: { kind: NoticeKind; at: number; toldAt: number }[] = []
    if (settings.startOfDay) {
      causes.push({ kind: 'start', at: window.startsAt, toldAt: record.settings.startOfDay?.at ?? 0 })
    }
    for (const minutes of settings.leadTimes) {
      const at = window.endsAt - minutes * millisecondsInMinute
      if (at > window.startsAt) causes.push({ kind: 'lead', at, toldAt: record.settings.leadTimes?.at ?? 0 })
    }
    if (until > 0) causes.push({ kind: 'snooze', at: until, toldAt: 0 })
    causes.sort((a, b) => a.at - b.at)
    return causes.flatMap(({ kind, at, toldAt }): Notice[] => {
      const dueAt = quietHoursEnd(Math.max(at, until), settings.quietHours, timeZone)
      const id = `${snoozeKeyOf(first.run.id, window.id)}/${kind}/${at}`
      const isShown = delivery.delivered[id] !== undefined
      const knownAt = Math.max(past(first.run.toldAt, now), past(toldAt, now))
      const concerned = ofRun.filter((view) => {
        const own = view.days[index]
        return own !== undefined && !own.done && (isShown || past(own.toldAt, now) <= at)
      })
      if (dueAt >= window.endsAt || concerned.length === 0) return []
      if (!isShown && (knownAt > at || spokenAt >= dueAt)) return []
      const views = concerned
      return [{ id, kind, views, day: views[0]?.days[index], named: ofRun.length > 1, dueAt }]
    })
  })
}

/** When a day was last spoken of (epoch ms, 0 for never): what was due before that is an older word than it. */
function lastSpokenAt({ delivered }: Delivery, key: string, now: number): number {
  return Object.entries(delivered).reduce(
    (last, [id, at]) => (id.startsWith(`${key}/`) && at <= now ? Math.max(last, at) : last),
    0,
  )
}

/** The result of a run that went to its end; one that the commander ended is no news to them. */
function resultCauses(ofRun: readonly RunView[], settings: Settings, timeZone: string, now: number): Notice[] {
  const [first] = ofRun
  if (!first) return []
  const { run, schedule } = first
  if (schedule.closesAt < schedule.endsAt || past(run.toldAt, now) > schedule.endsAt) return []
  if (now >= schedule.endsAt + RESULT_EXPIRES_AFTER) return []
  const dueAt = quietHoursEnd(schedule.endsAt, settings.quietHours, timeZone)
  return [{ id: `${run.id}/result/${schedule.endsAt}`, kind: 'result', views: ofRun, named: ofRun.length > 1, dueAt }]
}

/**
 * What came due before the commander told of it is no news: they have just looked at it. A stamp from the future (the
 * clock went back) says nothing; one of the next minute was told while this wake was waiting for its turn.
 */
function past(toldAt: number, now: number): number {
  return toldAt <= now + millisecondsInMinute ? toldAt : 0
}

function canSee(view: RunView): boolean {
  return view.eligibility === 'yes'
}
