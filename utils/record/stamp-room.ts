/**
 * Stamps that leave room above them. A change is stamped later than what it changes; over a stamp at the very end of
 * what can be read there is no later one, and a fact with it, from a broken clock or a hostile file, would stay for ever.
 *
 * @module
 */

import { millisecondsInWeek } from 'date-fns/constants'
import { INSTANT_RANGE, type Stamp, type TrackerRecord } from './record.ts'

/** Epoch ms: the latest stamp that is taken from outside. */
const LATEST = INSTANT_RANGE.max - 52 * millisecondsInWeek

/** @returns the record with no stamp later than 2199; the same object where there is none */
export function withRoomAbove(record: TrackerRecord): TrackerRecord {
  const { settings, commanders, events, runs, marks } = record
  const rooms = {
    settings: lowered(settings, withRoom),
    commanders: lowered(commanders, withRoom),
    events: lowered(events, withRoom),
    runs: lowered(runs, withRoom),
    marks: lowered(marks, (mark) => lowered(mark, withRoom)),
  }
  const isSame = Object.entries(rooms).every(([room, entries]) => record[room as keyof typeof rooms] === entries)
  return isSame ? record : { version: record.version, ...rooms }
}

function withRoom<T extends Stamp | undefined>(entry: T): T {
  return entry && entry.at > LATEST ? { ...entry, at: LATEST } : entry
}

function lowered<T extends object>(entries: T, lower: (entry: never) => unknown): T {
  const pairs = Object.entries(entries).map(([id, entry]) => [id, entry, lower(entry as never)] as const)
  if (pairs.every(([, before, after]) => before === after)) return entries
  return Object.fromEntries(pairs.map(([id, , after]) => [id, after])) as T
}
