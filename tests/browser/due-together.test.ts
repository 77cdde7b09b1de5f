/** Three events whose days open at the same instant: three notifications, each shown once; one where they come late. */

import { describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import { waitFor } from './harness/wait-for.ts'
import { noticeCalls } from './tap/heard.ts'
import { cleared, expectSettled, nextFullHour } from './tap/seen.ts'
import { tappedForAll } from './tap/tapped-for-all.ts'
import { noticeIds, threeRuns } from './three-runs.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

describe.each(BROWSERS)('%s', (browserName) => {
  const launched = tappedForAll(browserName)

  it.each([
    ['a living', async () => {}],
    ['a stopped', () => launched().tracker.stopBackground()],
  ])('each is shown once, with %s background', async (_, interrupt) => {
    const tapped = launched()
    const { tracker } = tapped
    await cleared(tapped)
    const opensAt = Date.now() + 6 * SECOND
    const ids = noticeIds(opensAt)
    await tapped.waking(() => tracker.storage.set({ record: threeRuns(opensAt, Date.now()) }))
    await interrupt()
    const areShown = async () => {
      const shown = await tracker.notifications()
      return ids.every((id) => id in shown)
    }
    await waitFor(areShown, { what: 'three notifications', timeout: 30_000 })
    await tapped.settled()
    await tapped.nudge('start')
    await tapped.nudge('alarm')
    expect(noticeCalls(await tapped.heard())).toEqual(ids)
    const alarms = () => [{ name: 'wake', scheduledTime: nextFullHour() }]
    await expectSettled(tapped, () => ({ delivered: ids, alarms: alarms() }))
  })

  it('they are one notification, shown once, where they fell due while nobody could show them', async () => {
    const tapped = launched()
    const { tracker } = tapped
    await cleared(tapped)
    const now = Date.now()
    const opensAt = now - 2 * MINUTE
    const id = `away/${opensAt}`
    await tapped.waking(() => tracker.storage.set({ record: threeRuns(opensAt, now - 3 * MINUTE) }))
    const delivered = [id, ...noticeIds(opensAt)]
    await expectSettled(tapped, () => ({ delivered }))
    await tapped.nudge('start')
    await tapped.nudge('alarm')
    expect(noticeCalls(await tapped.heard())).toEqual([id])
    await expectSettled(tapped, () => ({ delivered }))
  })
})
