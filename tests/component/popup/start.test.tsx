import { act } from '@testing-library/preact'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  click,
  closePopup,
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
  waitFor,
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
  expect(find<HTMLInputElement>('[data-field="start-date"]').value).toBe('2026-11-24')
  expect(find<HTMLInputElement>('[data-field="start-time"]').value).toBe('21:30')
  await click('confirm-start')
  await untilState('open')
  expect(await storedRuns()).toMatchObject([{ startsAt: YESTERDAY_AT_16, startAssumed: true }])
})

test('the keyboard goes on in what took the place of the button', async () => {
  await openPopup(recordWith({}))
  await click('pick-start')
  expect(document.activeElement).toBe(find('[data-field="start-date"]'))
})

test('another hour is not an assumption', async () => {
  await openPopup(recordWith({}))
  await click('pick-start')
  await type('[data-field="start-time"]', '17:00')
  await click('confirm-start')
  await untilState('open')
  expect(await storedRuns()).toMatchObject([{ startsAt: YESTERDAY_AT_16 + HOUR, startAssumed: false }])
})

test.each([
  ['nothing', 'start-date', '', '', 'Choose a whole date'],
  ['a date without an hour', 'start-time', '2026-11-25', '', 'Choose a whole time'],
  ['a year of five digits', 'start-date', '12026-11-25', '16:00', 'This date does not exist.'],
  [
    'an hour that the clock skips',
    'start-time',
    '2027-03-28',
    '01:30',
    /does not exist on that day in London.*2:00.AM/,
  ],
  ['a run of 40 days ago', 'start-date', '2026-10-16', '16:00', /over on Wed Oct 21, 4:00.PM GMT\+1/],
  ['a year ahead and more', 'start-date', '2028-11-25', '16:00', 'more than a year ahead'],
])('%s is told in words, and nothing starts', async (_, field, date, time, problem) => {
  await openPopup(recordWith({}))
  await click('pick-start')
  // What an input of a real browser would not give, storage and scripts can.
  find('[data-field="start-date"]').setAttribute('type', 'text')
  find('[data-field="start-time"]').setAttribute('type', 'text')
  await type('[data-field="start-date"]', date)
  await type('[data-field="start-time"]', time)
  await click('confirm-start')
  await untilText(problem, `[data-error="${field}"]`)
  expect(find(`[data-field="${field}"]`).getAttribute('aria-invalid')).toBe('true')
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
  await untilText(/Mon Nov 13, 4:00.PM/, row(1))
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

test('one can turn back from tracking again', async () => {
  await openPopup(recordWith({ run: { startsAt: NOON - 7 * DAY } }))
  await click('track-again')
  await click('cancel-start')
  expect(find('[data-action="track-again"]')).toBeTruthy()
})

test('the run of 2023 can be looked at beside a run of one’s own', async () => {
  const page = await openPopup(recordWith({ run: { startsAt: NOON - HOUR } }))
  await click('look-back')
  expect(page.dataset.lookingBack).toBe('true')
})

describe('a start that is typed while the popup closes', () => {
  const value = (name: string) => find<HTMLInputElement>(`[data-field="start-${name}"]`).value
  const drafts = () => Object.keys(localStorage).filter((key) => key.startsWith('draft:'))

  async function typeStart(settings = {}): Promise<void> {
    await openPopup(recordWith({ settings }))
    await click('pick-start')
    await type('[data-field="start-date"]', '2026-11-23')
    await type('[data-field="start-time"]', '17:45')
    closePopup()
  }

  test('is in the form again, which is open at once; nobody asked for the focus', async () => {
    await typeStart()
    await openPopup()
    await waitFor(() => find('[data-kept]'))
    expect([value('date'), value('time')]).toEqual(['2026-11-23', '17:45'])
    expect(find('[data-kept]').textContent).toBe('Typed before, not saved yet.')
    expect(document.activeElement).toBe(document.body)
    expect(await storedRuns()).toEqual([])
    await click('confirm-start')
    await untilState('open')
    expect(await storedRuns()).toMatchObject([{ startsAt: Date.UTC(2026, 10, 23, 17, 45), startAssumed: false }])
    await waitFor(() => expect(drafts()).toEqual([]))
  })

  test('is looked for only once the question is drawn', async () => {
    await typeStart()
    const drawn: boolean[] = []
    const read = vi.spyOn(localStorage, 'getItem').mockImplementation(() => {
      drawn.push(has('[data-action="pick-start"]'))
      return null
    })
    await openPopup()
    await waitFor(() => expect(drawn).toEqual([true]))
    read.mockRestore()
  })

  test('is in the form also where the event is tracked again, with the focus', async () => {
    await openPopup(recordWith({ run: { startsAt: NOON - 7 * DAY } }))
    await click('track-again')
    await click('pick-start')
    await type('[data-field="start-time"]', '17:45')
    closePopup()
    await openPopup()
    await untilState('ended')
    expect(has('[data-kept]')).toBe(false)
    await click('track-again')
    await waitFor(() => find('[data-kept]'))
    expect(value('time')).toBe('17:45')
    expect(document.activeElement).toBe(find('[data-field="start-date"]'))
  })

  test('is forgotten by Back, and then the form proposes again', async () => {
    await typeStart()
    await openPopup()
    await waitFor(() => find('[data-kept]'))
    await act(async () => find<HTMLButtonElement>('.start-form .button-quiet').click())
    expect(drafts()).toEqual([])
    await click('pick-start')
    expect([value('date'), value('time')]).toEqual(['2026-11-24', '16:00'])
    expect(has('[data-kept]')).toBe(false)
    expect(document.activeElement).toBe(find('[data-field="start-date"]'))
  })

  test('is forgotten by another answer to the question', async () => {
    await openPopup(recordWith({}))
    // Typed in another window, after this one was opened.
    await waitFor(() => find('[data-action="start-today"]'))
    localStorage.setItem('draft:start=defender-of-peace', JSON.stringify({ at: NOON, value: {} }))
    await click('start-today')
    await untilState('open')
    await waitFor(() => expect(drafts()).toEqual([]))
  })

  test('is not shown where another clock is meant', async () => {
    await typeStart({ timeZone: 'Asia/Kolkata' })
    const read = vi.spyOn(localStorage, 'getItem')
    await openPopup(recordWith({}))
    await waitFor(() => expect(read).toHaveBeenCalled())
    await act(async () => {})
    await click('pick-start')
    expect([value('date'), value('time')]).toEqual(['2026-11-24', '16:00'])
    expect(has('[data-kept]')).toBe(false)
  })
})
