import { waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { changeChosenCommander } from '../../../utils/record/transitions.ts'
import { update } from '../../../utils/storage/update.ts'
import { click, errorAt, field, find, leave, openPage, recordWith, storedCommander, type, untilSaved } from './page.tsx'

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
  await openPage(recordWith({ commander: { level: 38 } }))
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
  await openPage(recordWith({ commander: { level: 20 } }))
  await type('level', text)
  await untilSaved()
  expect(errorAt('level')).toBeUndefined()
  expect(await storedCommander()).toMatchObject({ level })
})

test('a low level on the way to a higher one is not stored', async () => {
  await openPage(recordWith({ commander: { level: 20 } }))
  const levels: unknown[] = []
  fakeBrowser.storage.onChanged.addListener(async () => void levels.push((await storedCommander())?.level))
  await type('level', '4')
  await type('level', '45')
  await leave('level')
  await untilSaved()
  expect(levels).toEqual([45])
})

test('a level at which the game hides the event says so', async () => {
  await openPage(recordWith({ commander: { level: 10 } }))
  expect(find('#commander').textContent).not.toContain('below level 10')
  await type('level', '9')
  await waitFor(() => expect(find('#commander').textContent).toContain('below level 10'))
})

test('name and server are stored while they are typed', async () => {
  await openPage()
  await type('name', 'Kira')
  await type('server', '105')
  await untilSaved()
  expect(await storedCommander()).toMatchObject({ name: 'Kira', server: '105' })
})

test('a name that is too long is not stored', async () => {
  await openPage(recordWith({ commander: { name: 'Kira' } }))
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
