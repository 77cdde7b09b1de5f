/**
 * What of a record is needed now, and what can wait: the cost of a wake follows what is near, not what was ever stored.
 *
 * Both parts are records, and together (`merge`) they are the whole. Near are the settings, the commanders, the runs that
 * the badge, the popup and the notices may speak of until `dueAt`, their events and their marks; all else is the shelf.
 *
 * @module
 */

import { millisecondsInDay } from 'date-fns/constants'
import { RUN_OF_2023, SHIPPED_EVENTS } from '../events/pack.ts'
import { longestOf } from '../schedule/longest.ts'
import { occurrencesNear, splitOccurrenceId } from '../schedule/repeat.ts'
import { eventOf, type KnownRun, runsNear, storedRunsOf } from './read.ts'
import { EMPTY_RECORD, type TrackerRecord } from './record.ts'

/** How long before its start a run is near, in ms. */
const NEAR_BEFORE = 14 * millisecondsInDay

export interface ShelvedRecord {
  readonly near: TrackerRecord
  readonly shelf: TrackerRecord
  /** Epoch ms at which something of the shelf is needed; undefined: never. */
  readonly dueAt: number | undefined
}

/**
 * Splits a record for `now` (epoch ms). Whatever is planned and shown from `near` until `dueAt` is what the whole record
 * gives, but for runs that start more than 14 days later: of those only the next one is near.
 *
 * @example
 * const { near, shelf } = shelve(record, now)
 * merge(near, shelf) // equals the record
 */
export function shelve(record: TrackerRecord, now: number): ShelvedRecord {
  const series = firstNearNumbers(record, now)
  const { all, kept, dueAt } = nearRuns(record, series, now)
  // The popup can look back at the run that ships.
  const families = new Set([RUN_OF_2023.id, ...series.keys(), ...kept.map(({ id }) => id)].map(familyOf))
  // What was said of an occurrence, also that it was removed, goes with its series: without it, it would come again.
  const isNearRun = (id: string): boolean => families.has(familyOf(id))
  const runs = split(record.runs, isNearRun)
  const eventIds = new Set(SHIPPED_EVENTS.map(({ id }) => id))
  for (const { value } of Object.values(runs.near)) if ('eventId' in value) eventIds.add(value.eventId)
  const shownIds = new Set([RUN_OF_2023.id, ...all.map(({ id }) => id).filter(isNearRun)])
  const isMarked = memoized((runId) => shownIds.has(runId) || isToCome(runId, series))
  const events = split(record.events, (id) => eventIds.has(id))
  const marks = split(record.marks, (id) => isMarked(runIdOf(id)))
  return {
    near: { ...record, events: events.near, runs: runs.near, marks: marks.near },
    shelf: { ...EMPTY_RECORD, events: events.rest, runs: runs.rest, marks: marks.rest },
    dueAt,
  }
}

/**
 * Whether a change of the near part alone is what the same change of the whole record would have been. Not where runs or
 * events changed, for they decide what is near; nor commanders, for one that is removed has marks on the shelf; not where
 * a run was marked whose other marks may be there; and not where nothing changed: what it was about may be there.
 *
 * @param before as `shelve` made it, at `now` (epoch ms) or earlier
 */
export function staysNear(before: TrackerRecord, after: TrackerRecord, now: number): boolean {
  if (after === before) return false
  if (after.runs !== before.runs || after.events !== before.events || after.commanders !== before.commanders)
    return false
  const added = Object.keys(after.marks).filter((id) => !before.marks[id])
  if (added.length === 0) return true
  const near = new Set([RUN_OF_2023.id, ...runsNear(before, now).map(({ id }) => id)])
  return added.every((id) => near.has(runIdOf(id)))
}

/** Series that are not over → the number of the first occurrence that is near; all later ones will be. */
type NearSeries = ReadonlyMap<string, number>

interface NearRuns {
  /** What is on, to come or over for a short while, and what ended last. */
  readonly all: readonly KnownRun[]
  /** The same without what is far ahead, but for the next one. */
  readonly kept: readonly KnownRun[]
  readonly dueAt: number | undefined
}

function nearRuns(record: TrackerRecord, series: NearSeries, now: number): NearRuns {
  const all = runsNear(record, now)
  const repeating = new Set([...series.keys()].map(familyOf))
  const isFar = ({ id, startsAt, endedAt }: KnownRun): boolean =>
    startsAt > now + NEAR_BEFORE && endedAt === undefined && !repeating.has(familyOf(id))
  const far = all.filter(isFar).sort((a, b) => a.startsAt - b.startsAt)
  const [next] = far
  const kept = all.filter((run) => run === next || !isFar(run))
  // As soon as the next one is no longer far, the one after it is the next.
  return { all, kept, dueAt: next && far.length > 1 ? next.startsAt - NEAR_BEFORE : undefined }
}

function firstNearNumbers(record: TrackerRecord, now: number): NearSeries {
  const numbers = new Map<string, number>()
  for (const run of storedRunsOf(record)) {
    const event = run.repeatsEvery === undefined ? undefined : eventOf(record, run.eventId)
    const [first] = event ? occurrencesNear(run, longestOf(event, run.repeatsEvery), now) : []
    if (first !== undefined) numbers.set(run.id, first)
  }
  return numbers
}

/** Whether a run is an occurrence that is near or will be; its number from the first that is near. */
function isToCome(runId: string, series: NearSeries): boolean {
  const { seriesId, number } = splitOccurrenceId(runId)
  const reaches = (id: string, from: number): boolean => from >= (series.get(id) ?? Number.POSITIVE_INFINITY)
  // An id of a file may look like that of an occurrence and be a series of its own.
  return reaches(seriesId, number) || reaches(runId, 1)
}

/** What all occurrences of a series have in common with it; of any other run its own id. */
function familyOf(runId: string): string {
  const { seriesId } = splitOccurrenceId(runId)
  return seriesId === runId ? runId : familyOf(seriesId)
}

/** @param markId as `markIdOf` makes it */
function runIdOf(markId: string): string {
  const from = markId.indexOf('/') + 1
  return markId.slice(from, markId.indexOf('/', from))
}

/** There are far more marks than runs. */
function memoized(ask: (id: string) => boolean): (id: string) => boolean {
  const known = new Map<string, boolean>()
  return (id) => {
    const before = known.get(id)
    if (before !== undefined) return before
    const answer = ask(id)
    known.set(id, answer)
    return answer
  }
}

function split<T>(entries: { readonly [id: string]: T }, isNear: (id: string) => boolean) {
  const near: Record<string, T> = {}
  const rest: Record<string, T> = {}
  for (const [id, entry] of Object.entries(entries)) {
    if (isNear(id)) near[id] = entry
    else rest[id] = entry
  }
  return { near, rest }
}
