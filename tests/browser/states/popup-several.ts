/** The popup with several events and several commanders, and with events of every shape. */

import { DEFAULT_COMMANDER, FIRST_COMMANDER } from '../../../utils/record/record.ts'
import {
  changeChosenCommander,
  changeCommander,
  putCommander,
  type Transition,
} from '../../../utils/record/transitions.ts'
import { action, click } from '../support.ts'
import {
  ARC_META,
  BRACKETS,
  BY_REGION,
  ENDLESS,
  ENDLESS_AFTER_ALL,
  ROTATION,
  SERVER_INVASION,
  tracking,
  WEEKLY_META,
} from './own-events.ts'
import { BORDER_PATROL, DAY, doneOn, HOUR, LONG_NAMES, runOnDay, withRecord } from './seeds.ts'
import { popup, type State } from './state.ts'

const level = (value: number) => () => changeChosenCommander({ level: value })
const region = (value: string) => () => changeChosenCommander({ region: value })

/** So many commanders besides the first. */
const commanders = (count: number) => (): Transition => (before, stamp) =>
  Array.from({ length: count }, (_, index) => index + 2).reduce(
    (record, number) =>
      putCommander(`commander-${number}`, {
        ...DEFAULT_COMMANDER,
        name: `Officer ${number}`,
        server: String(40 + number),
        level: 20 + number,
      })(record, stamp),
    changeCommander(FIRST_COMMANDER, { name: 'Aurelia Thorne' })(before, stamp),
  )

export const POPUP_SEVERAL: readonly State[] = [
  popup(
    'two-events',
    'open',
    { seed: withRecord(runOnDay(3), doneOn(1, 2), tracking(SERVER_INVASION, 30 * HOUR)) },
    '.chip:nth-child(2)',
  ),
  popup(
    'two-events-other',
    'open',
    {
      seed: withRecord(runOnDay(3), doneOn(1, 2), tracking(SERVER_INVASION, 30 * HOUR)),
      act: (page) => click(page, `${action('choose-run')}:last-child`),
    },
    '.chip:last-child[aria-current]',
  ),
  popup(
    'many-events',
    'open',
    {
      main: false,
      seed: withRecord(
        runOnDay(3),
        doneOn(1, 2, 3),
        tracking(WEEKLY_META, 3 * DAY + 2 * HOUR, { repeatsEvery: 1 }),
        tracking(ARC_META, 10 * DAY + 2 * HOUR),
        tracking(SERVER_INVASION, 30 * HOUR),
        tracking(BORDER_PATROL, -3 * DAY),
        tracking(LONG_NAMES, 4 * HOUR),
      ),
    },
    action('more-runs'),
  ),
  popup('days-of-a-week', 'open', { seed: withRecord(tracking(WEEKLY_META, 3 * DAY + 2 * HOUR)) }, action('all-days')),
  popup(
    'days-of-an-arc',
    'open',
    {
      main: false,
      seed: withRecord(tracking(ARC_META, 10 * DAY + 2 * HOUR)),
      act: (page) => click(page, action('all-days')),
    },
    '.day:nth-child(28)',
  ),
  popup('parts-of-weeks', 'open', { seed: withRecord(tracking(ROTATION, 9 * DAY)) }),
  popup(
    'series-help',
    'open',
    {
      main: false,
      seed: withRecord(tracking(WEEKLY_META, 8 * DAY, { repeatsEvery: 1 })),
      act: (page) => click(page, '.help > summary'),
    },
    action('stop-repeating'),
  ),
  popup('server-wide', 'open', { seed: withRecord(tracking(SERVER_INVASION, 30 * HOUR)) }),
  popup('endless', 'open', { seed: withRecord(tracking(ENDLESS, 2 * DAY)) }),
  popup('endless-after-all', 'closing', { seed: withRecord(tracking(ENDLESS_AFTER_ALL, 2 * DAY)) }),
  popup('regions-all', 'open', { seed: withRecord(tracking(BY_REGION, 8 * HOUR)) }),
  popup(
    'region-own',
    'open',
    {
      main: false,
      seed: withRecord(tracking(BY_REGION, 8 * HOUR), region('us')),
      act: (page) => click(page, '[data-hidden-windows] summary'),
    },
    '[data-hidden-windows="2"][open]',
  ),
  popup('hidden-by-region', 'ineligible', { seed: withRecord(tracking(BY_REGION, 8 * HOUR), region('moon')) }),
  popup(
    'brackets',
    'open',
    {
      main: false,
      seed: withRecord(tracking(BRACKETS, 30 * HOUR), level(45)),
      act: (page) => click(page, '[data-hidden-windows] summary'),
    },
    '[data-hidden-windows="6"][open]',
  ),
  popup('hidden-by-brackets', 'ineligible', { seed: withRecord(tracking(BRACKETS, 30 * HOUR), level(12)) }),
  popup(
    'two-commanders',
    'open',
    { seed: withRecord(runOnDay(3), doneOn(1, 2), commanders(1)) },
    action('choose-commander'),
  ),
  popup(
    'twenty-commanders',
    'open',
    {
      seed: withRecord(runOnDay(3), doneOn(1, 2), commanders(19), tracking(SERVER_INVASION, 30 * HOUR)),
    },
    `${action('choose-commander')} option:nth-child(20)`,
  ),
]
