/** The history in the options page. */

import type { Page } from 'puppeteer-core'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { DEFAULT_COMMANDER, FIRST_COMMANDER } from '../../../utils/record/record.ts'
import {
  putCommander,
  putEvent,
  putRun,
  setDone,
  setNote,
  setSetting,
  type Transition,
} from '../../../utils/record/transitions.ts'
import { action, click } from '../support.ts'
import { ARC_META, WEEKLY_META } from './own-events.ts'
import { BORDER_PATROL, DAY, doneOn, LONG_NAMES, noteOn, runOnDay, withRecord } from './seeds.ts'
import { options, type State } from './state.ts'
import { find } from './steps.ts'

const london = () => setSetting('timeZone', 'Europe/London')

/** Several transitions as one. */
const all =
  (...told: readonly Transition[]): Transition =>
  (record, stamp) =>
    told.reduce((before, transition) => transition(before, stamp), record)

/** A run of an event that started at an instant (epoch ms), with the days of these numbers (from 1) done. */
function past(event: EventDefinition, id: string, startsAt: number, done: readonly number[], more: object = {}) {
  const marks = event.relatedEvents.flatMap((relatedEvent, index) =>
    done.includes(index + 1) ? [setDone(FIRST_COMMANDER, id, relatedEvent.id, true)] : [],
  )
  const definition = event === DEFENDER_OF_PEACE ? [] : [putEvent(event)]
  return all(...definition, putRun(id, { eventId: event.id, startsAt, startAssumed: false, ...more }), ...marks)
}

/** What was done in each run, from the newest. */
const WEEKS: readonly (readonly number[])[] = [
  [1, 2, 3, 4, 5],
  [1, 2, 3, 4, 5],
  [1, 2, 4, 5],
  [1, 2, 3, 4, 5],
  [1, 2, 3, 4, 5],
  [1, 2, 3, 4, 5],
  [],
  [3, 5],
]

/** A run every week, the newest over since yesterday; after some of them three days of another event. */
const weeks =
  (count: number) =>
  (now: number): Transition =>
    all(
      ...Array.from({ length: count }, (_, index) => {
        const startsAt = now - (6 + 7 * index) * DAY
        const own = past(DEFENDER_OF_PEACE, `week-${index}`, startsAt, WEEKS[index % WEEKS.length] ?? [])
        const id = `patrol-${index}`
        return index % 5 === 1 ? all(own, past(BORDER_PATROL, id, startsAt, [1, 2, 3].slice(index % 3))) : own
      }),
    )

const long = (now: number): Transition =>
  all(
    past(
      ARC_META,
      'arc-1',
      now - 30 * DAY,
      Array.from({ length: 28 }, (_, index) => index + 1).filter((number) => number % 9 > 0),
    ),
    past(WEEKLY_META, 'weekly', now - 37 * DAY, [1, 2, 3, 4, 5, 6]),
    past(LONG_NAMES, 'names', now - 40 * DAY, [1, 3]),
    past(ARC_META, 'arc-2', now - 70 * DAY, [1, 2, 3], { endedAt: now - 65.5 * DAY }),
  )

const fleet = (now: number): Transition =>
  all(
    weeks(3)(now),
    ...[
      { name: 'Malachai of Nine Lanterns', server: '87', level: 52 },
      { name: '', server: '12' },
      // Archived before any of the runs was over.
      { name: 'Old Tamsin', archived: true, archivedAt: Date.UTC(2020, 0, 1) },
    ].map((commander, index) => putCommander(`commander-${index + 2}`, { ...DEFAULT_COMMANDER, ...commander })),
    setDone('commander-2', 'week-0', DEFENDER_OF_PEACE.relatedEvents[2]?.id ?? '', true),
    ...DEFENDER_OF_PEACE.relatedEvents.map(({ id }) => setDone('commander-4', 'week-2', id, true)),
  )

async function choose(page: Page, field: string, value: string): Promise<void> {
  const selector = `[data-field="history-${field}"]`
  await find(page, selector)
  await page.select(selector, value)
}

const part = '#history'
const row = (count: number) => `.history-table tbody tr:nth-child(${count})`

export const OPTIONS_HISTORY: readonly State[] = [
  options('history-empty', { part, seed: withRecord(london) }, '[data-history="empty"]'),
  options('history-one', { part, seed: withRecord(london, runOnDay(6), doneOn(1, 2, 4)) }, row(1)),
  options(
    'history-opened',
    {
      part,
      seed: withRecord(london, runOnDay(6), doneOn(1, 2, 4), noteOn(2, 'Recruit 3 officers.\nTook ten minutes.')),
      act: (page) => click(page, action('toggle-past-run')),
    },
    action('mark-past-day'),
  ),
  options('history-many', { part, seed: withRecord(london, weeks(25)) }, action('show-all-runs')),
  options(
    'history-all-shown',
    { part, main: false, seed: withRecord(london, weeks(25)), act: (page) => click(page, action('show-all-runs')) },
    row(30),
  ),
  options('history-long', { part, seed: withRecord(london, long) }, '.history-scroll'),
  options(
    'history-ended-early',
    {
      part,
      seed: withRecord(london, (now) =>
        past(DEFENDER_OF_PEACE, 'early', now - 9 * DAY, [1, 2], { endedAt: now - 6.5 * DAY }),
      ),
      act: (page) => click(page, action('toggle-past-run')),
    },
    '[data-state="left"]',
  ),
  options(
    'history-commanders',
    { part, seed: withRecord(london, fleet), act: (page) => choose(page, 'commander', '') },
    '.history-streak-list',
  ),
  options(
    'history-none',
    {
      part,
      main: false,
      seed: withRecord(london, fleet, () => setNote('commander-3', 'week-0', 'x', '')),
      act: async (page) => {
        await choose(page, 'event', BORDER_PATROL.name)
        await choose(page, 'commander', 'commander-4')
      },
    },
    '[data-history]',
  ),
]
