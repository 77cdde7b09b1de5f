import { act, fireEvent, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { click, errorAt, field, find, openPage, recordWith, storedRuns, type, untilSaved } from './page.tsx'

const NOW = Date.UTC(2026, 10, 24, 9, 30)
const STARTED = Date.UTC(2026, 10, 22, 16)
const run = (more: object = {}) => ({ eventId: 'defender-of-peace', startsAt: STARTED, startAssumed: true, ...more })
const london = { timeZone: 'Europe/London' }
const running = () => recordWith({ settings: london, runs: { r1: run() } })

// Only the clock: the page's own timers and those of waiting stay real.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }))
afterEach(() => vi.useRealTimers())

test('an event that is on shows its state, its points and its assumed start', async () => {
  const done = { value: true, at: NOW - 1, by: 'a' }
  await openPage(
    recordWith({
      settings: london,
      runs: { r1: run() },
      marks: { 'commander-1/r1/unraveling-anomalies': { done } },
    }),
  )
  const card = find('[data-run="r1"]').textContent
  expect(card).toContain('100 of 500 points')
  expect(card).toContain('Day 2 of 5 is open: Enlisting Old Allies')
  expect(card).toContain('assumed hour')
})

test('"The hour is right" confirms the assumed hour', async () => {
  await openPage(running())
  await click('[data-action="confirm-hour"]')
  await untilSaved()
  expect((await storedRuns()).r1).toEqual(run({ startAssumed: false }))
  expect(document.querySelector('[data-action="confirm-hour"]')).toBeNull()
})

test('a new start is read in the commander’s zone', async () => {
  await openPage(recordWith({ settings: { timeZone: 'Asia/Tokyo' }, runs: { r1: run() } }))
  expect([field('start-date').value, field('start-time').value]).toEqual(['2026-11-23', '01:00'])
  await type('start-time', '03:30')
  expect(find('#event').textContent).toContain('Not saved yet')
  await click('[data-action="save-start"]')
  await untilSaved()
  expect((await storedRuns()).r1).toEqual(run({ startsAt: Date.UTC(2026, 10, 22, 18, 30), startAssumed: false }))
})

test.each([
  ['in an hour that comes twice, the second time', Date.UTC(2027, 9, 31, 1, 30)],
  ['with seconds', Date.UTC(2026, 10, 22, 16, 0, 12, 345)],
])('a start %s, saved with nothing typed, stays', async (_, startsAt) => {
  await openPage(recordWith({ settings: london, runs: { r1: run({ startsAt }) } }))
  await click('[data-action="save-start"]')
  await untilSaved()
  expect((await storedRuns()).r1?.startsAt).toBe(startsAt)
})

test('another date alone leaves the hour assumed', async () => {
  await openPage(running())
  await type('start-date', '2026-11-23')
  await click('[data-action="save-start"]')
  await untilSaved()
  expect((await storedRuns()).r1).toEqual(run({ startsAt: Date.UTC(2026, 10, 23, 16) }))
})

test('an assumed hour follows the date over a change of the clocks', async () => {
  await openPage(running())
  await type('start-date', '2027-07-01')
  expect(field('start-time').value).toBe('17:00')
})

test.each([
  ['2026-02-30', '16:00', 'start-date', 'does not exist'],
  ['', '16:00', 'start-date', 'whole date'],
  ['2026-11-23', '', 'start-time', 'whole time'],
  ['2026-11-23', '25:00', 'start-time', 'does not exist'],
  ['2027-03-28', '01:30', 'start-time', 'after the gap is 2:00'],
  ['2026-10-15', '16:00', 'start-date', 'was over on'],
  ['2027-12-01', '16:00', 'start-date', 'more than a year ahead'],
])('a start on "%s" at "%s" says at %s: %s; what was stored stays', async (date, time, at, reason) => {
  await openPage(running())
  // As an input that lets through what a date or time input of a browser holds back.
  field('start-date').type = 'text'
  field('start-time').type = 'text'
  await type('start-date', date)
  await type('start-time', time)
  await click('[data-action="save-start"]')
  expect(errorAt(at)).toContain(reason)
  expect(errorAt(at === 'start-date' ? 'start-time' : 'start-date')).toBeUndefined()
  expect((await storedRuns()).r1).toEqual(run())
})

test('a date that the browser holds back is named as one that does not exist', async () => {
  await openPage(running())
  Object.defineProperty(field('start-date'), 'validity', { value: { badInput: true } })
  await type('start-date', '')
  await click('[data-action="save-start"]')
  expect(errorAt('start-date')).toContain('does not exist')
})

test('an event is started at the assumed hour, or at one that is typed', async () => {
  await openPage(recordWith({ settings: london }))
  expect([field('start-date').value, field('start-time').value]).toEqual(['2026-11-23', '16:00'])
  await click('[data-action="start-run"]')
  await untilSaved()
  expect(Object.values(await storedRuns())).toEqual([run({ startsAt: Date.UTC(2026, 10, 23, 16) })])
  expect(document.querySelector('[data-action="start-run"]')).toBeNull()
})

test('a run that started 40 days ago cannot be started', async () => {
  await openPage(recordWith({ settings: london }))
  await type('start-date', '2026-10-15')
  await click('[data-action="start-run"]')
  expect(errorAt('start-date')).toContain('was over on')
  expect(await storedRuns()).toEqual({})
})

test('an event that was ended can be taken up again', async () => {
  await openPage(running())
  await click('[data-action="end-run"]')
  await waitFor(() => find('[data-action="undo-run"]'))
  expect((await storedRuns()).r1).toEqual(run({ endedAt: NOW }))
  await waitFor(() => expect(document.activeElement).toBe(find('[data-action="undo-run"]')))
  await click('[data-action="undo-run"]')
  await waitFor(() => find('[data-action="end-run"]'))
  expect((await storedRuns()).r1).toEqual(run())
})

test('an event that was removed comes back whole', async () => {
  await openPage(running())
  await click('[data-action="remove-run"]')
  await waitFor(() => find('[data-action="undo-run"]'))
  expect(await storedRuns()).toEqual({})
  await click('[data-action="undo-run"]')
  await waitFor(() => find('[data-run="r1"]'))
  expect((await storedRuns()).r1).toEqual(run())
  await waitFor(() => expect(document.querySelector('[data-action="undo-run"]')).toBeNull())
})

test('a run that came back from another device is put back by no undo', async () => {
  const record = running() as { readonly runs: Record<string, unknown> }
  const ofOther = { value: run({ startAssumed: false }), at: NOW + 1, by: 'other-device' }
  await openPage(record)
  await click('[data-action="remove-run"]')
  await waitFor(() => find('[data-action="undo-run"]'))
  await act(async () => fakeBrowser.storage.local.set({ record: { ...record, runs: { r1: ofOther } } }))
  await waitFor(() => expect(document.querySelector('[data-action="undo-run"]')).toBeNull())
  expect((await storedRuns()).r1).toEqual(ofOther.value)
  // Removed once more, it has one way back and not two.
  await click('[data-action="remove-run"]')
  await waitFor(() => find('[data-action="undo-run"]'))
  expect(document.querySelectorAll('[data-action="undo-run"]')).toHaveLength(1)
  await click('[data-action="undo-run"]')
  await waitFor(async () => expect((await storedRuns()).r1).toEqual(ofOther.value))
})

const REGIONS = [
  { id: 'eu', name: 'EU', startsAfter: 0 },
  { id: 'apac', name: 'APAC', startsAfter: 900 },
]
const INCURSIONS = {
  id: 'incursions',
  name: 'Incursions',
  shortName: 'Incursions',
  rewards: [],
  lasts: 720,
  regions: REGIONS,
  relatedEvents: [{ id: 'only', name: 'Only', code: 'O', rewards: [], windows: [{ opensAfter: 0, lasts: 720 }] }],
}
/** 23 November, 08:00 UTC: where it starts first; 23:00 in APAC. */
const INCURSION = { eventId: 'incursions', startsAt: Date.UTC(2026, 10, 23, 8), startAssumed: false }
const told = (value: unknown) => ({ value, at: Date.UTC(2026, 0, 1), by: 'other-device' })
const regional = (region: string) => ({
  ...(recordWith({ settings: { timeZone: 'UTC' }, commander: { region }, runs: { r1: INCURSION } }) as object),
  events: { incursions: told(INCURSIONS) },
})

test.each([
  ['apac', '23:00', '22:30', Date.UTC(2026, 10, 23, 7, 30)],
  ['eu', '08:00', '08:30', Date.UTC(2026, 10, 23, 8, 30)],
  ['', '08:00', '08:30', Date.UTC(2026, 10, 23, 8, 30)],
])('in region %j a start is shown and typed at the hour of that region', async (region, shown, typed, startsAt) => {
  vi.setSystemTime(Date.UTC(2026, 10, 23, 9))
  await openPage(regional(region))
  expect(field('start-time').value).toBe(shown)
  if (region === '') expect(find('[data-run="r1"]').textContent).toContain('The hour of EU, where it starts first.')
  await click('[data-action="save-start"]')
  await untilSaved()
  // Saved as it stands, nothing moves.
  expect((await storedRuns()).r1).toMatchObject({ startsAt: INCURSION.startsAt })
  await type('start-time', typed)
  await click('[data-action="save-start"]')
  await waitFor(async () => expect((await storedRuns()).r1).toMatchObject({ startsAt }))
})

test('of several runs the forms are drawn once they are asked for', async () => {
  await openPage(recordWith({ settings: london, runs: { r1: run(), r2: run({ startsAt: STARTED - 86_400_000 }) } }))
  expect(document.querySelectorAll('[data-run] [data-field="start-date"]')).toHaveLength(0)
  await click('[data-run="r1"] [data-action="open-change"] summary')
  await waitFor(() => find('[data-run="r1"] [data-field="start-date"]'))
})

test('a run whose end nobody knows can be seen, and ended', async () => {
  const endless = { ...INCURSIONS, regions: undefined, lasts: undefined }
  const record = recordWith({ settings: london, runs: { r1: { ...INCURSION, startsAt: STARTED } } }) as object
  await openPage({ ...record, events: { incursions: told(endless) } })
  expect(find('[data-run="r1"]').textContent).toContain('not known')
  expect(find('#zone').textContent).toContain('Incursions')
  await click('[data-run="r1"] [data-action="end-run"]')
  await untilSaved()
  expect((await storedRuns()).r1).toMatchObject({ endedAt: NOW })
})

test('an event that ships is started as the commander changed it', async () => {
  const changed = { ...DEFENDER_OF_PEACE, shortName: 'My Peace', assumedStart: 17 * 60, edited: true }
  await openPage({ ...(recordWith({ settings: london }) as object), events: { 'defender-of-peace': told(changed) } })
  expect(find('#event').textContent).toContain('My Peace')
  expect(field('start-time').value).toBe('17:00')
})

describe('a run that comes again', () => {
  const WEEK = 7 * 86_400_000
  const series = (more: object = {}) =>
    recordWith({ settings: london, runs: { r1: run({ repeatsEvery: 1, ...more }) } })
  const repeats = () => find<HTMLSelectElement>('[data-run="r1"] [data-field="repeats"]')
  const choose = (value: string) =>
    act(async () => {
      fireEvent.change(repeats(), { target: { value } })
    })

  test.each([
    ['without an end', undefined, '1'],
    ['until a day after the next', STARTED + WEEK + 1, '1'],
    ['until the next, which is none', STARTED + WEEK, '0'],
    ['until an end that an import set far ahead', STARTED + 40 * WEEK, '1'],
    ['not any more', STARTED + 1, '0'],
  ])('%s says so', async (_, repeatsUntil, value) => {
    await openPage(series({ repeatsUntil }))
    expect(repeats().value).toBe(value)
  })

  test('is stopped also where an import set its end, and taken up again', async () => {
    await openPage(series({ repeatsUntil: STARTED + 40 * WEEK }))
    // A choice that stands already cannot be made.
    expect(repeats().value).toBe('1')
    await choose('0')
    await untilSaved()
    expect((await storedRuns()).r1).toMatchObject({ repeatsEvery: 1, repeatsUntil: STARTED + 1 })
    expect(repeats().value).toBe('0')
    await choose('1')
    await waitFor(async () => expect((await storedRuns()).r1).not.toHaveProperty('repeatsUntil'))
    expect(repeats().value).toBe('1')
  })

  test('after a number of weeks that is no choice of its own can be taken up again', async () => {
    await openPage(series({ repeatsEvery: 5, repeatsUntil: STARTED + 1 }))
    expect(repeats().value).toBe('0')
    await choose('5')
    await untilSaved()
    expect(repeats().value).toBe('5')
  })
})

test('the button to take a run back is described by what was done', async () => {
  await openPage(running())
  await click('[data-action="remove-run"]')
  await waitFor(() => find('[data-action="undo-run"]'))
  const id = find('[data-action="undo-run"]').getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(id)?.textContent).toContain('Defender of Peace')
})
