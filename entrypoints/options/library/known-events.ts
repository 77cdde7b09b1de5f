/**
 * The events that the tracker knows, as the list shows them.
 *
 * @module
 */

import { millisecondsInMinute } from 'date-fns/constants'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { SHIPPED_EVENTS } from '../../../utils/events/pack.ts'
import { wordsOf } from '../../../utils/packs/feed-text.ts'
import { eventOf, type KnownRun, storedRunsOf } from '../../../utils/record/read.ts'
import type { TrackerRecord } from '../../../utils/record/record.ts'

export interface KnownEvent {
  readonly event: EventDefinition
  /** It ships; `isStored` as well: the commander has a version of it. */
  readonly isShipped: boolean
  readonly isStored: boolean
  /** Its runs that are not over, a series once, by start. */
  readonly tracked: readonly KnownRun[]
  /** All its runs, a series once, by start. */
  readonly runs: readonly KnownRun[]
}

/**
 * All events, those that are tracked first, then by name.
 *
 * @param now epoch ms
 * @param compare of two names
 */
export function knownEventsOf(
  record: TrackerRecord,
  now: number,
  compare: (a: string, b: string) => number,
): readonly KnownEvent[] {
  const runs = new Map<string, KnownRun[]>()
  for (const run of storedRunsOf(record)) {
    const others = runs.get(run.eventId)
    if (others) others.push(run)
    else runs.set(run.eventId, [run])
  }
  const shipped = new Set(SHIPPED_EVENTS.map(({ id }) => id))
  const events = [...new Set([...shipped, ...Object.keys(record.events)])].flatMap((id): KnownEvent[] => {
    const event = eventOf(record, id)
    if (!event) return []
    const entry = record.events[id]?.value
    const own = (runs.get(id) ?? []).toSorted((a, b) => a.startsAt - b.startsAt)
    return [
      {
        event,
        isShipped: shipped.has(id),
        isStored: entry !== undefined && !('deleted' in entry),
        tracked: own.filter((run) => !isOver(run, event, now)),
        runs: own,
      },
    ]
  })
  return inListOrder(events, compare)
}

/** Those that are tracked first, then by name. @param compare of two names */
export function inListOrder(
  events: readonly KnownEvent[],
  compare: (a: string, b: string) => number,
): readonly KnownEvent[] {
  return events.toSorted(
    (a, b) =>
      Number(b.tracked.length > 0) - Number(a.tracked.length > 0) || compare(a.event.shortName, b.event.shortName),
  )
}

/** Those in whose names each word of the query stands, or begins a word. */
export function searchEvents(events: readonly KnownEvent[], query: string): readonly KnownEvent[] {
  const wanted = wordsOf(query)
  if (wanted.length === 0) return events
  return events.filter(({ event }) => {
    const words = wordsOf([event.name, ...event.relatedEvents.flatMap(({ name, code }) => [name, code])].join('\n'))
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  })
}

function isOver(run: KnownRun, { lasts, regions = [] }: EventDefinition, now: number): boolean {
  if (run.endedAt !== undefined && run.repeatsEvery === undefined) return run.endedAt <= now
  if (run.repeatsEvery !== undefined && now < (run.repeatsUntil ?? Number.POSITIVE_INFINITY)) return false
  const spread = Math.max(0, ...regions.map(({ startsAfter }) => startsAfter))
  const minutes = (lasts ?? Number.POSITIVE_INFINITY) + spread
  return (run.endedAt ?? run.startsAt + minutes * millisecondsInMinute) <= now
}
