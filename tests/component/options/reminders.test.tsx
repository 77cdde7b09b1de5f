import { act, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { click, errorAt, field, find, openPage, PATIENT, recordWith, storedSetting, type, untilSaved } from './page.tsx'

const shown = () => [...document.querySelectorAll('.chip > span')].map((chip) => chip.textContent)

async function add(hours: string, minutes: string): Promise<void> {
  await type('lead-hours', hours)
  await type('lead-minutes', minutes)
  await click('[data-action="add-lead"]')
}

test('the reminder at the start of a day can be switched off', async () => {
  await openPage()
  expect(field('start-of-day').checked).toBe(true)
  await click('[data-field="start-of-day"]')
  await untilSaved()
  expect(await storedSetting('startOfDay')).toBe(false)
})

test('reminders are added in their order and removed', async () => {
  await openPage()
  expect(shown()).toEqual(['6 h before the end', '1 h before the end'])
  await add('2', '30')
  await untilSaved()
  expect(await storedSetting('leadTimes')).toEqual([360, 150, 60])
  expect(shown()).toEqual(['6 h before the end', '2 h 30 min before the end', '1 h before the end'])
  expect(field('lead-hours').value).toBe('')
  await click('[data-action="remove-lead"][data-minutes="360"]')
  await waitFor(async () => expect(await storedSetting('leadTimes')).toEqual([150, 60]), PATIENT)
})

test.each([
  ['', '5', 5],
  ['23', '', 1380],
  ['', '90', 90],
])('%s h %s min is taken', async (hours, minutes, lead) => {
  await openPage(recordWith({ settings: { leadTimes: [] } }))
  await add(hours, minutes)
  await untilSaved()
  expect(await storedSetting('leadTimes')).toEqual([lead])
})

test.each([
  ['', '4', 'lead-minutes', 'Too short'],
  ['23', '1', 'lead-minutes', 'Too long'],
  ['24', '', 'lead-hours', 'Too long'],
  ['1', '', 'lead-minutes', 'already a reminder 1 h'],
  ['', '60', 'lead-minutes', 'already a reminder 1 h'],
  ['abc', '', 'lead-hours', '“abc” is not a whole number'],
  ['1', '1.5', 'lead-minutes', '“1.5” is not a whole number'],
  ['-1', '', 'lead-hours', 'not a whole number'],
  ['', '', 'lead-hours', 'Write how long'],
])('"%s" h "%s" min is refused at %s: %s', async (hours, minutes, at, reason) => {
  await openPage(recordWith({ settings: { leadTimes: [360, 60] } }))
  await add(hours, minutes)
  expect(errorAt(at)).toContain(reason)
  expect(field(at).getAttribute('aria-invalid')).toBe('true')
  expect(await storedSetting('leadTimes')).toEqual([360, 60])
})

test('quiet hours go over midnight, and come back as they were after being off', async () => {
  await openPage()
  await click('[data-field="quiet-on"]')
  await untilSaved()
  expect(await storedSetting('quietHours')).toEqual({ from: 22 * 60, to: 8 * 60 })
  await type('quiet-from', '23:30')
  await waitFor(
    async () => expect(await storedSetting('quietHours')).toEqual({ from: 23 * 60 + 30, to: 8 * 60 }),
    PATIENT,
  )
  await click('[data-field="quiet-on"]')
  await waitFor(async () => expect(await storedSetting('quietHours')).toBeNull(), PATIENT)
  // Stored is not yet drawn: a click before that would be one on a switch that is on.
  await waitFor(() => expect(field('quiet-on').checked).toBe(false), PATIENT)
  await click('[data-field="quiet-on"]')
  await waitFor(
    async () => expect(await storedSetting('quietHours')).toEqual({ from: 23 * 60 + 30, to: 8 * 60 }),
    PATIENT,
  )
})

test('hours still being typed do not switch quiet hours on again', async () => {
  await openPage(recordWith({ settings: { quietHours: { from: 1320, to: 480 } } }))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await type('quiet-from', '23:30')
  await click('[data-field="quiet-on"]')
  await act(async () => {
    await vi.advanceTimersByTimeAsync(5000)
  })
  vi.useRealTimers()
  expect(await storedSetting('quietHours')).toBeNull()
})

test('quiet hours from and to the same hour, or without an hour, are not stored', async () => {
  const quietHours = { from: 1320, to: 480 }
  await openPage(recordWith({ settings: { quietHours } }))
  await type('quiet-from', '08:00')
  expect(errorAt('quiet-to')).toContain('the same')
  await type('quiet-from', '')
  expect(errorAt('quiet-from')).toContain('whole time')
  expect(await storedSetting('quietHours')).toEqual(quietHours)
  await type('quiet-from', '07:00')
  await untilSaved()
  expect(await storedSetting('quietHours')).toEqual({ from: 420, to: 480 })
})

test('the countdown on the badge is stored, and the sample shows it', async () => {
  await openPage()
  expect(find('[data-badge="urgent"]').textContent).not.toContain('42m')
  await click('[data-field="last-hour-countdown"]')
  await untilSaved()
  expect(await storedSetting('lastHourCountdown')).toBe(true)
  expect(find('[data-badge="urgent"]').textContent).toContain('42m')
})
