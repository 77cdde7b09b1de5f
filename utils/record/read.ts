/**
 * What a record says, with defaults filled in and deletions left out.
 *
 * @module
 */

import { millisecondsInWeek } from 'date-fns/constants'
import type { EventDefinition } from '../events/event.ts'
import { RUN_OF_2023, SHIPPED_EVENTS } from '../events/pack.ts'
import { lastEndOf, longestOf } from '../schedule/longest.ts'
import {
  lastStarted,
  NEAR_AFTER,
  nextStart,
  numberAt,
  occurrenceId,
  occurrenceStart,
  occurrencesNear,
  occurrencesUntil,
  splitOccurrenceId,
} from '../schedule/repeat.ts'
import type { Occurrence, Run } from '../schedule/run.ts'
import { own } from './own.ts'
import {
  type Commander,
  DEFAULT_COMMANDER,
  DEFAULT_SETTINGS,
  type Deleted,
  FIRST_COMMANDER,
  markIdOf,
  type Settings,
  type Stamped,
  type TrackerRecord,
} from './record.ts'
import { toldRun } from './told-run.ts'

export interface KnownCommander extends Commander {
  readonly id: string
}

export interface KnownRun extends Occurrence {
  readonly id: string
  /** Epoch ms at which it was told; 0 for a run that ships. */
  readonly toldAt: number
  /** The series of which it is one; absent: it comes once. */
  readonly series?: Series | undefined
}

/** A run that comes again. */
export interface Series {
  /** That of its first run. */
  readonly id: string
  /** Weeks. */
  readonly every: number
  /** Epoch ms from which on it does not come again; absent: it has no end. */
  readonly until?: number | undefined
}

/** @returns each setting, or its default */
export function settingsOf(record: TrackerRecord): Settings {
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS }
  for (const [key, entry] of Object.entries(record.settings)) if (entry) settings[key] = entry.value
  return settings as unknown as Settings
}

/** @returns all commanders, archived ones too, as the commander ordered them; one with defaults where none was told */
export function commandersOf(record: TrackerRecord): readonly KnownCommander[] {
  const known = present(record.commanders).map(([id, entry]) => ({ ...entry.value, id }))
  if (known.length === 0) return [{ ...DEFAULT_COMMANDER, id: FIRST_COMMANDER }]
  const order = new Map(settingsOf(record).commanderOrder.map((id, index) => [id, index]))
  const place = ({ id }: KnownCommander): number => order.get(id) ?? order.size
  return known.sort((a, b) => place(a) - place(b))
}

/** @returns the commanders who are played; all where every one is archived */
export function activeCommandersOf(record: TrackerRecord): readonly KnownCommander[] {
  const all = commandersOf(record)
  const active = all.filter((commander) => !commander.archived)
  return active.length > 0 ? active : all
}

/** @returns the commander whose marks the popup shows */
export function chosenCommanderOf(record: TrackerRecord): KnownCommander {
  const commanders = activeCommandersOf(record)
  const chosen = settingsOf(record).commander
  return commanders.find((commander) => commander.id === chosen) ?? (commanders[0] as KnownCommander)
}

/**
 * @returns the runs that the commander told, in no order that means anything: each series once, and beside it each of
 *   its occurrences of which something of its own was told
 */
export function storedRunsOf(record: TrackerRecord): readonly KnownRun[] {
  return present(record.runs).flatMap(([id, entry]) => {
    const { seriesId, number } = splitOccurrenceId(id)
    const series = number > 1 ? toldRun(record, seriesId) : undefined
    // What was said of one occurrence goes with its series.
    if (series && (isDeleted(series) || isCut(series, number, entry.value))) return []
    const run = { ...entry.value, id, toldAt: entry.at }
    const own = seriesOf(id, entry.value)
    if (own) return [{ ...run, series: own, nextAt: nextStart(run, 1) }]
    return [{ ...run, series: series && seriesOf(seriesId, series), nextAt: series && nextAfter(series, number, run) }]
  })
}

/** Whether an occurrence of its own would come only after the series was stopped. */
function isCut(series: Run, number: number, { startsAt }: Run): boolean {
  const { repeatsUntil: until } = series
  return until !== undefined && startsAt >= until && occurrenceStart(series, number) === undefined
}

/** When the series starts again after an occurrence of its own, wherever that was moved. */
function nextAfter(series: Run, number: number, { startsAt }: Run): number | undefined {
  const { repeatsEvery: every } = series
  if (every === undefined) return undefined
  return nextStart(
    series,
    Math.max(number, Math.floor((startsAt - series.startsAt) / (every * millisecondsInWeek)) + 1),
  )
}

function seriesOf(id: string, { repeatsEvery: every, repeatsUntil: until }: Run): Series | undefined {
  return every === undefined ? undefined : { id, every, until }
}

/**
 * The runs that matter at `now` (epoch ms): on, to come, or over for less than four days; and the one that ended last
 * before that. Of a series, the occurrences for which that is so; of those to come only the next.
 */
export function runsNear(record: TrackerRecord, now: number): readonly KnownRun[] {
  const near: KnownRun[] = []
  let last: { readonly run: KnownRun; readonly endsAt: number } | undefined
  for (const stored of storedRunsOf(record)) {
    const event = eventOf(record, stored.eventId)
    if (!event) continue
    const numbers = occurrencesNear(stored, longestOf(event, stored.repeatsEvery), now)
    const before = lastBefore(record, stored, numbers[0], now)
    for (const run of occurrencesOf(record, stored, [...before, ...withNext(record, stored, numbers, now)])) {
      const endsAt = run.endedAt ?? lastEndOf(event, run)
      if (endsAt > now - NEAR_AFTER) near.push(run)
      else if (!last || endsAt > last.endsAt) last = { run, endsAt }
    }
  }
  return last ? [...near, last.run] : near
}

/** Where the next one was removed, ended ahead of its time or put forward, the one after it is next. */
function withNext(record: TrackerRecord, stored: KnownRun, near: readonly number[], now: number): readonly number[] {
  const numbers = [...near]
  let last = numbers.at(-1)
  while (last !== undefined && isBehind(toldRun(record, occurrenceId(stored.id, last)), now)) {
    last += 1
    numbers.push(last)
  }
  return numbers
}

function isBehind(told: Run | Deleted | undefined, now: number): boolean {
  return told !== undefined && (isDeleted(told) || told.endedAt !== undefined || told.startsAt <= now)
}

/** The last occurrence that is over for so long that it is no longer near; none where there is no such. */
function lastBefore(record: TrackerRecord, stored: KnownRun, firstNear: number | undefined, now: number): number[] {
  let number = Math.min(lastStarted(stored, now), (firstNear ?? Number.POSITIVE_INFINITY) - 1)
  while (number > 1 && toldRun(record, occurrenceId(stored.id, number))) number -= 1
  return number > 0 ? [number] : []
}

/** @returns every run that started by `now` (epoch ms), each occurrence of a series by itself */
export function runsUntil(record: TrackerRecord, now: number): readonly KnownRun[] {
  return storedRunsOf(record).flatMap((stored) => occurrencesOf(record, stored, occurrencesUntil(stored, now)))
}

/** The occurrences `numbers` of a run, but for those of which something of their own was told. */
function occurrencesOf(record: TrackerRecord, stored: KnownRun, numbers: readonly number[]): KnownRun[] {
  const { repeatsEvery: _, repeatsUntil: __, endedAt: ___, ...rest } = stored
  return numbers.flatMap((number) => {
    if (number === 1) return [stored]
    const id = occurrenceId(stored.id, number)
    const startsAt = occurrenceStart(stored, number)
    return startsAt === undefined || toldRun(record, id)
      ? []
      : [{ ...rest, id, startsAt, nextAt: nextStart(stored, number) }]
  })
}

/** @returns the run of the event that starts at the instant (epoch ms), of a series too; else undefined */
export function runAt(record: TrackerRecord, eventId: string, instant: number): KnownRun | undefined {
  const found = storedRunsOf(record).flatMap((stored) => {
    const number = stored.eventId === eventId ? numberAt(stored, instant) : undefined
    return number === undefined ? [] : occurrencesOf(record, stored, [number])
  })
  return found.find(({ endedAt }) => endedAt === undefined) ?? found[0]
}

/** @returns a run that was told, one of a series, or one that ships; else undefined */
export function runOf(record: TrackerRecord, id: string): KnownRun | undefined {
  if (toldRun(record, id))
    return storedRunsOf({ ...record, runs: withSeriesOf(record, id) }).find((run) => run.id === id)
  if (id === RUN_OF_2023.id) return { ...RUN_OF_2023, toldAt: 0 }
  const { seriesId, number } = splitOccurrenceId(id)
  const series = number > 1 ? runOf(record, seriesId) : undefined
  return series && occurrencesOf(record, series, [number])[0]
}

function withSeriesOf(record: TrackerRecord, id: string): TrackerRecord['runs'] {
  const { seriesId } = splitOccurrenceId(id)
  const entries = [id, seriesId].map((key) => [key, own(record.runs, key)] as const)
  return Object.fromEntries(entries.flatMap(([key, entry]) => (entry ? [[key, entry]] : [])))
}

/** @returns a definition that the commander imported or wrote, else one that ships, else undefined */
export function eventOf(record: TrackerRecord, id: string): EventDefinition | undefined {
  const own = record.events[id]?.value
  if (own && !isDeleted(own)) return own
  return SHIPPED_EVENTS.find((event) => event.id === id)
}

/** @returns the events that ship, each as the commander changed it */
export function shippedEventsOf(record: TrackerRecord): readonly EventDefinition[] {
  return SHIPPED_EVENTS.map((event) => eventOf(record, event.id) ?? event)
}

/** What a commander said of a window. `toldAt` (epoch ms) is the last change of `done`; 0 where none. */
export function markOf(
  record: TrackerRecord,
  commanderId: string,
  runId: string,
  windowId: string,
): { readonly done: boolean; readonly note: string; readonly toldAt: number } {
  const mark = record.marks[markIdOf(commanderId, runId, windowId)]
  return { done: mark?.done?.value ?? false, note: mark?.note?.value ?? '', toldAt: mark?.done?.at ?? 0 }
}

function isDeleted(value: object): value is Deleted {
  return 'deleted' in value
}

function present<T extends object>(entries: { readonly [id: string]: Stamped<T | Deleted> }): [string, Stamped<T>][] {
  return Object.entries(entries)
    .filter((pair): pair is [string, Stamped<T>] => !isDeleted(pair[1].value))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
