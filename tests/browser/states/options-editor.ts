/** The event editor of the options page. */

import { minutesInDay, minutesInHour } from 'date-fns/constants'
import type { Page } from 'puppeteer-core'
import type { EventDefinition, RelatedEvent } from '../../../utils/events/event.ts'
import { changeChosenCommander, putEvent } from '../../../utils/record/transitions.ts'
import { action, click } from '../support.ts'
import { withRecord } from './seeds.ts'
import { options, type State } from './state.ts'
import { fill, find } from './steps.ts'

const field = (name: string) => `[data-field="${name}"]`
const EDITOR = '.event-editor'

function feeder(number: number, more: Partial<RelatedEvent>): RelatedEvent {
  return { id: `feeder-${number}`, name: `Feeder ${number}`, code: `F${number}`, rewards: [], windows: [], ...more }
}
const day = (number: number, lasts: number = minutesInDay) => ({ opensAfter: (number - 1) * minutesInDay, lasts })

/** As an arc meta: four weekly ranges, a feeder that comes back, and level brackets on one day. */
const ARC: EventDefinition = {
  id: 'own-arc-meta-1a2b3c4d',
  name: 'Arc Meta – SMS',
  shortName: 'Arc Meta',
  rewards: [],
  lasts: 28 * minutesInDay,
  minLevel: 20,
  relatedEvents: [
    ...[1, 2, 3, 4].map((week) =>
      feeder(week, { name: `Week ${week}`, windows: [day(7 * week - 6, 7 * minutesInDay)] }),
    ),
    feeder(5, { name: 'Comes back', windows: [2, 5, 11, 17, 25].map((number) => day(number)) }),
    feeder(6, { name: 'Low bracket', minLevel: 20, maxLevel: 39, windows: [day(3)], points: 100 }),
    feeder(7, { name: 'Middle bracket', minLevel: 40, maxLevel: 50, windows: [day(3)], points: 100 }),
    feeder(8, { name: 'High bracket', minLevel: 51, maxLevel: 80, windows: [day(3)], points: 100 }),
  ],
}

/** Twelve hours that start at another hour in each region. */
const INCURSIONS: EventDefinition = {
  id: 'own-incursions-1a2b3c4d',
  name: 'Infinite Incursions',
  shortName: 'Infinite Incursions',
  rewards: [],
  lasts: 12 * minutesInHour,
  assumedStart: 8 * minutesInHour,
  regions: [
    { id: 'eu', name: 'EU', startsAfter: 0 },
    { id: 'us', name: 'US', startsAfter: 420 },
    { id: 'apac', name: 'APAC', startsAfter: 900 },
  ],
  relatedEvents: [feeder(1, { name: 'Infinite Incursions', code: 'INC', windows: [day(1, 12 * minutesInHour)] })],
}

/** Nobody knows when it ends. */
const OPEN_END: EventDefinition = {
  id: 'own-open-end-1a2b3c4d',
  name: 'Open End',
  shortName: 'Open End',
  rewards: [],
  relatedEvents: [feeder(1, { windows: [{ opensAfter: 0 }] })],
}

async function write(page: Page): Promise<void> {
  await click(page, action('write-event'))
  await find(page, EDITOR)
}

async function writeDays(page: Page): Promise<void> {
  await write(page)
  await fill(page, field('event-name'), 'Combat Simulation Meta – SMS')
  await fill(page, field('event-days'), '3')
  for (const [index, name] of ['First Trial', 'Second Trial', 'Third Trial'].entries()) {
    await fill(page, field(`related-${index}-name`), name)
  }
}

const edit = (event: EventDefinition) => async (page: Page) => {
  await click(page, `[data-event="${event.id}"] ${action('edit-event')}`)
  await find(page, EDITOR)
}

/** Below some of the brackets. */
const atLevel38 = () => changeChosenCommander({ level: 38 })

const written = (name: string, act: (page: Page) => Promise<void>, ...expect: string[]): State =>
  options(name, { part: EDITOR, main: false, seed: withRecord(), act }, EDITOR, ...expect)
const edited = (name: string, event: EventDefinition, ...expect: string[]): State =>
  options(
    name,
    { part: EDITOR, main: false, seed: withRecord(() => putEvent(event), atLevel38), act: edit(event) },
    EDITOR,
    ...expect,
  )

export const OPTIONS_EDITOR: readonly State[] = [
  written('editor-new', write),
  written('editor-days', writeDays, '[data-day="3"]'),
  written(
    'editor-errors',
    async (page) => {
      await writeDays(page)
      await fill(page, field('related-0-name'), '')
      await fill(page, field('related-1-code'), 'ABCDE')
      await fill(page, field('related-2-window-0-day'), 'third')
      await click(page, action('save-event'))
    },
    '[data-error="related-0-name"]',
    '[data-error="related-1-code"]',
    '[data-error="related-2-window-0-day"]',
  ),
  written(
    'editor-more',
    async (page) => {
      await writeDays(page)
      await click(page, '[data-related="1"] [data-action="more-related"]')
      await click(page, '[data-related="1"] [data-action="add-window"]')
      await click(page, action('event-fields'))
      await click(page, action('add-region'))
    },
    '[data-window="1"]',
    field('region-0-name'),
  ),
  written(
    'editor-removed',
    async (page) => {
      await writeDays(page)
      await click(page, '[data-related="1"] [data-action="more-related"]')
      await click(page, '[data-related="1"] [data-action="remove-related"]')
    },
    `${EDITOR} .undo-bar`,
  ),
  written(
    'editor-discard',
    async (page) => {
      await writeDays(page)
      await click(page, action('cancel-event'))
    },
    action('discard-event'),
  ),
  edited('editor-arc', ARC, '[data-hidden="level"]'),
  edited('editor-regions', INCURSIONS, '[data-lanes="2"]'),
  edited('editor-endless', OPEN_END, '.timeline-bar.is-endless'),
]
