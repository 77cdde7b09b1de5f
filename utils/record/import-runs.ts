/**
 * What an import does with the runs of an event. What the commander said of a run stays: its start where it was
 * corrected, that it was ended, that it was removed.
 *
 * @module
 */

import { millisecondsInMinute, millisecondsInWeek } from 'date-fns/constants'
import type { EventDefinition } from '../events/event.ts'
import type { Run } from '../schedule/run.ts'
import { type KnownRun, storedRunsOf } from './read.ts'
import type { TrackerRecord } from './record.ts'

/** A run as a file or a feed gives it. */
export interface ImportedRun {
  readonly id: string
  /** Epoch ms. */
  readonly startsAt: number
  /** Weeks after which it comes again. Absent: once. */
  readonly repeatsEvery?: number | undefined
  /** Epoch ms from which on it does not come again. */
  readonly repeatsUntil?: number | undefined
}

/** What becomes of an imported run. */
export interface RunPlan {
  /** Of the run in the record; another than the imported one's where that run is this one. */
  readonly id: string
  readonly before?: Run | undefined
  /** What is to be stored. Absent: nothing. */
  readonly after?: Run | undefined
  readonly leftOut?: { readonly reason: 'removed' | 'over'; readonly startsAt: number } | undefined
}

interface Source {
  readonly event: EventDefinition
  readonly runs: readonly ImportedRun[]
}

/**
 * Plans the runs of one event after another; the record's runs are gone through once.
 *
 * An imported run is the one of its id in the record. Else it is a run of the event that starts at the same instant, at
 * one of its repetitions, or that would be on at the same time: an event is on once. Of those, one whose start was
 * imported before or only assumed follows the source; one that the commander told stays as it is.
 *
 * @param now epoch ms: what is over by then is not added
 * @returns a function of the event and of what the record knows of it
 */
export function planRuns(
  record: TrackerRecord,
  now: number,
): (source: Source, before: EventDefinition | undefined) => readonly RunPlan[] {
  const byEvent = new Map<string, KnownRun[]>()
  for (const run of storedRunsOf(record)) {
    const runs = byEvent.get(run.eventId)
    if (runs) runs.push(run)
    else byEvent.set(run.eventId, [run])
  }
  return ({ event, runs }, before) => {
    const named = new Set(runs.map(({ id }) => id))
    const others = (byEvent.get(event.id) ?? []).filter(({ id }) => !named.has(id))
    const settled = new Set(runs.flatMap((run) => others.find((known) => startsWith(known, run))?.id ?? []))
    return runs.map((run): RunPlan => {
      const told = record.runs[run.id]?.value
      if (told && 'deleted' in told) return { id: run.id, leftOut: { reason: 'removed', startsAt: run.startsAt } }
      // An id that another event's run has already: nothing of it may change.
      if (told && told.eventId !== event.id) return { id: run.id }
      if (told && isNextOf(told, run, event, now)) return nextRun(record, run, others, event, before, now)
      if (told) return followed(run.id, told, run, event, before)
      const same = others.find((known) => startsWith(known, run))
      if (same) {
        const isConfirmed = same.startAssumed && same.startsAt === run.startsAt
        return isConfirmed ? followed(same.id, plainRun(same), run, event, before) : { id: same.id }
      }
      const near = others.find((known) => !settled.has(known.id) && isOnWith(known, run, event))
      if (!near) return added(run, event, now)
      // A source that names two starts of which only one can be true moves a run once.
      if (!isOwn(near)) settled.add(near.id)
      return followed(near.id, plainRun(near), run, event, before)
    })
  }
}

function added(run: ImportedRun, event: EventDefinition, now: number): RunPlan {
  const { id, startsAt } = run
  if (isOver(run, event, now)) return { id, leftOut: { reason: 'over', startsAt } }
  return {
    id,
    after: { eventId: event.id, startsAt, startAssumed: false, ...repetitionOf(run), importedStart: startsAt },
  }
}

/** A run that is known: it moves where the source does, and is repeated as the source says by now. */
function followed(
  id: string,
  known: Run,
  run: ImportedRun,
  event: EventDefinition,
  before: EventDefinition | undefined,
): RunPlan {
  if (isOwn(known)) return { id }
  const moves = run.startsAt !== known.importedStart
  const repeats = event.repeatsEvery !== before?.repeatsEvery
  const until = Math.min(known.repeatsUntil ?? Number.POSITIVE_INFINITY, run.repeatsUntil ?? Number.POSITIVE_INFINITY)
  const isCut = until !== (known.repeatsUntil ?? Number.POSITIVE_INFINITY)
  if (!moves && !repeats && !isCut) return { id }
  const { repeatsEvery: knownRepetition, repeatsUntil: _, ...rest } = known
  const repeatsEvery = repeats ? run.repeatsEvery : knownRepetition
  const after: Run = {
    ...rest,
    ...(moves ? { startsAt: movedStart(known, run), startAssumed: false, importedStart: run.startsAt } : {}),
    ...repetitionOf({ repeatsEvery, repeatsUntil: Number.isFinite(until) ? until : undefined }),
  }
  return isSame(known, after) ? { id } : { id, before: known, after }
}

/**
 * Where a run moves to. A source that puts the start of a series forward by whole repetitions names its next one: the
 * series itself stays, or the marks of its first would stand on the next.
 */
function movedStart(known: Run, run: ImportedRun): number {
  if (known.repeatsEvery === undefined) return run.startsAt
  const interval = known.repeatsEvery * millisecondsInWeek
  return run.startsAt - Math.max(0, Math.round((run.startsAt - known.startsAt) / interval)) * interval
}

/** Whether a source uses the id of a run that is over for the next one: that has no marks yet. */
function isNextOf(told: Run, run: ImportedRun, event: EventDefinition, now: number): boolean {
  if (told.repeatsEvery !== undefined || run.repeatsEvery !== undefined || event.lasts === undefined) return false
  const endsAt = told.startsAt + event.lasts * millisecondsInMinute
  return (told.endedAt ?? endsAt) <= now && run.startsAt >= endsAt && run.startsAt !== told.importedStart
}

/** The next run stands under an id of its own, by the date of its start. */
function nextRun(
  record: TrackerRecord,
  run: ImportedRun,
  others: readonly KnownRun[],
  event: EventDefinition,
  before: EventDefinition | undefined,
  now: number,
): RunPlan {
  const same = others.find((known) => startsWith(known, run))
  if (same) return { id: same.id }
  const known = others.find(({ id, startsAt }) => id.startsWith(`${run.id}.`) && !isOver({ id, startsAt }, event, now))
  if (known) return followed(known.id, plainRun(known), run, event, before)
  const id = `${run.id}.${new Date(run.startsAt).toISOString().slice(0, 10)}`
  if (record.runs[id]) return { id, leftOut: { reason: 'removed', startsAt: run.startsAt } }
  return added({ ...run, id }, event, now)
}

/** The commander told when it starts. */
function isOwn({ importedStart, startAssumed }: Run): boolean {
  return importedStart === undefined && !startAssumed
}

/** Without what the record knows beside it. */
function plainRun({ eventId, startsAt, startAssumed, endedAt, repeatsEvery, repeatsUntil, importedStart }: Run): Run {
  return {
    eventId,
    startsAt,
    startAssumed,
    ...(endedAt === undefined ? {} : { endedAt }),
    ...repetitionOf({ repeatsEvery, repeatsUntil }),
    ...(importedStart === undefined ? {} : { importedStart }),
  }
}

function isSame(a: Run, b: Run): boolean {
  const fields = ['startsAt', 'startAssumed', 'importedStart', 'repeatsEvery', 'repeatsUntil'] as const
  return fields.every((field) => a[field] === b[field])
}

function repetitionOf({
  repeatsEvery,
  repeatsUntil,
}: Pick<Run, 'repeatsEvery' | 'repeatsUntil'>): Pick<Run, 'repeatsEvery' | 'repeatsUntil'> {
  return {
    ...(repeatsEvery === undefined ? {} : { repeatsEvery }),
    ...(repeatsUntil === undefined ? {} : { repeatsUntil }),
  }
}

/** Whether it starts at the instant of the imported one, or did when it was imported, or comes again then. */
function startsWith(known: Run, { startsAt }: ImportedRun): boolean {
  if (known.startsAt === startsAt || known.importedStart === startsAt) return true
  if (known.repeatsEvery === undefined || startsAt >= (known.repeatsUntil ?? Number.POSITIVE_INFINITY)) return false
  const since = startsAt - known.startsAt
  return since > 0 && since % (known.repeatsEvery * millisecondsInWeek) === 0
}

/** Whether both would be on at once. Of what repeats nobody can say which of its times is meant. */
function isOnWith(known: Run, run: ImportedRun, { lasts }: EventDefinition): boolean {
  if (lasts === undefined || known.repeatsEvery !== undefined || run.repeatsEvery !== undefined) return false
  return Math.abs(known.startsAt - run.startsAt) < lasts * millisecondsInMinute
}

function isOver(run: ImportedRun, event: EventDefinition, now: number): boolean {
  if (run.repeatsEvery !== undefined && now < (run.repeatsUntil ?? Number.POSITIVE_INFINITY)) return false
  const spread = Math.max(0, ...(event.regions ?? []).map(({ startsAfter }) => startsAfter))
  return run.startsAt + ((event.lasts ?? Number.POSITIVE_INFINITY) + spread) * millisecondsInMinute <= now
}
