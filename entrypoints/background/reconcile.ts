/**
 * The whole background: load the record, plan, apply. It never trusts what it did before (the alarm may be gone, the
 * badge empty, the clock moved), and running it twice is the same as once.
 *
 * @module
 */

import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants'
import type { Delivery } from '../../utils/plan/notices.ts'
import { type Plan, planAt } from '../../utils/plan/plan.ts'
import { settingsOf } from '../../utils/record/read.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { load } from '../../utils/storage/load.ts'
import { withLock } from '../../utils/storage/lock.ts'
import { repair } from '../../utils/storage/update.ts'
import { timeZoneOf } from '../../utils/time/zone.ts'
import { applyAlarm } from './alarm.ts'
import { applyBadge, applyTroubleBadge } from './badge.ts'
import { applyLabels } from './labels.ts'
import { applyNotices } from './notifications.ts'

/** How soon to try again where the browser could not read its storage, in ms. */
const RETRY_AFTER = millisecondsInMinute

/**
 * Brings badge, alarm, notifications and labels to what the record asks for at `now` (epoch ms). Two at once wait for
 * each other. Never rejects: an output that fails is logged and does not stop the others.
 */
export function reconcile(now: number): Promise<void> {
  return withLock('reconcile', async () => {
    let loaded = await load()
    if (loaded.status === 'unreadable' || loaded.problems.length > 0) {
      await attempt('set aside what cannot be read', repair)
      loaded = await load()
    }
    const { record, delivery, labels, status } = loaded
    const timeZone = timeZoneOf(settingsOf(record).timeZone)
    const plan = status === 'ok' ? planOf(record, delivery, timeZone, now) : undefined
    if (!plan) {
      await attempt('badge', () => applyTroubleBadge(status))
      // A newer record stays until the extension is updated, and an update is a wake.
      await attempt('alarm', () => applyAlarm(status === 'newer' ? undefined : now + RETRY_AFTER))
      return
    }
    // The alarm first: should the worker die in between, the next wake finishes the work.
    await attempt('alarm', () => applyAlarm(plan.wakeAt))
    await attempt('badge', () => applyBadge(plan.badge, timeZone, now))
    await attempt('labels', () => applyLabels(record, labels, timeZone, now))
    const shown = await attempt('notifications', () => applyNotices(plan, timeZone, now))
    // While a run is on the next wake tries again; after its end there is none.
    if (!shown && plan.wakeAt === undefined) await attempt('alarm', () => applyAlarm(now + millisecondsInHour))
  })
}

/** A record that no plan can be made of is trouble like one that cannot be read. */
function planOf(record: TrackerRecord, delivery: Delivery, timeZone: string, now: number): Plan | undefined {
  try {
    return planAt(record, delivery, timeZone, now)
  } catch (error) {
    console.warn('Defender of Peace Tracker could not make a plan.', error)
    return undefined
  }
}

/** @returns whether it was done */
async function attempt(what: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    console.warn(`Defender of Peace Tracker could not bring up to date: ${what}.`, error)
    return false
  }
}
