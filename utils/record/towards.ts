/**
 * Makes a record say what another one says, of all entries or of some. What changes by it is told now, by an entry over
 * what was there: so other devices follow, and an undo wins over what it takes back wherever that has got to.
 *
 * @module
 */

import { sameJson } from '../events/same-json.ts'
import { own } from './own.ts'
import {
  DEFAULT_SETTINGS,
  FIRST_COMMANDER,
  ROOMS,
  type Settings,
  type Stamp,
  type Stamped,
  type TrackerRecord,
} from './record.ts'
import { removalOf, wordsIn } from './removal.ts'
import { runSaidBy, type Said, saidBy } from './said.ts'
import { toldRun } from './told-run.ts'
import { stampOver, type Transition } from './transitions.ts'

/** An entry, or one half of a mark. */
export interface Place {
  readonly room: (typeof ROOMS)[number]
  readonly id: string
  /** Finds it in a record. */
  readonly told: (record: TrackerRecord) => unknown
}

/** @param isOpen whether an entry may be changed */
export function towards(target: TrackerRecord, isOpen: (place: Place) => boolean): Transition {
  return (record, stamp) => {
    const way: Way = { target, record, now: saidBy(record), wanted: saidBy(target), stamp, isOpen }
    const rooms = {
      settings: settingsTowards(way),
      commanders: commandersTowards(way),
      events: eventsTowards(way),
      runs: runsTowards(way),
      marks: marksTowards(way),
    }
    // What stays is the object that it is: who compares by identity sees no change.
    const changed = ROOMS.filter((room) => !isSame(record[room], rooms[room]))
    if (changed.length === 0) return record
    return { ...record, ...Object.fromEntries(changed.map((room) => [room, rooms[room]])) }
  }
}

function isSame(before: object, after: object): boolean {
  const entries = Object.entries(before)
  if (entries.length !== Object.keys(after).length) return false
  return entries.every(([id, entry]) => own(after as Record<string, unknown>, id) === entry)
}

interface Way {
  readonly target: TrackerRecord
  readonly record: TrackerRecord
  /** What the record says, and what it is to say. */
  readonly now: Said
  readonly wanted: Said
  readonly stamp: Stamp
  readonly isOpen: (place: Place) => boolean
}

function settingsTowards({ target, record, now, wanted, stamp, isOpen }: Way): TrackerRecord['settings'] {
  const after: Record<string, unknown> = { ...record.settings }
  for (const key of Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[]) {
    if (!isOpen({ room: 'settings', id: key, told: ({ settings }) => settings[key] })) continue
    const told = record.settings[key]
    const value = wanted.settings[key]
    put(after, key, sameJson(now.settings[key], value) ? (told ?? target.settings[key]) : stampOver(told, value, stamp))
  }
  return after as TrackerRecord['settings']
}

function commandersTowards(way: Way): TrackerRecord['commanders'] {
  const { record, now, wanted, stamp } = way
  const words = wordsIn(record, 'commanders')
  // Where the target has no commander, there is the first one, of defaults.
  return entriesTowards(way, 'commanders', [FIRST_COMMANDER], (id, told) => {
    const value = wanted.commander(id)
    if (sameJson(now.commander(id), value)) return undefined
    return stampOver(told, value ?? removalOf(words, id, stamp.at), stamp)
  })
}

function eventsTowards(way: Way): TrackerRecord['events'] {
  const { record, now, wanted, stamp } = way
  const words = wordsIn(record, 'events')
  return entriesTowards(way, 'events', [], (id, told) => {
    const value = wanted.event(id)
    return sameJson(now.event(id), value) ? undefined : stampOver(told, value ?? removalOf(words, id, stamp.at), stamp)
  })
}

function runsTowards(way: Way): TrackerRecord['runs'] {
  const { target, record, wanted, stamp } = way
  const words = wordsIn(record, 'runs')
  // What an occurrence says depends on its series: that comes first, as its id is shorter, and is looked at as it will be.
  return entriesTowards(way, 'runs', [], (id, told, runs) => {
    const value = wanted.run(id)
    const there = toldRun(target, id)
    // A series that was removed hides what is under its id, one that was never told does not.
    const isAsTold = !told || isRemoval(toldRun(record, id)) === isRemoval(there)
    // Where nothing was told, the removal of the target comes over as it is, if it hides nothing here.
    const isQuiet = told !== undefined || !words.has(id)
    if (isAsTold && isQuiet && sameJson(runSaidBy({ ...record, runs }, id), value)) return undefined
    if (there && value) return stampOver(told, there, stamp)
    const removal = removalOf(words, id, stamp.at)
    return stampOver(told, there ? removal : { ...removal, untold: true }, stamp)
  })
}

function isRemoval(told: ReturnType<typeof toldRun>): boolean {
  return told !== undefined && 'deleted' in told
}

/**
 * @param more ids beside those that either knows
 * @param change what becomes of an entry, beside those of the room as they will be; undefined: it says what it should
 */
function entriesTowards<K extends 'commanders' | 'events' | 'runs'>(
  { target, record, isOpen }: Way,
  room: K,
  more: readonly string[],
  change: (id: string, told: Stamp | undefined, after: TrackerRecord[K]) => TrackerRecord[K][string] | undefined,
): TrackerRecord[K] {
  const after: Record<string, unknown> = { ...record[room] }
  for (const id of [...keysOf(record[room], target[room]), ...more].sort((a, b) => a.length - b.length)) {
    if (!isOpen({ room, id, told: (of) => own<Stamp>(of[room], id) })) continue
    const told = own<Stamp>(record[room], id)
    put(after, id, change(id, told, after as TrackerRecord[K]) ?? told ?? own<Stamp>(target[room], id))
  }
  return after as TrackerRecord[K]
}

function marksTowards({ target, record, now, wanted, stamp, isOpen }: Way): TrackerRecord['marks'] {
  const after: Record<string, TrackerRecord['marks'][string]> = { ...record.marks }
  for (const id of keysOf(record.marks, target.marks)) {
    const told = own(record.marks, id)
    const other = own(target.marks, id)
    const half = <T>(name: 'done' | 'note', is: T, value: T, known?: Stamped<T>, otherwise?: Stamped<T>) => {
      if (!isOpen({ room: 'marks', id, told: ({ marks }) => own(marks, id)?.[name] })) return known
      return is === value ? (known ?? otherwise) : stampOver(known, value, stamp)
    }
    const done = half('done', now.mark(id).done, wanted.mark(id).done, told?.done, other?.done)
    const note = half('note', now.mark(id).note, wanted.mark(id).note, told?.note, other?.note)
    if (done === told?.done && note === told?.note) continue
    after[id] = { ...(done && { done }), ...(note && { note }) }
  }
  return after
}

function keysOf(...rooms: readonly object[]): readonly string[] {
  return [...new Set(rooms.flatMap((room) => Object.keys(room)))]
}

function put(entries: Record<string, unknown>, id: string, entry: unknown): void {
  if (entry !== undefined) entries[id] = entry
}
