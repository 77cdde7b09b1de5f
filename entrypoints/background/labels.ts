import { browser } from 'wxt/browser'
import { language } from '../../utils/i18n/messages.ts'
import { instantsOf, viewAt } from '../../utils/plan/view.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { STORAGE_KEYS } from '../../utils/storage/keys.ts'
import { type Labels, labelsFor } from '../../utils/time/labels.ts'

/**
 * Stores the dates and hours of the run that the popup shows, in words, so that its first paint need not ask `Intl`.
 *
 * @param stored what is there
 */
export async function applyLabels(
  record: TrackerRecord,
  stored: Labels | undefined,
  timeZone: string,
  now: number,
): Promise<void> {
  const [run] = viewAt(record, now).shown
  if (!run) return
  const labels = labelsFor({ instants: instantsOf(run), timeZone, locale: language(), now })
  // Firefox announces also a write that changes nothing.
  if (JSON.stringify(labels) === JSON.stringify(stored)) return
  await browser.storage.local.set({ [STORAGE_KEYS.labels]: labels })
}
