import { act, fireEvent, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { type Commander, FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import {
  changeChosenCommander,
  changeCommander,
  putEvent,
  putRun,
  removeEvent,
} from '../../../utils/record/transitions.ts'
import { update } from '../../../utils/storage/update.ts'
import { DAY, recordOf, type Told } from '../../unit/support/records.ts'
import { click, errorAt, field, find, leave, openPage, PATIENT, storedCommander, type, untilSaved } from './page.tsx'

/** A record with one commander, and what else was told long ago. */
function told(commander: Partial<Commander>, ...more: readonly Told[]): TrackerRecord {
  return recordOf([changeCommander(FIRST_COMMANDER, commander), Date.UTC(2026, 0, 1)], ...more)
}

/** An event of the commander's own and a run of it that started yesterday. */
function near(name: string, more: Partial<EventDefinition>): readonly Told[] {
  const id = name.toLowerCase().replace(' ', '-')
  const { minLevel: _, prerequisite: __, ...rest } = DEFENDER_OF_PEACE
  const startsAt = Date.now() - DAY
  return [
    [putEvent({ ...rest, id, name, shortName: name, ...more }), startsAt],
    [putRun(`run-${id}`, { eventId: id, startsAt, startAssumed: false }), startsAt],
  ]
}

/** The level of the commander with each change of the record, as it comes. */
function storedLevels(): readonly unknown[] {
  const levels: unknown[] = []
  fakeBrowser.storage.onChanged.addListener(async ({ record }) => {
    if (record) levels.push((await storedCommander())?.level)
  })
  return levels
}

const hint = () => find('[data-field="level"] ~ .field-hint').textContent

test('a side is stored when it is chosen, and the page takes its colours', async () => {
  await openPage()
  await click('[data-field="role"] [value="villain"]')
  await untilSaved()
  expect(await storedCommander()).toMatchObject({ role: 'villain' })
  expect(find('.page').dataset.role).toBe('villain')
})

test('the open mission is stored', async () => {
  await openPage()
  await click('[data-field="mission-open"]')
  await untilSaved()
  expect(await storedCommander()).toMatchObject({ missionOpen: true })
})

test.each([
  ['abc', 'not a number'],
  ['0', 'out of range'],
  ['-3', 'out of range'],
  ['10000', 'out of range'],
  ['10,000', 'out of range'],
  ['12.5', 'not a whole number'],
  ['12,5', 'not a whole number'],
])('a level of %s is %s; what was stored stays', async (text, reason) => {
  await openPage(told({ level: 38 }))
  await type('level', text)
  expect(errorAt('level')).toContain(text)
  expect(errorAt('level')).toContain(reason)
  expect(field('level').getAttribute('aria-invalid')).toBe('true')
  await leave('level')
  expect(errorAt('level')).toContain(reason)
  expect(field('level').value).toBe(text)
  expect(await storedCommander()).toMatchObject({ level: 38 })
})

test.each([
  ['1', 1],
  [' 38 ', 38],
  ['999', 999],
  ['', null],
])('a level of "%s" is stored while it is typed', async (text, level) => {
  await openPage(told({ level: 20 }))
  await type('level', text)
  await untilSaved()
  expect(errorAt('level')).toBeUndefined()
  expect(await storedCommander()).toMatchObject({ level })
})

test('a low level on the way to a higher one is not stored', async () => {
  await openPage(told({ level: 20 }))
  const levels = storedLevels()
  await type('level', '4')
  await type('level', '45')
  await leave('level')
  await untilSaved()
  expect(levels).toEqual([45])
})

test('a level at which the game hides the event says so', async () => {
  await openPage(told({ level: 10 }))
  expect(find('#commander').textContent).not.toContain('below level 10')
  await type('level', '9')
  await waitFor(() => expect(find('#commander').textContent).toContain('below level 10'))
})

test.each([
  ['nothing is told', null, [], 'Tells whether your game shows the event.'],
  ['nothing is hidden', 10, [], 'At this level the game hides none of your events.'],
  [
    'what ships is hidden',
    9,
    [],
    'The game does not show Defender of Peace below level 10; the tracker stays quiet until then.',
  ],
  [
    'an upper bound is kept',
    39,
    near('First Watch', { maxLevel: 39 }),
    'At this level the game hides none of your events.',
  ],
  [
    'an upper bound is passed',
    40,
    near('First Watch', { maxLevel: 39 }),
    'The game does not show First Watch at this level; the tracker stays quiet about it.',
  ],
  [
    'two are hidden',
    9,
    near('First Watch', { minLevel: 10 }),
    'The game does not show First Watch and Defender of Peace at this level; the tracker stays quiet about them.',
  ],
  [
    'all days of one are for others',
    19,
    near('First Watch', {
      relatedEvents: DEFENDER_OF_PEACE.relatedEvents.map((day) => ({ ...day, minLevel: 20, maxLevel: 39 })),
    }),
    'The game does not show First Watch at this level; the tracker stays quiet about it.',
  ],
  [
    'an event that is over is not named',
    9,
    near('First Watch', { minLevel: 10, lasts: 1, relatedEvents: [] }),
    'The game does not show Defender of Peace below level 10; the tracker stays quiet until then.',
  ],
])('below the level, when %s', async (_, level, more, text) => {
  await openPage(told({ level }, ...(more as readonly Told[])))
  expect(hint()).toBe(text)
})

test.each([
  [3, 'One Watch, Two Watch, Three Watch, and 1 more'],
  [4, 'One Watch, Two Watch, Three Watch, and 2 more'],
])('of %i events of one’s own and what ships three are named: %s', async (count, names) => {
  const events = ['One Watch', 'Two Watch', 'Three Watch', 'Zero Watch'].slice(0, count)
  // In the order in which they close, which here is that of their lengths.
  const more = events.flatMap((name, index) => near(name, { minLevel: 10, lasts: 2 * 1440 + index, relatedEvents: [] }))
  await openPage(told({ level: 9 }, ...more))
  expect(hint()).toBe(`The game does not show ${names} at this level; the tracker stays quiet about them.`)
})

test('a level that takes a day away waits for the rest of it', async () => {
  const feeders = DEFENDER_OF_PEACE.relatedEvents.map((day, index) => (index === 0 ? { ...day, minLevel: 20 } : day))
  await openPage(told({ level: 30 }, ...near('First Watch', { relatedEvents: feeders })))
  const levels = storedLevels()
  await type('level', '19')
  await type('level', '195')
  await leave('level')
  await untilSaved()
  expect(levels).toEqual([195])
})

const regions = () =>
  [...find<HTMLSelectElement>('[data-field="region"]').options].map(({ value, text }) => [value, text])
const ofTheGame = [
  ['', 'Not told'],
  ['us', 'US'],
  ['eu', 'EU'],
  ['apac', 'APAC'],
]

async function chooseRegion(id: string): Promise<void> {
  await act(async () => {
    fireEvent.change(field('region'), { target: { value: id } })
  })
}

test('a region is stored when it is chosen, and can be taken back', async () => {
  await openPage()
  expect(regions()).toEqual(ofTheGame)
  expect(field('region').value).toBe('')
  await chooseRegion('apac')
  await untilSaved()
  expect(await storedCommander()).toMatchObject({ region: 'apac' })
  await chooseRegion('')
  await waitFor(async () => expect(await storedCommander()).toMatchObject({ region: '' }), PATIENT)
})

test('regions that events name follow those of the game; one that no event names any more stays', async () => {
  const latam = { id: 'latam', name: 'Latin America', startsAfter: 180 }
  const own = near('First Watch', { regions: [latam, { id: 'eu', name: 'Old World', startsAfter: 0 }] })
  await openPage(told({ region: 'latam' }, ...own))
  expect(regions()).toEqual([...ofTheGame, ['latam', 'Latin America']])
  expect(field('region').value).toBe('latam')
  await act(async () => void (await update(removeEvent('first-watch'))))
  await waitFor(() => expect(regions()).toEqual([...ofTheGame, ['latam', 'latam']]))
  expect(field('region').value).toBe('latam')
})

test('name and server are stored while they are typed', async () => {
  await openPage()
  await type('name', 'Kira')
  await type('server', '105')
  await untilSaved()
  expect(await storedCommander()).toMatchObject({ name: 'Kira', server: '105' })
})

test('a name that is too long is not stored', async () => {
  await openPage(told({ name: 'Kira' }))
  await type('name', 'x'.repeat(101))
  expect(errorAt('name')).toContain('at most 100')
  expect(await storedCommander()).toMatchObject({ name: 'Kira' })
})

test('a change from elsewhere appears at once, but not in the field that is typed in', async () => {
  await openPage()
  await type('name', 'Ki')
  await untilSaved()
  await update(changeChosenCommander({ name: 'Nerys', server: '7', role: 'hero' }))
  await waitFor(() => expect(field('server').value).toBe('7'))
  expect(find<HTMLInputElement>('[data-field="role"] [value="hero"]').checked).toBe(true)
  expect(field('name').value).toBe('Ki')
  await leave('name')
  await waitFor(() => expect(field('name').value).toBe('Nerys'))
})
