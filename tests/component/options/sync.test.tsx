import { act, waitFor } from '@testing-library/preact'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { setSetting } from '../../../utils/record/transitions.ts'
import { replicate } from '../../../utils/storage/replicate.ts'
import { recordOf, running, START } from '../../unit/support/records.ts'
import { click, field, find, openPage, PATIENT } from './page.tsx'

const { local, sync } = fakeBrowser.storage
const record = recordOf([setSetting('timeZone', 'UTC'), START], running)
const words = () => document.querySelector('[data-sync]')?.textContent
const state = async () => (await local.get('replica')).replica as { on: boolean } | undefined

beforeEach(() => vi.setSystemTime(START))

describe('the copy in sync', () => {
  test.each([
    ['on without a word', {}, /^This device had nothing to add to the copy so far\.$/],
    ['written', { writtenAt: START }, /^Last written .*Nov 23, 4:00.PM UTC\.$/],
    ['newer', { trouble: 'newer' }, /^A newer version of the tracker wrote the copy\./],
    [
      'refused',
      { trouble: 'failed', error: 'Error: QUOTA_BYTES' },
      /^The browser could not sync: Error: QUOTA_BYTES\./,
    ],
    [
      'full',
      { writtenAt: START, leftOut: { runs: 1, events: 0, marks: 15 } },
      /Not in the copy, what is oldest first: 1 run, 15 marks\./,
    ],
    ['complete', { writtenAt: START, leftOut: { runs: 0, events: 0, marks: 0 } }, /^Last written .*\.$/],
  ])('is told: %s', async (_, known, text) => {
    await openPage(record, { replica: { on: true, ...known } })
    expect(field('sync').checked).toBe(true)
    expect(words()).toMatch(text)
  })

  test('is switched off and on', async () => {
    await openPage(record)
    await click('[data-field="sync"]')
    await waitFor(async () => expect((await state())?.on).toBe(false), PATIENT)
    await waitFor(() => expect(words()).toBeUndefined(), PATIENT)
    await click('[data-field="sync"]')
    await waitFor(async () => expect((await state())?.on).toBe(true), PATIENT)
    await waitFor(() => expect(words()).toBeDefined(), PATIENT)
  })

  test('is removed, which switches it off; the record stays', async () => {
    await local.set({ record })
    await replicate(START)
    expect(Object.keys(await sync.get(null))).toEqual(['replica:0'])
    await openPage()
    await click('[data-action="remove-replica"]')
    await waitFor(async () => expect(await sync.get(null)).toEqual({}), PATIENT)
    await waitFor(() => expect(field('sync').checked).toBe(false), PATIENT)
    expect((await local.get('record')).record).toMatchObject({ runs: record.runs })
  })

  test('says why where the browser refuses', async () => {
    await openPage(record)
    vi.spyOn(local, 'set').mockRejectedValue(new Error('disk full') as never)
    await click('[data-field="sync"]')
    await waitFor(() => expect(find('[data-save-failed]').textContent).toContain('disk full'), PATIENT)
  })
})

describe('a record that came from the copy', () => {
  test('is told of until the commander has seen it', async () => {
    await openPage(record, { replica: { on: true, restoredAt: START } })
    expect(find('[data-banner="restored"]').textContent).toContain('Your record is here')
    await click('[data-action="acknowledge-restored"]')
    await waitFor(() => expect(document.querySelector('[data-banner="restored"]')).toBeNull(), PATIENT)
    expect(await state()).toEqual({ on: true })
    await act(async () => {})
  })
})
