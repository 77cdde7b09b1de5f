/**
 * What this device notified already and which days it was told to hold back: kept apart from the record.
 *
 * @module
 */

import { millisecondsInDay, millisecondsInHour } from 'date-fns/constants'
import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { type Delivery, splitNoticeId } from '../plan/notice.ts'
import { STORAGE_KEYS } from './keys.ts'
import { withLock } from './lock.ts'
import { readKeys } from './read-stored.ts'

export type { Delivery }

/** How long the id of a notice is kept, in ms: longer than a window with an end can be open, or it would come again. */
const KEPT_FOR = 3660 * millisecondsInDay
/**
 * The same where its run is not near: a removal may be taken back, here or by another device. Of the event that ships no day
 * and no result is told again after so long.
 */
const KEPT_FOR_OTHERS = 8 * millisecondsInDay
/** No day is held back for longer, in ms: a snooze lasts an hour, and a slow wake may look at it from before. */
const HELD_BACK_FOR = 2 * millisecondsInHour

const InstantsSchema = v.record(v.string(), v.pipe(v.number(), v.finite()))

/** A delivery that cannot be read is taken for none: a notice may then come a second time, over itself. */
export function parseDelivery(raw: unknown): Delivery {
  const result = v.safeParse(v.object({ delivered: InstantsSchema, snoozed: InstantsSchema }), raw)
  return result.success ? result.output : { delivered: {}, snoozed: {} }
}

/** Remembers that a notice, with all the causes for which it speaks, was shown at `now` (epoch ms). */
export function recordDelivered(noticeIds: readonly string[], now: number): Promise<void> {
  return updateDelivery(now, ({ delivered, snoozed }) => ({
    delivered: { ...delivered, ...Object.fromEntries(noticeIds.map((id) => [id, now])) },
    snoozed,
  }))
}

/** Holds days back until an instant (epoch ms). */
export function recordSnoozed(snoozeKeys: readonly string[], until: number, now: number): Promise<void> {
  return updateDelivery(now, ({ delivered, snoozed }) => ({
    delivered,
    snoozed: { ...snoozed, ...Object.fromEntries(snoozeKeys.map((key) => [key, until])) },
  }))
}

/** What still matters of it at an instant. */
interface Needed {
  /** Ids of the runs that are near. */
  readonly nearRunIds: ReadonlySet<string>
  /** Ids of the notices that hold. */
  readonly standing: ReadonlySet<string>
}

/**
 * Forgets what was told of runs that nobody speaks of any more, and what a clock that was ahead said too early: its time
 * is still to come. Only what holds by now was told once and for all. Does nothing where there is nothing to forget.
 *
 * @param known what is stored
 * @param now epoch ms
 */
export async function forgetDelivered(known: Delivery, { nearRunIds, standing }: Needed, now: number): Promise<void> {
  const isNear = (key: string): boolean => nearRunIds.has(splitNoticeId(key).runId)
  const isTold = ([id, at]: readonly [string, number]): boolean =>
    at <= now && (at > now - KEPT_FOR_OTHERS || isNear(id))
  const isSnoozed = ([key, until]: readonly [string, number]): boolean =>
    until <= now + HELD_BACK_FOR && (until > now - millisecondsInDay || isNear(key))
  const kept = (delivery: Delivery): Delivery => ({
    delivered: filtered(delivery.delivered, (entry) => standing.has(entry[0]) || isTold(entry)),
    snoozed: filtered(delivery.snoozed, isSnoozed),
  })
  if (countOf(kept(known)) < countOf(known)) await updateDelivery(now, kept)
}

function countOf({ delivered, snoozed }: Delivery): number {
  return Object.keys(delivered).length + Object.keys(snoozed).length
}

function updateDelivery(now: number, change: (delivery: Delivery) => Delivery): Promise<void> {
  return withLock('delivery', async () => {
    const key = STORAGE_KEYS.delivery
    const { delivered, snoozed } = change(parseDelivery((await readKeys([key]))[key]))
    const isRecent = ([, at]: readonly [string, number]): boolean => at > now - KEPT_FOR
    const kept: Delivery = { delivered: filtered(delivered, isRecent), snoozed: filtered(snoozed, isRecent) }
    await browser.storage.local.set({ [key]: kept })
  })
}

function filtered(
  instants: Delivery['delivered'],
  isKept: (entry: readonly [string, number]) => boolean,
): Delivery['delivered'] {
  return Object.fromEntries(Object.entries(instants).filter(isKept))
}
