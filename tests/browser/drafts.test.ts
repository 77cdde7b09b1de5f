/** An options page, or a popup, that is closed while something is typed: it is there again until it is submitted. */

import type { Page } from 'puppeteer-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { parsePart } from '../../utils/storage/parse-part.ts'
import { parseShelf, parseWhole } from '../../utils/storage/parse-whole.ts'
import { settled } from './background.ts'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'
import { fill } from './states/steps.ts'
import { action, click } from './support.ts'
import { launchUpdatable, type Updatable } from './updatable.ts'

const PACK = JSON.stringify({
  format: 'event-pack',
  version: 1,
  name: 'Patrols',
  events: ['patrol', 'watch'].map((id) => ({
    id,
    name: `Border ${id}`,
    shortName: `Border ${id}`,
    lasts: 1440,
    relatedEvents: [{ id: 'day-1', name: 'First', code: 'FW', windows: [{ opensAfter: 0, lasts: 1440 }] }],
  })),
})
const NOTE = '[data-kept] p'
const field = (name: string) => `[data-field="${name}"]`

describe.each(BROWSERS)('%s', (browserName) => {
  let installed: Updatable
  let tracker: Tracker
  beforeEach(async () => {
    installed = await launchUpdatable(browserName)
    tracker = installed.tracker
  })
  afterEach(() => installed?.close())

  /** @returns the options page, opened anew */
  const update = async (open: Page): Promise<Page> => {
    await installed.update()
    expect(open.isClosed()).toBe(true)
    return tracker.openPage('options.html')
  }
  const drafts = () => tracker.evaluate(() => Object.keys(localStorage).toSorted())
  const record = async (): Promise<TrackerRecord> => {
    const stored = await tracker.storage.get()
    const parsed = parseWhole(parsePart(stored.record), parseShelf(stored.shelf))
    if (parsed.kind !== 'record') throw new Error(`What is stored is no record: ${parsed.kind}`)
    return parsed.record
  }

  it('keeps through an update what is typed and not submitted, and nothing of it after', async () => {
    const options = await tracker.openPage('options.html')
    await options.waitForSelector(field('import-text'))
    await settled(tracker)
    await tracker.stopBackground()
    await fill(options, field('import-text'), PACK, true)
    await untick(options, 'watch')
    const date = await tomorrow(options)
    await fill(options, field('start-date'), date, true)
    await fill(options, field('start-time'), '17:45', true)
    await click(options, action('write-event'))
    await options.waitForSelector('.event-editor')
    await fill(options, field('event-days'), '2')
    await fill(options, field('related-1-name'), 'Second Trial')
    // Last, by the keyboard, and not left: an update asks nobody to press Tab, nor for leave to close the page.
    await options.focus(field('event-name'))
    await options.keyboard.type('Meta – SMS')
    expect(await drafts()).toEqual(['draft:import', 'draft:new-event', 'draft:start=defender-of-peace'])
    const before = await tracker.storage.get()
    // What is only typed wakes nobody.
    expect(await tracker.isBackgroundRunning()).toBe(false)

    const again = await update(options)
    await waitFor(() => again.evaluate(() => document.querySelectorAll('[data-kept]').length === 3), {
      what: 'what was typed',
    })
    await again.waitForSelector('[data-import-preview]')
    expect(await text(again, 'event-name')).toBe('Meta – SMS')
    expect(await text(again, 'related-1-name')).toBe('Second Trial')
    expect([await text(again, 'start-date'), await text(again, 'start-time')]).toEqual([date, '17:45'])
    expect(await ticks(again)).toEqual({ patrol: true, watch: false })
    expect(await again.$$eval(NOTE, (notes) => notes.map(({ textContent }) => textContent))).toEqual([
      'Typed before, not saved yet.',
      'Typed before, not saved yet.',
      'Pasted before, not imported yet.',
    ])
    // Nobody asked for the focus, nor to be taken to the middle of the page.
    expect(await again.evaluate(() => [document.activeElement === document.body, scrollY])).toEqual([true, 0])
    const { record: near, shelf } = await tracker.storage.get()
    expect({ near, shelf }).toEqual({ near: before.record, shelf: before.shelf })

    await click(again, action('import-confirm'))
    await waitFor(async () => 'patrol' in (await record()).events, { what: 'the import' })
    await fill(again, field('related-0-name'), 'First Trial')
    await click(again, action('save-event'))
    await waitFor(async () => Object.keys((await record()).events).length === 2, { what: 'the event' })
    await click(again, action('start-run'))
    await waitFor(async () => Object.keys((await record()).runs).length === 1, { what: 'the run' })
    const [run] = Object.values((await record()).runs)
    expect(run?.value).toMatchObject({ startAssumed: false })
    await waitFor(async () => (await drafts()).length === 0, { what: 'the drafts to be forgotten' })

    const third = await update(again)
    await third.waitForSelector('#library')
    expect(await third.$$('.event-editor, [data-import-preview], [data-kept]')).toEqual([])
    expect(await tracker.consoleErrors()).toEqual([])
  })

  it('keeps a change of an event and a start in its row, and forgets what is discarded', async () => {
    const options = await tracker.openPage('options.html')
    await fill(options, field('import-text'), PACK, true)
    await click(options, action('import-confirm'))
    await options.waitForSelector('.event-list [data-event="watch"]')
    await click(options, `.event-list [data-event="patrol"] ${action('edit-event')}`)
    await fill(options, field('event-name'), 'Border change')
    await click(options, `.event-list [data-event="watch"] ${action('track-event')}`)
    await fill(options, '[data-track] [data-field="start-time"]', '05:15')

    const again = await update(options)
    await again.waitForSelector('[data-editor="patrol"]')
    expect(await text(again, 'event-name')).toBe('Border change')
    expect(await again.$eval('[data-track="watch"] [data-field="start-time"]', textIn)).toBe('05:15')
    await click(again, action('cancel-event'))
    await click(again, action('discard-event'))
    await click(again, action('track-cancel'))
    expect(await drafts()).toEqual([])
    await again.close()

    const third = await tracker.openPage('options.html')
    await third.waitForSelector('.event-list [data-event="watch"]')
    expect(await third.$$('.event-editor, [data-track]')).toEqual([])
    expect(await tracker.consoleErrors()).toEqual([])
  })

  it('asks before a page goes of which another has discarded the draft, until the next letter', async () => {
    const first = await tracker.openPage('options.html')
    await click(first, action('write-event'))
    await fill(first, field('event-name'), 'Meta')
    expect(await drafts()).toEqual(['draft:new-event'])
    expect(await isAsked(first)).toBe(false)

    const second = await tracker.openPage('options.html')
    await second.waitForSelector(`.event-editor ${NOTE}`)
    await click(second, action('discard-kept'))
    await click(second, action('discard-event'))
    await waitFor(async () => (await drafts()).length === 0, { what: 'the draft to be forgotten' })
    await waitFor(() => isAsked(first), { what: 'the first page to be at risk' })

    await first.bringToFront()
    await fill(first, field('event-name'), 'Meta – SMS')
    expect(await isAsked(first)).toBe(false)
    expect(await drafts()).toEqual(['draft:new-event'])
    expect(await tracker.consoleErrors()).toEqual([])
  })

  it('keeps a start that is typed into the popup', async () => {
    const popup = await tracker.openPage('popup.html')
    await click(popup, action('pick-start'))
    const date = await tomorrow(popup)
    await fill(popup, field('start-date'), date, true)
    await fill(popup, field('start-time'), '17:45', true)
    await popup.close()

    const again = await tracker.openPage('popup.html')
    await again.waitForSelector(NOTE.replace(' p', ''))
    expect([await text(again, 'start-date'), await text(again, 'start-time')]).toEqual([date, '17:45'])
    await click(again, action('confirm-start'))
    await waitFor(async () => Object.keys((await record()).runs).length === 1, { what: 'the run' })
    await waitFor(async () => (await drafts()).length === 0, { what: 'the draft to be forgotten' })
    expect(await tracker.consoleErrors()).toEqual([])
  })
})

const textIn = (input: Element) => (input as HTMLInputElement).value
const text = (page: Page, name: string) => page.$eval(field(name), textIn)

/** Whether the page lets the browser ask before it goes; it stays. */
const isAsked = (page: Page) =>
  page.evaluate(() => {
    const leaving = new Event('beforeunload', { cancelable: true })
    dispatchEvent(leaving)
    return leaving.defaultPrevented
  })

/** As a date field takes it, on the host's clock. */
const tomorrow = (page: Page) =>
  page.evaluate(() => {
    const day = new Date(Date.now() + 86_400_000)
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-')
  })

const tickBox = (id: string) => `[data-import-preview] [data-event="${id}"] ${field('import-event')}`

async function untick(page: Page, id: string): Promise<void> {
  await click(page, tickBox(id))
  await waitFor(() => page.$eval(tickBox(id), (box) => !(box as HTMLInputElement).checked), { what: `${id} unticked` })
}

/** What is ticked in the preview, by event. */
const ticks = (page: Page) =>
  page.$$eval('[data-import-preview] [data-event]', (rows) =>
    Object.fromEntries(
      rows.map((row) => [row.getAttribute('data-event'), row.querySelector<HTMLInputElement>('input')?.checked]),
    ),
  )
