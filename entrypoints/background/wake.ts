/**
 * Wakes one after another. Those that come while one is at work share the next, so that a storm of events is planned for
 * once and not for each; and a wake, whatever it did, is written down once.
 *
 * @module
 */

import { recordWake, type WakeCause } from '../../utils/storage/wakes.ts'
import { type Outcome, reconcile } from './reconcile.ts'
import { isStale } from './stale.ts'

/** So long, in ms, after the worker began, the event that started it is waited for; mostly it comes within 15. */
const HEARD_WITHIN = 100

/** Causes that no reconcile has seen yet. */
const waiting: WakeCause[] = []
let working: Promise<void> | undefined
/** What is planned at the moment: for which instant (epoch ms), and why. */
let current: { readonly now: number; readonly causes: WakeCause[] } | undefined

/**
 * Reconciles; never rejects.
 *
 * @param dueAt epoch ms at which the alarm was due that rang: what is planned for an instant after it has seen to it
 */
export function wake(cause: WakeCause, dueAt?: number): Promise<void> {
  if (working && current && dueAt !== undefined && current.now >= dueAt) {
    current.causes.push(cause)
    return working
  }
  waiting.push(cause)
  working ??= work()
  return working
}

/**
 * The worker began: a wake as well, also where no event says why. Nearly always one does, some milliseconds later: then
 * both are one, or everything would be planned twice.
 */
export function begin(): void {
  waiting.push('started')
  setTimeout(() => {
    if (waiting.length > 0) working ??= work()
  }, HEARD_WITHIN)
}

async function work(): Promise<void> {
  // Cleared in the same breath in which nothing waits any more, or what comes in between would wait for ever.
  try {
    while (waiting.length > 0) await workOff()
  } finally {
    working = undefined
  }
}

async function workOff(): Promise<void> {
  const at = Date.now()
  const causes: WakeCause[] = []
  const outcomes: Outcome[] = []
  let plannedFor = at
  while (waiting.length > 0) {
    const now = Date.now()
    current = { now, causes: waiting.splice(0) }
    outcomes.push(await reconcile(now))
    causes.push(...current.causes)
    current = undefined
    plannedFor = now
  }
  const last = outcomes.at(-1)
  if (!last) return
  try {
    await recordWake({
      ...last,
      at,
      causes: [...new Set(causes)],
      due: outcomes.flatMap(({ due }) => due),
      shown: outcomes.reduce((sum, { shown }) => sum + shown, 0),
      failed: [...new Set(outcomes.flatMap(({ failed }) => failed))],
    })
  } catch (error) {
    console.warn('Defender of Peace Tracker could not write down its wake.', error)
  }
  // Once: where the browser is slow rather than the computer asleep, it would go on for ever.
  if (isStale(plannedFor) && !causes.includes('slept')) waiting.push('slept')
}
