/** Fills the tracker with a record in which a run is in progress, and waits until it shows. */

import { waitFor } from '../../tests/browser/harness/wait-for.ts'
import { DEFENDER_OF_PEACE } from '../../utils/events/defender-of-peace.ts'
import { EMPTY_RECORD, type TrackerRecord } from '../../utils/record/record.ts'
import { putRun, setSetting } from '../../utils/record/transitions.ts'
import { STORAGE_KEYS } from '../../utils/storage/keys.ts'
import { fromStored, toStored } from '../../utils/storage/part-text.ts'
import type { Subject } from './chromium.ts'

const HOUR = 3_600_000

/** A text that the popup shows only while the first day of the run is on. */
export const EXPECTED_TEXT = DEFENDER_OF_PEACE.relatedEvents[0]?.name ?? ''

/** A run of Defender of Peace that started two hours before `now` (epoch ms). */
export function recordWithRun(now: number): TrackerRecord {
  const run = { eventId: DEFENDER_OF_PEACE.id, startsAt: now - 2 * HOUR, startAssumed: false }
  return putRun('bench', run)(EMPTY_RECORD, { at: now, by: 'bench' })
}

/** The same record after a setting changed that the badge does not depend on: a change that wakes the background. */
export function changedRecord(record: TrackerRecord, now: number, n: number): Record<string, unknown> {
  const changed = setSetting('leadTimes', [360, 60 + n])(record, { at: now + n, by: 'bench' })
  return { [STORAGE_KEYS.record]: toStored(changed) }
}

/**
 * @param version of the record: an older build takes one of this version for a newer one's
 * @returns what is near of the record, as the background divided it
 * @throws Error when the background does not divide it, set its badge and store the labels.
 */
export async function seed(
  { home }: Subject,
  record: TrackerRecord,
  version: number = record.version,
): Promise<TrackerRecord> {
  const { record: near, labels, shelved } = STORAGE_KEYS
  await home.evaluate((items) => chrome.storage.local.set(items), { [near]: { ...record, version } })
  // The background has worked before, on an empty storage: it is to begin anew, as after an update.
  await home.evaluate((keys) => chrome.storage.local.remove(keys), [labels, shelved])
  const isReady = (keys: string[]) =>
    Promise.all([chrome.action.getBadgeText({}), chrome.storage.local.get(keys)]).then(
      ([badge, stored]) => badge !== '' && keys.every((key) => key in stored),
    )
  await waitFor(() => home.evaluate(isReady, [labels, shelved]), {
    what: 'badge and labels of the run',
    timeout: 60_000,
  })
  const stored = await home.evaluate((key) => chrome.storage.local.get(key), near)
  return fromStored(stored[near]) as TrackerRecord
}
