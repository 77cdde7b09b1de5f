/** The popup where nothing is tracked, or nothing can be. */

import type { Page } from 'puppeteer-core'
import { SHIPPED_EVENTS } from '../../../utils/events/pack.ts'
import { setSetting } from '../../../utils/record/transitions.ts'
import { action, click } from '../support.ts'
import { doneOn, record, runOnDay, withRecord } from './seeds.ts'
import { popup, type State } from './state.ts'
import { fill, find } from './steps.ts'

const london = () => setSetting('timeZone', 'Europe/London')

/** A start that cannot be, typed into the form. */
function problem(name: string, at: 'date' | 'time', date: string, time: string): State {
  return popup(
    `start-problem-${name}`,
    'first-use',
    {
      seed: withRecord(london),
      main: false,
      act: async (page) => {
        await pick(page)
        await fill(page, '[data-field="start-date"]', date)
        await fill(page, '[data-field="start-time"]', time)
        await click(page, action('confirm-start'))
      },
    },
    `[data-error="start-${at}"]`,
  )
}

async function pick(page: Page): Promise<void> {
  await click(page, action('pick-start'))
  await find(page, action('confirm-start'))
}

/** Some entries that are no run and no mark, beside those that are. */
const damaged: State['seed'] = (now, role) => {
  const { runs, marks, ...rest } = record(now, role, runOnDay(3)(now), doneOn(1, 2)())
  return {
    record: {
      ...rest,
      runs: { ...runs, 'run-2': { value: { eventId: SHIPPED_EVENTS[0]?.id, startsAt: 'soon' }, at: now, by: 'test' } },
      marks: { ...marks, 'not an id': 7 },
    },
  }
}

export const POPUP_START: readonly State[] = [
  popup('first-use', 'first-use', { seed: withRecord() }, action('start-today')),
  popup('first-use-pick', 'first-use', { seed: withRecord(), act: pick }, action('confirm-start')),
  problem('format', 'date', '', ''),
  problem('no-such-date', 'date', '12026-11-13', '16:00'),
  problem('gap', 'time', '2027-03-28', '01:30'),
  problem('over', 'date', '2026-10-01', '16:00'),
  problem('too-far', 'date', '2028-11-13', '16:00'),
  popup(
    'looking-back',
    'ended',
    {
      seed: withRecord(),
      act: (page) => click(page, action('look-back')),
    },
    action('leave-look-back'),
  ),
  popup('partly-set-aside', 'open', { main: false, seed: damaged }, '.trouble'),
  popup('unreadable', 'unreadable', { seed: () => ({ record: 'not a record' }) }, action('go-on')),
  popup(
    'unreadable-told',
    'unreadable',
    {
      seed: (now, role) => ({
        record: record(now, role),
        'setAside:1-a': 'not a record',
        setAside: [
          {
            key: 'setAside:1-a',
            at: now,
            whole: true,
            seen: false,
            problems: [{ path: '', message: 'not an object but string' }],
          },
        ],
      }),
      act: (page) => click(page, '.trouble summary'),
      main: false,
    },
    '.trouble details[open]',
  ),
  popup(
    'lost',
    'unreadable',
    {
      main: false,
      seed: (now) => ({
        setAside: [{ key: 'setAside:1', at: now, whole: true, lost: true, seen: false, problems: [] }],
        'setAside:1': {},
      }),
    },
    action('import-backup'),
  ),
  popup('failed', 'failed', { seed: withRecord(), refuses: 'get' }, action('retry')),
]
