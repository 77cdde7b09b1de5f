/**
 * What the outside world should show for a record at an instant. Pure: the background applies it.
 *
 * @module
 */

import { millisecondsInDay } from 'date-fns/constants'
import { activeCommandersOf, chosenCommanderOf, type KnownRun, runsNear, settingsOf } from '../record/read.ts'
import type { TrackerRecord } from '../record/record.ts'
import { nextBoundaryAfter } from '../schedule/schedule.ts'
import { type Badge, badgeAt, nextBadgeChangeAfter } from './badge.ts'
import { earliest } from './earliest.ts'
import type { Delivery, Notice } from './notice.ts'
import { noticesAt } from './notices.ts'
import { type RunView, viewsOfEach } from './run-view.ts'
import { LONGEST_SLEEP } from './wake-alarm.ts'

export interface Plan {
  readonly badge: Badge
  /** To be shown now, each once. */
  readonly notices: readonly Notice[]
  /** Ids of the notifications that may stay. */
  readonly standing: readonly string[]
  /** Epoch ms of the next wake; undefined where nothing is to come. */
  readonly wakeAt: number | undefined
}

/**
 * @param record all of it, or what of it is near
 * @param timeZone the commander's zone, resolved: never "system"
 * @param now epoch ms
 * @param dueAt epoch ms at which more of the record is near, where only a part was given
 */
export function planAt(
  record: TrackerRecord,
  delivery: Delivery,
  timeZone: string,
  now: number,
  dueAt?: number | undefined,
): Plan {
  const settings = settingsOf(record)
  const heartbeat = nextHeartbeatAfter(now)
  const runs = runsNear(record, now)
  // Each run is looked at for each commander. What cannot matter before the next wake need not be.
  const soon = runs.filter((run) => !startsLater(run, now))
  const commanders = activeCommandersOf(record)
  const viewsOf = (of: readonly KnownRun[]): readonly RunView[] => viewsOfEach(record, commanders, of, now)
  const all = viewsOf(soon)
  const { id } = chosenCommanderOf(record)
  const speaksOfAll = settings.badgeFor === 'all'
  const onBadge = speaksOfAll ? all : all.filter((view) => view.commander.id === id)
  const { due, standing, nextDueAt } = noticesAt(record, settings, all, delivery, timeZone, now)
  const alive = all.filter((view) => view.status !== 'ended')
  const boundaries = alive.map((view) => nextBoundaryAfter(view.schedule, now))
  const later = [soon.length < runs.length ? heartbeat : undefined, after(dueAt, now)]
  const shown = badgeAt(onBadge, settings, now)
  // The next day of a run that is on may be further away; then a run that was left out may have its twin, for others.
  const isFurther = speaksOfAll && shown.day !== undefined && startsLater(shown.day.window, now)
  const badge = isFurther ? badgeAt(viewsOf(runs), settings, now) : shown
  const change = earliest([...boundaries, nextBadgeChangeAfter(badge, onBadge, settings, now), nextDueAt, ...later])
  return {
    badge,
    notices: due,
    standing,
    wakeAt: change === undefined ? undefined : Math.min(change, heartbeat),
  }
}

/** Whether a run (or a day), and a day before it the badge that announces it, comes only after the next wake. */
function startsLater({ startsAt, endedAt }: Pick<KnownRun, 'startsAt' | 'endedAt'>, now: number): boolean {
  return endedAt === undefined && startsAt > now + millisecondsInDay + LONGEST_SLEEP
}

/** What is due already and could not be done must not wake at once again. */
function after(instant: number | undefined, now: number): number | undefined {
  return instant !== undefined && instant > now ? instant : undefined
}

/** On a fixed grid, so that a wake for another reason does not move it. */
function nextHeartbeatAfter(now: number): number {
  return (Math.floor(now / LONGEST_SLEEP) + 1) * LONGEST_SLEEP
}
