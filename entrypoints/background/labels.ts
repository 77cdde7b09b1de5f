import { browser } from 'wxt/browser'
import { language } from '../../utils/i18n/messages.ts'
import { instantsOf, viewAt } from '../../utils/plan/view.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { STORAGE_KEYS } from '../../utils/storage/keys.ts'
import { type Labels, labelsFor } from '../../utils/time/labels.ts'
import { labelsFit } from '../../utils/time/labels-fit.ts'
import { offsetMinutesAt } from '../../utils/time/zone.ts'

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
  const instants = instantsOf(run)
  if (stored && isRight(stored, instants, timeZone, now)) return
  const labels = labelsFor({ instants, timeZone, locale: language(), now })
  // Firefox announces also a write that changes nothing.
  if (JSON.stringify(labels) === JSON.stringify(stored)) return
  await browser.storage.local.set({ [STORAGE_KEYS.labels]: labels })
}

/** Whether stored labels say what new ones would; to make them costs a wake more than all else that it does. */
function isRight(stored: Labels, instants: readonly number[], timeZone: string, now: number): boolean {
  if (stored.timeZone !== timeZone) return false
  // By its offsets, for a browser that was updated may know new rules of the zone.
  const hostOffsetAt = (instant: number): number => offsetMinutesAt(instant, timeZone)
  return labelsFit(stored, { instants, timeZone: 'system', locale: language(), now, hostOffsetAt })
}
