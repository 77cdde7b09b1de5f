/**
 * What this device notified already and which days it was told to hold back: kept apart from the record.
 *
 * @module
 */

import { millisecondsInDay } from 'date-fns/constants'
import * as v from 'valibot'
import { browser } from 'wxt/browser'
import type { Delivery } from '../plan/notices.ts'
import { STORAGE_KEYS } from './keys.ts'
import { withLock } from './lock.ts'

export type { Delivery }

/** How long the id of a notice is kept, in ms: longer than any window can be open, or it would come again. */
const KEPT_FOR = 400 * millisecondsInDay

const InstantsSchema = v.record(v.string(), v.pipe(v.number(), v.finite()))

/** A delivery that cannot be read is taken for none: a notice may then come a second time, over itself. */
export function parseDelivery(raw: unknown): Delivery {
  const result = v.safeParse(v.object({ delivered: InstantsSchema, snoozed: InstantsSchema }), raw)
  return result.success ? result.output : { delivered: {}, snoozed: {} }
}

/** Remembers that a notice was shown at `now` (epoch ms). */
export function recordDelivered(noticeId: string, now: number): Promise<void> {
  return updateDelivery(now, ({ delivered, snoozed }) => ({ delivered: { ...delivered, [noticeId]: now }, snoozed }))
}

/** Holds a day back until an instant (epoch ms). */
export function recordSnoozed(snoozeKey: string, until: number, now: number): Promise<void> {
  return updateDelivery(now, ({ delivered, snoozed }) => ({ delivered, snoozed: { ...snoozed, [snoozeKey]: until } }))
}

function updateDelivery(now: number, change: (delivery: Delivery) => Delivery): Promise<void> {
  return withLock('delivery', async () => {
    const key = STORAGE_KEYS.delivery
    const { delivered, snoozed } = change(parseDelivery((await browser.storage.local.get(key))[key]))
    await browser.storage.local.set({ [key]: { delivered: recent(delivered, now), snoozed: recent(snoozed, now) } })
  })
}

function recent(instants: Delivery['delivered'], now: number): Delivery['delivered'] {
  return Object.fromEntries(Object.entries(instants).filter(([, at]) => at > now - KEPT_FOR))
}
