/** The popup with several events, several commanders, and events of every shape. */

import { act, fireEvent } from '@testing-library/preact'
import { beforeEach, describe, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { DEFAULT_COMMANDER, EMPTY_RECORD } from '../../../utils/record/record.ts'
import {
  changeCommander,
  putCommander,
  putEvent,
  putRun,
  setDone,
  setSetting,
  type Transition,
} from '../../../utils/record/transitions.ts'
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
} from '../../browser/states/own-events.ts'
import {
  click,
  DAY,
  dayId,
  find,
  HOUR,
  has,
  NOON,
  openPopup,
  setClock,
  storedRecord,
  storedRuns,
  untilText,
  waitFor,
} from './page.tsx'

beforeEach(() => setClock(NOON))

const london = () => setSetting('timeZone', 'Europe/London')
const peace = () => putRun('peace', { eventId: 'defender-of-peace', startsAt: NOON - 3 * HOUR, startAssumed: false })

function recordOf(...told: readonly ((now: number) => Transition)[]) {
  return [london, ...told].reduce((record, make) => make(NOON)(record, { at: NOON - DAY, by: 'test' }), EMPTY_RECORD)
}

/** What the buttons of the events show: name and points. */
const chips = () =>
  [...document.querySelectorAll('[data-action="choose-run"]')].map((chip) =>
    [...chip.querySelectorAll('.chip-name, .chip-score')].map((part) => part.textContent).join(''),
  )
const choose = (run: string) => click('choose-run', `[data-run="${run}"]`).catch(() => clickChip(run))
const clickChip = (run: string) => act(async () => find(`[data-run="${run}"]`).click())
const days = () => [...document.querySelectorAll('.day-name')].map((day) => day.textContent)

describe('several events', () => {
  test('the most urgent first, the other a tap away, each with its own points', async () => {
    await openPopup(recordOf(peace, tracking(SERVER_INVASION, 30 * HOUR)))
    expect(find('h1').textContent).toBe('Defender of Peace')
    expect(chips()).toEqual(['Defender of Peace0/500', 'Server Invasion0/1'])
    await choose('server-invasion')
    expect(find('h1').textContent).toBe('Server Invasion')
    await click('mark')
    await waitFor(() => expect(chips()).toEqual(['Defender of Peace0/500', 'Server Invasion1/1']))
    // The page stays where it is, though now the other event is the more urgent one.
    expect(find('h1').textContent).toBe('Server Invasion')
    await untilText('Server Invasion is done. 1 of 1 done', '[role="status"]')
  })

  test('a mark on the first does not make the page jump to the other', async () => {
    await openPopup(recordOf(peace, tracking(SERVER_INVASION, 30 * HOUR)))
    await click('mark')
    await waitFor(() => find('[data-points="100"]'))
    expect(find('h1').textContent).toBe('Defender of Peace')
    expect(chips()[0]).toBe('Defender of Peace100/500')
  })

  test('many are put away but for the first, and come at a tap', async () => {
    const many = [1, 2, 3, 4, 5, 6].map((n) => ({ ...SERVER_INVASION, id: `e${n}`, shortName: `Event ${n}` }))
    await openPopup(recordOf(...many.map((event, index) => tracking(event, (30 - index) * HOUR))))
    expect(chips()).toHaveLength(3)
    expect(find('[data-action="more-runs"]').textContent).toBe('3 more')
    await click('more-runs')
    expect(chips()).toHaveLength(6)
  })

  test('a snooze of a related event that counts for both holds back both', async () => {
    const arc = { ...SERVER_INVASION, id: 'arc' }
    await openPopup(recordOf(tracking(SERVER_INVASION, 30 * HOUR), tracking(arc, 30 * HOUR)))
    await click('snooze')
    await waitFor(async () => {
      const { delivery } = await fakeBrowser.storage.local.get('delivery')
      expect(Object.keys((delivery as { snoozed: object }).snoozed).sort()).toEqual([
        'arc/feeder-1',
        'server-invasion/feeder-1',
      ])
    })
  })
})

describe('several commanders', () => {
  const two = () => (before: Parameters<Transition>[0], stamp: Parameters<Transition>[1]) =>
    putCommander('commander-2', { ...DEFAULT_COMMANDER, name: 'Malachai', role: 'villain' })(
      changeCommander('commander-1', { name: 'Aurelia' })(before, stamp),
      stamp,
    )

  test('a menu tells who has something open and changes whose marks are shown', async () => {
    await openPopup(recordOf(peace, two, () => setDone('commander-1', 'peace', dayId(1), true)))
    await waitFor(() => find('[data-action="choose-commander"]'))
    const menu = find<HTMLSelectElement>('[data-action="choose-commander"]')
    expect([...menu.options].map(({ text }) => text)).toEqual(['Aurelia', 'Malachai'])
    await act(async () => menu.focus())
    expect([...menu.options].map(({ text }) => text)).toEqual(['Aurelia', 'Malachai · still open'])
    expect(find('[data-points]').dataset.points).toBe('100')
    await act(async () => {
      fireEvent.change(menu, { target: { value: 'commander-2' } })
    })
    await waitFor(() => find('[data-role="villain"] [data-points="0"]'))
    await click('mark')
    await waitFor(() => find('[data-points="100"]'))
    expect(Object.keys((await storedRecord()).marks).sort()).toEqual(
      ['commander-1', 'commander-2'].map((id) => `${id}/peace/${dayId(1)}`),
    )
  })

  test('one needs no menu', async () => {
    await openPopup(recordOf(peace))
    expect(has('[data-action="choose-commander"]')).toBe(false)
  })
})

describe('shapes', () => {
  const shown = async (event: EventDefinition, ago: number, change = {}) =>
    openPopup(recordOf(tracking(event, ago), () => changeCommander('commander-1', change)))

  test('of a long list the days around today, then all', async () => {
    await shown(ARC_META, 10 * DAY + HOUR)
    expect(days()).toEqual(['Feeder 10', 'Feeder 11', 'Feeder 12', 'Feeder 13'])
    expect(find<HTMLOListElement>('.days').start).toBe(10)
    await click('all-days')
    expect(days()).toHaveLength(28)
    expect(find('[data-action="all-days"]').textContent).toBe('Show fewer')
  })

  test.each([
    [WEEKLY_META, 3 * DAY, 'Day 4 of 7 closes in'],
    [ROTATION, 9 * DAY, 'Part 2 of 4 closes in'],
    [SERVER_INVASION, HOUR, 'Closes in'],
    [SERVER_INVASION, -HOUR, 'Opens in'],
    [ENDLESS, 2 * DAY, 'Part 2 of 2 is open'],
    [ENDLESS_AFTER_ALL, 2 * DAY, 'No known end'],
  ])('$name is spoken of as what it is', async (event, ago, words) => {
    await shown(event, ago)
    expect(find('.headline').textContent).toContain(words)
  })

  test('what has no points is counted by days', async () => {
    const page = await shown(WEEKLY_META, 3 * DAY)
    expect(find('.dial').getAttribute('aria-label')).toBe('0 of 7 done')
    expect(page.textContent).toContain('3 of 7 missed')
    expect(page.textContent).not.toContain('points')
  })

  test('an event without a known end says so and can be ended', async () => {
    const page = await shown(ENDLESS_AFTER_ALL, 2 * DAY)
    expect(page.textContent).toContain('Its end is not known.')
    await click('end-endless')
    await waitFor(() => find('[data-state="ended"]'))
  })

  test.each([
    [BRACKETS, 30 * HOUR, { level: 45 }, 6, 'Feeder 1: for levels 20–39. This commander is level 45.'],
    [BY_REGION, 8 * HOUR, { region: 'us' }, 2, 'By Region: at other hours in EU. This commander plays in US.'],
  ])('$name: what is hidden says why', async (event, ago, change, count, why) => {
    await shown(event, ago, change)
    await waitFor(() => find(`[data-hidden-windows="${count}"]`))
    expect(find('[data-hidden-windows]').textContent).toContain(`Not for this commander: ${count}`)
    expect(find('[data-hidden-windows]').textContent).toContain(why)
  })

  test.each([
    [BRACKETS, { level: 12 }, 'Nothing of it is for level 12'],
    [{ ...SERVER_INVASION, maxLevel: 39 }, { level: 40 }, 'It is for levels up to 39, and your settings say level 40'],
    [BY_REGION, { region: 'moon' }, 'It is held in EU, US, APAC, and your settings say moon'],
    [
      { ...BY_REGION, regions: BY_REGION.regions?.slice(0, 1) },
      { region: 'apac' },
      'It is held in EU, and your settings say APAC',
    ],
  ])('$name that is hidden as a whole says why', async (event, change, why) => {
    await shown(event, HOUR, change)
    expect(find('[data-state="ineligible"]').textContent).toContain(why)
  })

  test('a region is called as the event calls it that the commander has it from', async () => {
    const other = { ...BY_REGION, id: 'other', regions: [{ id: 'r-430', name: 'А', startsAfter: 0 }] }
    const region = () => changeCommander('commander-1', { region: 'r-430' })
    await openPopup(recordOf(tracking(BY_REGION, HOUR), () => putEvent(other), region))
    expect(find('[data-state="ineligible"]').textContent).toContain('your settings say А.')
  })

  test('a series is told in the help, and stopped there, with undo', async () => {
    await openPopup(recordOf(tracking(WEEKLY_META, 8 * DAY, { repeatsEvery: 1 })))
    await act(async () => find('.help > summary').click())
    await untilText('It comes again every week, and is tracked each time.', '.help')
    await click('stop-repeating')
    await untilText('Weekly Meta does not come again.', '[role="status"]')
    expect(await storedRuns()).toMatchObject([{ repeatsEvery: 1, repeatsUntil: NOON }])
    await click('undo-run')
    await waitFor(async () => expect(await storedRuns()).not.toMatchObject([{ repeatsUntil: NOON }]))
  })
})

describe('tracking a regional event again', () => {
  // Over for the whole world since noon; an event of 08:00 UTC in the EU, 23:00 in APAC.
  const regional = { ...BY_REGION, assumedStart: 8 * 60 }
  const over = (region: string) => () => changeCommander('commander-1', { region })
  const openAgain = async (region: string) => {
    setClock(Date.UTC(2026, 10, 25, 22))
    await openPopup(recordOf(tracking(regional, 5 * DAY), over(region)))
    await click('track-again')
    await waitFor(() => find('[data-action="start-tomorrow"]'))
  }

  test('proposes the hour of the region, and stores the start of the run', async () => {
    await openAgain('apac')
    await untilText('Wed Nov 25, 11:00 PM GMT')
    await click('start-tomorrow')
    await waitFor(async () =>
      expect(await storedRuns()).toContainEqual(expect.objectContaining({ startsAt: Date.UTC(2026, 10, 25, 8) })),
    )
  })

  test('offers no start that is over already', async () => {
    await openAgain('eu')
    expect(has('[data-action="start-today"]')).toBe(false)
    await untilText('Thu Nov 26, 8:00 AM GMT')
  })
})

test('another commander sees first what is most urgent for them', async () => {
  const highOnly = { ...SERVER_INVASION, id: 'high', shortName: 'High Only', minLevel: 50 }
  const two = () => (before: Parameters<Transition>[0], stamp: Parameters<Transition>[1]) =>
    putCommander('commander-2', { ...DEFAULT_COMMANDER, name: 'Malachai', level: 20 })(
      changeCommander('commander-1', { name: 'Aurelia', level: 60 })(before, stamp),
      stamp,
    )
  await openPopup(recordOf(peace, tracking(highOnly, 60 * HOUR), two))
  expect(find('h1').textContent).toBe('High Only')
  await waitFor(() => find('[data-action="choose-commander"]'))
  await act(async () => {
    fireEvent.change(find('[data-action="choose-commander"]'), { target: { value: 'commander-2' } })
  })
  await waitFor(() => expect(find('h1').textContent).toBe('Defender of Peace'))
  // What the game does not show to them is nobody's loss.
  await act(async () => find('[data-run="high"]').click())
  expect(find('[data-state]').textContent).not.toContain('Missed or not ticked')
})

test('after a clock that was ahead, what is near comes back from the shelf', async () => {
  // Shelved three weeks later than it is now: by then the run was long over.
  const record = recordOf(peace)
  await fakeBrowser.storage.local.set({ shelf: record, shelved: { at: NOON + 21 * DAY } })
  await openPopup(EMPTY_RECORD)
  await waitFor(() => find('[data-state="open"]'))
  expect((await storedRecord()).runs).toHaveProperty('peace')
})
