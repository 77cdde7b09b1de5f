/**
 * The ways in which a backup comes into the record, and the way back.
 *
 * @module
 */

import { sameJson } from '../events/same-json.ts'
import { merge } from './merge.ts'
import { own } from './own.ts'
import {
  DEFAULT_SETTINGS,
  type Deleted,
  FIRST_COMMANDER,
  type Settings,
  type Stamp,
  type Stamped,
  type TrackerRecord,
} from './record.ts'
import { runSaidBy, type Said, saidBy } from './said.ts'
import { stampOver, type Transition } from './transitions.ts'

/** Of each fact the later word counts, as between two devices. */
export function mergeBackup(incoming: TrackerRecord): Transition {
  return (record) => {
    const merged = merge(record, incoming)
    return sameJson(merged, record) ? record : merged
  }
}

/**
 * Makes the record say what the file says, and nothing else. What changes by it is stamped as told now, what goes is
 * removed by an entry: so other devices follow.
 */
export function replaceByBackup(incoming: TrackerRecord): Transition {
  return towards(incoming, () => true)
}

/**
 * Takes an import back: every entry that it changed says again what it said before, unless it was changed since.
 *
 * @param before the record right before the import
 * @param after the record right after it
 */
export function undoBackup(before: TrackerRecord, after: TrackerRecord): Transition {
  return (record, stamp) =>
    towards(before, (told) => {
      const imported = told(after)
      // The first commander, of whom nothing is told, may have to be told to stand beside those that go.
      if (told(before) === undefined && imported === undefined) return told(record) === undefined
      return !sameJson(told(before), imported) && sameJson(told(record), imported)
    })(record, stamp)
}

/** Whether an import left anything that is still as it came, so that it can be taken back. */
export function isUndoable(record: TrackerRecord, before: TrackerRecord, after: TrackerRecord): boolean {
  return undoBackup(before, after)(record, { at: 0, by: '' }) !== record
}

type Mark = TrackerRecord['marks'][string]

/** Finds an entry in a record, or one half of a mark. */
type Told = (record: TrackerRecord) => unknown

/** @param isOpen whether an entry may be changed */
function towards(target: TrackerRecord, isOpen: (told: Told) => boolean): Transition {
  return (record, stamp) => {
    const way: Way = { target, record, now: saidBy(record), wanted: saidBy(target), stamp, isOpen }
    const after: TrackerRecord = {
      version: record.version,
      settings: settingsTowards(way),
      commanders: commandersTowards(way),
      events: eventsTowards(way),
      runs: runsTowards(way),
      marks: marksTowards(way),
    }
    return sameJson(after, record) ? record : after
  }
}

interface Way {
  readonly target: TrackerRecord
  readonly record: TrackerRecord
  /** What the record says, and what it is to say. */
  readonly now: Said
  readonly wanted: Said
  readonly stamp: Stamp
  readonly isOpen: (told: Told) => boolean
}

function settingsTowards({ target, record, now, wanted, stamp, isOpen }: Way): TrackerRecord['settings'] {
  const after: Record<string, unknown> = { ...record.settings }
  for (const key of Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[]) {
    if (!isOpen(({ settings }) => settings[key])) continue
    const told = record.settings[key]
    const value = wanted.settings[key]
    put(after, key, sameJson(now.settings[key], value) ? (told ?? target.settings[key]) : stampOver(told, value, stamp))
  }
  return after as TrackerRecord['settings']
}

function commandersTowards(way: Way): TrackerRecord['commanders'] {
  const { now, wanted, stamp } = way
  // Where the target has no commander, there is the first one, of defaults.
  return entriesTowards(way, 'commanders', [FIRST_COMMANDER], (id, told) => {
    const value = wanted.commander(id)
    return sameJson(now.commander(id), value) ? undefined : stampOver(told, value ?? GONE, stamp)
  })
}

function eventsTowards(way: Way): TrackerRecord['events'] {
  const { now, wanted, stamp } = way
  return entriesTowards(way, 'events', [], (id, told) => {
    const value = wanted.event(id)
    return sameJson(now.event(id), value) ? undefined : stampOver(told, value ?? GONE, stamp)
  })
}

function runsTowards(way: Way): TrackerRecord['runs'] {
  const { record, wanted, stamp } = way
  // What an occurrence says depends on its series: that comes first, as its id is shorter, and is looked at as it will be.
  const runs: Record<string, TrackerRecord['runs'][string]> = { ...record.runs }
  return entriesTowards(way, 'runs', [], (id, told) => {
    const value = wanted.run(id)
    if (sameJson(runSaidBy({ ...record, runs }, id), value)) return undefined
    runs[id] = stampOver(told, value ?? GONE, stamp)
    return runs[id]
  })
}

/**
 * @param more ids beside those that either knows
 * @param change undefined: it says what it should
 */
function entriesTowards<K extends 'commanders' | 'events' | 'runs'>(
  { target, record, isOpen }: Way,
  room: K,
  more: readonly string[],
  change: (id: string, told: Stamp | undefined) => TrackerRecord[K][string] | undefined,
): TrackerRecord[K] {
  const after: Record<string, unknown> = { ...record[room] }
  for (const id of [...keysOf(record[room], target[room]), ...more].sort((a, b) => a.length - b.length)) {
    if (!isOpen((of) => own<Stamp>(of[room], id))) continue
    const told = own<Stamp>(record[room], id)
    put(after, id, change(id, told) ?? told ?? own<Stamp>(target[room], id))
  }
  return after as TrackerRecord[K]
}

function marksTowards({ target, record, now, wanted, stamp, isOpen }: Way): TrackerRecord['marks'] {
  const after: Record<string, Mark> = { ...record.marks }
  for (const id of keysOf(record.marks, target.marks)) {
    const told = own(record.marks, id)
    const other = own(target.marks, id)
    const half = <T>(name: 'done' | 'note', is: T, value: T, known?: Stamped<T>, otherwise?: Stamped<T>) => {
      if (!isOpen(({ marks }) => own(marks, id)?.[name])) return known
      return is === value ? (known ?? otherwise) : stampOver(known, value, stamp)
    }
    const done = half('done', now.mark(id).done, wanted.mark(id).done, told?.done, other?.done)
    const note = half('note', now.mark(id).note, wanted.mark(id).note, told?.note, other?.note)
    if (done === told?.done && note === told?.note) continue
    after[id] = { ...(done && { done }), ...(note && { note }) }
  }
  return after
}

const GONE: Deleted = { deleted: true }

function keysOf(...rooms: readonly object[]): readonly string[] {
  return [...new Set(rooms.flatMap((room) => Object.keys(room)))]
}

function put(entries: Record<string, unknown>, id: string, entry: unknown): void {
  if (entry !== undefined) entries[id] = entry
}
