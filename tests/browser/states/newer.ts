/** A record that a newer version wrote: it is looked at, and nothing of it can be changed. */

import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { DEFAULT_COMMANDER, FIRST_COMMANDER, RECORD_VERSION } from '../../../utils/record/record.ts'
import {
  changeCommander,
  putCommander,
  putEvent,
  putRun,
  setDone,
  setSetting,
  type Transition,
} from '../../../utils/record/transitions.ts'
import { action, click } from '../support.ts'
import { BORDER_PATROL, DAY, dayId, doneOn, noteOn, record, runOnDay } from './seeds.ts'
import { options, popup, type State } from './state.ts'

const london = () => setSetting('timeZone', 'Europe/London')

/** The run of last month, of which one day is marked. */
const lastMonth =
  (now: number): Transition =>
  (before, stamp) =>
    [
      putRun('last', { eventId: DEFENDER_OF_PEACE.id, startsAt: now - 30 * DAY, startAssumed: false }),
      setDone(FIRST_COMMANDER, 'last', dayId(2), true),
    ].reduce((told, transition) => transition(told, stamp), before)

const twoCommanders = (): Transition => (before, stamp) =>
  putCommander('second', { ...DEFAULT_COMMANDER, name: 'Officer 2', server: '42' })(
    changeCommander(FIRST_COMMANDER, { name: 'Aurelia Thorne' })(before, stamp),
    stamp,
  )

/** As a later version stores it, with what this one does not know. */
const newer =
  (...told: readonly ((now: number) => Transition)[]): State['seed'] =>
  (now, role) => ({
    record: {
      ...record(now, role, ...told.map((transition) => transition(now))),
      version: RECORD_VERSION + 1,
      alliances: {},
    },
  })

const running = newer(london, runOnDay(3), doneOn(1, 2))
const everything = newer(
  london,
  runOnDay(3),
  doneOn(1, 2),
  noteOn(2, 'Recruit 3 officers.'),
  lastMonth,
  () => putEvent(BORDER_PATROL),
  twoCommanders,
)

const CARD = '[data-note="newer"]'
const BANNER = '[data-banner="newer"]'
const nothing: State['seed'] = () => ({ record: { version: 99 } })

export const NEWER: readonly State[] = [
  popup('newer', 'newer', { seed: nothing }, '.trouble'),
  popup('newer-open', 'open', { main: false, seed: running }, CARD),
  popup(
    'newer-day',
    'open',
    {
      main: false,
      seed: newer(london, runOnDay(3), doneOn(1), noteOn(2, 'Recruit 3 officers.')),
      act: async (page) => {
        await click(page, `[data-window="${dayId(2)}"] ${action('toggle-day')}`)
        await click(page, '.foot .help summary')
      },
    },
    CARD,
    `${action('mark-day')}:disabled`,
    '.foot .help[open] li',
  ),
  popup('newer-done', 'done', { main: false, seed: newer(london, runOnDay(3), doneOn(1, 2, 3), twoCommanders) }, CARD),
  popup('newer-ended', 'ended', { main: false, seed: newer(london, runOnDay(6), doneOn(1, 2, 4)) }, CARD),
  options('newer', { seed: everything }, BANNER, `${action('end-run')}:disabled`),
  options(
    'newer-history',
    { part: '#history', seed: everything, act: (page) => click(page, action('toggle-past-run')) },
    `${action('mark-past-day')}:disabled`,
  ),
  options(
    'newer-backup',
    { part: '#backup', main: false, seed: everything, act: (page) => click(page, action('save-stored')) },
    '[data-backup-saved]',
    `${action('backup-file')}:disabled`,
  ),
  options('newer-nothing', { seed: nothing }, BANNER),
]
