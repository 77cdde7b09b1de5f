import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants'
import type { EventDefinition } from '../../../utils/events/event.ts'
import type { Run } from '../../../utils/schedule/run.ts'
import { isOverBy, proposedStarts, regionalStart, USUAL_START } from '../../../utils/schedule/start.ts'

/**
 * The event with an hour at which it may be assumed to start: its own, that of its last run, or the usual one.
 *
 * @param runs by start
 */
export function withAssumedStart(event: EventDefinition, runs: readonly Run[] = []): EventDefinition {
  const last = runs.at(-1)
  const lastMinute = last && Math.floor((last.startsAt % millisecondsInDay) / millisecondsInMinute)
  return { ...event, assumedStart: event.assumedStart ?? lastMinute ?? USUAL_START }
}

/**
 * The start (epoch ms) to propose for a run: the latest at its hour, unless it would be over; then the next.
 *
 * @param region the commander's, who sees it at its hour there
 * @param runs by start
 */
export function startProposal(event: EventDefinition, region: string, now: number, runs: readonly Run[] = []): number {
  const { local, delay } = regionalStart(withAssumedStart(event, runs), region)
  const { latest, next } = proposedStarts(local, now)
  return (isOverBy(local, latest, now) ? next : latest) - delay
}
