/** The background is stopped at each step of a wake, before and after the step's effect: the next wake finishes the work. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import { waitFor } from '../browser/harness/wait-for.ts'
import { expectBadge, recordWithRun } from '../browser/support.ts'
import { noticeCalls } from '../browser/tap/heard.ts'
import { launchTapped, type Tapped } from '../browser/tap/launch-tapped.ts'
import { callsIn, EVERYTHING_TO_DO, RECONCILES } from '../browser/tap/reconciles.ts'
import { cleared } from '../browser/tap/seen.ts'
import { finishesAfterStop, heldAt, stepsOf } from '../browser/tap/stop.ts'

const SECOND = 1000
const DAY = 86_400_000

describe.each(BROWSERS)('%s', (browserName) => {
  let tapped: Tapped
  beforeAll(async () => {
    tapped = await launchTapped(browserName)
  })
  afterAll(() => tapped?.close())

  describe.each(RECONCILES)('$name', (reconcile) => {
    it('has these steps and no other', async () => {
      expect(await stepsOf(tapped, reconcile)).toEqual(callsIn(browserName, reconcile))
    })

    const steps = callsIn(browserName, reconcile).map((name, step) => ({ name, step }))
    describe.each(steps)('stopped at step $step, $name', ({ step }) => {
      it.each(['before', 'after'] as const)('%s its effect', async (when) => {
        await finishesAfterStop(tapped, reconcile, step, when)
        expect(await tapped.tracker.consoleErrors()).toEqual([])
      })
    })
  })

  it('wakes itself where nothing else wakes it: the alarm was the first thing done', async () => {
    const { tracker } = tapped
    let opensAt: number
    // Where it took longer than until the day opens, the alarm came while the background was held: once more.
    do {
      await cleared(tapped)
      await tracker.stopBackground()
      const now = Date.now()
      opensAt = now + 15 * SECOND
      const record = recordWithRun('run', opensAt - DAY, now - 2 * DAY)
      const order = tapped.order({ hold: callsIn(browserName, EVERYTHING_TO_DO).indexOf('action.setBadgeText') })
      await tracker.storage.set({ record, shelved: { at: now - 2 * DAY }, ...order })
      await heldAt(tapped, 'action.setBadgeText')
      await tracker.stopBackground()
    } while (Date.now() >= opensAt)

    expect((await tracker.badge()).text).toBe('')
    await expectBadge(tracker, /^EOA$/)
    const id = `run/enlisting-old-allies/start/${opensAt}`
    await waitFor(async () => noticeCalls(await tapped.heard()).includes(id), { what: 'the notification of day 2' })
    await tapped.settled()
    expect(noticeCalls(await tapped.heard())).toEqual([id])
    expect(await tracker.consoleErrors()).toEqual([])
  })
})
