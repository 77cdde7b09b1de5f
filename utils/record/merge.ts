/**
 * Two records of the same commander become one: of each fact the later word counts.
 *
 * Commutative, associative and idempotent, so that it does not matter in which order, or how often, parts of a record or
 * records of several devices are put together.
 *
 * @module
 */

import { ROOMS, type Stamped, type TrackerRecord } from './record.ts'

type Mark = TrackerRecord['marks'][string]
type Entries<T> = { readonly [id: string]: T }

/**
 * @returns every entry of both; where both have one the later, of the same instant that of the greater device id, and
 *   mark and note each by itself
 */
export function merge(a: TrackerRecord, b: TrackerRecord): TrackerRecord {
  return {
    version: Math.max(a.version, b.version),
    settings: mergeEntries<Stamped<unknown> | undefined>(a.settings, b.settings, later) as TrackerRecord['settings'],
    commanders: mergeEntries(a.commanders, b.commanders, later),
    events: mergeEntries(a.events, b.events, later),
    runs: mergeEntries(a.runs, b.runs, later),
    marks: mergeEntries(a.marks, b.marks, mergeMarks),
  }
}

/** Whether a record knows all that the other one says, or a later word. */
export function knowsAll(record: TrackerRecord, other: TrackerRecord): boolean {
  return tookNothing(record, merge(record, other))
}

/** @param merged of the record and another one */
export function tookNothing(record: TrackerRecord, merged: TrackerRecord): boolean {
  return ROOMS.every((room) => {
    const [before, after]: [Entries<unknown>, Entries<unknown>] = [record[room], merged[room]]
    return Object.keys(after).every((id) => before[id] === after[id])
  })
}

function mergeEntries<T>(a: Entries<T>, b: Entries<T>, choose: (one: T, other: T) => T): Entries<T> {
  const merged: Record<string, T> = { ...a }
  for (const [id, entry] of Object.entries(b)) {
    const other = merged[id]
    merged[id] = other === undefined ? entry : choose(other, entry)
  }
  return merged
}

/** A mark that has nothing to take from the other stays the object that it is: who compares by identity sees no change. */
function mergeMarks(a: Mark, b: Mark): Mark {
  const done = later(a.done, b.done)
  const note = later(a.note, b.note)
  const same = [a, b].find((mark) => mark.done === done && mark.note === note)
  return same ?? { ...(done && { done }), ...(note && { note }) }
}

function later<T extends Stamped<unknown> | undefined>(a: T, b: T): T {
  if (!a || !b) return a ?? b
  if (a.at !== b.at) return a.at > b.at ? a : b
  if (a.by !== b.by) return a.by > b.by ? a : b
  // One device stamps no two facts alike; should it have done so, all devices must choose the same.
  return JSON.stringify(a.value) >= JSON.stringify(b.value) ? a : b
}
