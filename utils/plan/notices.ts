/**
 * Which notifications are due. A day has several causes to speak (its start, each lead time, the end of a snooze); of
 * those that came due only the last counts, so that a browser that was away says one thing and not five. A related event
 * that counts for several runs is spoken of once.
 *
 * @module
 */

import type { Settings, TrackerRecord } from '../record/record.ts'
import { earliest } from './earliest.ts'
import type { Delivery, Notice } from './notice.ts'
import { causesOf } from './notice-causes.ts'
import { quietHoursEnd } from './quiet-hours.ts'
import type { RunView } from './run-view.ts'

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
  const afterQuietHours = onceEach((instant) => quietHoursEnd(instant, settings.quietHours, timeZone))
  const context = { record, settings, delivery, spokenAt: lastSpokenAt(delivery, now), afterQuietHours, now }
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
  const coming = causes.filter((cause) => cause.dueAt > now).map((cause) => cause.dueAt)
  return {
    due: told.filter(({ ids }) => ids.every((id) => delivery.delivered[id] === undefined)),
    standing: told.flatMap(({ ids }) => ids),
    nextDueAt: earliest(coming),
  }
}

/**
 * A related event of a week may count for an arc of four as well: the same name at the same hours, in two runs. It is
 * one thing to do, so it is told once, for both.
 */
function once(notices: readonly Notice[]): readonly Notice[] {
  const groups = Map.groupBy(notices, ({ id, kind, day }) => {
    if (!day) return id
    const { relatedEvent, startsAt, endsAt } = day.window
    return [kind, relatedEvent.name, startsAt, endsAt].join('\n')
  })
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    return [{ ...first, ids: group.map(({ id }) => id), views: group.flatMap(({ views }) => views) }]
  })
}

/** When each day was last spoken of (epoch ms): what was due before that is an older word than it. */
function lastSpokenAt({ delivered }: Delivery, now: number): ReadonlyMap<string, number> {
  const spokenAt = new Map<string, number>()
  for (const [id, at] of Object.entries(delivered)) {
    const key = id.split('/', 2).join('/')
    if (at <= now) spokenAt.set(key, Math.max(at, spokenAt.get(key) ?? 0))
  }
  return spokenAt
}

/** Most runs start at the same hour, so they ask the same again; and the wall clock of a zone is slow to ask. */
function onceEach(answer: (instant: number) => number): (instant: number) => number {
  const answers = new Map<number, number>()
  return (instant) => {
    const known = answers.get(instant) ?? answer(instant)
    answers.set(instant, known)
    return known
  }
}
