/**
 * What the outside world should show for a record at an instant. Pure: the background applies it.
 *
 * @module
 */

import { millisecondsInHour } from 'date-fns/constants'
import { chosenCommanderOf, commandersOf, settingsOf } from '../record/read.ts'
import type { TrackerRecord } from '../record/record.ts'
import { nextBoundaryAfter } from '../schedule/schedule.ts'
import { type Badge, badgeAt, nextBadgeChangeAfter } from './badge.ts'
import { earliest } from './earliest.ts'
import { type Delivery, type Notice, noticesAt } from './notices.ts'
import { runViewsAt } from './run-view.ts'

/** No sleep is longer: an alarm keeps its real delay when the clock is changed, so only a wake can notice. */
const LONGEST_SLEEP = millisecondsInHour

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
 * @param timeZone the commander's zone, resolved: never "system"
 * @param now epoch ms
 */
export function planAt(record: TrackerRecord, delivery: Delivery, timeZone: string, now: number): Plan {
  const settings = settingsOf(record)
  const all = commandersOf(record).flatMap((commander) => runViewsAt(record, commander, now))
  const { id } = chosenCommanderOf(record)
  const chosen = all.filter((view) => view.commander.id === id)
  const { due, standing, nextDueAt } = noticesAt(record, settings, all, delivery, timeZone, now)
  const alive = chosen.filter((view) => view.status !== 'ended')
  const boundaries = alive.map((view) => nextBoundaryAfter(view.schedule, now))
  const change = earliest([...boundaries, nextBadgeChangeAfter(alive, settings, now), nextDueAt])
  return {
    badge: badgeAt(chosen, settings, now),
    notices: due,
    standing,
    wakeAt: change === undefined ? undefined : Math.min(change, nextHeartbeatAfter(now)),
  }
}

/** On a fixed grid, so that a wake for another reason does not move it. */
function nextHeartbeatAfter(now: number): number {
  return (Math.floor(now / LONGEST_SLEEP) + 1) * LONGEST_SLEEP
}
