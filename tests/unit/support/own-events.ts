/** Events of a test's own, by hours after their start, and what all commanders see of them. */

import type { EventDefinition } from '../../../utils/events/event.ts'
import { byUrgency, type RunView, runViewsAt } from '../../../utils/plan/run-view.ts'
import { activeCommandersOf } from '../../../utils/record/read.ts'
import type { TrackerRecord } from '../../../utils/record/record.ts'
import { putEvent, putRun } from '../../../utils/record/transitions.ts'
import type { Run } from '../../../utils/schedule/run.ts'
import { DAY, HOUR, START, type Told } from './records.ts'

/** From and to, in hours after the start; without `to` nobody knows when it ends. */
export type Hours = readonly [from: number, to?: number]

/**
 * An event with a related event for each of the hours: `w1`, `w2` …, named after both ("raid w1").
 *
 * @param more what else is known of it; without it the event ends with the last of the hours
 */
export function ownEvent(id: string, hours: readonly Hours[], more: Partial<EventDefinition> = {}): EventDefinition {
  return {
    id,
    name: id,
    shortName: id,
    rewards: [],
    lasts: Math.max(0, ...hours.map(([, to = 0]) => to)) * 60,
    relatedEvents: hours.map(([from, to], index) => ({
      id: `w${index + 1}`,
      name: `${id} w${index + 1}`,
      code: 'OWN',
      rewards: [],
      windows: [{ opensAfter: from * 60, lasts: to === undefined ? undefined : (to - from) * 60 }],
    })),
    ...more,
  }
}

/** A run of the event, under the id of the event, told two days before `START`. */
export function tracked(event: EventDefinition, startsAt = START, more: Partial<Run> = {}): readonly Told[] {
  return [
    [putEvent(event), START - 2 * DAY],
    [putRun(event.id, { eventId: event.id, startsAt, startAssumed: false, ...more }), START - 2 * DAY],
  ]
}

/** An own event and its run, which starts `after` hours after `START`. */
export function ownRun(id: string, hours: readonly Hours[], after = 0, more: Partial<EventDefinition> = {}) {
  return tracked(ownEvent(id, hours, more), START + after * HOUR)
}

/** What all active commanders see at `now` (epoch ms), as the badge is given it. */
export function viewsOf(record: TrackerRecord, now: number): readonly RunView[] {
  return activeCommandersOf(record)
    .flatMap((commander) => runViewsAt(record, commander, now))
    .sort(byUrgency)
}
