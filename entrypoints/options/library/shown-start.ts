import { millisecondsInMinute, millisecondsInWeek } from 'date-fns/constants'
import type { EventDefinition } from '../../../utils/events/event.ts'
import type { ImportedEvent, ImportedRun } from '../../../utils/record/import.ts'
import { occurrenceStart, occurrencesNear, occurrencesUntil } from '../../../utils/schedule/repeat.ts'

/**
 * The start (epoch ms) to show of what a file or a feed gives: that of the occurrence that is on or next at `now`
 * (epoch ms), of what is over that of the last.
 *
 * @returns undefined where no start is known
 * @example
 * // Weekly since a Thursday in 2020, and now it is a Wednesday in 2026:
 * shownStart({ event, runs: [{ id: 'run', startsAt: Date.UTC(2020, 0, 2, 16), repeatsEvery: 1 }] }, now) // last Thursday
 */
export function shownStart({ event, runs }: ImportedEvent, now: number): number | undefined {
  const near = runs.map((run) => occurrenceOf(run, event, now)).sort((a, b) => a.startsAt - b.startsAt)
  return (near.find(({ endsAt }) => endsAt > now) ?? near.at(-1))?.startsAt
}

/** In epoch ms; `endsAt` Infinity where nobody knows it. */
interface Occurrence {
  readonly startsAt: number
  readonly endsAt: number
}

function occurrenceOf({ id: _, ...run }: ImportedRun, event: EventDefinition, now: number): Occurrence {
  const { lasts, regions = [] } = event
  const series = { ...run, eventId: event.id, startAssumed: false }
  const spread = Math.max(0, ...regions.map(({ startsAfter }) => startsAfter))
  const minutes = lasts === undefined ? undefined : lasts + spread
  // Where nobody knows its end, it is on until it comes again.
  const unknown = (run.repeatsEvery ?? Number.POSITIVE_INFINITY) * millisecondsInWeek
  const length = minutes === undefined ? unknown : minutes * millisecondsInMinute
  const at = (number: number): readonly Occurrence[] => {
    const startsAt = occurrenceStart(series, number)
    return startsAt === undefined ? [] : [{ startsAt, endsAt: startsAt + length }]
  }
  const near = occurrencesNear(series, minutes, now).flatMap(at)
  const last = at(occurrencesUntil(series, now).at(-1) ?? 1)[0]
  return near.find(({ endsAt }) => endsAt > now) ?? last ?? { startsAt: run.startsAt, endsAt: run.startsAt + length }
}
