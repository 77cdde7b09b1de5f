/** Wakes that have much to do, and every step of each: where the background takes another step, its name comes here. */

import type { BrowserName } from '../../../tools/browsers.ts'
import { merge } from '../../../utils/record/merge.ts'
import { EMPTY_RECORD, type TrackerRecord } from '../../../utils/record/record.ts'
import type { Tracker } from '../harness/types.ts'
import { recordWithRun } from '../support.ts'
import type { Tapped } from './launch-tapped.ts'
import { badgeSeen, cleared, expectSettled, nextFullHour, type Seen } from './seen.ts'

const SECOND = 1000
const DAY = 86_400_000

export interface Reconcile {
  readonly name: string
  /** What the background finds done when it begins. */
  prepare(tapped: Tapped, now: number): Promise<void>
  /** What is then stored; it wakes the background. */
  stored(now: number): Record<string, unknown>
  /** Each call as `callName` names it, in its order; see `callsIn`. */
  readonly calls: readonly string[]
  /** What is to be seen when all is done. */
  expected(now: number): Partial<Seen>
  /** Of `calls` the one that shows a notification and the one that records it. Between the two it may be shown again. */
  readonly shows?: { readonly id: (now: number) => string; readonly by: string; readonly recordedBy: string }
}

const BADGE = [
  'action.setBadgeText',
  'action.setBadgeBackgroundColor',
  'action.setBadgeTextColor',
  'action.setTitle',
] as const
const noticeId = (now: number) => `run/unraveling-anomalies/start/${startOf(now)}`
const startOf = (now: number) => now - 5 * SECOND
/** Firefox does not know whether notifications are denied. */
const CHROMIUM_ONLY: readonly string[] = ['notifications.getPermissionLevel']

/** A notification that has lost its reason. */
export const STALE = 'older/enlisting-old-allies/start/1'

/** Whether something came in meanwhile, is looked at before the last alarm goes. */
const LAST_ALARM = ['storage.local.get', 'alarms.clear']

export const EVERYTHING_TO_DO: Reconcile = {
  name: 'a day has opened, the shelf is due, old things are to go',
  prepare: ({ tracker }) => showNotification(tracker, STALE),
  stored: (now) => ({
    record: recordAt(now),
    shelved: { at: now - 2 * DAY },
    delivery: { delivered: { [STALE]: now - 100 * DAY }, snoozed: {} },
  }),
  calls: [
    'alarms.get',
    'alarms.create',
    'storage.local.get',
    'storage.local.get',
    'storage.local.set record shelf shelved',
    'alarms.get',
    'alarms.create',
    ...BADGE,
    'storage.local.set labels',
    'notifications.getPermissionLevel',
    'notifications.create',
    'storage.local.get',
    'storage.local.set delivery',
    'notifications.getAll',
    'notifications.clear',
    'storage.local.get',
    'storage.local.set delivery',
  ],
  expected: (now) => ({
    ...badgeSeen('UA', 'open', true),
    alarms: [{ name: 'wake', scheduledTime: nextFullHour() }],
    strayNotifications: [],
    delivered: [noticeId(now)],
    near: ['old', 'run'],
    shelf: ['older'],
    setAside: [],
    hasLabels: true,
  }),
  shows: { id: noticeId, by: 'notifications.create', recordedBy: 'storage.local.set delivery' },
}

const everythingGoes: Reconcile = {
  name: 'the run was removed',
  async prepare(tapped, now) {
    await tapped.tracker.storage.set(EVERYTHING_TO_DO.stored(now))
    await expectSettled(tapped, () => EVERYTHING_TO_DO.expected(now))
    await showNotification(tapped.tracker, noticeId(now))
  },
  stored: () => ({ record: EMPTY_RECORD }),
  calls: [
    'alarms.get',
    'storage.local.get',
    ...BADGE,
    'notifications.getPermissionLevel',
    'notifications.getAll',
    'notifications.clear',
    ...LAST_ALARM,
  ],
  expected: () => ({ ...badgeSeen('', 'none', false), alarms: [], strayNotifications: [], near: [], shelf: ['older'] }),
}

const unreadable: Reconcile = {
  name: 'what is stored is no record',
  prepare: async () => {},
  stored: () => ({ record: 'not a record' }),
  calls: [
    'alarms.get',
    'alarms.create',
    'storage.local.get',
    'storage.local.get',
    'storage.local.get',
    'storage.local.set record setAside setAside:* shelved',
    ...BADGE,
    'notifications.getPermissionLevel',
    'notifications.getAll',
    ...LAST_ALARM,
  ],
  expected: () => ({ ...badgeSeen('', 'none', false), alarms: [], near: [], setAside: ['not a record'] }),
}

export const RECONCILES: readonly Reconcile[] = [EVERYTHING_TO_DO, everythingGoes, unreadable]

/** The calls of a reconcile in a browser: without what that does not have. */
export function callsIn(browserName: BrowserName, { calls }: Reconcile): readonly string[] {
  return calls.filter((name) => browserName === 'chromium' || !CHROMIUM_ONLY.includes(name))
}

/** From nothing at all to what a reconcile is to find; the background is stopped. */
export async function prepared(tapped: Tapped, reconcile: Reconcile, now: number): Promise<void> {
  await cleared(tapped)
  await reconcile.prepare(tapped, now)
  await tapped.tracker.stopBackground()
  await tapped.forget()
}

/** A notification of the extension that stays until it is taken away. */
async function showNotification({ evaluate, browserName, origin }: Tracker, id: string): Promise<void> {
  const options = { type: 'basic', iconUrl: `${origin}/icon/128.png`, title: 'A day', message: 'It is open.' } as const
  // Chromium's own goes after some seconds; Firefox does not know the option and throws.
  const lasting = browserName === 'chromium' ? { ...options, requireInteraction: true } : options
  await evaluate((name, shown) => chrome.notifications.create(name, shown), id, lasting)
}

/** A run whose first day has just opened, and two that are long over. */
function recordAt(now: number): TrackerRecord {
  const runs = [
    recordWithRun('run', startOf(now), now - DAY),
    recordWithRun('old', now - 60 * DAY, now - 61 * DAY),
    recordWithRun('older', now - 120 * DAY, now - 121 * DAY),
  ]
  return runs.reduce(merge)
}
