/** Stopped and woken again and again, the background leaves an alarm that is right where it is. */

import { describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import { recordWithRun } from './support.ts'
import { callsOf } from './tap/heard.ts'
import type { Tapped } from './tap/launch-tapped.ts'
import { cleared, nextFullHour } from './tap/seen.ts'
import { tappedForAll } from './tap/tapped-for-all.ts'

const ROUNDS = 20
const MINUTE = 60_000
const DAY = 86_400_000

/** What the alarm is for → epoch ms at which the run started, as it is told at `now`. */
const STARTS = {
  'the full hour': (now: number) => now - 5 * MINUTE,
  // Before the full hour, and on no grid at all.
  'the next day': (now: number) => now - DAY + Math.min(10 * MINUTE + 1357, Math.floor((nextFullHour() - now) / 2)),
}

/** Nothing of it changes the plan. */
const WAKES: readonly ((tapped: Tapped) => Promise<void>)[] = [
  ({ nudge }) => nudge('start'),
  ({ nudge }) => nudge('alarm'),
  // Of what is watched: something was shown of a run that is not there.
  ({ waking, tracker }) => {
    const delivered = { [`gone/day/start/${Date.now()}`]: Date.now() }
    return waking(() => tracker.storage.set({ delivery: { delivered, snoozed: {} } }))
  },
  ({ nudge }) => nudge('start'),
]

describe.each(BROWSERS)('%s', (browserName) => {
  const launched = tappedForAll(browserName)

  it.each(Object.entries(STARTS))('%s stays to the millisecond', async (_, startOf) => {
    const tapped = launched()
    const { tracker } = tapped
    let expected: number
    let seen: chrome.alarms.Alarm[][]
    // Where the alarm came due meanwhile it was right to move, and another time it will not.
    do {
      await cleared(tapped)
      const now = Date.now()
      expected = Math.min(nextFullHour(), startOf(now) + DAY)
      await tapped.waking(() => tracker.storage.set({ record: recordWithRun('run', startOf(now), now) }))
      await tapped.forget()
      seen = [await tracker.alarms()]
      for (let round = 0; round < ROUNDS; round += 1) {
        await tracker.stopBackground()
        await WAKES[round % WAKES.length]?.(tapped)
        seen.push(await tracker.alarms())
      }
    } while (Date.now() >= expected)

    const right = [expect.objectContaining({ name: 'wake', scheduledTime: expected })]
    expect(seen).toEqual(Array(ROUNDS + 1).fill(right))
    // Each life of the background creates it anew, always for the same instant, and never takes it away.
    const calls = callsOf(await tapped.heard()).filter(({ path }) => path.startsWith('alarms.'))
    const made = calls.filter(({ path }) => path === 'alarms.create').map(({ args }) => args)
    expect(made).toEqual(made.map(() => ['wake', { when: expected, periodInMinutes: 60 }]))
    expect(calls.filter(({ path }) => path === 'alarms.clear')).toEqual([])
    expect(calls.filter(({ path }) => path === 'alarms.get').length).toBeGreaterThanOrEqual(ROUNDS)
  })
})
