/** A record that a newer version wrote, in real browsers: it is shown and told of, and never written. */

import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { RECORD_VERSION, type TrackerRecord } from '../../utils/record/record.ts'
import { launchTracker } from './harness/launch.ts'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'
import { action, click, closePages, expectBadge, expectPoints, expectState, recordWithRun } from './support.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND
const DAY = 24 * HOUR

const newer = (record: TrackerRecord) => ({ ...record, version: RECORD_VERSION + 1, alliances: { a: 1 } })

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

  /** What is stored of the record, to the letter. */
  const storedParts = async () => {
    const { record, shelf, shelved, device, revision } = await tracker.storage.get()
    return JSON.stringify([record, shelf, shelved, device, revision])
  }

  it('is reminded of by its own alarm, with the background stopped, and stays as it is', async () => {
    const now = Date.now()
    await tracker.storage.set({ record: newer(recordWithRun('run', now - DAY + 12 * SECOND, now)) })
    const before = await storedParts()
    await expectBadge(tracker, /^(UA|EOA)$/)
    await tracker.stopBackground()
    await expectBadge(tracker, /^EOA$/)
    const id = `run/enlisting-old-allies/start/${now + 12 * SECOND}`
    await waitFor(async () => (await tracker.notifications())[id], { what: 'the notification of day 2' })
    const [alarm] = await tracker.alarms()
    expect(alarm?.scheduledTime).toBeGreaterThan(Date.now())
    expect(await storedParts()).toBe(before)
  })

  it('is looked at in popup and options, where nothing that changes it can be used', async () => {
    const now = Date.now()
    await tracker.storage.set({ record: newer(recordWithRun('run', now - 27 * HOUR, now)) })
    const before = await storedParts()
    await expectBadge(tracker, /^EOA$/)

    const popup = await tracker.openPage('popup.html')
    await expectState(popup, 'open')
    await expectPoints(popup, 0)
    expect(await isThere(popup, '[data-note="newer"]')).toBe(true)
    await click(popup, `[data-window="unraveling-anomalies"] ${action('toggle-day')}`)
    await click(popup, '.foot .help summary')
    for (const name of ['mark', 'snooze', 'mark-day', 'end-run', 'remove-run']) {
      await waitFor(() => isThere(popup, `${action(name)}:disabled`), { what: `${name} to be disabled` })
      await click(popup, action(name))
    }
    expect(await typedInto(popup, 'textarea.note')).toBe('')

    const options = await tracker.openPage('options.html')
    await waitFor(() => isThere(options, '[data-banner="newer"]'), { what: 'the reason' })
    for (const name of ['end-run', 'remove-run', 'track-event', 'backup-file']) {
      expect([name, await isThere(options, `${action(name)}:disabled`)]).toEqual([name, true])
      await click(options, action(name))
    }
    expect(await isThere(options, `${action('save-stored')}:enabled`)).toBe(true)
    expect(await storedParts()).toBe(before)
  })
})

function isThere(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.querySelector(wanted) !== null, selector)
}

/** Types as a commander would. @returns what stands there then */
async function typedInto(page: Page, selector: string): Promise<string | undefined> {
  await page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.focus(), selector)
  await page.keyboard.type('x')
  return page.evaluate((wanted) => document.querySelector<HTMLTextAreaElement>(wanted)?.value, selector)
}
