/**
 * Reads what is stored. Never writes and never throws for what it finds: a page always has something to draw.
 *
 * @module
 */

import * as v from 'valibot'
import { EMPTY_RECORD, type TrackerRecord } from '../record/record.ts'
import { type Problem, parseRecord } from '../record/schema.ts'
import type { Labels } from '../time/labels.ts'
import { type Delivery, parseDelivery } from './delivery.ts'
import { STORAGE_KEYS } from './keys.ts'
import { readStored, type Stored } from './read-stored.ts'
import { parseSetAside, type SetAside } from './set-aside.ts'

/**
 * - `ok`: the record, or what of it could be read
 * - `newer`: a later version of the extension wrote it; it must not be changed
 * - `unreadable`: what is stored is no record
 * - `failed`: the browser could not read its storage
 */
export type LoadStatus = 'ok' | 'newer' | 'unreadable' | 'failed'

export interface Loaded {
  readonly status: LoadStatus
  /** Empty unless the status is `ok`. */
  readonly record: TrackerRecord
  /** What could not be read and is not set aside yet. */
  readonly problems: readonly Problem[]
  readonly setAside: readonly SetAside[]
  readonly delivery: Delivery
  readonly labels: Labels | undefined
  /** The browser's words where the status is `failed`. */
  readonly error?: string | undefined
}

/**
 * @param stored an answer that was asked for earlier
 * @returns what is stored; rejects never
 */
export async function load(stored?: Promise<Stored>): Promise<Loaded> {
  try {
    return parseStored(await (stored ?? readStored()))
  } catch (error) {
    return { ...parseStored({}), status: 'failed', error: String(error) }
  }
}

/** @param stored keys and values of `storage.local` */
function parseStored(stored: Stored): Loaded {
  const raw = stored[STORAGE_KEYS.record]
  const parsed =
    raw === undefined ? ({ kind: 'record', record: EMPTY_RECORD, problems: [] } as const) : parseRecord(raw)
  return {
    status: parsed.kind === 'record' ? 'ok' : parsed.kind,
    record: parsed.kind === 'record' ? parsed.record : EMPTY_RECORD,
    problems: parsed.kind === 'newer' ? [] : parsed.problems,
    setAside: parseSetAside(stored[STORAGE_KEYS.setAside]),
    delivery: parseDelivery(stored[STORAGE_KEYS.delivery]),
    labels: parseLabels(stored[STORAGE_KEYS.labels]),
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
