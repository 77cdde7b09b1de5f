/**
 * Which notifications are due. A day has several causes to speak (its start, each lead time, the end of a snooze); of
 * those that came due only the last counts, so that a browser that was away says one thing and not five. A related event
 * that counts for several runs is spoken of once.
 *
 * @module
 */

import { activeCommandersOf } from '../record/read.ts'
import type { Settings, TrackerRecord } from '../record/record.ts'
import { gathered, standingAway } from './away.ts'
import { earliest } from './earliest.ts'
import type { Delivery, Notice } from './notice.ts'
import { causesOf, type Spoken } from './notice-causes.ts'
import { onceEach } from './once-each.ts'
import { quietHoursEnd } from './quiet-hours.ts'
import type { RunView } from './run-view.ts'
import { twinKeyOf } from './twins.ts'

export interface NoticePlan {
  /** To be shown now. */
  readonly due: readonly Notice[]
  /** Ids of the notices that still hold, shown before or due now; any other of a run has lost its reason. */
  readonly standing: readonly string[]
  /** What is to come as things stand, in no order; of a day each cause by itself, though only the last will speak. */
  readonly coming: readonly Notice[]
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
  // The wall clock of a zone is slow to ask.
  const afterQuietHours = onceEach((instant) => quietHoursEnd(instant, settings.quietHours, timeZone))
  const named = activeCommandersOf(record).length > 1
  const context = { record, settings, delivery, spoken: lastSpoken(delivery, now), afterQuietHours, named, now }
  const visible = views.filter((view) => view.eligibility === 'yes')
  const byRun = Map.groupBy(visible, (view) => view.run.id)
  const causes = [...byRun.keys()].sort().flatMap((id) => causesOf(byRun.get(id) ?? [], context))
  const latest = new Map<string, Notice>()
  for (const cause of causes) {
    const subject = `${cause.views[0]?.run.id}/${cause.day?.window.id ?? ''}`
    const other = latest.get(subject)
    if (cause.dueAt <= now && (!other || cause.dueAt >= other.dueAt)) latest.set(subject, cause)
  }
  const told = once([...latest.values()])
  const coming = causes.filter((cause) => cause.dueAt > now)
  const due = gathered(
    told.filter(({ ids }) => ids.every((id) => delivery.delivered[id] === undefined)),
    now,
  )
  const standing = standingOf(told, visible)
  // What is told in one message does not stand alone as well, though a worker that died may have shown it so.
  const inAnother = new Set(due.flatMap(({ ids, about }) => (about ? ids : [])))
  return {
    due,
    standing: [
      ...standing.filter((id) => !inAnother.has(id)),
      ...due.flatMap(({ id, about }) => (about ? id : [])),
      ...standingAway(standing, delivery),
    ],
    coming,
    nextDueAt: earliest(coming.map(({ dueAt }) => dueAt)),
  }
}

/**
 * A related event of a week may count for an arc of four as well: the same name at the same hours, in two runs. It is
 * one thing to do, so it is told once, for both.
 */
function once(notices: readonly Notice[]): readonly Notice[] {
  const groups = Map.groupBy(notices, ({ id, kind, day }) => {
    if (!day) return id
    return `${kind} ${twinKeyOf(day.window)}`
  })
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    return [{ ...first, ids: group.map(({ id }) => id), views: group.flatMap(({ views }) => views) }]
  })
}

/**
 * The ids under which what is told may be seen: what was shown for twins stands under the id of one of them, and stays
 * while there is a reason in any, though that one is done.
 */
function standingOf(told: readonly Notice[], views: readonly RunView[]): readonly string[] {
  const standing = new Set(told.flatMap(({ ids }) => ids))
  const byTwins = new Map<string, string[]>()
  const starts = new Set<number>()
  for (const { id, day } of told) {
    if (!day) continue
    const key = twinKeyOf(day.window)
    // What a notice is about stands in its id behind the run and the day.
    byTwins.set(key, [...(byTwins.get(key) ?? []), id.split('/').slice(2).join('/')])
    starts.add(day.window.startsAt)
  }
  for (const { run, days } of views) {
    for (const { window } of days) {
      if (!starts.has(window.startsAt)) continue
      for (const about of byTwins.get(twinKeyOf(window)) ?? []) standing.add(`${run.id}/${window.id}/${about}`)
    }
  }
  return [...standing]
}

/** The last word on each day and on each result: what was due before it is an older one. */
function lastSpoken({ delivered }: Delivery, now: number): ReadonlyMap<string, Spoken> {
  const spoken = new Map<string, Spoken>()
  for (const [id, at] of Object.entries(delivered)) {
    const key = id.split('/', 2).join('/')
    if (at <= now && at >= (spoken.get(key)?.at ?? 0)) spoken.set(key, { id, at })
  }
  return spoken
}
