/**
 * Stamps that leave room above them. A change is stamped later than what it changes, whatever the clock says; over a stamp
 * at the very end of what can be read there is no later one, and a fact with it would stay for ever. So the last year of
 * the range belongs to changes of changes: no clock and no file is believed when it names an instant in it.
 *
 * @module
 */

import { millisecondsInWeek } from 'date-fns/constants'
import { INSTANT_RANGE, type Stamp, type TrackerRecord } from './record.ts'

/** Epoch ms: the latest instant that is taken from a clock or a file, the second day of 2199. */
export const LATEST_TOLD = INSTANT_RANGE.max - 52 * millisecondsInWeek

/** Epoch ms: from `LATEST_TOLD` it takes fifteen thousand million changes of one fact to get there, so a later one is not ours. */
export const LATEST_STAMP = INSTANT_RANGE.max - 26 * millisecondsInWeek

/**
 * A stamp as it is read. Between the two limits it stays what it is: a later word on a fact from a wrong clock must be
 * later on all devices.
 *
 * @param at epoch ms
 * @example readStamp(INSTANT_RANGE.max) // LATEST_TOLD
 * @example readStamp(LATEST_TOLD + 7) // LATEST_TOLD + 7
 */
export function readStamp(at: number): number {
  return at > LATEST_STAMP ? LATEST_TOLD : at
}

/**
 * For a file, which anybody may have written: it gets no stamp that another device could not come to be above.
 *
 * @returns the record with no stamp later than `LATEST_TOLD`; the same object where there is none
 */
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
  return entry && entry.at > LATEST_TOLD ? { ...entry, at: LATEST_TOLD } : entry
}

function lowered<T extends object>(entries: T, lower: (entry: never) => unknown): T {
  const pairs = Object.entries(entries).map(([id, entry]) => [id, entry, lower(entry as never)] as const)
  if (pairs.every(([, before, after]) => before === after)) return entries
  return Object.fromEntries(pairs.map(([id, , after]) => [id, after])) as T
}
