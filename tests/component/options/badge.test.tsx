import { expect, test } from 'vitest'
import { DEFAULT_COMMANDER, FIRST_COMMANDER } from '../../../utils/record/record.ts'
import { putCommander } from '../../../utils/record/transitions.ts'
import { recordOf, type Told } from '../../unit/support/records.ts'
import { click, find, openPage, storedSetting, untilSaved } from './page.tsx'

const LONG_AGO = Date.UTC(2026, 0, 1)
const told = (id: string, archived = false): Told => [putCommander(id, { ...DEFAULT_COMMANDER, archived }), LONG_AGO]
const option = (value: string) => `[data-field="badge-for"] [value="${value}"]`

test.each([
  ['none was told', []],
  ['one', [told(FIRST_COMMANDER)]],
  ['one and an archived one', [told(FIRST_COMMANDER), told('commander-2', true)]],
])('with %s there is nobody to choose the badge for', async (_, commanders) => {
  await openPage(recordOf(...commanders))
  expect(document.querySelector('[data-field="badge-for"]')).toBeNull()
})

test('with two commanders the badge speaks of both, or of the one shown in the popup', async () => {
  await openPage(recordOf(told(FIRST_COMMANDER), told('commander-2')))
  expect(find<HTMLInputElement>(option('all')).checked).toBe(true)
  await click(option('chosen'))
  await untilSaved()
  expect(await storedSetting('badgeFor')).toBe('chosen')
  expect(find<HTMLInputElement>(option('chosen')).checked).toBe(true)
  await click(option('all'))
  await untilSaved()
  expect(await storedSetting('badgeFor')).toBe('all')
})
