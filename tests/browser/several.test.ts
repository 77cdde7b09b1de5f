/** In real browsers, through the pages: a pack by drop, a second run, a second commander, a feed that is edited. */

import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { writePack } from '../../utils/packs/write-pack.ts'
import { feedEntry } from '../unit/support/feed.ts'
import { dropFile } from './drop.ts'
import { launchTracker } from './harness/launch.ts'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'
import { SERVER_INVASION } from './states/own-events.ts'
import { action, click, closePages, expectBadge, expectPoints, expectState } from './support.ts'

const HOUR = 3_600_000
const DROP_ZONE = '[data-drop-zone]'
const NAME = 'Server Invasion'

/** A pack with an event of three days that began two hours ago, to the minute. */
const pack = () => {
  const startsAt = Math.floor((Date.now() - 2 * HOUR) / 60_000) * 60_000
  return writePack('Test pack', [{ event: { ...SERVER_INVASION, revision: 1 }, starts: [startsAt] }])
}

/** Waits until a part of the page says something. */
async function expectText(page: Page, selector: string, text: string | RegExp): Promise<void> {
  let said = ''
  await waitFor(
    async () => {
      said = await page.evaluate(
        (wanted) => [...document.querySelectorAll(wanted)].map((each) => each.textContent).join('\n'),
        selector,
      )
      return typeof text === 'string' ? said.includes(text) : text.test(said)
    },
    { what: `${selector} to say ${text}` },
  )
}

const chipsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.chip')].map((chip) =>
      [...chip.querySelectorAll('.chip-name, .chip-score')].map((part) => part.textContent).join(' '),
    ),
  )

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

  it('imports a pack that is dropped, after a look at it, beside a run that is on', async () => {
    const first = await tracker.openPage('popup.html')
    await click(first, action('start-today'))
    await expectBadge(tracker, /^UA$/)

    const options = await tracker.openPage('options.html')
    await dropFile(tracker, options, DROP_ZONE, pack())
    await expectText(options, '#library [data-status="new"]', NAME)
    expect(JSON.stringify(await tracker.storage.get())).not.toContain(NAME)
    await click(options, action('import-confirm'))
    await waitFor(async () => JSON.stringify(await tracker.storage.get()).includes(NAME), { what: 'the event, stored' })

    // Each with its own points; a mark on the second leaves the first as it is.
    const popup = await tracker.openPopup()
    await expectState(popup, 'open')
    await waitFor(async () => (await chipsOf(popup)).length === 2, { what: 'two events to choose from' })
    expect((await chipsOf(popup)).sort()).toEqual(['Defender of Peace 0/500', `${NAME} 0/1`])
    await waitFor(async () => /1 more is open/.test((await tracker.badge()).title), { what: 'a tooltip that counts' })
    await click(popup, '[data-run^="server-invasion"]')
    await expectText(popup, 'h1', NAME)
    await click(popup, action('mark'))
    await expectState(popup, 'all-done')
    expect((await chipsOf(popup)).sort()).toEqual(['Defender of Peace 0/500', `${NAME} 1/1`])
    await expectBadge(tracker, /^UA$/)
    await waitFor(async () => !/more/.test((await tracker.badge()).title), { what: 'a tooltip that counts no more' })
  })

  it('stores nothing of a pack with a mistake, and says where it is', async () => {
    const options = await tracker.openPage('options.html')
    const before = JSON.stringify(await tracker.storage.get())
    await dropFile(tracker, options, DROP_ZONE, pack().replace('"SI"', '"TOOLONG"'))
    await expectText(options, '[data-problem]', /Line \d+.*code/)
    expect(JSON.stringify(await tracker.storage.get())).toBe(before)
    // Mended, it is taken.
    await dropFile(tracker, options, DROP_ZONE, pack())
    await expectText(options, '#library [data-status="new"]', NAME)
  })

  it('adds a second commander, whose marks are their own; the badge speaks of all or of one', async () => {
    const options = await tracker.openPage('options.html')
    await click(options, action('add-commander'))
    await waitFor(() => options.evaluate(() => document.activeElement?.getAttribute('data-field') === 'name'), {
      what: 'the name of the new commander in focus',
    })
    await options.keyboard.type('Malachai')
    await expectText(options, '[data-commander]', 'Malachai')
    const popup = await tracker.openPage('popup.html')
    await click(popup, action('start-today'))
    await expectState(popup, 'open')
    await click(popup, action('mark'))
    await expectPoints(popup, 100)
    // The other one still has the day open.
    await expectBadge(tracker, /^UA$/)
    await popup.focus(action('choose-commander'))
    await expectText(popup, `${action('choose-commander')} option`, 'Malachai · still open')
    await popup.evaluate(() => {
      const menu = document.querySelector<HTMLSelectElement>('[data-action="choose-commander"]')
      const other = [...(menu?.options ?? [])].find(({ text }) => text.startsWith('Malachai'))
      if (menu && other) menu.value = other.value
      menu?.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await expectPoints(popup, 0)
    await click(popup, action('mark'))
    await expectPoints(popup, 100)
    await expectBadge(tracker, /^✓$/)
    await click(popup, action('undo'))
    await expectBadge(tracker, /^UA$/)
    // Of the one who is shown: Malachai, until the first is shown again.
    await click(options, '[data-field="badge-for"] [value="chosen"]')
    await expectBadge(tracker, /^UA$/)
    await click(options, `${action('choose-commander')}`)
    await expectBadge(tracker, /^✓$/)
  })

  it('takes an event from the feed, and again after its source moved it, with its marks', async () => {
    const at = (hours: number) => new Date(Math.floor(Date.now() / 60_000) * 60_000 + hours * HOUR).toISOString()
    const feedAt = (shift: number, updatedAt: string) =>
      JSON.stringify([
        feedEntry({
          id: 1,
          title: 'Quiet Frontier Meta - SMS',
          startTime: at(shift - 5),
          endTime: at(shift + 60),
          updatedAt,
        }),
        feedEntry({
          id: 2,
          title: 'Quiet Frontier: first',
          startTime: at(shift - 5),
          endTime: at(shift + 19),
          updatedAt,
        }),
        feedEntry({
          id: 3,
          title: 'Quiet Frontier: second',
          startTime: at(shift + 19),
          endTime: at(shift + 43),
          updatedAt,
        }),
      ])
    const options = await tracker.openPage('options.html')
    const importFeed = async (text: string) => {
      await dropFile(tracker, options, DROP_ZONE, text)
      await waitFor(
        () =>
          options.evaluate(() => {
            const tick = document.querySelector<HTMLInputElement>('#library [data-status] input[type="checkbox"]')
            if (tick && !tick.checked) tick.click()
            return tick?.checked ?? false
          }),
        { what: 'a ticked event of the feed' },
      )
      await click(options, action('import-confirm'))
    }
    await importFeed(feedAt(0, '2026-06-20T12:00:00.000Z'))
    const popup = await tracker.openPage('popup.html')
    await expectState(popup, 'open')
    await click(popup, action('mark'))
    await expectState(popup, 'done')
    const startOf = async () => {
      const { record } = (await tracker.storage.get()) as {
        record?: { runs: Record<string, { value: { startsAt: number } }> }
      }
      return record?.runs['feed-1.run']?.value.startsAt
    }
    const start = (await startOf()) ?? 0
    await importFeed(feedAt(-1, '2026-06-21T12:00:00.000Z'))
    await waitFor(async () => (await startOf()) === start - HOUR, { what: 'the run, an hour earlier' })
    await expectState(popup, 'done')
    await expectPoints(popup, 1)
  })
})
