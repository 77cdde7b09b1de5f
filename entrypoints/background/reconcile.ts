/**
 * The whole background: load the record, plan, apply. It never trusts what it did before (the alarm may be gone, the
 * badge empty, the clock moved), and running it twice is the same as once.
 *
 * @module
 */

import { millisecondsInHour } from 'date-fns/constants'
import { type Plan, planAt } from '../../utils/plan/plan.ts'
import { runsNear, settingsOf } from '../../utils/record/read.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { type Delivery, forgetDelivered } from '../../utils/storage/delivery.ts'
import { type Loaded, load } from '../../utils/storage/load.ts'
import { loadWhole } from '../../utils/storage/load-whole.ts'
import { withLock } from '../../utils/storage/lock.ts'
import { isShelvingDue } from '../../utils/storage/shelved.ts'
import { reshelve } from '../../utils/storage/update.ts'
import type { Output, Wake } from '../../utils/storage/wakes.ts'
import { timeZoneOf } from '../../utils/time/zone.ts'
import { applyAlarm, clearAlarm, holdAlarm, RETRY_AFTER } from './alarm.ts'
import { applyBadge, applyTroubleBadge } from './badge.ts'
import { applyLabels } from './labels.ts'
import { applyNotices } from './notifications.ts'
import { isStale } from './stale.ts'

/** What was planned and done. */
export type Outcome = Omit<Wake, 'at' | 'causes'>

/**
 * Brings badge, alarm, notifications and labels to what the record asks for at `now` (epoch ms). Two at once wait for
 * each other. Never rejects: an output that fails is logged and does not stop the others.
 */
export function reconcile(now: number): Promise<Outcome> {
  return withLock('reconcile', () => work(now)).catch((error: unknown): Outcome => {
    warn('anything', error)
    return { status: 'failed', due: [], shown: 0, failed: ['plan'] }
  })
}

/** @param began epoch ms */
async function work(began: number): Promise<Outcome> {
  const failed: Output[] = []
  const attempt = async (output: Output, apply: () => Promise<void>): Promise<void> => {
    try {
      await apply()
    } catch (error) {
      if (!failed.includes(output)) failed.push(output)
      warn(output, error)
    }
  }
  await attempt('alarm', () => holdAlarm(began + RETRY_AFTER))
  const loaded = await loadTidied(began)
  // The computer may have slept over it.
  const now = isStale(began) ? Date.now() : began
  if (loaded.status !== 'ok' && loaded.status !== 'newer') return applyTrouble(loaded, { now, failed, attempt })
  const timeZone = timeZoneOf(settingsOf(loaded.record).timeZone)
  const plan = planOf(loaded, timeZone, now)
  if (plan) return applyPlan(plan, loaded, { timeZone, now, failed, attempt })
  failed.push('plan')
  return applyTrouble(loaded, { now, failed, attempt })
}

function forget({ standing }: Plan, record: TrackerRecord, delivery: Delivery, now: number): Promise<void> {
  const nearRunIds = new Set(runsNear(record, now).map(({ id }) => id))
  return forgetDelivered(delivery, { nearRunIds, standing: new Set(standing) }, now)
}

interface Applying {
  /** Epoch ms. */
  readonly now: number
  /** What the browser refused, as far as it has come. */
  readonly failed: readonly Output[]
  readonly attempt: (output: Output, apply: () => Promise<void>) => Promise<void>
}

async function applyPlan(
  plan: Plan,
  { record, labels, delivery, status }: Loaded,
  { timeZone, now, failed, attempt }: Applying & { readonly timeZone: string },
): Promise<Outcome> {
  const { wakeAt } = plan
  const isReadOnly = status === 'newer'
  // The alarm first: should the worker die in between, the next wake finishes the work.
  if (wakeAt !== undefined) await attempt('alarm', () => applyAlarm(wakeAt))
  // A reminder matters more than what the popup says as well.
  const hasNews = plan.badge.run !== undefined || !isReadOnly
  await attempt('badge', () =>
    hasNews ? applyBadge(plan.badge, record, timeZone, now) : applyTroubleBadge('background_title_newer'),
  )
  await attempt('labels', () => applyLabels(record, labels, timeZone, now))
  let shown = 0
  await attempt('notifications', () =>
    applyNotices(plan, { record, isReadOnly }, timeZone, now, () => {
      shown++
    }),
  )
  // What was told after a sleep is none of a clock that was ahead.
  if (!isStale(now)) await attempt('delivery', () => forget(plan, record, delivery, now))
  const outcome = { status, badge: plan.badge.text, due: plan.notices.map(({ kind }) => kind), shown, failed }
  if (wakeAt !== undefined) return { ...outcome, wakeAt }
  // Where nothing is to come no wake would mend what is left undone. So it is the last that goes, and only then.
  let againAt = failed.length > 0 ? now + millisecondsInHour : undefined
  await attempt('alarm', async () => {
    if (againAt === undefined) againAt = await clearOrAgain(status, timeZone, now)
    else await applyAlarm(againAt)
  })
  return againAt === undefined ? outcome : { ...outcome, wakeAt: againAt }
}

/**
 * Takes the last alarm away, where nothing came in meanwhile either. Under the lock of those who change the record: what is
 * stored before, is seen here; what is stored after, is told to a background that is there, or starts one.
 *
 * @returns epoch ms at which it wakes again; undefined: it does not
 */
function clearOrAgain(status: Loaded['status'], timeZone: string, now: number): Promise<number | undefined> {
  return withLock('record', async () => {
    const loaded = await (status === 'newer' ? loadWhole() : load())
    const plan = loaded.status === status ? planOf(loaded, timeZone, now) : undefined
    const againAt = plan && plan.wakeAt === undefined ? undefined : now + RETRY_AFTER
    await (againAt === undefined ? clearAlarm() : applyAlarm(againAt))
    return againAt
  })
}

async function applyTrouble({ status }: Loaded, { now, failed, attempt }: Applying): Promise<Outcome> {
  const wakeAt = now + RETRY_AFTER
  await attempt('alarm', () => applyAlarm(wakeAt))
  await attempt('badge', () => applyTroubleBadge('background_title_trouble'))
  return { status, due: [], shown: 0, wakeAt, failed }
}

/** What is near, after what cannot be read was set aside and the record was shelved where that is due. */
async function loadTidied(now: number): Promise<Loaded> {
  const loaded = await load()
  const { status, problems, shelved } = loaded
  const isTidy = status === 'ok' && problems.length === 0 && !isShelvingDue(shelved, now)
  if (isTidy || status === 'failed') return loaded
  // This version shelves nothing of a newer one's record: what is near by now may lie on the shelf.
  if (status === 'newer') return loadWhole()
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

function warn(what: string, error: unknown): void {
  console.warn(`Defender of Peace Tracker could not bring up to date: ${what}.`, error)
}
