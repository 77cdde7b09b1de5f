/**
 * What a run gives to speak of: the start of each day, each lead time, the end of a snooze, and at last the result.
 *
 * @module
 */

import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants'
import type { Settings, TrackerRecord } from '../record/record.ts'
import type { Window } from '../schedule/schedule.ts'
import { type Delivery, type Notice, type NoticeKind, snoozeKeyOf } from './notice.ts'
import type { Day, RunView } from './run-view.ts'

/** How long after the end of an event its result is still worth a notification, in ms. */
const RESULT_EXPIRES_AFTER = 3 * millisecondsInDay

/** What was said last. */
export interface Spoken {
  /** Of the notice. */
  readonly id: string
  /** Epoch ms. */
  readonly at: number
}

/** What all causes are worked out from. */
export interface NoticeContext {
  readonly record: TrackerRecord
  readonly settings: Settings
  readonly delivery: Delivery
  /** Snooze key → the last word on that day; `run/result` → on its result. */
  readonly spoken: ReadonlyMap<string, Spoken>
  /** An instant (epoch ms), or the end of the quiet hours in which it lies. */
  readonly afterQuietHours: (instant: number) => number
  /** Whether it must be said whom something concerns. */
  readonly named: boolean
  /** Epoch ms. */
  readonly now: number
}

/** What one commander sees of a day. */
interface Seen {
  readonly view: RunView
  readonly day: Day
}

/**
 * @param ofRun one run as each commander sees whose game shows it
 * @returns past and coming causes; of each day in the order in which they would come without quiet hours
 */
export function causesOf(ofRun: readonly RunView[], context: NoticeContext): readonly Notice[] {
  const [first] = ofRun
  if (!first) return []
  const causes: Notice[] = [...resultCauses(ofRun, context)]
  // By window: levels and regions make commanders see different ones.
  const seen = new Map<string, Seen[]>()
  for (const view of ofRun) {
    for (const day of view.days) {
      const others = seen.get(day.window.id)
      if (others) others.push({ view, day })
      else seen.set(day.window.id, [{ view, day }])
    }
  }
  for (const by of seen.values()) causes.push(...dayCauses(by, context))
  return causes
}

function dayCauses(seen: readonly Seen[], context: NoticeContext): Notice[] {
  const { delivery, afterQuietHours, named, now } = context
  const running = seen.filter(
    ({ view, day }) => view.status !== 'ended' && day.window.startsAt < view.schedule.closesAt,
  )
  const [first] = running
  if (!first) return []
  const { window } = first.day
  const { run } = first.view
  if (now >= window.endsAt) return []
  const key = snoozeKeyOf(run.id, window.id)
  const snoozed = delivery.snoozed[key] ?? 0
  // A run that was moved takes its days out from under their snoozes.
  const until = snoozed > window.startsAt && snoozed < window.endsAt ? snoozed : 0
  return instantsToSpeak(window, until, context).flatMap(({ kind, at, toldAt }): Notice[] => {
    const spokenFrom = Math.max(at, until)
    const dueAt = afterQuietHours(spokenFrom)
    const id = `${key}/${kind}/${at}`
    const isShown = delivery.delivered[id] !== undefined
    const knownAt = Math.max(past(run.toldAt, now), past(toldAt, now))
    const concerned = running.filter(
      ({ view, day }) => !day.done && (isShown || (past(day.toldAt, now) <= at && isNewsFor(view, at, dueAt, context))),
    )
    if (dueAt >= window.endsAt || concerned.length === 0) return []
    if (!isShown && (knownAt > at || (context.spoken.get(key)?.at ?? 0) >= dueAt)) return []
    const heldBy = dueAt > spokenFrom ? 'quiet' : until >= at ? 'snooze' : undefined
    const views = concerned.map(({ view }) => view)
    return [{ id, ids: [id], kind, views, day: concerned[0]?.day, named, dueAt, at, heldBy }]
  })
}

function instantsToSpeak(
  window: Window,
  snoozedUntil: number,
  { record, settings }: NoticeContext,
): { kind: NoticeKind; at: number; toldAt: number }[] {
  const instants: { kind: NoticeKind; at: number; toldAt: number }[] = []
  if (settings.startOfDay) {
    instants.push({ kind: 'start', at: window.startsAt, toldAt: record.settings.startOfDay?.at ?? 0 })
  }
  // Before an end that nobody knows there is no time left to tell.
  for (const minutes of Number.isFinite(window.endsAt) ? settings.leadTimes : []) {
    const at = window.endsAt - minutes * millisecondsInMinute
    if (at > window.startsAt) instants.push({ kind: 'lead', at, toldAt: record.settings.leadTimes?.at ?? 0 })
  }
  if (snoozedUntil > 0) instants.push({ kind: 'snooze', at: snoozedUntil, toldAt: 0 })
  return instants.sort((a, b) => a.at - b.at)
}

/** The result of a run that went to its end; one that the commander ended is no news to them. */
function resultCauses(ofRun: readonly RunView[], context: NoticeContext): Notice[] {
  const { delivery, spoken, afterQuietHours, named, now } = context
  const [first] = ofRun
  if (!first) return []
  const { run, schedule } = first
  // In several regions it ends several times: its result is known when the last of them is over.
  const endsAt = Math.max(...ofRun.map((view) => view.schedule.endsAt))
  if (schedule.closesAt < schedule.endsAt || !Number.isFinite(endsAt) || past(run.toldAt, now) > endsAt) return []
  if (now >= endsAt + RESULT_EXPIRES_AFTER) return []
  const dueAt = afterQuietHours(endsAt)
  const last = spoken.get(`${run.id}/result`)
  // Who tells a region later sees an earlier end: what was told since then was this result.
  const id = last && last.at >= dueAt ? last.id : `${run.id}/result/${endsAt}`
  const isShown = delivery.delivered[id] !== undefined
  const views = ofRun.filter((view) => isShown || isNewsFor(view, endsAt, dueAt, context))
  const heldBy = dueAt > endsAt ? 'quiet' : undefined
  return views.length > 0 ? [{ id, ids: [id], kind: 'result', views, named, dueAt, at: endsAt, heldBy }] : []
}

/**
 * Whether a cause that was not shown is news to a commander, by what was told of the commander and of the event: who was
 * added only after it, or lets it be seen only now (a level, a region, an event that was written or edited), has just
 * looked at it.
 *
 * The stamps of a commander and of an event do not say what was changed, and most changes (a name, another import of the
 * same event) let nothing be seen. So they count only where they are younger than the instant at which it was to be
 * shown: what had come due for this commander before would have been shown then. What quiet hours hold back, and all
 * that is still to come, is never silenced by them.
 */
function isNewsFor({ run, commander }: RunView, at: number, dueAt: number, { record, now }: NoticeContext): boolean {
  return (
    past(commander.addedAt ?? 0, now) <= at &&
    past(record.commanders[commander.id]?.at ?? 0, now) <= dueAt &&
    past(record.events[run.eventId]?.at ?? 0, now) <= dueAt
  )
}

/**
 * What came due before the commander told of it is no news: they have just looked at it. A stamp from the future (the
 * clock went back) says nothing; one of the next minute was told while this wake was waiting for its turn.
 */
function past(toldAt: number, now: number): number {
  return toldAt <= now + millisecondsInMinute ? toldAt : 0
}
