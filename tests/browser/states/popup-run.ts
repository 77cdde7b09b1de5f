/** The popup while something is tracked. */

import { FIRST_COMMANDER } from '../../../utils/record/record.ts'
import { changeChosenCommander } from '../../../utils/record/transitions.ts'
import { action, click } from '../support.ts'
import {
  BORDER_PATROL,
  DAY,
  dayId,
  doneOn,
  HOUR,
  LONG_NAMES,
  MINUTE,
  noteOn,
  ownEvent,
  RUN_ID,
  runOnDay,
  withRecord,
} from './seeds.ts'
import { NOW, popup, type State } from './state.ts'

/** Half an hour before the end of a day. */
const LATE = NOW + 2 * HOUR + 53 * MINUTE

const row = (number: number) => `[data-window="${dayId(number)}"]`

export const POPUP_RUN: readonly State[] = [
  popup('upcoming', 'upcoming', { seed: withRecord(runOnDay(0)) }),
  popup('upcoming-assumed', 'upcoming', { seed: withRecord(runOnDay(-1, { startAssumed: true })) }),
  popup('open', 'open', { seed: withRecord(runOnDay(3), doneOn(1, 2)) }),
  popup('open-first-day', 'open', { seed: withRecord(runOnDay(1, { startAssumed: true })) }),
  popup('open-undocumented', 'open', { seed: withRecord(runOnDay(2), doneOn(1)) }),
  popup('open-note', 'open', {
    seed: withRecord(
      runOnDay(2),
      doneOn(1),
      noteOn(2, 'The game says: recruit 40 officers.\nBronze counts too, 12 so far.'),
    ),
  }),
  popup('open-last-day', 'open', { seed: withRecord(runOnDay(5), doneOn(1, 2, 3, 4)) }),
  popup(
    'snoozed',
    'open',
    {
      seed: (now, role) => ({
        ...withRecord(runOnDay(3), doneOn(1, 2))(now, role),
        delivery: { delivered: {}, snoozed: { [`${RUN_ID}/${dayId(3)}`]: now + 47 * MINUTE } },
      }),
    },
    `main:not(:has(${action('snooze')}))`,
  ),
  popup('urgent', 'urgent', { now: LATE, seed: urgentAt(4) }),
  popup('done', 'done', { seed: withRecord(runOnDay(3), doneOn(1, 2, 3)) }),
  popup('done-last-day', 'all-done', { seed: withRecord(runOnDay(5), doneOn(1, 2, 3, 4, 5)) }),
  popup('missed', 'open', { seed: withRecord(runOnDay(4), doneOn(1, 3)) }),
  popup('waiting', 'waiting', {
    seed: withRecord(ownEvent(BORDER_PATROL, 20 * HOUR + 34 * MINUTE)),
  }),
  popup('all-done-early', 'all-done', {
    seed: withRecord(ownEvent(BORDER_PATROL, 2 * DAY + 20 * HOUR), () => (before, stamp) => ({
      ...before,
      marks: Object.fromEntries(
        ['day-1', 'day-2', 'day-3'].map((id) => [
          `${FIRST_COMMANDER}/${RUN_ID}/${id}`,
          { done: { value: true, ...stamp } },
        ]),
      ),
    })),
  }),
  popup('closing', 'closing', { seed: withRecord(ownEvent(BORDER_PATROL, 2 * DAY + 20 * HOUR)) }),
  popup('ended', 'ended', { seed: withRecord(runOnDay(6), doneOn(1, 2, 5)) }),
  popup('ended-all-missed', 'ended', { seed: withRecord(runOnDay(6)) }),
  popup('ended-all-done', 'ended', { seed: withRecord(runOnDay(6), doneOn(1, 2, 3, 4, 5)) }),
  popup(
    'ended-early',
    'ended',
    {
      seed: withRecord((now) => runOnDay(3, { endedAt: now - 3 * HOUR })(now), doneOn(1, 2)),
    },
    action('resume-run'),
  ),
  popup(
    'track-again',
    'ended',
    {
      main: false,
      seed: withRecord(runOnDay(6), doneOn(1, 2, 5)),
      act: (page) => click(page, action('track-again')),
    },
    action('start-today'),
  ),
  popup(
    'row-open',
    'open',
    {
      main: false,
      seed: withRecord(runOnDay(3), doneOn(1, 2)),
      act: (page) => click(page, `${row(1)} ${action('toggle-day')}`),
    },
    `${row(1)} ${action('unmark-day')}`,
  ),
  popup(
    'row-open-missed',
    'open',
    {
      main: false,
      seed: withRecord(runOnDay(4), doneOn(1, 3)),
      act: (page) => click(page, `${row(2)} ${action('toggle-day')}`),
    },
    `${row(2)} ${action('mark-day')}`,
  ),
  popup(
    'row-open-upcoming',
    'open',
    {
      main: false,
      seed: withRecord(runOnDay(3), doneOn(1, 2)),
      act: (page) => click(page, `${row(5)} ${action('toggle-day')}`),
    },
    `${row(5)} textarea`,
  ),
  popup(
    'help-open',
    'open',
    {
      main: false,
      seed: withRecord(runOnDay(3), doneOn(1, 2)),
      act: (page) => click(page, '.help > summary'),
    },
    `.help[open] ${action('remove-run')}`,
    '.help li',
  ),
  popup(
    'toast-removed',
    'first-use',
    {
      seed: withRecord(runOnDay(3), doneOn(1, 2)),
      act: (page) => click(page, action('remove-run')),
    },
    action('undo-run'),
  ),
  popup(
    'toast-ended',
    'ended',
    {
      seed: withRecord(runOnDay(3), doneOn(1, 2)),
      act: (page) => click(page, action('end-run')),
    },
    action('undo-run'),
  ),
  popup(
    'not-saved',
    'open',
    {
      main: false,
      seed: withRecord(runOnDay(3), doneOn(1, 2)),
      refuses: 'set',
      act: (page) => click(page, action('mark')),
    },
    '[role="alert"]',
  ),
  popup('hidden-by-level', 'ineligible', {
    seed: withRecord(runOnDay(3), () => changeChosenCommander({ level: 7 })),
  }),
  popup('hidden-by-mission', 'ineligible', {
    seed: withRecord(runOnDay(3), () => changeChosenCommander({ missionOpen: true })),
  }),
  popup('long-names', 'open', {
    main: false,
    seed: withRecord(ownEvent(LONG_NAMES, 3 * HOUR), () => changeChosenCommander({ name: LONG_NAMES.name })),
  }),
]

function urgentAt(day: number): State['seed'] {
  const fromNow = LATE - NOW
  return (now, role) => withRecord((late) => runOnDay(day)(late - fromNow), doneOn(1, 2, 3))(now, role)
}
