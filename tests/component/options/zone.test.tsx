import { waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import {
  click,
  errorAt,
  field,
  find,
  leave,
  openPage,
  press,
  recordWith,
  storedSetting,
  type,
  untilSaved,
} from './page.tsx'

const rows = () => [...document.querySelectorAll<HTMLElement>('[role="option"]')]
const run = { eventId: 'defender-of-peace', startsAt: Date.now() - 3_600_000, startAssumed: true }

test('a zone is found by its city, taken by the keyboard, and the table of days follows', async () => {
  await openPage(recordWith({ runs: { r1: run } }))
  const before = find('.run-days').textContent
  expect(before).toContain('assumed hour')
  await click('[data-action="zone-choose"]')
  const input = field('time-zone')
  expect(document.activeElement).toBe(input)
  await type('time-zone', 'new york')
  expect(rows().map((row) => row.textContent)[0]).toContain('America/New_York')
  expect(rows()[0]?.textContent).toMatch(/\d+:\d\d.*UTC−[45]/)
  await press('time-zone', 'Enter')
  await untilSaved()
  expect(await storedSetting('timeZone')).toBe('America/New_York')
  expect(field('time-zone').value).toBe('New York (America/New_York)')
  expect(document.activeElement).toBe(input)
  expect(find('.run-days').textContent).not.toBe(before)
  await click('[data-action="zone-system"]')
  await waitFor(async () => expect(await storedSetting('timeZone')).toBe('system'))
})

test('another zone is not stored before it is chosen', async () => {
  await openPage()
  await click('[data-action="zone-choose"]')
  await leave('time-zone')
  expect(await storedSetting('timeZone')).toBeUndefined()
})

test('arrow keys move through the list, which draws few rows at a time; Escape gives it up', async () => {
  await openPage(recordWith({ settings: { timeZone: 'Europe/London' } }))
  await press('time-zone', 'ArrowDown')
  expect(field('time-zone').getAttribute('aria-expanded')).toBe('true')
  expect(rows().length).toBeLessThanOrEqual(50)
  expect(rows()[0]?.getAttribute('aria-selected')).toBe('true')
  expect(field('time-zone').getAttribute('aria-activedescendant')).toBe(rows()[0]?.id)
  await press('time-zone', 'ArrowDown')
  expect(field('time-zone').getAttribute('aria-activedescendant')).toBe(rows()[1]?.id)
  for (let pages = 0; pages < 8; pages += 1) await press('time-zone', 'PageDown')
  expect(field('time-zone').getAttribute('aria-activedescendant')).toBe(rows()[65]?.id)
  await press('time-zone', 'Escape')
  expect(field('time-zone').getAttribute('aria-expanded')).toBe('false')
  expect(field('time-zone').value).toBe('London (Europe/London)')
})

test.each(['Asia/Kolkata', 'asia calcutta', 'UTC', 'Etc/GMT+5'])('%s may be typed whole', async (name) => {
  await openPage(recordWith({ settings: { timeZone: 'Europe/London' } }))
  await type('time-zone', name)
  await leave('time-zone')
  await untilSaved()
  expect(errorAt('time-zone')).toBeUndefined()
  expect(String(await storedSetting('timeZone')).toLowerCase()).toBe(name.toLowerCase().replace(' ', '/'))
})

test('a name that is no zone says so where it was typed; the zone stays', async () => {
  await openPage(recordWith({ settings: { timeZone: 'Europe/London' } }))
  await type('time-zone', 'Atlantis')
  expect(rows()).toEqual([])
  await press('time-zone', 'Enter')
  expect(errorAt('time-zone')).toContain('“Atlantis” is not a time zone')
  expect(await storedSetting('timeZone')).toBe('Europe/London')
})

test('a stored zone that this browser does not know gives way to the computer’s, and says so', async () => {
  await openPage(recordWith({ settings: { timeZone: 'Mars/Olympus' }, runs: { r1: run } }))
  expect(errorAt('time-zone')).toContain('Mars/Olympus')
  expect(find('.run-days').textContent).toContain('UTC')
  expect(await storedSetting('timeZone')).toBe('Mars/Olympus')
})
