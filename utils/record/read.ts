/**
 * What a record says, with defaults filled in and deletions left out.
 *
 * @module
 */

import type { EventDefinition } from '../events/event.ts'
import { RUN_OF_2023, SHIPPED_EVENTS } from '../events/pack.ts'
import type { Run } from '../schedule/run.ts'
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

export interface KnownCommander extends Commander {
  readonly id: string
}

export interface KnownRun extends Run {
  readonly id: string
  /** Epoch ms at which it was told; 0 for a run that ships. */
  readonly toldAt: number
}

/** @returns each setting, or its default */
export function settingsOf(record: TrackerRecord): Settings {
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS }
  for (const [key, entry] of Object.entries(record.settings)) if (entry) settings[key] = entry.value
  return settings as unknown as Settings
}

/** @returns the commanders in the order of their ids; one with defaults where none was told */
export function commandersOf(record: TrackerRecord): readonly KnownCommander[] {
  const known = present(record.commanders).map(([id, entry]) => ({ ...entry.value, id }))
  return known.length > 0 ? known : [{ ...DEFAULT_COMMANDER, id: FIRST_COMMANDER }]
}

/** @returns the commander whose marks the popup shows */
export function chosenCommanderOf(record: TrackerRecord): KnownCommander {
  const commanders = commandersOf(record)
  const chosen = settingsOf(record).commander
  return commanders.find((commander) => commander.id === chosen) ?? (commanders[0] as KnownCommander)
}

/** @returns the runs that the commander told, in no order that means anything */
export function runsOf(record: TrackerRecord): readonly KnownRun[] {
  return present(record.runs).map(([id, entry]) => ({ ...entry.value, id, toldAt: entry.at }))
}

/** @returns a run that was told or that ships, or undefined */
export function runOf(record: TrackerRecord, id: string): KnownRun | undefined {
  const told = runsOf(record).find((run) => run.id === id)
  return told ?? (id === RUN_OF_2023.id && !record.runs[id] ? { ...RUN_OF_2023, toldAt: 0 } : undefined)
}

/** @returns a definition that the commander imported or wrote, else one that ships, else undefined */
export function eventOf(record: TrackerRecord, id: string): EventDefinition | undefined {
  const own = record.events[id]?.value
  if (own && !isDeleted(own)) return own
  return SHIPPED_EVENTS.find((event) => event.id === id)
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
