/**
 * Every way in which the record may change. A transition takes the record and returns a new one; who calls it writes
 * the result under the lock.
 *
 * @module
 */

import type { EventDefinition } from '../events/event.ts'
import { given } from '../events/given.ts'
import { splitOccurrenceId } from '../schedule/repeat.ts'
import type { Run } from '../schedule/run.ts'
import { own } from './own.ts'
import { chosenCommanderOf, commandersOf, runAt, runOf } from './read.ts'
import {
  type Commander,
  DEFAULT_COMMANDER,
  FIRST_COMMANDER,
  INSTANT_RANGE,
  markIdOf,
  readableInstant,
  type Settings,
  type Stamp,
  type Stamped,
  type TrackerRecord,
} from './record.ts'
import { removalOf, wordsIn } from './removal.ts'
import { runIdOf } from './run-id.ts'
import { LATEST_TOLD } from './stamp-room.ts'
import { toldRun } from './told-run.ts'

export type Transition = (record: TrackerRecord, stamp: Stamp) => TrackerRecord

/** Changes one setting. */
export function setSetting<K extends keyof Settings>(key: K, value: Settings[K]): Transition {
  return (record, stamp) => ({
    ...record,
    settings: { ...record.settings, [key]: stampOver(record.settings[key], value, stamp) },
  })
}

/** Changes some of what is known of a commander; creates the commander where there is none yet. */
export function changeCommander(id: string, change: Partial<Commander>): Transition {
  return (record, stamp) => {
    const { id: _, ...known } = commandersOf(record).find((commander) => commander.id === id) ?? {
      ...DEFAULT_COMMANDER,
      id,
    }
    const { addedAt, archivedAt, ...rest } = { ...known, ...change }
    const value = { ...given(rest), ...readable({ addedAt, archivedAt }) } as Commander
    return { ...record, commanders: { ...record.commanders, [id]: stampOver(record.commanders[id], value, stamp) } }
  }
}

/** As `changeCommander`, for the commander whose marks the popup shows. */
export function changeChosenCommander(change: Partial<Commander>): Transition {
  return (record, stamp) => changeCommander(chosenCommanderOf(record).id, change)(record, stamp)
}

/** Adds a commander, or puts one back: also the undo of `removeCommander`. The first one, of defaults, stays. */
export function putCommander(id: string, commander: Commander): Transition {
  return (record, stamp) => {
    const before = withFirstTold(record, stamp)
    const { name, server, level, region, role, missionOpen, archived, addedAt, archivedAt } = commander
    const known = { name, server, level, region, role, missionOpen, archived }
    const value: Commander = { ...known, ...readable({ addedAt, archivedAt }) }
    return { ...record, commanders: { ...before, [id]: stampOver(before[id], value, stamp) } }
  }
}

/** The commanders, and among them the first one, who is there untold where nobody else is: beside another also told. */
function withFirstTold({ commanders }: TrackerRecord, stamp: Stamp): TrackerRecord['commanders'] {
  if (isAnybodyTold(commanders)) return commanders
  const removed = own(commanders, FIRST_COMMANDER)
  const first = removed ? stampOver(removed, DEFAULT_COMMANDER, stamp) : firstOfDefaults(stamp)
  return { ...commanders, [FIRST_COMMANDER]: first }
}

/** The entry of the first commander, of whom nothing is known: an old one, for it gives way to what another device knows. */
export function firstOfDefaults({ by }: Stamp): Stamped<Commander> {
  return { value: DEFAULT_COMMANDER, at: INSTANT_RANGE.min, by }
}

/** Whether there is a commander beside the first one, who is there untold where there is not. */
export function isAnybodyTold(commanders: TrackerRecord['commanders']): boolean {
  return Object.values(commanders).some(({ value }) => !('deleted' in value))
}

/**
 * Removes a commander, unless it is the last. The marks stay, so that `putCommander` undoes it whole.
 *
 * @returns a transition of the whole record, for the removal says which marks it knew
 */
export function removeCommander(id: string): Transition {
  return (record, stamp) => {
    const all = commandersOf(record)
    if (all.length < 2 || !all.some((commander) => commander.id === id)) return record
    const gone = stampOver(record.commanders[id], removalOf(wordsIn(record, 'commanders'), id, stamp.at), stamp)
    return { ...record, commanders: { ...record.commanders, [id]: gone } }
  }
}

/** Moves a commander one place or more towards the front (`by` < 0) or the back. */
export function moveCommander(id: string, by: number): Transition {
  return (record, stamp) => {
    const ids = commandersOf(record).map((commander) => commander.id)
    const from = ids.indexOf(id)
    const to = Math.min(Math.max(from + by, 0), ids.length - 1)
    if (from < 0 || to === from) return record
    ids.splice(from, 1)
    ids.splice(to, 0, id)
    return setSetting('commanderOrder', ids)(record, stamp)
  }
}

/** Puts an event that the commander wrote or imported, whatever stood under its id. */
export function putEvent(event: EventDefinition): Transition {
  return (record, stamp) => ({
    ...record,
    events: { ...record.events, [event.id]: stampOver(record.events[event.id], event, stamp) },
  })
}

/**
 * Removes an event. Its runs and marks stay, so that `putEvent` undoes it whole; without it they are not shown.
 *
 * @returns as `removeCommander`
 */
export function removeEvent(id: string): Transition {
  return (record, stamp) => ({
    ...record,
    events: {
      ...record.events,
      [id]: stampOver(record.events[id], removalOf(wordsIn(record, 'events'), id, stamp.at), stamp),
    },
  })
}

/** Puts a run, whatever stood under its id: also the undo of `removeRun`. */
export function putRun(id: string, told: Run): Transition {
  const { eventId, startsAt, startAssumed } = told
  const { endedAt, repeatsEvery, repeatsUntil, importedUntil, importedStart } = told
  const optional = { ...given({ repeatsEvery }), ...readable({ endedAt, repeatsUntil, importedUntil, importedStart }) }
  const run: Run = { eventId, startsAt, startAssumed, ...optional }
  return (record, stamp) => ({
    ...record,
    runs: { ...record.runs, [id]: stampOver(record.runs[id], run, stamp) },
  })
}

/**
 * Starts to track a run. The second click of a double click finds it there already and changes nothing, and so does a
 * click on what a series reaches by itself; one that the commander ended goes on, with its marks. Where something was told
 * of `runIdOf` already (it was removed, or moved since), another id is made of it.
 */
export function addRun(run: Run): Transition {
  return (record, stamp) => {
    const id = runIdOf(run)
    const known = runAt(record, run.eventId, run.startsAt)
    if (!known) return putRun(toldRun(record, id) ? `${id}-${stamp.at.toString(36)}` : id, run)(record, stamp)
    return known.endedAt === undefined ? record : changeRun(known.id, { endedAt: undefined })(record, stamp)
  }
}

/**
 * Changes some of what is known of a run: its start was moved, it was ended, that was undone. Not if it was removed. Of
 * one occurrence of a series only that one changes; of the first, the series.
 */
export function changeRun(id: string, change: Partial<Omit<Run, 'eventId'>>): Transition {
  return (record, stamp) => {
    const run = runOf(record, id)
    // A run of a file may have an id that only looks like that of an occurrence.
    return run && (toldRun(record, id) ?? toldRun(record, splitOccurrenceId(id).seriesId))
      ? putRun(id, { ...run, ...change })(record, stamp)
      : record
  }
}

/**
 * Removes a run, of a series one occurrence, or with its first the series. Its marks stay, so that `putRun` undoes it whole.
 *
 * @returns as `removeCommander`
 */
export function removeRun(id: string): Transition {
  return (record, stamp) => ({
    ...record,
    runs: { ...record.runs, [id]: stampOver(record.runs[id], removalOf(wordsIn(record, 'runs'), id, stamp.at), stamp) },
  })
}

/** Says that a window is done, or that it is not. */
export function setDone(commanderId: string, runId: string, windowId: string, done: boolean): Transition {
  return changeMark(commanderId, runId, windowId, 'done', done)
}

/** Writes a note on a window; an empty one takes it away. */
export function setNote(commanderId: string, runId: string, windowId: string, note: string): Transition {
  return changeMark(commanderId, runId, windowId, 'note', note)
}

function changeMark(
  commanderId: string,
  runId: string,
  windowId: string,
  field: 'done' | 'note',
  value: boolean | string,
): Transition {
  const id = markIdOf(commanderId, runId, windowId)
  return (record, stamp) => ({
    ...record,
    marks: {
      ...record.marks,
      [id]: { ...record.marks[id], [field]: stampOver(record.marks[id]?.[field], value, stamp) },
    },
  })
}

/** As `given`, of instants: what a clock that says 1970 gave could not be read again. */
function readable<T extends { readonly [field: string]: number | undefined }>(instants: T): Partial<T> {
  const known = Object.entries(given(instants)).map(([field, at]) => [field, readableInstant(at as number)])
  return Object.fromEntries(known) as Partial<T>
}

/**
 * A change must win over what it changes even where the clock went back in between, or was far ahead when that was told:
 * it is stamped later than both, and than what is only a default (`firstOfDefaults`). What a clock says is taken only as
 * far as there is room above.
 */
export function stampOver<T>(previous: Stamp | undefined, value: T, stamp: Stamp): Stamped<T> {
  const now = Math.min(readableInstant(stamp.at), LATEST_TOLD)
  return { value, at: Math.max(now, (previous?.at ?? INSTANT_RANGE.min) + 1), by: stamp.by }
}
