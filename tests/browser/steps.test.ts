/** Stopped in the middle of a wake: the next one finishes the work. `tests/faults/steps.test.ts` has every other step. */

import { describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import { callsIn, EVERYTHING_TO_DO, RECONCILES } from './tap/reconciles.ts'
import { finishesAfterStop, stepsOf } from './tap/stop.ts'
import { tappedForAll } from './tap/tapped-for-all.ts'

describe.each(BROWSERS)('%s', (browserName) => {
  const launched = tappedForAll(browserName)

  it.each(RECONCILES)('takes the steps that are tested, and no other: $name', async (reconcile) => {
    expect(await stepsOf(launched(), reconcile)).toEqual(callsIn(browserName, reconcile))
  })

  it.each([
    ['before', 'storage.local.set record shelf shelved'],
    ['before', 'storage.local.get'],
    ['before', 'alarms.create'],
    ['after', 'action.setBadgeText'],
    ['before', 'notifications.create'],
    ['after', 'notifications.create'],
    ['before', 'storage.local.set delivery'],
  ] as const)('finishes after it was stopped right %s %s', async (when, call) => {
    await finishesAfterStop(launched(), EVERYTHING_TO_DO, callsIn(browserName, EVERYTHING_TO_DO).indexOf(call), when)
  })
})
