import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { EMPTY_RECORD } from '../../../utils/record/record.ts'
import type { SetAside } from '../../../utils/storage/set-aside.ts'
import { click, HOUR, has, NOON, openPopup, recordWith, setClock, untilState, untilText, waitFor } from './page.tsx'

beforeEach(() => setClock(NOON))

/** What the page offered as a file. */
function savedFiles(): Promise<string>[] {
  const files: Promise<string>[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push((file as Blob).text())
    return 'blob:file'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  return files
}

async function stored(): Promise<Record<string, unknown>> {
  return fakeBrowser.storage.local.get(null) as Promise<Record<string, unknown>>
}

test('what is no record is told, can be saved, and is kept when the commander goes on', async () => {
  const files = savedFiles()
  const page = await openPopup('not a record')
  expect(page.dataset.state).toBe('unreadable')
  expect(page.textContent).toContain('Nothing was deleted')
  await click('save-set-aside')
  await waitFor(() => expect(files).toHaveLength(1))
  expect(await files[0]).toContain('not a record')
  await click('go-on')
  await untilState('first-use')
  expect(Object.values(await stored())).toContain('not a record')
})

test('what the worker set aside already is told too', async () => {
  const entry: SetAside = { key: 'setAside:1', at: NOON, whole: true, seen: false, problems: [] }
  await openPopup(recordWith({}), { setAside: [entry], 'setAside:1': 'broken' })
  await untilState('unreadable')
  await click('go-on')
  await untilState('first-use')
  expect(await stored()).toMatchObject({ 'setAside:1': 'broken', setAside: [{ seen: true }] })
})

const lost: SetAside = { key: 'setAside:1', at: NOON, whole: true, lost: true, seen: false, problems: [] }

test('a record that is gone is told; with nothing left there is nothing to save, but a backup to import', async () => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create')
  const page = await openPopup(EMPTY_RECORD, { setAside: [lost], 'setAside:1': {} })
  await untilState('unreadable')
  expect(page.textContent).toContain('Your record is gone')
  expect(has('[data-action="save-set-aside"]')).toBe(false)
  await click('import-backup')
  expect(create).toHaveBeenCalledWith({ url: expect.stringContaining('options.html#backup') })
  await click('go-on')
  await untilState('first-use')
  expect(await stored()).toMatchObject({ setAside: [{ lost: true, seen: true }] })
})

test('what is left of the copy of a record that is gone can be saved', async () => {
  const files = savedFiles()
  const problems = [{ path: 'replica:0', message: 'cut' }]
  await openPopup(EMPTY_RECORD, { setAside: [{ ...lost, problems }], 'setAside:1': { 'replica:0': 'half' } })
  await untilState('unreadable')
  await untilText('replica:0')
  await click('save-set-aside')
  await waitFor(() => expect(files).toHaveLength(1))
  expect(JSON.parse((await files[0]) ?? '')).toEqual({ 'setAside:1': { 'replica:0': 'half' } })
})

test('a record that is gone stands in the way of no new one', async () => {
  await openPopup(recordWith({ run: { startsAt: NOON - HOUR } }), { setAside: [lost], 'setAside:1': {} })
  await untilState('open')
})

test('what is left of a copy is named over no record that is there again', async () => {
  const problems = [{ path: 'replica:0', message: 'cut' }]
  const page = await openPopup(recordWith({ run: { startsAt: NOON - HOUR } }), {
    setAside: [{ ...lost, problems }],
    'setAside:1': { 'replica:0': 'half' },
  })
  await untilState('open')
  expect(page.textContent).not.toContain('could not be read')
  expect(has('[data-action="go-on"]')).toBe(false)
})

test('what was set aside beside a record that is gone can be saved, though nothing is left of its copy', async () => {
  const files = savedFiles()
  const other: SetAside = { ...lost, key: 'setAside:2', lost: undefined }
  await openPopup(EMPTY_RECORD, { setAside: [lost, other], 'setAside:1': {}, 'setAside:2': 'broken' })
  await untilState('unreadable')
  await click('save-set-aside')
  await waitFor(() => expect(files).toHaveLength(1))
  expect(JSON.parse((await files[0]) ?? '')).toMatchObject({ 'setAside:2': 'broken' })
})

test('some broken entries are named above the page that still works', async () => {
  const files = savedFiles()
  const record = recordWith({ run: { startsAt: NOON - HOUR } })
  const broken = { value: { eventId: 'x', startsAt: 'soon' }, at: NOON, by: 'd' }
  await openPopup({ ...record, runs: { ...record.runs, broken }, marks: { 'not an id': 7 } })
  await untilState('open')
  await untilText('Some entries could not be read: 2')
  await untilText('runs.broken')
  await click('save-set-aside')
  await waitFor(() => expect(files).toHaveLength(1))
  expect(await files[0]).toContain('soon')
  await click('go-on')
  await waitFor(() => expect(has('[data-action="go-on"]')).toBe(false))
  expect(JSON.stringify(await stored())).toContain('soon')
  await untilState('open')
})
