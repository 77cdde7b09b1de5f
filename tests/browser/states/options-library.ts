/** The library in the options page: the list of events, and the import. */

import type { Page } from 'puppeteer-core'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { writePack } from '../../../utils/packs/write-pack.ts'
import { FIRST_COMMANDER } from '../../../utils/record/record.ts'
import {
  changeChosenCommander,
  putEvent,
  putRun,
  setDone,
  setSetting,
  type Transition,
} from '../../../utils/record/transitions.ts'
import { feedEntry, feedOf, feedTimes } from '../../unit/support/feed.ts'
import { action, click } from '../support.ts'
import { ARC_META, WEEKLY_META } from './own-events.ts'
import { BORDER_PATROL, DAY, doneOn, LONG_NAMES, runOnDay, withRecord } from './seeds.ts'
import { NOW, options, type State } from './state.ts'
import { fill, find } from './steps.ts'

const PART = '#library'
const TEXT = '[data-field="import-text"]'
const PREVIEW = '[data-import-preview]'
/** Of the entries of the feed whose dates the tests share. */
const FEED_NOW = Date.UTC(2026, 5, 26, 12, 34)

const london = () => setSetting('timeZone', 'Europe/London')
const events =
  (...all: readonly EventDefinition[]) =>
  (): Transition =>
  (record, stamp) =>
    all.reduce((before, event) => putEvent(event)(before, stamp), record)

/** What the library of somebody looks like who has tracked for some time. */
const SHELF = events(
  WEEKLY_META,
  { ...ARC_META, id: 'feed-77', edited: true },
  { ...BORDER_PATROL, id: 'own-border-patrol' },
  LONG_NAMES,
  { ...BORDER_PATROL, id: 'endless', name: 'Open Hailing Frequencies', shortName: 'Open Hailing', lasts: undefined },
)

const at = (text: string) => (page: Page) => fill(page, TEXT, text, true)
const feed = (...entries: readonly object[]) => JSON.stringify(entries)

const REVISED: EventDefinition = {
  ...BORDER_PATROL,
  minLevel: 20,
  relatedEvents: BORDER_PATROL.relatedEvents.slice(0, 2).map((day, index) => ({
    ...day,
    windows: [{ opensAfter: index * 1440 + 60, lasts: 600 }],
  })),
}

/** An event in each state that an import knows. */
const statuses = () => (): Transition => (record, stamp) =>
  [
    putEvent(BORDER_PATROL),
    putEvent({ ...WEEKLY_META, minLevel: 15, edited: true, revision: 3 }),
    putEvent({ ...ARC_META, revision: 9 }),
    putRun('border-patrol.2026-11-26', {
      eventId: BORDER_PATROL.id,
      startsAt: Date.UTC(2026, 10, 26, 16),
      startAssumed: false,
      importedStart: Date.UTC(2026, 10, 26, 16),
    }),
    setDone(FIRST_COMMANDER, 'border-patrol.2026-11-26', 'day-1', true),
    setDone(FIRST_COMMANDER, 'border-patrol.2026-11-26', 'day-3', true),
  ].reduce((before, transition) => transition(before, stamp), record)

const STATUSES_PACK = writePack('All of them', [
  { event: { ...REVISED, revision: 2 }, starts: [Date.UTC(2026, 10, 26, 17)] },
  { event: { ...WEEKLY_META, revision: 1 }, starts: [] },
  { event: { ...ARC_META, revision: 2 }, starts: [] },
  { event: { ...LONG_NAMES, repeatsEvery: 2 }, starts: [NOW + 3 * DAY - (NOW % 60_000)] },
])

const PACK = writePack('Patrols', [{ event: BORDER_PATROL, starts: [Date.UTC(2026, 10, 26, 16)] }])
const BROKEN_PACK = JSON.stringify(
  {
    ...JSON.parse(PACK),
    surplus: true,
    events: [
      {
        ...JSON.parse(PACK).events[0],
        minLevel: 40,
        maxLevel: 20,
        starts: [{ date: '2026-02-30', time: '16:00', timeZone: 'Mars/Olympus' }],
        relatedEvents: [{ id: 'day one', code: 'ABCDE', windows: [{ opensAfter: 0, lasts: -60 }] }],
      },
    ],
  },
  null,
  2,
)

async function drag(page: Page): Promise<void> {
  await find(page, '[data-drop-zone]')
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['{}'], 'events.json', { type: 'application/json' }))
    document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }))
  })
}

/** A feed in the middle of its weeks, read. */
function feedState(name: string, text: string, act: (page: Page) => Promise<void>, ...expect: string[]): State {
  return options(
    name,
    {
      part: PART,
      main: false,
      now: FEED_NOW,
      seed: withRecord(london, () => changeChosenCommander({ level: 38 })),
      act: async (page) => {
        await at(text)(page)
        await find(page, '[data-feed]')
        await act(page)
      },
    },
    ...expect,
  )
}

async function tickFirst(page: Page): Promise<void> {
  await click(page, '[data-feed] [data-event]:nth-child(2) [data-field="import-event"]')
  await find(page, '[data-ticked="1"]')
}

export const OPTIONS_LIBRARY: readonly State[] = [
  options('library', { part: PART, seed: withRecord(london) }, '[data-event="defender-of-peace"]'),
  options(
    'library-events',
    { part: PART, seed: withRecord(london, SHELF, runOnDay(3), doneOn(1, 2)) },
    '[data-field="library-query"]',
  ),
  options(
    'library-more',
    {
      part: PART,
      seed: withRecord(london, SHELF),
      act: (page) => click(page, `[data-event="own-border-patrol"] ${action('more-event')}`),
    },
    '.event-more[aria-expanded="true"]',
  ),
  options(
    'library-nothing',
    {
      part: PART,
      main: false,
      seed: withRecord(london, SHELF),
      act: (page) => fill(page, '[data-field="library-query"]', 'atlantis'),
    },
    '[data-library-count="0"]',
  ),
  options(
    'library-track',
    {
      part: PART,
      seed: withRecord(london, SHELF),
      act: (page) => click(page, `[data-event="${WEEKLY_META.id}"] ${action('track-event')}`),
    },
    '[data-track]',
  ),
  options(
    'library-track-weeks',
    {
      part: PART,
      main: false,
      seed: withRecord(london, SHELF),
      act: async (page) => {
        await click(page, `[data-event="${WEEKLY_META.id}"] ${action('track-event')}`)
        await fill(page, '[data-field="track-weeks"]', '99')
      },
    },
    '[data-error="track-weeks"]',
  ),
  options(
    'library-removed',
    {
      part: PART,
      seed: withRecord(london, SHELF),
      act: (page) => click(page, `[data-event="own-border-patrol"] ${action('remove-event')}`),
    },
    '#library .undo-bar',
  ),
  options(
    'library-write',
    { part: PART, main: false, seed: withRecord(london), act: (page) => click(page, action('write-event')) },
    '#library [data-editor]',
  ),
  options('import-drag', { part: PART, main: false, seed: withRecord(london), act: drag }, '[data-drop-zone="over"]'),
  options(
    'import-problems',
    { part: PART, main: false, seed: withRecord(london), act: at(BROKEN_PACK) },
    '[data-problem="code-long"]',
  ),
  options(
    'import-not-json',
    { part: PART, main: false, seed: withRecord(london), act: at(PACK.slice(0, 300)) },
    '[data-problem="not-json"]',
  ),
  options('import-pack', { part: PART, main: false, seed: withRecord(london), act: at(PACK) }, PREVIEW),
  options(
    'import-statuses',
    { part: PART, main: false, seed: withRecord(london, statuses()), act: at(STATUSES_PACK) },
    PREVIEW,
  ),
  options(
    'import-done',
    {
      part: PART,
      main: false,
      seed: withRecord(london),
      act: async (page) => {
        await at(PACK)(page)
        await click(page, action('import-confirm'))
      },
    },
    '.import .undo-bar',
  ),
  feedState('import-feed', feed(...feedOf(60)), tickFirst),
  feedState(
    'import-feed-days',
    feed(feedEntry(), feedEntry({ id: 400, title: 'Sector Supremacy: feeder of day 1', ...feedTimes(0, 24) })),
    async (page) => {
      await click(page, action('tick-shown'))
      await click(page, action('import-days'))
    },
    '.import-days',
  ),
  feedState(
    'import-feed-left-out',
    feed(feedEntry(), feedEntry({ id: 2, endTime: '' }), feedEntry({ id: 3, title: '' })),
    (page) => click(page, '[data-left-out] > summary'),
    '[data-left-out][open]',
  ),
  feedState(
    'import-feed-none',
    feed(...feedOf(60)),
    (page) => fill(page, '[data-field="feed-query"]', 'atlantis'),
    '[data-feed-count="0"]',
  ),
]
