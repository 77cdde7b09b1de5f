/** The options page where a person has several accounts. */

import { minutesInDay, minutesInHour } from 'date-fns/constants'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { type Commander, DEFAULT_COMMANDER, FIRST_COMMANDER } from '../../../utils/record/record.ts'
import { changeCommander, putCommander, putEvent, putRun, type Transition } from '../../../utils/record/transitions.ts'
import { action, click } from '../support.ts'
import { BORDER_PATROL, HOUR, runOnDay, withRecord } from './seeds.ts'
import { options, type State } from './state.ts'
import { fill, find } from './steps.ts'

const PART = '#commander'
const rowOf = (id: string) => `[data-commander="${id}"]`
const opener = (id: string) => `${rowOf(id)} ${action('open-commander')}`

/** A commander beside the first. */
const other = (id: string, told: Partial<Commander>) => (): Transition =>
  putCommander(id, { ...DEFAULT_COMMANDER, ...told })

const tamsin = other('commander-2', { name: 'Tamsin Vey', server: '87', level: 52, region: 'eu', role: 'villain' })
const nameless = other('commander-3', { level: 12, region: 'apac' })
const old = other('commander-4', { name: 'Old Account', server: '3', archived: true })

/** Commanders 2 to `count`. */
const many = (count: number) => (): Transition => (before, stamp) =>
  Array.from({ length: count - 1 }, (_, index) => index + 2).reduce(
    (record, number) =>
      putCommander(`commander-${String(number).padStart(2, '0')}`, {
        ...DEFAULT_COMMANDER,
        name: number % 5 === 0 ? '' : `Commander of Server ${number * 7}`,
        server: String(number * 7),
        level: 10 + ((number * 13) % 50),
        role: (['hero', 'villain', 'none'] as const)[number % 3] ?? 'none',
        archived: number > 17 && number <= 20,
      })(record, stamp),
    before,
  )

/** As long as names get, and two that are called the same. */
const longNames = (): Transition => (before, stamp) => {
  const name = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft of the Outer Marches'
  return [1, 2, 3].reduce(
    (record, number) =>
      putCommander(`commander-${number}`, { ...DEFAULT_COMMANDER, name: name.slice(0, 100), server: `${number % 2}` })(
        record,
        stamp,
      ),
    before,
  )
}

/** Four events for commanders of level 60 and up. */
const forOthers = (now: number): Transition => {
  const events = ['First Watch', 'Second Watch', 'Long Watch', 'Last Watch'].map(
    (name, index): EventDefinition => ({
      ...BORDER_PATROL,
      id: `watch-${index}`,
      name,
      shortName: name,
      minLevel: 60,
      regions: [{ id: 'latam', name: 'Latin America', startsAfter: 3 * minutesInHour }],
      lasts: 4 * minutesInDay,
    }),
  )
  return (before, stamp) =>
    events.reduce((record, event) => {
      const run = { eventId: event.id, startsAt: now - 5 * HOUR, startAssumed: false }
      return putRun(`run-${event.id}`, run)(putEvent(event)(record, stamp), stamp)
    }, before)
}

export const OPTIONS_COMMANDERS: readonly State[] = [
  options('commanders', { part: PART, seed: withRecord(tamsin, nameless, old) }, rowOf('commander-4')),
  options(
    'commander-open',
    {
      part: PART,
      seed: withRecord(tamsin, nameless, old),
      act: (page) => click(page, opener('commander-2')),
    },
    action('archive-commander'),
  ),
  options(
    'commander-added',
    { part: PART, main: false, seed: withRecord(), act: (page) => click(page, action('add-commander')) },
    `${PART} [data-field="name"]:focus`,
  ),
  options(
    'commander-archived-open',
    {
      part: PART,
      seed: withRecord(tamsin, old),
      act: (page) => click(page, opener('commander-4')),
    },
    action('unarchive-commander'),
  ),
  options(
    'commander-last-played',
    {
      part: PART,
      seed: withRecord(old),
      act: (page) => click(page, opener(FIRST_COMMANDER)),
    },
    `${action('archive-commander')}[aria-disabled]`,
  ),
  options(
    'commander-removed',
    {
      part: PART,
      seed: withRecord(tamsin, nameless),
      act: async (page) => {
        await click(page, opener('commander-2'))
        await click(page, action('remove-commander'))
      },
    },
    `${PART} ${action('undo-run')}`,
  ),
  options(
    'commander-moved',
    {
      part: PART,
      seed: withRecord(tamsin, nameless),
      act: async (page) => {
        await click(page, `${rowOf('commander-3')} ${action('commander-up')}`)
        await find(page, `${PART} [data-heard] > *`)
      },
    },
    `${rowOf('commander-3')} ${action('commander-up')}:focus`,
  ),
  options('commanders-20', { part: PART, seed: withRecord(many(20)) }, rowOf('commander-20')),
  options('commanders-50', { part: PART, main: false, seed: withRecord(many(50)) }, '[data-error="add-commander"]'),
  options('commanders-long', { part: PART, main: false, seed: withRecord(longNames) }, rowOf('commander-3')),
  options(
    'commander-region',
    {
      part: PART,
      seed: withRecord(forOthers, () => changeCommander(FIRST_COMMANDER, { region: 'latam' })),
    },
    `[data-field="region"] [value="latam"]`,
  ),
  options('level-hides-several', {
    part: PART,
    seed: withRecord(forOthers, () => changeCommander(FIRST_COMMANDER, { level: 9 })),
  }),
  options(
    'commander-name-long',
    {
      part: PART,
      main: false,
      seed: withRecord(tamsin),
      act: async (page) => {
        await click(page, opener('commander-2'))
        await fill(page, '[data-field="name"]', 'x'.repeat(101), true)
      },
    },
    '[data-error="name"]',
  ),
  options('badge-for', { part: '#badge', seed: withRecord(runOnDay(3), tamsin) }, '[data-field="badge-for"]'),
]
