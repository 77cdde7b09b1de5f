import { expect } from 'vitest'
import { waitFor } from '../harness/wait-for.ts'
import { firstReconcile, noticeCalls } from './heard.ts'
import type { Tapped } from './launch-tapped.ts'
import { callsIn, prepared, type Reconcile } from './reconciles.ts'
import { expectSeen, expectSettled } from './seen.ts'

/** The steps that a reconcile takes when nothing stops it; it is seen to do its work. */
export async function stepsOf(tapped: Tapped, reconcile: Reconcile): Promise<string[]> {
  const now = Date.now()
  await prepared(tapped, reconcile, now)
  await tapped.tracker.storage.set(reconcile.stored(now))
  await expectSettled(tapped, () => reconcile.expected(now))
  return firstReconcile(await tapped.heard())
}

/** Waits until the call that was to be held is, and sees that it is this one. */
export async function heldAt(tapped: Tapped, call: string): Promise<void> {
  const isHeld = async () => (await tapped.heard()).find(({ kind }) => kind === 'held')
  expect(await waitFor(isHeld, { what: `${call} to be reached` })).toMatchObject({ path: call.split(' ')[0] })
}

/**
 * Stops the worker or the event page at a step of a reconcile, wakes it, and sees that the work is done: everything
 * once, but for a notification between being shown and being recorded, which is shown over itself.
 *
 * @param step the place of the call in `callsIn`
 * @param when before the call has its effect, or after it but before its answer
 */
export async function finishesAfterStop(
  tapped: Tapped,
  reconcile: Reconcile,
  step: number,
  when: 'before' | 'after',
): Promise<void> {
  const { tracker } = tapped
  const calls = callsIn(tracker.browserName, reconcile)
  const now = Date.now()
  await prepared(tapped, reconcile, now)
  const order = tapped.order({ hold: step, afterEffect: when === 'after' })
  await tracker.storage.set({ ...reconcile.stored(now), ...order })
  await heldAt(tapped, calls[step] ?? '')
  await tracker.stopBackground()
  // Whatever else is left undone: something will wake it.
  const { alarms } = reconcile.expected(now)
  const hadEffect = (place: number) => step + (when === 'after' ? 1 : 0) > place
  if (hadEffect(calls.findLastIndex((name) => /^alarms\.(create|clear)$/.test(name)))) {
    await expectSeen(tracker, () => ({ ...(alarms && { alarms }) }))
  } else if (hadEffect(calls[1] === 'alarms.create' ? 1 : 0)) {
    expect(await tracker.evaluate(() => chrome.alarms.getAll())).toHaveLength(1)
  }

  await tapped.nudge(when === 'before' ? 'start' : 'alarm')
  await expectSettled(tapped, () => reconcile.expected(now))
  // Another one finds nothing to do.
  await tapped.nudge('start')
  await expectSettled(tapped, () => reconcile.expected(now))

  const ids = noticeCalls(await tapped.heard())
  const { shows } = reconcile
  if (!shows) return expect(ids).toEqual([])
  const isRepeated = hadEffect(calls.indexOf(shows.by)) && !hadEffect(calls.indexOf(shows.recordedBy))
  const id = shows.id(now)
  expect(ids).toEqual(isRepeated ? [id, id] : [id])
}
