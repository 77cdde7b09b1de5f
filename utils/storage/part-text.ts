/**
 * How a part of the record lies in the storage. Chromium hands each value of an object over by itself, so that 1,500
 * marks take 30 ms as an object and 3 ms as a text. What has many entries is therefore stored as JSON text.
 *
 * @module
 */

import { RECORD_VERSION, type TrackerRecord } from '../record/record.ts'

/** From so many entries on a text is quicker by more than anybody can measure. */
const MANY = 100

function isLarge({ events, runs, marks }: TrackerRecord): boolean {
  return [events, runs, marks].reduce((count, entries) => count + Object.keys(entries).length, 0) >= MANY
}

/** @returns what to store */
export function toStored(part: TrackerRecord): unknown {
  return isLarge(part) ? JSON.stringify(part) : part
}

/** @returns what the schemas can read; a text that is none of ours as it is, for them to name */
export function fromStored(stored: unknown): unknown {
  if (typeof stored !== 'string') return stored
  try {
    return JSON.parse(stored)
  } catch {
    return stored
  }
}

/** Whether something stored has the form that `toStored` gives this part, and this version; what is absent is empty. */
export function isInForm(stored: unknown, part: TrackerRecord): boolean {
  if (typeof stored === 'string') return isLarge(part) && stored.startsWith(`{"version":${RECORD_VERSION},`)
  return !isLarge(part) && (stored === undefined || (stored as TrackerRecord).version === RECORD_VERSION)
}
