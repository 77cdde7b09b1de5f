/**
 * Reads a record from the unknown. Each entry stands for itself: one that cannot be read is named and left out, the
 * others stay. The caller keeps the whole raw value aside when anything was left out.
 *
 * @module
 */

import * as v from 'valibot'
import { EventDefinitionSchema, IdSchema } from '../events/schema.ts'
import { shown } from '../events/shown.ts'
import type { Run } from '../schedule/run.ts'
import { isObject } from './is-object.ts'
import { migrate } from './migrations.ts'
import { arePlainMarks, MARK_ID, MARK_ID_LENGTH } from './plain-mark.ts'
import {
  type Commander,
  type Deleted,
  EMPTY_RECORD,
  INSTANT_RANGE,
  LEAD_TIME_RANGE,
  LEVEL_RANGE,
  NOTE_LENGTH,
  RECORD_VERSION,
  type Settings,
  type TrackerRecord,
} from './record.ts'
import { readStamp } from './stamp-room.ts'

export const InstantSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(INSTANT_RANGE.min),
  v.maxValue(INSTANT_RANGE.max),
)

/** When something was told. */
const StampInstantSchema = v.pipe(InstantSchema, v.transform(readStamp))

const DeletedSchema: v.GenericSchema<unknown, Deleted> = v.object({
  deleted: v.literal(true),
  knew: v.optional(v.array(v.object({ at: StampInstantSchema, by: IdSchema, only: v.optional(v.literal(true)) }))),
  untold: v.optional(v.literal(true)),
})

const CommanderSchema: v.GenericSchema<unknown, Commander> = v.object({
  name: v.pipe(v.string(), v.maxLength(100)),
  server: v.pipe(v.string(), v.maxLength(100)),
  level: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(LEVEL_RANGE.min), v.maxValue(LEVEL_RANGE.max))),
  region: v.union([v.literal(''), IdSchema]),
  role: v.picklist(['hero', 'villain', 'none']),
  missionOpen: v.boolean(),
  archived: v.boolean(),
  addedAt: v.optional(InstantSchema),
  archivedAt: v.optional(InstantSchema),
})

const RunSchema: v.GenericSchema<unknown, Run> = v.object({
  eventId: IdSchema,
  startsAt: InstantSchema,
  startAssumed: v.boolean(),
  endedAt: v.optional(InstantSchema),
  repeatsEvery: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(52))),
  repeatsUntil: v.optional(InstantSchema),
  importedUntil: v.optional(InstantSchema),
  importedStart: v.optional(InstantSchema),
})

const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439))
const leadTime = v.pipe(v.number(), v.integer(), v.minValue(LEAD_TIME_RANGE.min), v.maxValue(LEAD_TIME_RANGE.max))

const SETTINGS: { [K in keyof Settings]: v.GenericSchema<unknown, Settings[K]> } = {
  // Whether the zone exists is asked where it is used: another browser may know zones that this one does not.
  timeZone: v.pipe(v.string(), v.regex(/^[\w+/:-]{1,64}$/)),
  commander: IdSchema,
  commanderOrder: v.pipe(v.array(IdSchema), v.maxLength(1000)),
  badgeFor: v.picklist(['chosen', 'all']),
  startOfDay: v.boolean(),
  leadTimes: v.pipe(v.array(leadTime), v.maxLength(100)),
  quietHours: v.nullable(v.object({ from: minuteOfDay, to: minuteOfDay })),
  lastHourCountdown: v.boolean(),
}

const MarkIdSchema = v.pipe(v.string(), v.regex(MARK_ID), v.maxLength(MARK_ID_LENGTH))

function stamped<T>(value: v.GenericSchema<unknown, T>) {
  return v.object({ value, at: StampInstantSchema, by: IdSchema })
}

const MarkSchema = v.object({
  done: v.optional(stamped(v.boolean())),
  note: v.optional(stamped(v.pipe(v.string(), v.maxLength(NOTE_LENGTH)))),
})

/** An entry that could not be read: where it stands and what is wrong with it, both short and fit to be shown. */
export interface Problem {
  readonly path: string
  readonly message: string
}

export type ParsedRecord =
  | { readonly kind: 'record'; readonly record: TrackerRecord; readonly problems: readonly Problem[] }
  | { readonly kind: 'newer'; readonly version: number; readonly record: TrackerRecord }
  | { readonly kind: 'unreadable'; readonly problems: readonly Problem[] }

/** Characters of a place and of a message: who reads the index of what was set aside reads them with each wake. */
const SHOWN = { path: 500, message: 200 } as const

/** A problem fit to be shown, whatever the texts are. */
export function problemAt(path: string, message: string): Problem {
  return { path: shown(path, SHOWN.path), message: shown(message, SHOWN.message) }
}

/** Of a key that may be anything: its beginning. */
function keyText(key: string): string {
  return key === '' ? '""' : key.slice(0, 100)
}

/**
 * @param stored anything; a record of an older version is raised to this one
 * @returns the record with what could be read and the problems of what could not; `newer` for a record that a later
 *   version wrote, with what this one understands of it, to be shown and never stored: what a schema accepts is read, all
 *   else left out without a word; `unreadable` where it is no record at all
 * @example
 * parseRecord({ version: 3, settings: { startOfDay: { value: 'yes', at: 1.7e12, by: 'a' } }, … })
 *   // kind: 'record', problems: [{ path: 'settings.startOfDay.value', … }]
 */
export function parseRecord(stored: unknown): ParsedRecord {
  const raw = migrate(stored)
  if (!isObject(raw)) return { kind: 'unreadable', problems: [problemAt('', `not an object but ${kindOf(raw)}`)] }
  const version = raw.version
  const isNewer = typeof version === 'number' && version > RECORD_VERSION
  if (!isNewer && version !== RECORD_VERSION) {
    return {
      kind: 'unreadable',
      problems: [problemAt('version', `not ${RECORD_VERSION} but ${kindOf(version)}`)],
    }
  }
  const problems: Problem[] = []
  nameUnknown('', raw, Object.keys(EMPTY_RECORD), problems)
  const record: TrackerRecord = {
    version: RECORD_VERSION,
    settings: parseSettings(raw.settings, problems),
    commanders: parseEntries('commanders', raw.commanders, IdSchema, stamped(orDeleted(CommanderSchema)), problems),
    events: parseEntries('events', raw.events, IdSchema, stamped(orDeleted(EventDefinitionSchema)), problems),
    runs: parseEntries('runs', raw.runs, IdSchema, stamped(orDeleted(RunSchema)), problems),
    marks: arePlainMarks(raw.marks) ? raw.marks : parseEntries('marks', raw.marks, MarkIdSchema, MarkSchema, problems),
  }
  return isNewer ? { kind: 'newer', version, record } : { kind: 'record', record, problems }
}

/** Chosen by what is there: a union that fits neither way says only that an object is no object, and not which field. */
function orDeleted<T>(schema: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T | Deleted> {
  return v.lazy(
    (raw): v.GenericSchema<unknown, T | Deleted> => (isObject(raw) && raw.deleted === true ? DeletedSchema : schema),
  )
}

function parseSettings(raw: unknown, problems: Problem[]): TrackerRecord['settings'] {
  if (!isObject(raw)) {
    problems.push(problemAt('settings', `not an object but ${kindOf(raw)}`))
    return {}
  }
  nameUnknown('settings.', raw, Object.keys(SETTINGS), problems)
  const settings: Record<string, unknown> = {}
  for (const [key, schema] of Object.entries(SETTINGS)) {
    if (raw[key] === undefined) continue
    const value = parseEntry(`settings.${key}`, raw[key], stamped<unknown>(schema), problems)
    if (value !== undefined) settings[key] = value
  }
  return settings
}

/** What this version does not know would be lost with its next write: it is set aside like what it cannot read. */
function nameUnknown(path: string, raw: object, known: readonly string[], problems: Problem[]): void {
  for (const key of Object.keys(raw)) {
    if (!known.includes(key)) problems.push(problemAt(path + keyText(key), 'unknown'))
  }
}

function parseEntries<T>(
  path: string,
  raw: unknown,
  id: v.GenericSchema<unknown, string>,
  schema: v.GenericSchema<unknown, T>,
  problems: Problem[],
): Record<string, T> {
  const entries: Record<string, T> = {}
  if (!isObject(raw)) {
    problems.push(problemAt(path, `not an object but ${kindOf(raw)}`))
    return entries
  }
  for (const [key, entry] of Object.entries(raw)) {
    if (!v.safeParse(id, key).success) problems.push(problemAt(`${path}.${keyText(key)}`, 'not an id'))
    else {
      const value = parseEntry(`${path}.${key}`, entry, schema, problems)
      if (value !== undefined) entries[key] = value
    }
  }
  return entries
}

function parseEntry<T>(
  path: string,
  raw: unknown,
  schema: v.GenericSchema<unknown, T>,
  problems: Problem[],
): T | undefined {
  const result = v.safeParse(schema, raw, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  const dots = v.getDotPath(issue)
  problems.push(problemAt(dots ? `${path}.${dots}` : path, issue.message))
  return undefined
}

function kindOf(raw: unknown): string {
  if (raw === null) return 'null'
  if (Array.isArray(raw)) return 'a list'
  return typeof raw === 'number' ? String(raw) : typeof raw
}
