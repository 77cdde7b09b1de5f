import { millisecondsInDay, millisecondsInMinute, minutesInHour } from 'date-fns/constants'
import type { EventDefinition } from '../../../utils/events/event.ts'
import type { Run } from '../../../utils/schedule/run.ts'
import { proposedStarts } from '../../../utils/schedule/start.ts'

/** The hour (UTC) at which nearly all of the game's events start, for one of which nothing else is known. */
const USUAL_START = 16 * minutesInHour

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
 * The start (epoch ms) to propose for an event: the latest at its hour, unless it would be over; then the next.
 *
 * @param runs by start
 */
export function startProposal(event: EventDefinition, now: number, runs: readonly Run[] = []): number {
  const { latest, next } = proposedStarts(withAssumedStart(event, runs), now)
  const endsAt = latest + (event.lasts ?? Number.POSITIVE_INFINITY) * millisecondsInMinute
  return endsAt > now ? latest : next
}
