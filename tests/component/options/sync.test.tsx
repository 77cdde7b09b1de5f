import { act, waitFor } from '@testing-library/preact'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { EMPTY_RECORD } from '../../../utils/record/record.ts'
import { toText } from '../../../utils/record/replica/fragment-text.ts'
import { setSetting } from '../../../utils/record/transitions.ts'
import { replicate, setReplicaOn } from '../../../utils/storage/replicate.ts'
import { recordOf, running, START } from '../../unit/support/records.ts'
import { click, field, find, openPage, PATIENT } from './page.tsx'

const { local, sync } = fakeBrowser.storage
const record = recordOf([setSetting('timeZone', 'UTC'), START], running)
const words = () => document.querySelector('[data-sync]')?.textContent
const removal = () => find<HTMLButtonElement>('[data-action="remove-replica"]')
const state = async () => (await local.get('replica')).replica as { on: boolean } | undefined

beforeEach(() => vi.setSystemTime(START))

describe('the copy in sync', () => {
  test.each([
    [
      'on without a word',
      {},
      /^Nothing has gone from this device into the copy so far\.Nothing has come from another device so far\.$/,
    ],
    [
      'written',
      { writtenAt: START },
      /^Last written from this device: .*Nov 23, 4:00.PM UTC\.Nothing has come from another device so far\.$/,
    ],
    ['taken', { takenAt: START }, /\.Last taken from the copy: .*Nov 23, 4:00.PM UTC\.$/],
    ['newer', { trouble: 'newer' }, /^A newer version of the tracker wrote the copy\./],
    [
      'refused',
      { trouble: 'failed', error: 'Error: QUOTA_BYTES' },
      /^The browser could not sync: Error: QUOTA_BYTES\./,
    ],
    [
      'not stored here',
      { trouble: 'unstored', error: 'Error: QuotaExceededError' },
      /^The browser could not store here what your other devices told: Error: QuotaExceededError\./,
    ],
    [
      'full',
      { writtenAt: START, leftOut: { runs: 1, events: 0, marks: 15 } },
      /Not in the copy, what is oldest first: 1 run, 15 marks\./,
    ],
    ['complete', { writtenAt: START, leftOut: { runs: 0, events: 0, marks: 0 } }, /^Last written .* so far\.$/],
  ])('is told: %s', async (_, known, text) => {
    await openPage(record, { replica: { on: true, ...known } })
    expect(field('sync').checked).toBe(true)
    expect(words()).toMatch(text)
  })

  test('is switched off and on', async () => {
    await openPage(record)
    await click('[data-field="sync"]')
    await waitFor(async () => expect((await state())?.on).toBe(false), PATIENT)
    await waitFor(() => expect(words()).toContain('Switched off on this device'), PATIENT)
    await click('[data-field="sync"]')
    await waitFor(async () => expect((await state())?.on).toBe(true), PATIENT)
    await waitFor(() => expect(words()).toContain('Nothing has gone from this device'), PATIENT)
  })

  test('that still lies in sync after it was switched off is told, and since when it is as it is', async () => {
    await local.set({ record })
    await replicate(START)
    await setReplicaOn(false)
    await openPage()
    await waitFor(() => expect(find('[data-sync]').dataset.sync).toBe('frozen'), PATIENT)
    expect(words()).toMatch(
      /^Switched off on this device: .* lies in the browser’s sync, as this device left it on .*Nov 23, 4:00.PM UTC or /,
    )
    expect(removal().disabled).toBe(false)
    // Another device removes it.
    await act(async () => sync.clear())
    await waitFor(() => expect(find('[data-sync]').dataset.sync).toBe('none'), PATIENT)
    expect(words()).toMatch(/^Switched off on this device: .*No copy lies in the browser’s sync\.$/)
    expect(removal().disabled).toBe(true)
    expect(words()).not.toContain('is removed')
  })

  test('of another device is told where this one, switched off, never wrote', async () => {
    await sync.set({ 'replica:0': 'x' })
    await openPage(record, { replica: { on: false } })
    await waitFor(
      () => expect(words()).toContain('A copy from another device still lies in the browser’s sync.'),
      PATIENT,
    )
  })

  test('cannot be removed where there is none', async () => {
    await openPage(record)
    await waitFor(() => expect(removal().disabled).toBe(true), PATIENT)
    await act(async () => sync.set({ 'replica:0': 'x', 'of-another-kind': 1 }))
    await waitFor(() => expect(removal().disabled).toBe(false), PATIENT)
  })

  test('is removed, which switches it off; the record stays', async () => {
    await local.set({ record })
    await replicate(START)
    expect(Object.keys(await sync.get(null))).toEqual(['replica:0'])
    await openPage()
    await waitFor(() => expect(removal().disabled).toBe(false), PATIENT)
    await click('[data-action="remove-replica"]')
    await waitFor(async () => expect(await sync.get(null)).toEqual({}), PATIENT)
    await waitFor(() => expect(field('sync').checked).toBe(false), PATIENT)
    await waitFor(() => expect(find('[data-sync-removed]').textContent).toBe('The copy is removed.'), PATIENT)
    expect(find('[data-sync-removed]').getAttribute('role')).toBe('status')
    // Its button can be pressed no more, and would take the focus with it.
    await waitFor(() => expect(document.activeElement).toBe(find('[data-sync-removed]')), PATIENT)
    expect(removal().disabled).toBe(true)
    // What another device writes and removes after that is not this page's work.
    await act(async () => sync.set({ 'replica:0': 'x' }))
    await waitFor(() => expect(find('[data-sync-removed]').textContent).toBe(''), PATIENT)
    await act(async () => sync.clear())
    await waitFor(() => expect(find('[data-sync]').dataset.sync).toBe('none'), PATIENT)
    expect(find('[data-sync-removed]').textContent).toBe('')
    expect((await local.get('record')).record).toMatchObject({ runs: record.runs })
  })

  test.each([
    ['this device was told', { 'replica:0': 'x' }, { on: true, trouble: 'newer' }],
    ['though it is switched off, as is seen by the copy itself', undefined, { on: false }],
  ])('that a newer version wrote is removed only after a warning: %s', async (_, items, replica) => {
    await sync.set(items ?? { 'replica:0': await toText({ ...EMPTY_RECORD, version: 99 }) })
    await openPage(record, { replica })
    await waitFor(() => expect(removal().disabled).toBe(false), PATIENT)
    await act(async () => {})
    await click('[data-action="remove-replica"]')
    await waitFor(() => expect(document.activeElement).toBe(find('[data-action="keep-replica"]')), PATIENT)
    expect(find('#sync').textContent).toContain('A newer version of the tracker wrote this copy')
    await click('[data-action="keep-replica"]')
    expect(Object.keys(await sync.get(null))).toEqual(['replica:0'])
    await waitFor(() => expect(document.activeElement).toBe(removal()), PATIENT)
    await click('[data-action="remove-replica"]')
    await click('[data-action="confirm-remove-replica"]')
    await waitFor(async () => expect(await sync.get(null)).toEqual({}), PATIENT)
    await waitFor(() => expect(find('[data-sync-removed]').textContent).toBe('The copy is removed.'), PATIENT)
  })

  test('is told to be on by nobody who could not read whether it is', async () => {
    await local.set({ replica: { on: false } })
    const get = vi.spyOn(local, 'get').mockRejectedValue(new Error('disk is gone'))
    await openPage()
    await waitFor(() => expect(find('[data-error="sync"]').textContent).toContain('disk is gone'), PATIENT)
    expect(find('[data-error="sync"]').getAttribute('role')).toBe('alert')
    expect(document.querySelector('[data-field="sync"]')).toBeNull()
    expect(words()).toBeUndefined()
    get.mockRestore()
    await click('[data-action="retry"]')
    await waitFor(() => expect(field('sync').checked).toBe(false), PATIENT)
    expect(document.querySelector('[data-error="sync"]')).toBeNull()
  })

  test('that nobody can look at is no copy that is missing', async () => {
    vi.spyOn(sync, 'get').mockRejectedValue(new Error('sync is broken'))
    await openPage(record, { replica: { on: false } })
    await waitFor(() => expect(find('[data-error="sync-copy"]').textContent).toContain('sync is broken'), PATIENT)
    expect(words()).toMatch(/^Switched off on this device: [^.]*\.$/)
    expect(removal().disabled).toBe(false)
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
    expect(find('[data-banner="restored"]').textContent).toContain('the oldest runs of a very large one may be missing')
    await click('[data-action="acknowledge-restored"]')
    await waitFor(() => expect(document.querySelector('[data-banner="restored"]')).toBeNull(), PATIENT)
    expect(await state()).toEqual({ on: true })
    await act(async () => {})
  })
})
