/**
 * Every way in which the record may change. A transition takes the record and returns a new one; who calls it writes
 * the result under the lock.
 *
 * @module
 */

import type { Run } from '../schedule/run.ts'
import { chosenCommanderOf, commandersOf, runsOf } from './read.ts'
import {
  type Commander,
  DEFAULT_COMMANDER,
  markIdOf,
  readableInstant,
  type Settings,
  type Stamp,
  type Stamped,
  type TrackerRecord,
} from './record.ts'

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
    return {
      ...record,
      commanders: {
        ...record.commanders,
        [id]: stampOver(record.commanders[id], { ...known, ...change }, stamp),
      },
    }
  }
}

/** As `changeCommander`, for the commander whose marks the popup shows. */
export function changeChosenCommander(change: Partial<Commander>): Transition {
  return (record, stamp) => changeCommander(chosenCommanderOf(record).id, change)(record, stamp)
}

/** Puts a run, whatever stood under its id: also the undo of `removeRun`. */
export function putRun(id: string, { eventId, startsAt, startAssumed, endedAt }: Run): Transition {
  const run = { eventId, startsAt, startAssumed, ...(endedAt === undefined ? {} : { endedAt }) }
  return (record, stamp) => ({
    ...record,
    runs: { ...record.runs, [id]: stampOver(record.runs[id], run, stamp) },
  })
}

/** Starts to track a run. The second click of a double click finds it there already and changes nothing. */
export function addRun(id: string, run: Run): Transition {
  return (record, stamp) => {
    const isThere = runsOf(record).some(
      ({ eventId, startsAt, endedAt }) => eventId === run.eventId && startsAt === run.startsAt && endedAt === undefined,
    )
    return isThere ? record : putRun(id, run)(record, stamp)
  }
}

/** Changes some of what is known of a run: its start was moved, it was ended, that was undone. Not if it was removed. */
export function changeRun(id: string, change: Partial<Omit<Run, 'eventId'>>): Transition {
  return (record, stamp) => {
    const run = runsOf(record).find((known) => known.id === id)
    return run ? putRun(id, { ...run, ...change })(record, stamp) : record
  }
}

/** Removes a run. Its marks stay, so that `putRun` undoes it whole. */
export function removeRun(id: string): Transition {
  return (record, stamp) => ({
    ...record,
    runs: { ...record.runs, [id]: stampOver(record.runs[id], { deleted: true } as const, stamp) },
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

/** A change must win over what it changes even where the clock went back in between. */
function stampOver<T>(previous: Stamp | undefined, value: T, stamp: Stamp): Stamped<T> {
  return { value, at: readableInstant(Math.max(stamp.at, (previous?.at ?? 0) + 1)), by: stamp.by }
}
