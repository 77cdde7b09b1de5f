import { act, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { backupText } from '../../../utils/record/backup.ts'
import { recordOf, running, START } from '../../unit/support/records.ts'
import { sha256 } from '../../unit/support/sha256.ts'
import { click, errorAt, field, find, openPage, recordWith, storedSetting, type } from './page.tsx'

test('a record of a newer version is left alone, and the page says why', async () => {
  const newer = { version: 9, settings: 'of another shape' }
  await openPage(newer)
  expect(find('[data-banner="newer"]').textContent).toContain('newer version')
  expect(field('level').closest('fieldset:disabled')).not.toBeNull()
  expect((await fakeBrowser.storage.local.get('record')).record).toEqual(newer)
})

test('a record that becomes newer while the page is open is not written over', async () => {
  await openPage()
  // Nobody hears of this write: the page finds out when it stores.
  const listeners = vi.spyOn(fakeBrowser.storage.onChanged, 'trigger').mockResolvedValue([])
  await fakeBrowser.storage.local.set({ record: { version: 9 } })
  listeners.mockRestore()
  await click('[data-field="start-of-day"]')
  await waitFor(() => expect(find('[data-save-failed]').textContent).toContain('newer version'))
  expect(find('[data-save-failed]').getAttribute('role')).toBe('alert')
  expect((await fakeBrowser.storage.local.get('record')).record).toEqual({ version: 9 })
  await waitFor(() => find('[data-banner="newer"]'))
})

test.each([['text'], [42], [[]], [{ version: 'one' }]])('a record that is %j leaves no blank page', async (raw) => {
  await openPage(raw)
  expect(find('[data-banner="unreadable"]').textContent).toContain('could not be read')
  await click('[data-field="start-of-day"]')
  await waitFor(() => find('[data-set-aside]'))
  expect(find('[data-banner="problems"]').textContent).toContain('could not be read')
  await click('[data-action="acknowledge-set-aside"]')
  await waitFor(() => expect(document.querySelector('[data-banner]')).toBeNull())
  expect(await storedSetting('startOfDay')).toBe(false)
  const stored = await fakeBrowser.storage.local.get(null)
  expect(Object.entries(stored).filter(([key]) => key.startsWith('setAside:'))).toEqual([[expect.anything(), raw]])
})

test('entries of a wrong type are named; the others stand', async () => {
  await openPage(recordWith({ settings: { startOfDay: 'yes', lastHourCountdown: true }, commander: { level: 'abc' } }))
  expect(find('[data-banner="problems"]').textContent).toContain('set aside')
  expect(field('start-of-day').checked).toBe(true)
  expect(field('last-hour-countdown').checked).toBe(true)
  expect(field('level').value).toBe('')
})

test('a storage that cannot be read says so, and is read again on demand', async () => {
  await fakeBrowser.storage.local.set({ record: recordWith({ commander: { level: 38 } }) })
  const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('disk is gone'))
  await openPage()
  expect(find('[data-banner="failed"]').textContent).toContain('disk is gone')
  for (const name of ['level', 'start-date', 'start-of-day', 'time-zone-kind']) {
    expect([name, find(`[data-field="${name}"]`).closest('fieldset:disabled') !== null]).toEqual([name, true])
  }
  get.mockRestore()
  await click('[data-action="retry"]')
  await waitFor(() => expect(field('level').value).toBe('38'))
  expect(document.querySelector('fieldset:disabled')).toBeNull()
})

test('a change that cannot be stored is told, and what was typed stays', async () => {
  await openPage()
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('disk is full'))
  await type('name', 'Kira')
  await waitFor(() => expect(find('[data-save-failed]').textContent).toContain('disk is full'))
  await act(async () => field('name').blur())
  expect(field('name').value).toBe('Kira')
  await click('[data-field="start-of-day"]')
  await waitFor(() => expect(field('start-of-day').checked).toBe(true))
  expect(find('[data-saved]').textContent).toBe('')
})

const aside = {
  setAside: [
    {
      key: 'setAside:1763800000000',
      at: 1_763_800_000_000,
      whole: false,
      seen: true,
      problems: [{ path: 'runs.abc', message: 'not a date' }],
    },
  ],
  'setAside:1763800000000': { kept: 'whole' },
}

test('what was set aside is named, saved as a file, and deleted only after a question', async () => {
  await openPage(recordWith({}), aside)
  expect(find('[data-set-aside]').textContent).toContain('runs.abc: not a date')
  const files: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob)
    return 'blob:file'
  })
  const names: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download)
  })
  await click('[data-action="save-set-aside"]')
  await waitFor(() => expect(names).toEqual(['defender-of-peace-set-aside-2025-11-22.json']))
  expect(JSON.parse((await files[0]?.text()) ?? '')).toEqual({ kept: 'whole' })

  await click('[data-action="discard-set-aside"]')
  await click('[data-action="keep-set-aside"]')
  expect(await fakeBrowser.storage.local.get('setAside:1763800000000')).not.toEqual({})
  await click('[data-action="discard-set-aside"]')
  await click('[data-action="confirm-discard-set-aside"]')
  await waitFor(() => expect(document.querySelector('#set-aside')).toBeNull())
  await waitFor(async () => expect(await fakeBrowser.storage.local.get('setAside:1763800000000')).toEqual({}))
})

const lostProblem = { path: 'replica:0', message: 'cut' }
const lost = (problems: readonly object[]) => ({
  setAside: [{ key: 'setAside:1', at: 1_763_800_000_000, whole: true, lost: true, seen: false, problems }],
  'setAside:1': {},
})
test.each([
  ['nothing', [], ['#backup']],
  ['what could not be read', [lostProblem], ['#backup', '#set-aside']],
])('a record that is gone is told, with what is left of it: %s', async (_, problems, links) => {
  await openPage(recordWith({}), lost(problems))
  expect(find('[data-banner="lost"]').textContent).toContain('Your record is gone')
  const found = [...document.querySelectorAll<HTMLAnchorElement>('[data-banner="lost"] a')]
  expect(found.map(({ hash }) => hash)).toEqual(links)
  expect(document.querySelector('#backup')).not.toBeNull()
  // What there is nothing of is promised nowhere.
  const isPromised = links.includes('#set-aside')
  expect(document.querySelector('#set-aside') !== null).toBe(isPromised)
  expect(document.querySelector('.page-nav [href="#set-aside"]') !== null).toBe(isPromised)
  if (isPromised) expect(find('[data-set-aside]').textContent).toContain('replica:0: cut')
  expect(document.querySelector('[data-action="save-set-aside"]') !== null).toBe(isPromised)
  await click('[data-action="acknowledge-set-aside"]')
  await waitFor(() => expect(document.querySelector('[data-banner]')).toBeNull())
})

test('a record that is gone is told also where a new one was begun, and no more once a backup was imported', async () => {
  await openPage(recordWith({}), lost([lostProblem]))
  await click('[data-field="start-of-day"]')
  await waitFor(() => expect(field('start-of-day').checked).toBe(false))
  expect(document.querySelector('[data-banner="lost"]')).not.toBeNull()
  const saved = { exportedAt: START, extension: '1.0.0', digest: sha256 }
  await type('backup-text', await backupText(recordOf(running), saved))
  await waitFor(() => find('[data-backup-look]'))
  await click('[data-action="backup-confirm"]')
  await waitFor(() => expect(document.querySelector('[data-banner]')).toBeNull())
  // What is left of the copy stays.
  expect(find('[data-set-aside]').textContent).toContain('replica:0: cut')
})

test('what else could not be read is told once it was seen that a record is gone', async () => {
  const { setAside, ...rest } = lost([])
  const other = { ...setAside[0], key: 'setAside:2', whole: false, lost: undefined, problems: [lostProblem] }
  const record = recordWith({ settings: { startOfDay: false } })
  await openPage(record, { ...rest, setAside: [{ ...setAside[0], seen: true }, other], 'setAside:2': {} })
  expect(find('[data-banner]').dataset.banner).toBe('problems')
  expect(find('[data-banner]').textContent).toContain('Some of what was stored could not be read')
})

test('the test notification is sent, or the browser’s refusal is told', async () => {
  const create = vi.spyOn(fakeBrowser.notifications, 'create')
  await openPage()
  expect(document.querySelector('#set-aside')).toBeNull()
  await click('[data-action="test-notification"]')
  await waitFor(() => expect(find('#notifications [role="status"]').textContent).toContain('Sent'))
  expect(create).toHaveBeenCalledWith('test', expect.objectContaining({ type: 'basic' }))
  create.mockRejectedValueOnce(new Error('blocked by policy'))
  await click('[data-action="test-notification"]')
  await waitFor(() => expect(errorAt('test-notification')).toContain('blocked by policy'))
})
