import { millisecondsInMinute } from 'date-fns/constants'
import type { Run } from '../schedule/run.ts'

/** Characters of both ends of the event's id: with start and occurrence the id of a run stays below a hundred. */
const EVENT_KEPT = 35

/**
 * The id of a run that a commander starts to track. It follows from event and start: where the same is started on two
 * devices before they hear of each other, they mean one run, and not two alike.
 *
 * @example runIdOf({ eventId: 'defender-of-peace', startsAt: Date.UTC(2026, 10, 23, 16) }) // 'defender-of-peace-htdmo'
 */
export function runIdOf({ eventId, startsAt }: Pick<Run, 'eventId' | 'startsAt'>): string {
  const event = eventId.length > 2 * EVENT_KEPT ? eventId.slice(0, EVENT_KEPT) + eventId.slice(-EVENT_KEPT) : eventId
  return `${event}-${Math.floor(startsAt / millisecondsInMinute).toString(36)}`
}
