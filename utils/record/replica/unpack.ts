/**
 * Reads what lies in `storage.sync`. It comes from another device, perhaps of another version, perhaps half written: each
 * item is looked at by itself, and one that cannot be read costs nothing but itself.
 *
 * @module
 */

import { merge } from '../merge.ts'
import { EMPTY_RECORD, type TrackerRecord } from '../record.ts'
import { type Problem, parseRecord, problemAt } from '../schema.ts'
import { fromText } from './fragment-text.ts'
import { CORRECTIONS_KEY, itemsIn } from './pack.ts'

export interface Unpacked {
  /** All that could be read. */
  readonly record: TrackerRecord
  /** What of it stands there as a correction. */
  readonly corrections: TrackerRecord
  /** How many items there were, readable or not. */
  readonly count: number
  /** By the keys of items. */
  readonly problems: readonly Problem[]
  /** A later version of the extension wrote some of it: it must not be written over. */
  readonly newer: boolean
}

/** @param stored keys and values of `storage.sync`; those of others are left alone */
export async function unpackReplica(stored: Readonly<Record<string, unknown>>): Promise<Unpacked> {
  const items = itemsIn(stored)
  const records: TrackerRecord[] = []
  let corrections = EMPTY_RECORD
  let newer = false
  const problems: Problem[] = []
  for (const [key, value] of items) {
    const parsed = await parseItem(value)
    if (parsed.kind === 'newer') newer = true
    else {
      for (const { path, message } of parsed.problems) problems.push(problemAt(path ? `${key} ${path}` : key, message))
    }
    if (parsed.kind !== 'record') continue
    records.push(parsed.record)
    if (key === CORRECTIONS_KEY) corrections = parsed.record
  }
  return { record: together(records), corrections, count: items.length, problems, newer }
}

/** By halves: one after the other, what grows would be copied for each item. */
function together(records: readonly TrackerRecord[]): TrackerRecord {
  const [first = EMPTY_RECORD] = records
  if (records.length < 2) return first
  const middle = Math.ceil(records.length / 2)
  return merge(together(records.slice(0, middle)), together(records.slice(middle)))
}

async function parseItem(value: unknown): Promise<ReturnType<typeof parseRecord>> {
  if (typeof value !== 'string') return parseRecord(undefined)
  try {
    return parseRecord(await fromText(value))
  } catch (error) {
    return { kind: 'unreadable', problems: [{ path: '', message: String(error) }] }
  }
}
