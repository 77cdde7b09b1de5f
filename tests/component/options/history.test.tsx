import { act, fireEvent, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { DEFAULT_COMMANDER, FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import {
  changeChosenCommander,
  putCommander,
  putEvent,
  putRun,
  setDone,
  setNote,
  setSetting,
} from '../../../utils/record/transitions.ts'
import { DAY, DAYS, doneOn, HOUR, RUN, recordOf, running, START, type Told } from '../../unit/support/records.ts'
import { click, field, find, openPage, untilSaved } from './page.tsx'

const NOW = START + 5 * DAY + 2 * HOUR
const LONG_AGO = START - 400 * DAY
const told = (transition: Told[0]): Told => [transition, LONG_AGO]
const london = told(setSetting('timeZone', 'Europe/London'))

// Only the clock: the page's own timers and those of waiting stay real.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }))
afterEach(() => vi.useRealTimers())

const open = (...entries: readonly Told[]) => openPage(recordOf(london, ...entries))
const section = () => find('#history')
const all = (selector: string) => [...section().querySelectorAll<HTMLElement>(selector)]
const wordsOf = ({ textContent }: Element) => textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''
/** The words of elements, each with single spaces. */
const words = (selector: string) => all(selector).map(wordsOf)
/** The rows of the table, cell by cell. */
const rows = () => all('tr[data-past-run]').map((row) => [...row.children].map(wordsOf).join(' | '))
const button = (windowId: string) => find(`[data-window="${windowId}"] [data-action="mark-past-day"]`)

async function choose(name: string, value: string): Promise<void> {
  await act(async () => {
    fireEvent.change(field(name), { target: { value } })
  })
}

/** A run of Defender of Peace for each text, the newest first and a week apart: which days are done, such as "1245". */
function weeks(...done: readonly string[]): Told[] {
  return done.flatMap((numbers, index) => [
    told(
      putRun(`week-${index}`, {
        eventId: DEFENDER_OF_PEACE.id,
        startsAt: START - 7 * index * DAY,
        startAssumed: false,
      }),
    ),
    ...[...numbers].map((number) =>
      told(setDone(FIRST_COMMANDER, `week-${index}`, DAYS[Number(number) - 1] ?? '', true)),
    ),
  ])
}

/** An event of so many days, of which no points are known, and a run that is over by now. */
function unscored(days: number): Told[] {
  const event: EventDefinition = {
    id: 'long-watch',
    name: 'The Long Watch – SMS',
    shortName: 'The Long Watch',
    rewards: [],
    relatedEvents: Array.from({ length: days }, (_, index) => ({
      id: `watch-${index + 1}`,
      name: `Watch ${index + 1}`,
      code: `W${index + 1}`,
      rewards: [],
      windows: [{ opensAfter: index * 24 * 60, lasts: 24 * 60 }],
    })),
    lasts: days * 24 * 60,
  }
  return [
    told(putEvent(event)),
    told(putRun('watch', { eventId: event.id, startsAt: START - days * DAY, startAssumed: false })),
    told(setDone(FIRST_COMMANDER, 'watch', 'watch-2', true)),
  ]
}

test('says that it is empty while no event is over', async () => {
  vi.setSystemTime(NOW - DAY)
  await open(running, doneOn(1))
  expect(section().textContent).toContain('Nothing here yet')
  expect(all('table, figure, select')).toEqual([])
})

test('shows a run as shapes, a bar and a row, each in words', async () => {
  await open(running, doneOn(1), doneOn(2), doneOn(4))
  expect(words('[data-picture="days"] .history-label')).toEqual(['Defender of Peace Mon Nov 23'])
  expect(words('.history-cell')).toEqual([
    'Unraveling Anomalies: Done',
    'Enlisting Old Allies: Done',
    'Hidden Motivations: Missed',
    'Assembling the Resistance: Done',
    'Shaping a Unified Destiny: Missed',
  ])
  expect(all('.history-cell').map(({ dataset }) => dataset.state)).toEqual('done done missed done missed'.split(' '))
  expect(words('.history-legend li')).toEqual(['Done', 'Missed'])
  expect(words('[data-picture="points"] .history-result')).toEqual(['300 of 500 points'])
  expect(find('.history-bar-fill').style.inlineSize).toBe('60%')
  expect(find('.history-table caption').textContent).toContain('London')
  expect(rows()).toEqual(['Defender of Peace Mon Nov 23 | Mon Nov 23 – Sat Nov 28 | 3 of 5 | 300 of 500'])
  expect(all('tbody th[scope="row"]')).toHaveLength(1)
  expect(words('.history-totals li')).toEqual(['1 run', '0 complete', '3 of 5 days done', '300 of 500 points'])
  expect(all('select, [data-streak], [data-action="show-all-runs"]')).toEqual([])
})

test('dates are in the commander’s zone', async () => {
  await openPage(recordOf(told(setSetting('timeZone', 'Asia/Tokyo')), running))
  expect(find('.history-table caption').textContent).toContain('Tokyo')
  expect(words('td[data-heading="Dates"]')).toEqual(['Tue Nov 24 – Sun Nov 29'])
})

test('a row opens to its days with their notes', async () => {
  await open(running, doneOn(1), told(setNote(FIRST_COMMANDER, RUN, DAYS[1] ?? '', 'Recruit\n3 officers')))
  const toggle = find('[data-action="toggle-past-run"]')
  expect(toggle.getAttribute('aria-expanded')).toBe('false')
  expect(all('.history-day')).toEqual([])
  await click('[data-action="toggle-past-run"]')
  expect(toggle.getAttribute('aria-expanded')).toBe('true')
  expect(document.getElementById(toggle.getAttribute('aria-controls') ?? '')).not.toBeNull()
  expect(words('.history-day .row-detail').slice(0, 2)).toEqual(['Done · Mon Nov 23', 'Missed · Tue Nov 24'])
  expect(words('.history-note')).toEqual(['Your note: Recruit 3 officers'])
  await click('[data-action="toggle-past-run"]')
  expect(all('.history-day')).toEqual([])
})

test('a missed day can be marked and unmarked, and the focus stays', async () => {
  await open(running, ...[1, 2, 3, 4].map((number) => doneOn(number)))
  await click('[data-action="toggle-past-run"]')
  const last = DAYS[4] ?? ''
  expect(button(last).getAttribute('aria-label')).toBe('It was done: Shaping a Unified Destiny')
  button(last).focus()
  await act(async () => button(last).click())
  await untilSaved()
  const mark = async () => {
    const { record } = (await fakeBrowser.storage.local.get('record')) as { record: TrackerRecord }
    return record.marks[`${FIRST_COMMANDER}/${RUN}/${last}`]?.done?.value
  }
  expect(await mark()).toBe(true)
  await waitFor(() => expect(button(last).textContent).toBe('Not done after all'))
  expect(document.activeElement).toBe(button(last))
  expect(words('.history-totals li')).toEqual(['1 run', '1 complete', '5 of 5 days done', '500 of 500 points'])
  expect(words('[data-streak]')).toEqual(['1 complete run up to now', '1 complete run at best'])
  await act(async () => button(last).click())
  await waitFor(() => expect(button(last).textContent).toBe('It was done'))
  expect(await mark()).toBe(false)
})

test('complete runs in a row stand in numbers and words', async () => {
  await open(...weeks('12345', '12345', '', '12345', '12345', '12345'))
  expect(words('[data-streak]')).toEqual(['2 complete runs in a row now', '3 complete runs in a row at best'])
})

test('a row that was broken says 0 and the best', async () => {
  await open(...weeks('1234', '12345', '12345'))
  expect(words('[data-streak]')).toEqual(['0 complete runs in a row now', '2 complete runs in a row at best'])
})

test('a run that was ended says so, with the day that was open', async () => {
  const early = { eventId: DEFENDER_OF_PEACE.id, startsAt: START, startAssumed: false, endedAt: START + 1.5 * DAY }
  await open(told(putRun(RUN, early)), doneOn(1))
  expect(words('.history-cell')).toEqual([
    'Unraveling Anomalies: Done',
    'Enlisting Old Allies: Still open when you ended it',
  ])
  expect(rows()).toEqual(['Defender of Peace Mon Nov 23 | Mon Nov 23 – Wed Nov 25 Ended by you | 1 of 5 | 100 of 500'])
})

test('a run without a day that counts says so', async () => {
  const early = { eventId: DEFENDER_OF_PEACE.id, startsAt: START, startAssumed: false, endedAt: START }
  await open(told(putRun(RUN, early)))
  expect(words('[data-picture] .history-row')).toEqual([
    'Defender of Peace Mon Nov 23 No day counted',
    'Defender of Peace Mon Nov 23 No day counted',
  ])
  await click('[data-action="toggle-past-run"]')
  expect(words('.history-opened')).toEqual(['No day counted'])
})

test('where no points are documented, days are counted', async () => {
  await open(...unscored(3))
  expect(words('[data-picture="points"] h3')).toEqual(['Days done by run'])
  expect(words('.history-result')).toEqual(['1 of 3 days done'])
  expect(words('td[data-heading="Points"]')).toEqual(['not documented'])
  expect(words('.history-totals li')).toEqual(['1 run', '0 complete', '1 of 3 days done'])
})

test.each([
  [7, false],
  [8, true],
  [28, true],
])('a run of %i days: what scrolls can be reached by keys', async (days, scrolls) => {
  await open(...unscored(days))
  expect(all('.history-cell')).toHaveLength(days)
  const regions = all('[tabindex="0"]')
  expect(regions).toHaveLength(scrolls ? 1 : 0)
  if (scrolls) expect(regions[0]?.getAttribute('aria-labelledby')).toBe(find('[data-picture="days"] h3').id)
})

test.each([
  [20, 20, undefined],
  [21, 20, 'Show all 21'],
  [45, 20, 'Show all 45'],
])('of %i runs the table shows %i at first', async (count, shown, label) => {
  await open(...weeks(...Array.from({ length: count }, () => '1')))
  expect(rows()).toHaveLength(shown)
  expect(words('[data-picture="days"] .history-row')).toHaveLength(12)
  expect(section().textContent).toContain(`the newest 12 of ${count} runs`)
  expect(words('[data-action="show-all-runs"]')).toEqual(label === undefined ? [] : [label])
  if (label === undefined) return
  await click('[data-action="show-all-runs"]')
  expect(rows()).toHaveLength(count)
  expect(document.activeElement).toBe(all('[data-action="toggle-past-run"]')[20])
  expect(all('[data-action="show-all-runs"]')).toEqual([])
})

const fleet: readonly Told[] = [
  ...weeks('12345', '1'),
  told(changeChosenCommander({ name: 'Kira' })),
  told(putCommander('b', { ...DEFAULT_COMMANDER })),
  told(putCommander('c', { ...DEFAULT_COMMANDER, name: 'Odo', archived: true, archivedAt: LONG_AGO })),
  told(setSetting('commander', FIRST_COMMANDER)),
  told(setSetting('commanderOrder', [FIRST_COMMANDER, 'b', 'c'])),
  told(setDone('b', 'week-0', DAYS[0] ?? '', true)),
  told(setDone('c', 'week-1', DAYS[0] ?? '', true)),
]

test('begins with the commander whom the popup shows; another one or all can be chosen', async () => {
  await open(...fleet)
  expect(field('history-commander').value).toBe(FIRST_COMMANDER)
  expect(words('[data-field="history-commander"] option')).toEqual([
    'All commanders',
    'Kira',
    'Commander 2',
    'Odo (archived)',
  ])
  expect(rows()).toHaveLength(2)
  expect(words('thead th')).toEqual(['Run', 'Dates', 'Days', 'Points'])

  await choose('history-commander', 'c')
  expect(rows()).toEqual(['Defender of Peace Mon Nov 16 | Mon Nov 16 – Sat Nov 21 | 1 of 5 | 100 of 500'])

  await choose('history-commander', '')
  expect(words('thead th')).toEqual(['Run', 'Commander', 'Dates', 'Days', 'Points'])
  expect(words('td[data-heading="Commander"]')).toEqual(['Kira', 'Commander 2', 'Kira', 'Commander 2', 'Odo'])
  expect(words('.history-streak-list li')).toEqual(['Kira: 1 now, 1 at best', 'Commander 2: none yet', 'Odo: none yet'])
  expect(words('[data-picture="points"] .history-label')[1]).toBe('Defender of Peace Mon Nov 23 Commander 2')
})

test('a mark goes to the commander of the row', async () => {
  await open(...fleet)
  await choose('history-commander', 'b')
  await click('[data-action="toggle-past-run"]')
  await act(async () => button(DAYS[1] ?? '').click())
  await untilSaved()
  const { record } = (await fakeBrowser.storage.local.get('record')) as { record: TrackerRecord }
  expect(record.marks[`b/week-0/${DAYS[1]}`]?.done?.value).toBe(true)
})

test('one event of several can be chosen; a choice without runs says so', async () => {
  await open(...fleet, ...unscored(3))
  expect(words('[data-field="history-event"] option')).toEqual([
    'All events',
    'Defender of Peace – SMS',
    'The Long Watch – SMS',
  ])
  expect(rows()).toHaveLength(3)
  await choose('history-event', 'The Long Watch – SMS')
  expect(rows()).toHaveLength(1)
  await choose('history-commander', 'c')
  expect(section().textContent).toContain('No run fits both choices')
  expect(all('table')).toEqual([])
  await choose('history-event', '')
  expect(rows()).toHaveLength(1)
})
