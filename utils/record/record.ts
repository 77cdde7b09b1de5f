/**
 * The record: everything that the commander told us, as one document. Each fact carries a stamp (when, on which
 * device), so that two devices merge without losing either's work.
 *
 * @module
 */

import type { EventDefinition } from '../events/event.ts'
import type { Run } from '../schedule/run.ts'

/** The version that this code writes. A record with a higher one is only looked at. */
export const RECORD_VERSION = 3

/** When (epoch ms) and on which device a fact was told. */
export interface Stamp {
  readonly at: number
  readonly by: string
}

export interface Stamped<T> extends Stamp {
  readonly value: T
}

/** A deletion is an entry too: it must win over an older value from another device. */
export interface Deleted {
  readonly deleted: true
  /** Of a commander, an event or a run: the words on its marks that were known here (`removal.ts`). */
  readonly knew?: readonly KnownWord[] | undefined
  /**
   * Of a run: as if nothing had ever been told of it. What brought it was taken back, so it can be imported again, and an
   * occurrence is where its series has it.
   */
  readonly untold?: true | undefined
}

/** Of a device: all its words up to this one; or `only` this one. */
export interface KnownWord extends Stamp {
  readonly only?: true | undefined
}

export type Role = 'hero' | 'villain' | 'none'

export interface Commander {
  readonly name: string
  readonly server: string
  /** Operations level; null: not told. */
  readonly level: number | null
  /** The id of a region of the game, such as "us"; empty: not told. */
  readonly region: string
  readonly role: Role
  /** True: says that Heroes and Villains is not completed, so the game hides the event. */
  readonly missionOpen: boolean
  /** No longer played: kept with all marks, and left out of everything but the history. */
  readonly archived: boolean
  /** Epoch ms: no run that was over before is missed. Absent: played from the beginning. */
  readonly addedAt?: number | undefined
  /** Epoch ms: no run that goes on after it is missed. Only where `archived`. */
  readonly archivedAt?: number | undefined
}

/** Minutes after midnight on the wall clock of the commander's zone; `from` > `to` goes over midnight. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}

export interface Settings {
  /** An IANA zone, or "system": same as this computer. */
  readonly timeZone: string
  /** Whose marks the popup shows. */
  readonly commander: string
  /** Ids in the order in which the commander put them; those that it does not name follow. */
  readonly commanderOrder: readonly string[]
  /** Of whom the badge speaks: the commander chosen, or all who are not archived. */
  readonly badgeFor: 'chosen' | 'all'
  /** A notification when a day starts. */
  readonly startOfDay: boolean
  /** Minutes before the end of a day that is not done, largest first. */
  readonly leadTimes: readonly number[]
  readonly quietHours: QuietHours | null
  /** The badge counts the last hour down instead of showing the code. */
  readonly lastHourCountdown: boolean
}

/** What a commander says of a window. Stamped one by one: a note on one device must not undo a mark on another. */
interface Mark {
  readonly done?: Stamped<boolean> | undefined
  readonly note?: Stamped<string> | undefined
}

export interface TrackerRecord {
  readonly version: number
  /** An absent setting has its default. */
  readonly settings: { readonly [K in keyof Settings]?: Stamped<Settings[K]> | undefined }
  readonly commanders: { readonly [id: string]: Stamped<Commander | Deleted> }
  /** Imported or written by the commander; the shipped pack is code. */
  readonly events: { readonly [id: string]: Stamped<EventDefinition | Deleted> }
  readonly runs: { readonly [id: string]: Stamped<Run | Deleted> }
  /** By `markIdOf`. */
  readonly marks: { readonly [id: string]: Mark }
}

/** Where entries stand. */
export const ROOMS = [
  'settings',
  'commanders',
  'events',
  'runs',
  'marks',
] as const satisfies readonly (keyof TrackerRecord)[]

/** Epoch ms from 2000 to 2200; anything else comes from a broken clock or a broken file. */
export const INSTANT_RANGE = { min: 946_684_800_000, max: 7_258_118_400_000 } as const
/** Shortest and longest time before the end of a day at which a reminder may come, in minutes. */
export const LEAD_TIME_RANGE = { min: 5, max: 23 * 60 } as const
/** Operations levels that are taken; the game's highest is not documented. */
export const LEVEL_RANGE = { min: 1, max: 999 } as const
/** Characters of a note. */
export const NOTE_LENGTH = 2000

/** The commander of a record in which nobody was added: the same id on each device, so that they merge into one. */
export const FIRST_COMMANDER = 'commander-1'

export const EMPTY_RECORD: TrackerRecord = {
  version: RECORD_VERSION,
  settings: {},
  commanders: {},
  events: {},
  runs: {},
  marks: {},
}

/** Whether nothing was ever told: also that something was removed is told. */
export function isEmptyRecord(record: TrackerRecord): boolean {
  return ROOMS.every((room) => Object.keys(record[room]).length === 0)
}

export const DEFAULT_SETTINGS: Settings = {
  timeZone: 'system',
  commander: FIRST_COMMANDER,
  commanderOrder: [],
  badgeFor: 'all',
  startOfDay: true,
  leadTimes: [360, 60],
  quietHours: null,
  lastHourCountdown: false,
}

export const DEFAULT_COMMANDER: Commander = {
  name: '',
  server: '',
  level: null,
  region: '',
  role: 'none',
  missionOpen: false,
  archived: false,
}

/** The nearest instant that can be read again: a clock may say 1970, after its battery died. */
export function readableInstant(at: number): number {
  return Math.min(Math.max(at, INSTANT_RANGE.min), INSTANT_RANGE.max)
}

/** The key of a mark. */
export function markIdOf(commanderId: string, runId: string, windowId: string): string {
  return `${commanderId}/${runId}/${windowId}`
}
