import { waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
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
