/** Diagnostics tells what the real browser holds and allows. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import type { Wake } from '../../utils/storage/wakes.ts'
import { launchTracker } from './harness/launch.ts'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'
import { find } from './states/steps.ts'
import { click, recordWithRun } from './support.ts'

const HOUR = 3_600_000
const SUMMARY = '[data-diagnostics] > summary'

describe.each(BROWSERS)('%s', (browserName) => {
  let tracker: Tracker
  let page: Page

  beforeAll(async () => {
    tracker = await launchTracker(browserName)
    const now = Date.now()
    await tracker.storage.set({ record: recordWithRun('run', now - 5 * HOUR, now - 6 * HOUR) })
    await waitFor(async () => (await tracker.alarms()).length === 1, { what: 'the alarm' })
    page = await tracker.openPage('options.html')
    await click(page, SUMMARY)
    await find(page, '[data-wakes]')
  })

  afterAll(async () => {
    await tracker?.close()
  })

  const fact = (name: string) =>
    page.evaluate((wanted) => document.querySelector(`[data-fact="${wanted}"]`)?.textContent ?? '', name)

  it('shows the alarm that the browser holds', async () => {
    const isShown = async () => {
      const shown = await page.evaluate(
        () => document.querySelector<HTMLTimeElement>('[data-fact="alarm"] time')?.dateTime ?? '',
      )
      const [alarm] = await tracker.alarms()
      return alarm !== undefined && Date.parse(shown) === alarm.scheduledTime
    }
    // The hour may strike in between; the page asks again each minute.
    await waitFor(isShown, { what: 'the alarm on the page', timeout: 90_000 })
  })

  it('says what the browser tells of notifications', async () => {
    expect(await fact('permission')).toMatch(
      browserName === 'firefox' ? /^This browser does not tell\./ : /^The browser allows them\./,
    )
  })

  it('names the browser and the system', async () => {
    expect(await fact('browser')).toMatch(browserName === 'firefox' ? /^Firefox \d+\S* on \w+$/ : /^\S.* \d+ on \w+$/)
  })

  it('says that the alarm is missing once it is gone', async () => {
    const isMissed = async () => {
      await tracker.evaluate(() => chrome.alarms.clear('wake'))
      return page.evaluate(() => {
        // As when the page comes into sight: it asks again.
        document.dispatchEvent(new Event('visibilitychange'))
        const alarm = document.querySelector('[data-fact="alarm"]')?.textContent
        return alarm === 'None' && document.querySelector('[data-trouble="missing"]') !== null
      })
    }
    // A wake that is still under way may set it once more.
    await waitFor(isMissed, { what: 'the alarm to be missed', interval: 500 })
  })

  it('shows a wake as soon as it is stored', async () => {
    const wake: Wake = {
      at: Date.now(),
      causes: ['changed'],
      status: 'ok',
      due: [],
      shown: 0,
      failed: [],
      wakeAt: Date.now() + HOUR,
    }
    await tracker.storage.set({ wakes: [wake] })
    await find(page, `[data-wake="${wake.at}"]`)
  })

  it('says that a page woke the tracker, which would have slept', async () => {
    const wakes = async () => ((await tracker.storage.get()) as { wakes?: readonly Wake[] }).wakes ?? []
    const isRoused = async () => {
      await tracker.evaluate(() => chrome.alarms.clear('wake'))
      await page.close()
      page = await tracker.openPage('options.html')
      await find(page, SUMMARY)
      return (await wakes()).some(({ causes }) => causes.includes('roused'))
    }
    await waitFor(isRoused, { what: 'a wake by the page', interval: 500 })
    await click(page, SUMMARY)
    await find(page, '[data-wakes]')
    expect(await page.$$eval('[data-wake] td', (cells) => cells.map(({ textContent }) => textContent))).toContainEqual(
      expect.stringMatching(/A page woke it$/),
    )
    expect(await tracker.consoleErrors()).toEqual([])
  })
})
