/**
 * When the record was last divided into what is near and the shelf.
 *
 * @module
 */

import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants'
import * as v from 'valibot'

export interface Shelved {
  /** Epoch ms. */
  readonly at: number
  /** Epoch ms at which something of the shelf is needed; absent: never. */
  readonly dueAt?: number | undefined
}

/** What is over leaves the near part once a day, in ms: until then it costs a little, and never anything but time. */
const TIDIED_EVERY = millisecondsInDay

const ShelvedSchema: v.GenericSchema<unknown, Shelved> = v.object({
  at: v.pipe(v.number(), v.finite()),
  dueAt: v.optional(v.pipe(v.number(), v.finite())),
})

/** @returns undefined where it was never shelved, or nobody can read when */
export function parseShelved(raw: unknown): Shelved | undefined {
  const result = v.safeParse(ShelvedSchema, raw)
  return result.success ? result.output : undefined
}

/** Whether the record is to be shelved at `now` (epoch ms): never done, due, a day old, or the clock was put back. */
export function isShelvingDue(shelved: Shelved | undefined, now: number): boolean {
  if (!shelved) return true
  const { at, dueAt = Number.POSITIVE_INFINITY } = shelved
  // A wake may have waited for a page that shelved in between.
  return now >= Math.min(dueAt, at + TIDIED_EVERY) || now < at - millisecondsInMinute
}
