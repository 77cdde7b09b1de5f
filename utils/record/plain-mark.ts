/**
 * Nearly all of a large record are marks, and nearly all marks are as they were written. To look at one of those by hand
 * takes a tenth of the time that its schema takes; any other is left to the schema.
 *
 * @module
 */

import * as v from 'valibot'
import { IdSchema } from '../events/schema.ts'
import { INSTANT_RANGE, NOTE_LENGTH, type TrackerRecord } from './record.ts'
import { LATEST_STAMP } from './stamp-room.ts'

/** As `markIdOf` makes it: three ids. */
export const MARK_ID = /^[a-z0-9][\w#.-]*(\/[a-z0-9][\w#.-]*){2}$/i
export const MARK_ID_LENGTH = 302

/** Few devices write a record, so the id of one is checked once. */
let knownDevice: unknown

/**
 * Whether all marks are such that their schema would give back the same, with nothing to name and nothing to leave out.
 * Says no where it is not sure.
 */
export function arePlainMarks(raw: unknown): raw is TrackerRecord['marks'] {
  if (!isPlainObject(raw)) return false
  for (const id in raw) if (!isPlainMark(id, raw[id])) return false
  return true
}

function isPlainMark(id: string, raw: unknown): boolean {
  if (!isPlainObject(raw) || id.length > MARK_ID_LENGTH || !MARK_ID.test(id)) return false
  for (const key in raw) {
    const entry = raw[key]
    if (key === 'done' ? !isStamped(entry, isDone) : key !== 'note' || !isStamped(entry, isNote)) return false
  }
  return true
}

function isStamped(raw: unknown, isValue: (value: unknown) => boolean): boolean {
  if (!isPlainObject(raw)) return false
  const { value, at, by } = raw
  let fields = 0
  for (const _ in raw) fields += 1
  return fields === 3 && isValue(value) && isInstant(at) && isDevice(by)
}

function isPlainObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && Object.getPrototypeOf(raw) === Object.prototype
}

function isDone(value: unknown): boolean {
  return typeof value === 'boolean'
}

function isNote(value: unknown): boolean {
  return typeof value === 'string' && value.length <= NOTE_LENGTH
}

function isInstant(at: unknown): boolean {
  return Number.isInteger(at) && (at as number) >= INSTANT_RANGE.min && (at as number) <= LATEST_STAMP
}

function isDevice(by: unknown): boolean {
  if (by !== knownDevice && !v.is(IdSchema, by)) return false
  knownDevice = by
  return true
}
