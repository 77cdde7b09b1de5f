/**
 * A record in pieces, the latest first: what is oldest leaves the replica first where there is no room for all.
 *
 * @module
 */

import type { EventDefinition } from '../../events/event.ts'
import { isOwnEvent } from '../../events/own-event.ts'
import { occurrenceStart, splitOccurrenceId } from '../../schedule/repeat.ts'
import type { Run } from '../../schedule/run.ts'
import { type Deleted, EMPTY_RECORD, type TrackerRecord } from '../record.ts'
import { toldRun } from '../told-run.ts'

/** What belongs together, and how late it matters. */
export interface Piece {
  /** A record of these entries only. */
  readonly fragment: TrackerRecord
  /** Epoch ms: the end or the start of what it is about; infinite: it always matters. */
  readonly at: number
  /** Of all pieces of a record no two have the same. */
  readonly name: string
}

type Room = 'commanders' | 'events' | 'runs' | 'marks'

/**
 * Settings, each commander, each run, each event, and the marks of each run. The order follows from the record alone and
 * not from the clock, so that all devices cut the same record alike. And an event or marks come after the run that decides
 * how late they matter: so where the replica is full, what finds room is in the same order for all, also for those who do
 * not know of the runs that found none.
 *
 * @returns the pieces, the latest first; put together (`merge`) they are the record
 */
export function piecesOf(record: TrackerRecord): readonly Piece[] {
  const runs = Object.entries(record.runs).map(([id, entry]): Piece => {
    const at = 'eventId' in entry.value ? lastsUntil(entry.value) : entry.at
    return { name: `2 ${id}`, at, fragment: only('runs', { [id]: entry }) }
  })
  const settings: Piece = {
    name: '0',
    at: Number.POSITIVE_INFINITY,
    fragment: { ...EMPTY_RECORD, settings: record.settings },
  }
  const commanders = Object.entries(record.commanders).map(
    ([id, entry]): Piece => ({
      name: `1 ${id}`,
      at: Number.POSITIVE_INFINITY,
      fragment: only('commanders', { [id]: entry }),
    }),
  )
  return [settings, ...commanders, ...eventPieces(record), ...runs, ...markPieces(record)].sort(byLateness)
}

/**
 * An event matters for as long as one of its runs, and what the commander wrote at least from when that was. One that is
 * in no run has no marks, and one that was imported can be imported again.
 */
function eventPieces({ events, runs }: TrackerRecord): readonly Piece[] {
  const latest = new Map<string, number>()
  for (const { value } of Object.values(runs)) {
    if ('eventId' in value) latest.set(value.eventId, Math.max(latest.get(value.eventId) ?? 0, lastsUntil(value)))
  }
  return Object.entries(events).map(([id, entry]) => ({
    name: `3 ${id}`,
    at: Math.max(
      latest.get(id) ?? Number.NEGATIVE_INFINITY,
      isWritten(entry.value) ? entry.at : Number.NEGATIVE_INFINITY,
    ),
    fragment: only('events', { [id]: entry }),
  }))
}

/** By the commander; and that an event is gone nobody can import. */
function isWritten(event: EventDefinition | Deleted): boolean {
  return 'deleted' in event || isOwnEvent(event) || event.edited === true
}

/** What was marked of a run that nobody knows, or that was removed, is not to be seen. */
function markPieces({ marks, runs }: TrackerRecord): readonly Piece[] {
  const byRun = Map.groupBy(Object.entries(marks), ([id]) => id.split('/', 2)[1] ?? '')
  return [...byRun].map(([runId, entries]) => ({
    name: `4 ${runId}`,
    at: startOf(runId, runs) ?? Number.NEGATIVE_INFINITY,
    fragment: only('marks', Object.fromEntries(entries)),
  }))
}

/** The marks of a piece, each by itself, in an order that does not depend on who learned of which first. */
export function marksOf({ at, name, fragment }: Piece): readonly Piece[] {
  const marks = Object.entries(fragment.marks).map(([id, mark]) => ({
    name: `${name} ${id}`,
    at,
    fragment: only('marks', { [id]: mark }),
  }))
  return marks.sort(byLateness)
}

/** A series that goes on always matters, also where its first run was ended ahead of its time. */
function lastsUntil({ startsAt, repeatsEvery, repeatsUntil }: Run): number {
  if (repeatsEvery === undefined) return startsAt
  // Its first run is one, also where it was stopped before that: its marks come after it.
  return Math.max(startsAt, repeatsUntil ?? Number.POSITIVE_INFINITY)
}

/** Epoch ms at which a run, or an occurrence of a series, starts; undefined where nothing is known of it. */
function startOf(runId: string, runs: TrackerRecord['runs']): number | undefined {
  const own = toldRun({ runs }, runId)
  if (own) return 'startsAt' in own ? own.startsAt : undefined
  const { seriesId, number } = splitOccurrenceId(runId)
  const series = toldRun({ runs }, seriesId)
  return series && 'startsAt' in series ? occurrenceStart(series, number) : undefined
}

function only(room: Room, entries: object): TrackerRecord {
  return { ...EMPTY_RECORD, [room]: entries }
}

function byLateness(a: Piece, b: Piece): number {
  if (a.at !== b.at) return a.at > b.at ? -1 : 1
  return a.name < b.name ? -1 : 1
}
