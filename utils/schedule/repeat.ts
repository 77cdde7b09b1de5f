/**
 * Runs that come again every so many weeks: one entry in the record stands for all of them. A week has 168 hours, as the
 * game counts: its events start at the same hour of UTC all year.
 *
 * @module
 */

import { millisecondsInDay, millisecondsInMinute, millisecondsInWeek } from 'date-fns/constants'
import type { Run } from './run.ts'

/** How long a run that is over is still near, in ms: its result may be told for three days. */
export const NEAR_AFTER = 4 * millisecondsInDay

/** The start (epoch ms) of occurrence `number`, from 1, of a series; undefined where the series does not reach it. */
export function occurrenceStart(series: Run, number: number): number | undefined {
  if (number === 1) return series.startsAt
  if (series.repeatsEvery === undefined) return undefined
  const startsAt = series.startsAt + (number - 1) * series.repeatsEvery * millisecondsInWeek
  return startsAt < (series.repeatsUntil ?? Number.POSITIVE_INFINITY) ? startsAt : undefined
}

/** When the occurrence after `number` starts, or would if the series went on (epoch ms); undefined of what comes once. */
export function nextStart({ startsAt, repeatsEvery }: Run, number: number): number | undefined {
  return repeatsEvery === undefined ? undefined : startsAt + number * repeatsEvery * millisecondsInWeek
}

/** The number of the occurrence that starts at an instant (epoch ms) by itself; undefined where none does. */
export function numberAt(series: Run, instant: number): number | undefined {
  const interval = (series.repeatsEvery ?? Number.POSITIVE_INFINITY) * millisecondsInWeek
  const number = (instant - series.startsAt) / interval + 1
  return Number.isInteger(number) && number > 0 && occurrenceStart(series, number) === instant ? number : undefined
}

/** The number of the last occurrence that started by `now` (epoch ms); 0 where none did. */
export function lastStarted({ startsAt, repeatsEvery, repeatsUntil }: Run, now: number): number {
  if (startsAt > now) return 0
  if (repeatsEvery === undefined) return 1
  const interval = repeatsEvery * millisecondsInWeek
  const reached = Math.ceil(((repeatsUntil ?? Number.POSITIVE_INFINITY) - startsAt) / interval)
  return Math.max(1, Math.min(Math.floor((now - startsAt) / interval) + 1, reached))
}

/**
 * The occurrences (numbers from 1) that matter at `now` (epoch ms): those that run or were over a short while ago, and
 * the next one to come.
 *
 * @param lasts minutes of one; undefined where nobody knows its end, which then is the next one's start
 * @example
 * // A run of six days, each week, in the middle of its third:
 * occurrencesNear({ …, startsAt: Date.UTC(2026, 5, 25, 16), repeatsEvery: 1 }, 8640, Date.UTC(2026, 6, 12)) // [3, 4]
 */
export function occurrencesNear(series: Run, lasts: number | undefined, now: number): readonly number[] {
  if (series.repeatsEvery === undefined) return [1]
  const interval = series.repeatsEvery * millisecondsInWeek
  const reach = (lasts === undefined ? interval : lasts * millisecondsInMinute) + NEAR_AFTER
  const first = Math.max(1, Math.ceil((now - reach - series.startsAt) / interval) + 1)
  const last = Math.max(1, Math.floor((now - series.startsAt) / interval) + 2)
  return numbers(first, last).filter((number) => occurrenceStart(series, number) !== undefined)
}

/** All occurrences (numbers from 1) that started by `now` (epoch ms). */
export function occurrencesUntil(series: Run, now: number): readonly number[] {
  return numbers(1, lastStarted(series, now))
}

/** The id of an occurrence: marks are kept under it. @example occurrenceId('run', 3) // 'run#3' */
export function occurrenceId(seriesId: string, number: number): string {
  return number === 1 ? seriesId : `${seriesId}#${number}`
}

/** The twin of `occurrenceId`. @example splitOccurrenceId('run#3') // { seriesId: 'run', number: 3 } */
export function splitOccurrenceId(id: string): { seriesId: string; number: number } {
  const match = /^(.+)#([1-9]\d{0,5})$/.exec(id)
  return match ? { seriesId: match[1] as string, number: Number(match[2]) } : { seriesId: id, number: 1 }
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}
