/**
 * What the background did at its last wakes, for Diagnostics: one small write each. Each is cut on its way in, and
 * all of them when they are read, so that it cannot grow.
 *
 * @module
 */

import { millisecondsInHour } from 'date-fns/constants'
import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { INSTANT_RANGE } from '../record/record.ts'
import { STORAGE_KEYS } from './keys.ts'
import type { LoadStatus } from './load.ts'
import { withLock } from './lock.ts'

/**
 * - `started`: the worker began, and no event said why
 * - `changed`: something was stored that matters to it
 * - `roused`: a page saw that it would sleep for too long
 * - `slept`: the computer slept while it was at work, or the clock was set
 */
const CAUSES = ['installed', 'updated', 'startup', 'started', 'alarm', 'changed', 'roused', 'slept'] as const
/** What the background works out and brings up to date. */
const OUTPUTS = ['plan', 'alarm', 'badge', 'labels', 'notifications', 'delivery'] as const
const STATUSES = ['ok', 'newer', 'unreadable', 'failed'] as const satisfies readonly LoadStatus[]

export type WakeCause = (typeof CAUSES)[number]
export type Output = (typeof OUTPUTS)[number]

/** Why the background woke, what it planned and what it did. */
export interface Wake {
  /** Epoch ms. */
  readonly at: number
  /** In the order in which they came, each once. */
  readonly causes: readonly WakeCause[]
  readonly status: LoadStatus
  /** The badge's text as planned. */
  readonly badge?: string | undefined
  /** What was to be shown: kinds of notices, never ids or names. */
  readonly due: readonly string[]
  /** How many of them the browser took. */
  readonly shown: number
  /** Epoch ms of the next wake as planned; absent: none. */
  readonly wakeAt?: number | undefined
  /** What the browser refused. */
  readonly failed: readonly Output[]
  /** How many wakes alike this stands for, of which it is the last; absent: for one. */
  readonly times?: number | undefined
}

/** A day of heartbeats, nearly. */
export const WAKES_KEPT = 20
/** Kinds of notices that are kept of a wake. */
const DUE_KEPT = 10
/** Characters that are kept of a text. */
const TEXT_KEPT = 8
/** More than these are not counted. */
const TIMES_KEPT = 999

/** A clock that stands in 1970 is a cause of trouble: it must be seen. */
const Instant = v.pipe(v.number(), v.minValue(0), v.maxValue(INSTANT_RANGE.max))
const ShortText = v.pipe(
  v.string(),
  v.transform((text) => [...text.slice(0, 2 * TEXT_KEPT)].slice(0, TEXT_KEPT).join('')),
)

const WakeSchema: v.GenericSchema<unknown, Wake> = v.pipe(
  v.object({
    at: Instant,
    causes: eachOnce(CAUSES),
    status: v.picklist(STATUSES),
    badge: v.optional(ShortText),
    due: v.pipe(
      v.array(ShortText),
      v.transform((kinds) => kinds.slice(0, DUE_KEPT)),
    ),
    shown: v.pipe(v.number(), v.integer(), v.minValue(0)),
    wakeAt: v.optional(Instant),
    failed: eachOnce(OUTPUTS),
    times: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1),
        v.transform((times) => Math.min(times, TIMES_KEPT)),
      ),
    ),
  }),
  v.transform((wake) => ({ ...wake, shown: Math.min(wake.shown, wake.due.length) })),
)

/**
 * Somebody who ticks and types wakes the background many times in a few minutes, and would push out what is looked for.
 * So a change that had no more to do than the one before takes its place and is counted.
 *
 * @param stored what is remembered, the newest first; all but the newest is looked at only when it is shown
 * @returns the same with one more; those beyond `WAKES_KEPT` are left out
 */
export function withWake(stored: unknown, wake: Wake): readonly unknown[] {
  const before: readonly unknown[] = Array.isArray(stored) ? stored : []
  const [newest] = parseWakes(before.slice(0, 1))
  const isSame = newest !== undefined && isSmallChange(newest) && isSmallChange(wake) && follows(wake, newest)
  if (!isSame) return [...parseWakes([wake]), ...before].slice(0, WAKES_KEPT)
  return [...parseWakes([{ ...wake, times: (newest.times ?? 1) + 1 }]), ...before.slice(1, WAKES_KEPT)]
}

function isSmallChange({ causes, status, due, shown, failed }: Wake): boolean {
  const isChange = causes.length === 1 && causes[0] === 'changed'
  return isChange && status === 'ok' && due.length === 0 && shown === 0 && failed.length === 0
}

/** Within the hour; a clock that was put back must be seen. */
function follows(wake: Wake, newest: Wake): boolean {
  return wake.at >= newest.at && wake.at < newest.at + millisecondsInHour
}

/** Remembers a wake. @throws the browser's error */
export function recordWake(wake: Wake): Promise<void> {
  return withLock('wakes', async () => {
    await browser.storage.local.set({ [STORAGE_KEYS.wakes]: withWake(await storedWakes(), wake) })
  })
}

/** @returns the newest first: as they came, for the clock may have been put back. @throws the browser's error */
export async function loadWakes(): Promise<readonly Wake[]> {
  return parseWakes(await storedWakes())
}

async function storedWakes(): Promise<unknown> {
  return (await browser.storage.local.get(STORAGE_KEYS.wakes))[STORAGE_KEYS.wakes]
}

/** What cannot be read is taken for none: it is no loss to the commander. */
export function parseWakes(raw: unknown): readonly Wake[] {
  if (!Array.isArray(raw)) return []
  return raw.slice(0, WAKES_KEPT).flatMap((entry) => {
    const result = v.safeParse(WakeSchema, entry)
    return result.success ? [result.output] : []
  })
}

function eachOnce<const T extends string>(words: readonly T[]) {
  return v.pipe(
    v.array(v.picklist(words)),
    v.transform((all) => [...new Set(all)]),
  )
}
