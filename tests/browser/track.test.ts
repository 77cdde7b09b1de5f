/** The whole way, in real browsers: from the first click to the points, with and without a living background. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchTracker } from './harness/launch.ts'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'
import { action, click, closePages, expectBadge, expectPoints, expectState, recordWithRun } from './support.ts'

const SECOND = 1000
const DAY = 86_400_000

describe.each(['chromium', 'firefox'] as const)('%s', (browserName) => {
  let tracker: Tracker
  beforeAll(async () => {
    tracker = await launchTracker(browserName)
  })
  afterEach(async () => {
    await closePages(tracker)
    await tracker.storage.clear()
    await expectBadge(tracker, /^$/)
    expect(await tracker.consoleErrors()).toEqual([])
  })
  afterAll(() => tracker.close())

  describe.each([
    ['with a living background', async () => {}],
    ['with a stopped background', () => tracker.stopBackground()],
  ])('%s', (_, interrupt) => {
    it('tracks a day from first use to done and back, through the real popup', async () => {
      const popup = await tracker.openPopup()
      await expectState(popup, 'first-use')
      await interrupt()
      await click(popup, action('start-today'))
      await expectBadge(tracker, /^UA$/)
      await interrupt()
      await click(popup, action('mark'))
      await expectPoints(popup, 100)
      await expectState(popup, 'done')
      await expectBadge(tracker, /^✓$/)
      await interrupt()
      await click(popup, action('undo'))
      await expectPoints(popup, 0)
      await expectBadge(tracker, /^UA$/)
    })
  })

  it('moves on by its own alarm when a window closes, and notifies', async () => {
    const now = Date.now()
    await tracker.storage.set({ record: recordWithRun('run', now - DAY + 12 * SECOND, now) })
    await expectBadge(tracker, /^UA$/)
    await tracker.stopBackground()
    await expectBadge(tracker, /^EOA$/)
    const id = `run/enlisting-old-allies/start/${now + 12 * SECOND}`
    const shown = await waitFor(async () => (await tracker.notifications())[id], { what: 'the notification of day 2' })
    if (browserName === 'firefox') expect(shown).toMatchObject({ title: 'Day 2 of 5 is open: Enlisting Old Allies' })
    const [alarm] = await tracker.alarms()
    expect(alarm?.scheduledTime).toBeGreaterThan(Date.now())
    expect(alarm?.scheduledTime).toBeLessThanOrEqual(Date.now() + 3600 * SECOND)
  })

  it('opens the popup, as a page if need be, when a notification is clicked', async () => {
    const startsAt = Date.now() + 3 * SECOND
    await tracker.storage.set({ record: recordWithRun('run', startsAt, Date.now()) })
    const id = `run/unraveling-anomalies/start/${startsAt}`
    await waitFor(async () => id in (await tracker.notifications()), { what: 'the notification of day 1' })
    await tracker.clickNotification(id)
    await waitFor(
      async () => {
        const views = await tracker.evaluate(() => chrome.runtime.getContexts?.({}) ?? [])
        const tabs = (await tracker.browser.pages()).map((page) => page.url())
        return [...views.map(({ documentUrl }) => documentUrl ?? ''), ...tabs].some((url) =>
          url.includes('/popup.html'),
        )
      },
      { what: 'the popup' },
    )
  })

  // Firefox has no buttons on notifications.
  if (browserName === 'chromium')
    it('marks and snoozes from the notification', async () => {
      const startsAt = Date.now() + 3 * SECOND
      await tracker.storage.set({ record: recordWithRun('run', startsAt, Date.now()) })
      const id = `run/unraveling-anomalies/start/${startsAt}`
      const isShown = async () => id in (await tracker.notifications())
      await waitFor(isShown, { what: 'the notification of day 1' })
      await tracker.clickNotification(id, 1)
      await waitFor(async () => !(await isShown()), { what: 'the snoozed notification to go' })
      const snoozedUntil = async () => {
        const { delivery } = (await tracker.storage.get()) as { delivery?: { snoozed: Record<string, number> } }
        return delivery?.snoozed['run/unraveling-anomalies']
      }
      expect(await waitFor(snoozedUntil, { what: 'the snooze' })).toBeGreaterThan(Date.now() + 3500 * SECOND)
      await expectBadge(tracker, /^UA$/)
    })

  it('shows a change of one page at once in the other', async () => {
    const now = Date.now()
    await tracker.storage.set({ record: recordWithRun('run', now - 3600 * SECOND, now) })
    const options = await tracker.openPage('options.html')
    const popup = await tracker.openPage('popup.html')
    await expectState(popup, 'open')
    await click(options, '[data-field="role"][value="villain"], [data-field="role"] [value="villain"]')
    await waitFor(() => popup.evaluate(() => document.querySelector('[data-role="villain"]') !== null), {
      what: 'the villain’s colours in the popup',
    })
    await click(popup, action('mark'))
    await waitFor(() => options.evaluate(() => /100 of 500/.test(document.body.textContent)), {
      what: 'the points in the options page',
    })
  })

  it.each([
    ['a text', 'not a record', 'unreadable'],
    ['a list', [1, 2, 3], 'unreadable'],
    ['a number as version', { version: -5, runs: 7 }, 'unreadable'],
    ['a newer record', { version: 99, runs: {} }, 'newer'],
  ])('keeps %s that was stored and says so', async (_, record, state) => {
    await tracker.storage.set({ record })
    const popup = await tracker.openPage('popup.html')
    await expectState(popup, state)
    expect(Object.values(await tracker.storage.get())).toContainEqual(record)
    const options = await tracker.openPage('options.html')
    await waitFor(() => options.evaluate(() => document.body.textContent.length > 200), { what: 'the options page' })
  })
})
