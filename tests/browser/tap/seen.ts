/** What can be seen of the background's work from outside: in the browser, and in the storage. */

import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { BADGE_COLORS } from '../../../components/badge-colors.ts'
import type { BadgeState } from '../../../utils/plan/badge.ts'
import type { TrackerRecord } from '../../../utils/record/record.ts'
import { STORAGE_KEYS } from '../../../utils/storage/keys.ts'
import type { ReplicaState } from '../../../utils/storage/replica-state.ts'
import type { Tracker } from '../harness/types.ts'
import { waitFor } from '../harness/wait-for.ts'
import type { Tapped } from './launch-tapped.ts'

const HOUR = 3_600_000

export interface Seen {
  readonly badge: string
  readonly color: number[]
  /** Whether the tooltip speaks of the day. */
  readonly isTold: boolean
  readonly alarms: readonly { readonly name: string; readonly scheduledTime: number }[]
  /** Of those that have no reason to be there. (Chromium takes away the others by itself, after some seconds.) */
  readonly strayNotifications: readonly string[]
  readonly delivered: readonly string[]
  readonly near: readonly string[]
  readonly shelf: readonly string[]
  /** What was set aside, whole. */
  readonly setAside: readonly unknown[]
  readonly hasLabels: boolean
}

/** Forgets everything, and waits until nothing is to be seen of it; whatever the background was at before. */
export async function cleared(tapped: Tapped): Promise<void> {
  const { tracker } = tapped
  await tracker.stopBackground()
  await tracker.storage.clear()
  // What is counted here is the background's work for the commander alone.
  await tracker.storage.set({ [STORAGE_KEYS.replica]: { on: false } satisfies ReplicaState })
  await tapped.forget()
  await tapped.nudge('start')
  const nothing = { ...badgeSeen('', 'none', false), alarms: [], strayNotifications: [], near: [] }
  await expectSettled(tapped, () => nothing)
  await tapped.forget()
}

/** Waits until everything is as it is to be, and sees that it stays so when the background has done its work. */
export async function expectSettled({ tracker, settled }: Tapped, expected: () => Partial<Seen>): Promise<void> {
  let hour: number
  let seen: Seen
  // The full hour is a wake.
  do {
    hour = nextFullHour()
    await expectSeen(tracker, expected)
    await settled()
    seen = await look(tracker)
  } while (nextFullHour() !== hour)
  expect(seen).toMatchObject(expected())
}

/** Waits until everything is as it is to be. */
export async function expectSeen(tracker: Tracker, expected: () => Partial<Seen>): Promise<void> {
  let seen: Seen | undefined
  const isSeen = async () => {
    seen = await look(tracker)
    return isDeepStrictEqual({ ...seen, ...expected() }, seen)
  }
  await waitFor(isSeen, { what: 'badge, tooltip, alarm, notifications and storage' }).catch((error) => {
    if (!seen) throw error
    expect(seen).toMatchObject(expected())
  })
}

async function look(tracker: Tracker): Promise<Seen> {
  const { text, backgroundColor, title } = await tracker.badge()
  const stored = await tracker.storage.get()
  const { record, shelf, delivery, labels } = stored as {
    record?: TrackerRecord
    shelf?: TrackerRecord
    delivery?: { delivered: object }
    labels?: object
  }
  const near = Object.keys(record?.runs ?? {}).sort()
  return {
    badge: text,
    color: backgroundColor,
    isTold: title.includes('Unraveling Anomalies') && title.includes('0 of 500 points'),
    alarms: (await tracker.alarms()).map(({ name, scheduledTime }) => ({ name, scheduledTime })),
    strayNotifications: (await notificationIds(tracker)).filter((id) => !near.includes(id.split('/')[0] ?? '')),
    delivered: Object.keys(delivery?.delivered ?? {}).sort(),
    near,
    shelf: Object.keys(shelf?.runs ?? {}).sort(),
    setAside: Object.entries(stored).flatMap(([key, value]) => (key.startsWith('setAside:') ? [value] : [])),
    hasLabels: labels !== undefined,
  }
}

/** Where notifications are denied Chromium does not even say that there are none. */
function notificationIds({ evaluate }: Tracker): Promise<string[]> {
  return evaluate(async () => {
    const level = await chrome.notifications.getPermissionLevel?.()
    return level === 'denied' ? [] : Object.keys(await chrome.notifications.getAll())
  })
}

/** The badge and its tooltip. */
export function badgeSeen(badge: string, state: BadgeState, isTold: boolean): Pick<Seen, 'badge' | 'color' | 'isTold'> {
  const color = [1, 3, 5].map((from) => Number.parseInt(BADGE_COLORS[state].slice(from, from + 2), 16))
  return { badge, color: [...color, 255], isTold }
}

/** Epoch ms: when the background wakes at the latest. */
export function nextFullHour(): number {
  return (Math.floor(Date.now() / HOUR) + 1) * HOUR
}
