import { beforeEach, expect, test } from 'vitest'
import {
  click,
  DAY,
  find,
  HOUR,
  has,
  NOON,
  openPopup,
  recordWith,
  row,
  setClock,
  storedRuns,
  type,
  untilPoints,
  untilState,
  untilText,
} from './page.tsx'

beforeEach(() => setClock(NOON))

const YESTERDAY_AT_16 = NOON - 20 * HOUR

test('"It started" starts at the last assumed hour', async () => {
  await openPopup(recordWith({}))
  await click('start-today')
  await untilState('open')
  expect(await storedRuns()).toEqual([{ eventId: 'defender-of-peace', startsAt: YESTERDAY_AT_16, startAssumed: true }])
})

test('"It starts" starts at the next assumed hour', async () => {
  await openPopup(recordWith({}))
  await click('start-tomorrow')
  await untilState('upcoming')
  expect(await storedRuns()).toMatchObject([{ startsAt: YESTERDAY_AT_16 + DAY, startAssumed: true }])
})

test('the form proposes the assumed hour in the zone of the commander', async () => {
  await openPopup(recordWith({ settings: { timeZone: 'Asia/Kolkata' } }))
  await click('pick-start')
  expect(find<HTMLInputElement>('[name="date"]').value).toBe('2026-11-24')
  expect(find<HTMLInputElement>('[name="time"]').value).toBe('21:30')
  await click('confirm-start')
  await untilState('open')
  expect(await storedRuns()).toMatchObject([{ startsAt: YESTERDAY_AT_16, startAssumed: true }])
})

test('the keyboard goes on in what took the place of the button', async () => {
  await openPopup(recordWith({}))
  await click('pick-start')
  expect(document.activeElement).toBe(find('[name="date"]'))
})

test('another hour is not an assumption', async () => {
  await openPopup(recordWith({}))
  await click('pick-start')
  await type('[name="time"]', '17:00')
  await click('confirm-start')
  await untilState('open')
  expect(await storedRuns()).toMatchObject([{ startsAt: YESTERDAY_AT_16 + HOUR, startAssumed: false }])
})

test.each([
  ['nothing', '', '', 'Enter both a day and an hour.'],
  ['a date without an hour', '2026-11-25', '', 'Enter both a day and an hour.'],
  ['a year of five digits', '12026-11-25', '16:00', 'That date does not exist.'],
  ['an hour that the clock skips', '2027-03-28', '01:30', /The clock in London skips that hour.*2:00.AM GMT\+1/],
  ['a run of 40 days ago', '2026-10-16', '16:00', /over on Wed Oct 21, 4:00.PM GMT\+1/],
  ['a year ahead and more', '2028-11-25', '16:00', 'more than a year ahead'],
])('%s is told in words, and nothing starts', async (_, date, time, problem) => {
  await openPopup(recordWith({}))
  await click('pick-start')
  // What an input of a real browser would not give, storage and scripts can.
  find('[name="date"]').setAttribute('type', 'text')
  find('[name="time"]').setAttribute('type', 'text')
  await type('[name="date"]', date)
  await type('[name="time"]', time)
  await click('confirm-start')
  await untilText(problem, '#start-problem')
  expect(find('[name="date"]').getAttribute('aria-invalid')).toBe('true')
  expect(await storedRuns()).toEqual([])
})

test('after the end the same event is tracked again with the same choice', async () => {
  await openPopup(recordWith({ run: { startsAt: NOON - 7 * DAY } }))
  await untilState('ended')
  await click('track-again')
  await click('start-today')
  await untilState('open')
  expect(await storedRuns()).toHaveLength(2)
})

test('the run of 2023 is there to look at, and one comes back', async () => {
  const page = await openPopup(recordWith({}))
  await click('look-back')
  expect(page.dataset.lookingBack).toBe('true')
  expect(page.dataset.state).toBe('ended')
  await untilText(/Mon Nov 13, 2023, 4:00.PM/, row(1))
  expect(find(row(1)).textContent).not.toContain('not ticked')
  expect(has('[data-action="remove-run"]')).toBe(false)
  await click('leave-look-back')
  expect(page.dataset.state).toBe('first-use')
  expect(page.dataset.lookingBack).toBeUndefined()
})

test('who took part in 2023 can tick it', async () => {
  await openPopup(recordWith({}))
  await click('look-back')
  await click('toggle-day', row(2))
  await click('mark-day', row(2))
  await untilPoints(100)
})
