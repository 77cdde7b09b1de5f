/**
 * How an imported run stands to one that the record knows.
 *
 * @module
 */

import { millisecondsInMinute, millisecondsInWeek } from 'date-fns/constants'
import type { EventDefinition } from '../events/event.ts'
import { given } from '../events/given.ts'
import { lastEndOf } from '../schedule/longest.ts'
import { lastStarted, nextStart, numberAt, occurrenceStart } from '../schedule/repeat.ts'
import type { Run } from '../schedule/run.ts'
import { repetitionOf } from './import-until.ts'

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

/** Whether an id is that under which the source of `id` went on. */
export function isDatedId(id: string, before: string): boolean {
  return id.startsWith(`${before}.`) && /^\d{4}-\d\d-\d\d$/.test(id.slice(before.length + 1))
}

/**
 * Where a run moves to. A source that puts the start of a series forward by whole repetitions names its next one: the
 * series itself stays, or the marks of its first would stand on the next.
 *
 * @param isFixed the series has started, or follows another of which the source may name a start: it is not put back by
 *   whole repetitions either
 */
export function movedStart(known: Run, run: ImportedRun, isFixed: boolean): number {
  if (known.repeatsEvery === undefined) return run.startsAt
  const interval = known.repeatsEvery * millisecondsInWeek
  const intervals = Math.round((run.startsAt - known.startsAt) / interval)
  return run.startsAt - (isFixed ? intervals : Math.max(0, intervals)) * interval
}

/** The commander told when it starts. */
export function isOwn({ importedStart, startAssumed }: Run): boolean {
  return importedStart === undefined && !startAssumed
}

/** A run as it is stored: without what the record knows beside it. */
export function plainRun(run: Run): Run {
  const { eventId, startsAt, startAssumed, endedAt, importedStart } = run
  return { eventId, startsAt, startAssumed, ...given({ endedAt, importedStart }), ...repetitionOf(run) }
}

/** Whether two runs of one id say the same of when it is. */
export function isSame(a: Run, b: Run): boolean {
  const fields = ['startsAt', 'startAssumed', 'importedStart', 'repeatsEvery', 'repeatsUntil', 'importedUntil'] as const
  return fields.every((field) => a[field] === b[field])
}

/** Whether it starts at the instant of the imported one, or did when it was imported, or comes again then. */
export function startsWith(known: Run, { startsAt }: ImportedRun): boolean {
  return known.importedStart === startsAt || numberAt(known, startsAt) !== undefined
}

/** Whether both would be on at once. Of what repeats nobody can say which of its times is meant. */
export function isOnWith(known: Run, run: ImportedRun, { lasts }: EventDefinition): boolean {
  if (lasts === undefined || known.repeatsEvery !== undefined || run.repeatsEvery !== undefined) return false
  return Math.abs(known.startsAt - run.startsAt) < lasts * millisecondsInMinute
}

/** Whether the last of its times is over. */
export function isOver(
  { startsAt, repeatsEvery, repeatsUntil }: ImportedRun,
  event: EventDefinition,
  now: number,
): boolean {
  const run: Run = { eventId: event.id, startsAt, startAssumed: false, repeatsEvery, repeatsUntil }
  if (repeatsEvery === undefined) return lastEndOf(event, run) <= now
  if (repeatsUntil === undefined) return false
  const number = Math.max(1, lastStarted(run, repeatsUntil))
  const last = occurrenceStart(run, number) ?? startsAt
  return lastEndOf(event, { ...run, startsAt: last, nextAt: nextStart(run, number) }) <= now
}
