/**
 * When a run is over everywhere: each region of an event starts at an hour of its own.
 *
 * @module
 */

import { millisecondsInMinute, minutesInDay } from 'date-fns/constants'
import type { EventDefinition } from '../events/event.ts'
import type { Occurrence } from './run.ts'

/**
 * Minutes from the start of a run until it is over in the last of the event's regions; undefined where nobody knows.
 *
 * @param every weeks after which it comes again: one without a known end is over when the next one starts
 * @example longestOf({ lasts: 720, regions: [{ startsAfter: 0, … }, { startsAfter: 900, … }], … }) // 1620
 */
export function longestOf(event: EventDefinition, every?: number | undefined): number | undefined {
  const lasts = event.lasts ?? (every === undefined ? undefined : every * 7 * minutesInDay)
  return lasts === undefined ? undefined : lasts + spreadOf(event)
}

/**
 * The instant (epoch ms) at which a run is over in the last of its regions by its definition; Infinity where nobody
 * knows.
 */
export function lastEndOf(event: EventDefinition, { startsAt, nextAt }: Occurrence): number {
  const { lasts } = event
  const endsAt = lasts === undefined ? (nextAt ?? Number.POSITIVE_INFINITY) : startsAt + lasts * millisecondsInMinute
  return endsAt + spreadOf(event) * millisecondsInMinute
}

/** How many minutes after the start of a run its last region starts. */
function spreadOf({ regions = [] }: EventDefinition): number {
  return Math.max(0, ...regions.map(({ startsAfter }) => startsAfter))
}
