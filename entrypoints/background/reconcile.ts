/**
 * The whole background: load the record, plan, apply. It never trusts what it did before (the alarm may be gone, the
 * badge empty, the clock moved), and running it twice is the same as once.
 *
 * @module
 */

import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants'
import { type Plan, planAt } from '../../utils/plan/plan.ts'
import { runsNear, settingsOf } from '../../utils/record/read.ts'
import { forgetDelivered } from '../../utils/storage/delivery.ts'
import { type Loaded, load, loadWhole } from '../../utils/storage/load.ts'
import { withLock } from '../../utils/storage/lock.ts'
import { isShelvingDue } from '../../utils/storage/shelved.ts'
import { reshelve } from '../../utils/storage/update.ts'
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
    const loaded = await loadTidied(now)
    const { record, delivery, labels, status } = loaded
    const timeZone = timeZoneOf(settingsOf(record).timeZone)
    const plan = status === 'ok' ? planOf(loaded, timeZone, now) : undefined
    if (!plan) {
      await attempt('badge', () => applyTroubleBadge(status))
      // A newer record stays until the extension is updated, and an update is a wake.
      await attempt('alarm', () => applyAlarm(status === 'newer' ? undefined : now + RETRY_AFTER))
      return
    }
    // The alarm first: should the worker die in between, the next wake finishes the work.
    await attempt('alarm', () => applyAlarm(plan.wakeAt))
    await attempt('badge', () => applyBadge(plan.badge, record, timeZone, now))
    await attempt('labels', () => applyLabels(record, labels, timeZone, now))
    const shown = await attempt('notifications', () => applyNotices(plan, record, timeZone, now))
    const near = new Set(runsNear(record, now).map(({ id }) => id))
    await attempt('what was notified', () => forgetDelivered(delivery, near, now))
    // While a run is on the next wake tries again; after its end there is none.
    if (!shown && plan.wakeAt === undefined) await attempt('alarm', () => applyAlarm(now + millisecondsInHour))
  })
}

/** What is near, after what cannot be read was set aside and the record was shelved where that is due. */
async function loadTidied(now: number): Promise<Loaded> {
  const loaded = await load()
  const { status, problems, shelved } = loaded
  const isTidy = status === 'ok' && problems.length === 0 && !isShelvingDue(shelved, now)
  if (isTidy || status === 'newer' || status === 'failed') return loaded
  try {
    return { ...loaded, ...(await reshelve(now)), status: 'ok', problems: [] }
  } catch (error) {
    warn('what is stored', error)
    // What is near may not be all that is needed; and a later version may have written the shelf.
    return loadWhole()
  }
}

/** A record that no plan can be made of is trouble like one that cannot be read. */
function planOf({ record, delivery, shelved }: Loaded, timeZone: string, now: number): Plan | undefined {
  try {
    return planAt(record, delivery, timeZone, now, shelved?.dueAt)
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
    warn(what, error)
    return false
  }
}

function warn(what: string, error: unknown): void {
  console.warn(`Defender of Peace Tracker could not bring up to date: ${what}.`, error)
}
