/** Fills the tracker with a run in progress, and waits until it shows. */

import { waitFor } from '../../tests/browser/harness/wait-for.ts'
import { DEFENDER_OF_PEACE } from '../../utils/events/defender-of-peace.ts'
import { EMPTY_RECORD, type TrackerRecord } from '../../utils/record/record.ts'
import { putRun, setSetting } from '../../utils/record/transitions.ts'
import { STORAGE_KEYS } from '../../utils/storage/keys.ts'
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
  return { [STORAGE_KEYS.record]: changed }
}

/** @throws Error when the background does not set its badge and store the labels. */
export async function seed({ home }: Subject, record: TrackerRecord): Promise<void> {
  await home.evaluate((items) => chrome.storage.local.set(items), { [STORAGE_KEYS.record]: record })
  const isReady = (key: string) =>
    Promise.all([chrome.action.getBadgeText({}), chrome.storage.local.get(key)]).then(
      ([badge, stored]) => badge !== '' && key in stored,
    )
  await waitFor(() => home.evaluate(isReady, STORAGE_KEYS.labels), { what: 'badge and labels of the run' })
}
