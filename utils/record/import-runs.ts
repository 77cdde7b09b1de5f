/**
 * What an import does with the runs of an event. What the commander said of a run stays: its start where it was
 * corrected, that it was ended, that it was removed. So do the occurrences of a series that have started, with their
 * marks, however its source repeats it by now.
 *
 * @module
 */

import { millisecondsInWeek } from 'date-fns/constants'
import type { EventDefinition } from '../events/event.ts'
import { lastEndOf } from '../schedule/longest.ts'
import { lastStarted, nextStart, occurrenceStart, splitOccurrenceId } from '../schedule/repeat.ts'
import type { Run } from '../schedule/run.ts'
import {
  type ImportedRun,
  isDatedId,
  isOnWith,
  isOver,
  isOwn,
  isSame,
  movedStart,
  plainRun,
  startsWith,
} from './import-known.ts'
import { isStopped, repetitionOf, untilOf } from './import-until.ts'
import { type KnownRun, storedRunsOf } from './read.ts'
import type { TrackerRecord } from './record.ts'
import { toldRun } from './told-run.ts'

/**
 * Why a run is not taken over: the commander removed it, it is over, or its id is that of another event's run.
 */
export interface LeftOutRun {
  readonly reason: 'removed' | 'over' | 'taken'
  /** Epoch ms. */
  readonly startsAt: number
}

/** What becomes of an imported run. */
export interface RunPlan {
  /** Of the run in the record; another than the imported one's where that run is this one. */
  readonly id: string
  readonly before?: Run | undefined
  /** What is to be stored. Absent: nothing. */
  readonly after?: Run | undefined
  readonly leftOut?: LeftOutRun | undefined
}

interface Source {
  readonly event: EventDefinition
  readonly runs: readonly ImportedRun[]
}

/** What the runs of one event are planned from. */
interface Context {
  readonly record: TrackerRecord
  readonly event: EventDefinition
  /** The source says another rhythm than the event had. */
  readonly isNewRhythm: boolean
  /** Runs of the event that the source does not name. */
  readonly others: readonly KnownRun[]
  /** Ids of `others` that an imported run has moved, or stands for, already. */
  readonly settled: Set<string>
  /** Id of a run that this import adds or changes → the event whose run it is. */
  readonly planned: Map<string, string>
  /** Epoch ms. */
  readonly now: number
}

/**
 * Plans the runs of one event after another; the record's runs are gone through once.
 *
 * An imported run is the one of its id in the record, or the last of those that followed it under a dated id. Else it is
 * a run of the event that starts at the same instant, at one of its repetitions, or that would be on at the same time:
 * an event is on once. Of those, one whose start was imported before or only assumed follows the source; one that the
 * commander told stays as it is.
 *
 * @param now epoch ms: what is over by then is not added
 * @returns a function of the event and of what the record knows of it
 */
export function planRuns(
  record: TrackerRecord,
  now: number,
): (source: Source, before: EventDefinition | undefined) => readonly RunPlan[] {
  const byEvent = Map.groupBy(storedRunsOf(record), ({ eventId }) => eventId)
  const planned = new Map<string, string>()
  return ({ event, runs }, before) => {
    const named = new Set(runs.map(({ id }) => id))
    const others = (byEvent.get(event.id) ?? []).filter(({ id }) => !named.has(id))
    const settled = new Set(runs.flatMap((run) => others.find((known) => startsWith(known, run))?.id ?? []))
    const isNewRhythm = event.repeatsEvery !== before?.repeatsEvery
    const context: Context = { record, event, isNewRhythm, others, settled, planned, now }
    return runs.flatMap((run): readonly RunPlan[] => {
      const told = toldRun(record, run.id)
      if (isTaken(run.id, told, context)) return [leftOut(run, 'taken')]
      const plans = plansOf(run, told, context)
      for (const { id, after } of plans) if (after) planned.set(id, event.id)
      return plans
    })
  }
}

type ToldRun = ReturnType<typeof toldRun>

/** An id that another event's run has already, or will have after this import: nothing of it may change. */
function isTaken(id: string, told: ToldRun, { event, planned }: Context): boolean {
  const owner = (told && 'eventId' in told ? told.eventId : undefined) ?? planned.get(id) ?? event.id
  return owner !== event.id
}

function plansOf(run: ImportedRun, told: ToldRun, context: Context): readonly RunPlan[] {
  if (!told) return [placed(run, context)]
  if ('deleted' in told) return [leftOut(run, 'removed')]
  const last = lastUnder(run, told, context)
  if (isNextOf(last.known, run, context)) return [next(run, run.startsAt, context)]
  return isInOtherRhythm(last.known, run, context)
    ? inNewRhythm(last.id, last.known, run, context)
    : [followed(last.id, last.known, run, context)]
}

/** The run of this id, or where its source went on with other dates or in another rhythm, what stands for it by now. */
function lastUnder({ id, startsAt }: ImportedRun, told: Run, { others }: Context): { id: string; known: Run } {
  const dated = others.filter((known) => !isOwn(known) && isDatedId(known.id, id))
  const last = dated.reduce<KnownRun | undefined>((a, b) => (a && a.startsAt > b.startsAt ? a : b), undefined)
  // A source that goes back to a date that it named before means that one.
  const isTold = told.repeatsEvery === undefined && told.importedStart === startsAt && last?.importedStart !== startsAt
  return !last || isTold || last.startsAt <= told.startsAt
    ? { id, known: told }
    : { id: last.id, known: plainRun(last) }
}

/** A run that the record does not know by its id. */
function placed(run: ImportedRun, context: Context): RunPlan {
  const { event, others, settled } = context
  const same = others.find((known) => startsWith(known, run))
  if (same) {
    const isConfirmed = same.startAssumed && same.startsAt === run.startsAt
    return isConfirmed ? followed(same.id, plainRun(same), run, context) : { id: same.id }
  }
  const near = others.find((known) => !settled.has(known.id) && isOnWith(known, run, event))
  if (!near) return added(run, context)
  // A source that names two starts of which only one can be true moves a run once.
  if (!isOwn(near)) settled.add(near.id)
  return followed(near.id, plainRun(near), run, context)
}

function added(run: ImportedRun, { event, now }: Context): RunPlan {
  const { id, startsAt, repeatsEvery, repeatsUntil } = run
  if (isOver(run, event, now)) return leftOut(run, 'over')
  const repetition = repetitionOf({ repeatsEvery, repeatsUntil, importedUntil: repeatsUntil })
  return { id, after: { eventId: event.id, startsAt, startAssumed: false, ...repetition, importedStart: startsAt } }
}

/** A run that is known: it moves where the source does, and is repeated as the source says by now. */
function followed(id: string, known: Run, run: ImportedRun, context: Context): RunPlan {
  if (isOwn(known)) return { id }
  const { isNewRhythm, now } = context
  const moves = run.startsAt !== known.importedStart
  const { repeatsEvery: knownRepetition, repeatsUntil, importedUntil, ...rest } = known
  const repeatsEvery = isNewRhythm ? run.repeatsEvery : knownRepetition
  // What a source says of a series in another rhythm does not concern this one.
  const until = repeatsEvery === run.repeatsEvery ? untilOf(known, run.repeatsUntil) : { repeatsUntil, importedUntil }
  const isLater = isDatedId(id, run.id)
  const after: Run = {
    ...rest,
    ...(moves
      ? {
          startsAt: movedStart(known, run, isLater || known.startsAt <= now),
          startAssumed: false,
          importedStart: run.startsAt,
        }
      : {}),
    // What has not started yet starts where the other rhythm does.
    ...(isLater && repeatsEvery !== knownRepetition
      ? { startsAt: firstFrom(run, now, context) ?? known.startsAt }
      : {}),
    ...repetitionOf({ repeatsEvery, ...until }),
  }
  return isSame(known, after) ? { id } : { id, before: known, after }
}

/** Whether a source uses the id of a run that is over for the next one: that has no marks yet. */
function isNextOf(known: Run, run: ImportedRun, { event, now }: Context): boolean {
  if (known.repeatsEvery !== undefined) return false
  const endsAt = event.lasts === undefined ? known.endedAt : lastEndOf(event, known)
  if (endsAt === undefined) return false
  return (known.endedAt ?? endsAt) <= now && run.startsAt >= endsAt && run.startsAt !== known.importedStart
}

/** Whether the source repeats a series that has started in another rhythm by now, or not at all. */
function isInOtherRhythm(known: Run, run: ImportedRun, { isNewRhythm, now }: Context): boolean {
  const { repeatsEvery, repeatsUntil } = known
  if (repeatsEvery === undefined || repeatsEvery === run.repeatsEvery || known.startsAt > now || isOwn(known))
    return false
  // Or it stopped the series before, and goes on with single runs.
  return isNewRhythm || (run.repeatsEvery === undefined && repeatsUntil !== undefined && !isStopped(known))
}

/**
 * A series that has started keeps its times, and marks stand on them: it ends before its next start, and the new rhythm
 * begins with the first start that the source has after what was on last. Where the commander stopped the series, no
 * rhythm brings it back.
 */
function inNewRhythm(id: string, known: Run, run: ImportedRun, context: Context): readonly RunPlan[] {
  const number = lastStarted(known, context.now)
  const nextAt = nextStart(known, number)
  const goesOn = nextAt !== undefined && nextAt < (known.repeatsUntil ?? Number.POSITIVE_INFINITY)
  const cut: RunPlan = goesOn
    ? { id, before: known, after: { ...known, repeatsUntil: nextAt, importedUntil: nextAt } }
    : { id }
  const stoppedAt = isStopped(known) ? known.repeatsUntil : undefined
  const startsAt = occurrenceStart(known, number) ?? known.startsAt
  const first = firstFrom(run, lastEndOf(context.event, { ...known, startsAt, nextAt }), context)
  if (first === undefined || (stoppedAt !== undefined && (!goesOn || first >= stoppedAt))) return [cut]
  // Its own occurrences are those that the new rhythm replaces.
  const others = context.others.filter((other) => other.id !== id && splitOccurrenceId(other.id).seriesId !== id)
  return [cut, next(run, first, { ...context, others }, stoppedAt)]
}

/** The first start of an imported run at `from` (epoch ms) or later that is not over. */
function firstFrom(run: ImportedRun, from: number, { event, now }: Context): number | undefined {
  const { startsAt, repeatsEvery, repeatsUntil = Number.POSITIVE_INFINITY } = run
  if (repeatsEvery === undefined) return startsAt >= from ? startsAt : undefined
  const interval = repeatsEvery * millisecondsInWeek
  const lasts = lastEndOf(event, { eventId: event.id, startsAt: 0, startAssumed: false, nextAt: interval })
  const earliest = Math.max(from, now - lasts + 1)
  const first = startsAt + Math.max(0, Math.ceil((earliest - startsAt) / interval)) * interval
  return first < repeatsUntil ? first : undefined
}

/**
 * What a source goes on with stands under an id of its own, by the date of its first start.
 *
 * @param startsAt of its first run, epoch ms
 * @param stoppedAt epoch ms from which on the commander said that it does not come again
 */
function next(run: ImportedRun, startsAt: number, context: Context, stoppedAt?: number | undefined): RunPlan {
  const dated = { ...run, id: `${run.id}.${new Date(startsAt).toISOString().slice(0, 10)}`, startsAt }
  const told = toldRun(context.record, dated.id)
  if (isTaken(dated.id, told, context)) return leftOut(dated, 'taken')
  if (told) return 'deleted' in told ? leftOut(dated, 'removed') : { id: dated.id }
  const same = context.others.find((known) => startsWith(known, dated))
  if (same) return { id: same.id }
  const plan = added(dated, context)
  if (!plan.after) return plan
  // The source goes on naming the first start of all.
  const after = { ...plan.after, importedStart: run.startsAt }
  if (stoppedAt === undefined || stoppedAt >= (run.repeatsUntil ?? Number.POSITIVE_INFINITY)) return { ...plan, after }
  return { ...plan, after: { ...after, repeatsUntil: stoppedAt } }
}

function leftOut({ id, startsAt }: ImportedRun, reason: LeftOutRun['reason']): RunPlan {
  return { id, leftOut: { reason, startsAt } }
}
