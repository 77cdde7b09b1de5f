/**
 * The whole background: load the record, plan, apply. It never trusts what it did before (the alarm may be gone, the
 * badge empty, the clock moved), and running it twice is the same as once.
 *
 * @module
 */

import { planAt } from '../../utils/plan/plan.ts'
import { settingsOf } from '../../utils/record/read.ts'
import { load } from '../../utils/storage/load.ts'
import { withLock } from '../../utils/storage/lock.ts'
import { repair } from '../../utils/storage/update.ts'
import { timeZoneOf } from '../../utils/time/zone.ts'
import { applyAlarm } from './alarm.ts'
import { applyBadge, applyTroubleBadge } from './badge.ts'
import { applyLabels } from './labels.ts'
import { applyNotices } from './notifications.ts'

/** How soon to try again where the browser could not read its storage, in ms. */
const RETRY_AFTER = 60_000

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
    if (loaded.status !== 'ok') {
      await attempt('badge', () => applyTroubleBadge(loaded.status))
      await attempt('alarm', () => applyAlarm(loaded.status === 'failed' ? now + RETRY_AFTER : undefined))
      return
    }
    const { record, delivery, labels } = loaded
    const timeZone = timeZoneOf(settingsOf(record).timeZone)
    const plan = planAt(record, delivery, timeZone, now)
    // The alarm first: should the worker die in between, the next wake finishes the work.
    await attempt('alarm', () => applyAlarm(plan.wakeAt))
    await attempt('badge', () => applyBadge(plan.badge, timeZone, now))
    await attempt('labels', () => applyLabels(record, labels, timeZone, now))
    await attempt('notifications', () => applyNotices(plan, timeZone, now))
  })
}

async function attempt(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.warn(`Defender of Peace Tracker could not bring up to date: ${what}.`, error)
  }
}
