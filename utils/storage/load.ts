/**
 * Reads what is stored. Never writes and never throws for what it finds: a page always has something to draw.
 *
 * @module
 */

import * as v from 'valibot'
import { EMPTY_RECORD, type TrackerRecord } from '../record/record.ts'
import type { ParsedRecord, Problem } from '../record/schema.ts'
import type { Labels } from '../time/labels.ts'
import { type Delivery, parseDelivery } from './delivery.ts'
import { STORAGE_KEYS } from './keys.ts'
import { ofLastText } from './last-text.ts'
import { parsePart } from './parse-part.ts'
import { readStored, type Stored } from './read-stored.ts'
import { parseSetAside, type SetAside } from './set-aside.ts'
import { parseShelved, type Shelved } from './shelved.ts'

/**
 * - `ok`: the record, or what of it could be read
 * - `newer`: a later version of the extension wrote it: what this one understands of it is shown, and must not be changed
 * - `unreadable`: what is stored is no record
 * - `failed`: the browser could not read its storage
 */
export type LoadStatus = 'ok' | 'newer' | 'unreadable' | 'failed'

export interface Loaded {
  readonly status: LoadStatus
  /** What is near of it (`load`), or all (`loadWhole`). Empty where the status is `unreadable` or `failed`. */
  readonly record: TrackerRecord
  /** What could not be read and is not set aside yet. */
  readonly problems: readonly Problem[]
  readonly setAside: readonly SetAside[]
  readonly delivery: Delivery
  readonly labels: Labels | undefined
  readonly shelved: Shelved | undefined
  /** The browser's words where the status is `failed`. */
  readonly error?: string | undefined
}

const { record: nearKey } = STORAGE_KEYS
/** What is near, as it is stored; what a page loads again after each change of anything is seldom another. */
export const parseNear = ofLastText(parsePart)

/**
 * What popup and background need: of the record what is near.
 *
 * @param stored an answer that was asked for earlier
 * @returns what is stored; rejects never
 */
export function load(stored?: Promise<Stored>): Promise<Loaded> {
  return loadFrom(
    () => stored ?? readStored(),
    ({ [nearKey]: near }) => parseNear(near),
  )
}

/**
 * Reads and parses, and never rejects.
 *
 * @param read asks the browser
 * @param parse of keys and values of `storage.local`, the record
 */
export async function loadFrom(read: () => Promise<Stored>, parse: (stored: Stored) => ParsedRecord): Promise<Loaded> {
  try {
    const stored = await read()
    return loadedOf(stored, parse(stored))
  } catch (error) {
    return { ...loadedOf({}, parsePart(undefined)), status: 'failed', error: String(error) }
  }
}

/** @param stored keys and values of `storage.local` */
function loadedOf(stored: Stored, parsed: ParsedRecord): Loaded {
  return {
    status: parsed.kind === 'record' ? 'ok' : parsed.kind,
    record: parsed.kind === 'unreadable' ? EMPTY_RECORD : parsed.record,
    problems: parsed.kind === 'newer' ? [] : parsed.problems,
    setAside: parseSetAside(stored[STORAGE_KEYS.setAside]),
    delivery: parseDelivery(stored[STORAGE_KEYS.delivery]),
    labels: parseLabels(stored[STORAGE_KEYS.labels]),
    shelved: parseShelved(stored[STORAGE_KEYS.shelved]),
  }
}

const LabelsSchema: v.GenericSchema<unknown, Labels> = v.object({
  locale: v.string(),
  timeZone: v.string(),
  zoneName: v.string(),
  freshFrom: v.number(),
  freshUntil: v.number(),
  byInstant: v.record(
    v.string(),
    v.object({ weekday: v.string(), date: v.string(), time: v.string(), zone: v.string(), offset: v.number() }),
  ),
})

/** Labels are only a shortcut: those that cannot be read are made again. */
function parseLabels(raw: unknown): Labels | undefined {
  const result = v.safeParse(LabelsSchema, raw)
  return result.success ? result.output : undefined
}
