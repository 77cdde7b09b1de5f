/**
 * The browser refuses something: the rest is done, nothing rejects unhandled, and it is tried again with each wake and no
 * sooner.
 */

import { describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import { expectQuiet, noticeCalls, timesWorked } from './tap/heard.ts'
import { EVERYTHING_TO_DO, prepared, STALE } from './tap/reconciles.ts'
import { badgeSeen, cleared, expectSettled, nextFullHour } from './tap/seen.ts'
import { tappedForAll } from './tap/tapped-for-all.ts'
import { noticeIds, threeRuns } from './three-runs.ts'

const SECOND = 1000

describe.each(BROWSERS)('%s', (browserName) => {
  const launched = tappedForAll(browserName)

  it.each([
    ['alarms.create', { alarms: [] }],
    ['action.setBadgeText', { badge: '', isTold: false }],
    ['action.setTitle', { isTold: false }],
    ['storage.local.set', { near: ['old', 'older', 'run'], shelf: [], delivered: [STALE], hasLabels: false }],
    ['notifications.create', { delivered: [] }],
    ['notifications.getAll', { strayNotifications: [STALE] }],
  ])('does all the rest where %s is refused, and this when it is not any more', async (path, lacking) => {
    const tapped = launched()
    const { tracker } = tapped
    const now = Date.now()
    await prepared(tapped, EVERYTHING_TO_DO, now)
    const order = tapped.order({ refuse: { path, words: 'Refused' } })
    await tapped.waking(() => tracker.storage.set({ ...EVERYTHING_TO_DO.stored(now), ...order }))
    const expected = () => ({ ...EVERYTHING_TO_DO.expected(now), ...lacking })
    await expectSettled(tapped, expected)
    // It does not wake itself to try again at once.
    await tapped.forget()
    await tapped.nudge('alarm')
    expectQuiet(await tapped.heard(), 1)
    await expectSettled(tapped, expected)

    await tapped.withdraw()
    await expectSettled(tapped, () => EVERYTHING_TO_DO.expected(now))
  })

  it('shows the others of three notifications where one is refused, and that one once it is allowed', async () => {
    const tapped = launched()
    const { tracker } = tapped
    await cleared(tapped)
    await tracker.stopBackground()
    const now = Date.now()
    const startsAt = now - 5 * SECOND
    const ids = noticeIds(startsAt)
    const [refused = '', ...others] = ids
    const order = tapped.order({ refuse: { path: 'notifications.create', from: refused, words: 'Refused' } })
    await tapped.waking(() => tracker.storage.set({ record: threeRuns(startsAt, now - 60 * SECOND), ...order }))
    await expectSettled(tapped, () => ({
      ...badgeSeen('UA', 'open', true),
      alarms: [{ name: 'wake', scheduledTime: nextFullHour() }],
      delivered: others,
    }))
    await tapped.nudge('alarm')
    await tapped.nudge('alarm')
    const heard = await tapped.heard()
    expect(noticeCalls(heard)).toEqual(others)
    const tries = heard.filter(({ kind }) => kind === 'refused').length
    expect(tries).toBeGreaterThanOrEqual(3)
    expect(tries).toBeLessThanOrEqual(timesWorked(heard))

    await tapped.withdraw()
    await expectSettled(tapped, () => ({ delivered: ids }))
    await tapped.nudge('start')
    expect(noticeCalls(await tapped.heard())).toEqual([...others, refused])
  })
})
