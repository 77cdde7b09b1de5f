/** A record that a newer version wrote: the options show what is understood of it, and change nothing. */

import { act, fireEvent, waitFor } from '@testing-library/preact'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { eventPlace } from '../../../entrypoints/options/editor/event-place.ts'
import { draftOf } from '../../../utils/packs/draft.ts'
import { parseBackup, storedText } from '../../../utils/record/backup.ts'
import { DEFAULT_COMMANDER, FIRST_COMMANDER, RECORD_VERSION, type TrackerRecord } from '../../../utils/record/record.ts'
import { packReplica } from '../../../utils/record/replica/pack.ts'
import {
  changeCommander,
  putCommander,
  putEvent,
  putRun,
  setDone,
  setSetting,
} from '../../../utils/record/transitions.ts'
import { repeatsPlace } from '../../../utils/storage/draft-places.ts'
import { keepDraft } from '../../../utils/storage/drafts.ts'
import { replicate } from '../../../utils/storage/replicate.ts'
import { DAY, DAYS, doneOn, recordOf, running, START, type Told } from '../../unit/support/records.ts'
import { sha256 } from '../../unit/support/sha256.ts'
import { drag, event, file } from './library-page.tsx'
import { click, field, find, openPage, PATIENT, recordWith } from './page.tsx'

const NOW = START + 3 * 3_600_000
const told = (transition: Told[0]): Told => [transition, START - 90 * DAY]
const newer = (record: object) => ({ ...record, version: RECORD_VERSION + 1, alliances: {} })
const RECORD = recordOf(
  told(setSetting('timeZone', 'Europe/London')),
  told(changeCommander(FIRST_COMMANDER, { name: 'Kira', level: 38 })),
  told(putCommander('second', { ...DEFAULT_COMMANDER, name: 'Dax' })),
  told(putRun('old', { eventId: 'defender-of-peace', startsAt: START - 60 * DAY, startAssumed: false })),
  told(setDone(FIRST_COMMANDER, 'old', DAYS[1] ?? '', true)),
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => told(putEvent(event(id)))),
  running,
  doneOn(1),
)
const { local, sync } = fakeBrowser.storage

// Only the clock: the page's own timers and those of waiting stay real.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  return () => vi.useRealTimers()
})

/** What is stored of the record, to the letter. */
const storedParts = async () => JSON.stringify(await local.get(['record', 'shelf', 'shelved', 'device', 'revision']))

const text = (selector: string) => find(selector).textContent ?? ''
/** All that can be pressed, chosen or typed into. */
const usable = () =>
  [...document.querySelectorAll<HTMLElement>('button, select, input, textarea')].filter(
    (control) => !control.matches(':disabled') && control.closest('fieldset:disabled') === null,
  )
const names = () =>
  [...new Set(usable().map(({ dataset, className }) => dataset.action ?? dataset.field ?? className))].sort()
const isFrozen = (selector: string) => find(selector).closest('fieldset:disabled') !== null

function savedFiles(): { readonly name: string; readonly text: Promise<string> }[] {
  const files: { name: string; text: Promise<string> }[] = []
  let blob: Blob | undefined
  vi.spyOn(URL, 'createObjectURL').mockImplementation((given) => {
    blob = given as Blob
    return 'blob:saved'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (blob) files.push({ name: this.download, text: blob.text() })
  })
  return files
}

/** In sync, so that it can be removed. */
const withCopy = () => sync.set({ 'replica:0': 'x' })
const untilCopySeen = () =>
  waitFor(() => expect(find<HTMLButtonElement>('[data-action="remove-replica"]').disabled).toBe(false), PATIENT)

describe('a record of a newer version', () => {
  test('is shown, and the page says why it cannot be changed', async () => {
    await openPage(newer(RECORD))
    expect(text('[data-banner="newer"]')).toContain('A newer version wrote your record')
    expect(find('[data-banner="newer"]').getAttribute('role')).toBe('alert')
    expect(text('#commander')).toContain('Kira')
    expect(text('#event')).toContain('100 of 500 points')
    expect(text('#library')).toContain('a – SMS')
    expect(text('#history')).toContain('100 of 500')
    expect(field('time-zone').value).toBe('London (Europe/London)')
  })

  test('opens where there is more to see, and changes nowhere', async () => {
    await withCopy()
    await openPage(newer(RECORD))
    await untilCopySeen()
    for (const action of ['open-commander', 'more-event', 'toggle-past-run']) await click(`[data-action="${action}"]`)
    expect(field('level').value).toBe('38')
    for (const action of ['mark-past-day', 'track-event', 'end-run', 'remove-run', 'add-commander', 'write-event']) {
      expect([action, isFrozen(`[data-action="${action}"]`)]).toEqual([action, true])
    }
    expect(names()).toEqual([
      'copy-text',
      'export-pack',
      'history-commander',
      'library-query',
      'more-event',
      'open-commander',
      'remove-replica',
      'save-runs',
      'save-stored',
      'sync',
      'test-notification',
      'toggle-past-run',
    ])
  })

  test('is as it was, to the letter, after all was clicked that can be', async () => {
    const files = savedFiles()
    await withCopy()
    await openPage(newer(RECORD), { shelf: newer(recordOf()) })
    await untilCopySeen()
    const before = await storedParts()
    for (let round = 0; round < 2; round++) {
      for (const control of usable()) {
        await act(async () => {
          control.click()
          fireEvent.change(control)
        })
      }
    }
    // Else they would be handed out while the next test counts its own.
    await waitFor(() => expect(files.filter(({ name }) => name.includes('-stored-'))).toHaveLength(2), PATIENT)
    expect(await storedParts()).toBe(before)
    expect(document.querySelector('[data-save-failed]')).toBeNull()
  })

  test('is not changed by what was typed before and not submitted: it is there, and waits', async () => {
    let next = 0
    keepDraft(
      eventPlace('a'),
      draftOf(event('a', { name: 'Mine' }), () => `key-${next++}`),
      NOW,
    )
    keepDraft(repeatsPlace('b'), { repeats: true, weeks: '4' }, NOW)
    await openPage(newer(RECORD))
    expect(field('event-name').value).toBe('Mine')
    for (const selector of ['[data-field="event-name"]', '[data-action="save-event"]', '[data-field="track-weeks"]']) {
      expect([selector, isFrozen(selector)]).toEqual([selector, true])
    }
  })

  test('that turns newer on an open page cannot be undone into', async () => {
    await openPage(RECORD)
    await click('[data-run="run-1"] [data-action="remove-run"]')
    await waitFor(() => find('[data-action="undo-run"]'), PATIENT)
    expect(isFrozen('[data-action="undo-run"]')).toBe(false)
    await act(() => local.set({ record: newer(RECORD) }))
    await waitFor(() => expect(isFrozen('[data-action="undo-run"]')).toBe(true), PATIENT)
  })

  test('is not changed by what is dropped', async () => {
    await openPage(newer(RECORD))
    for (const zone of document.querySelectorAll<HTMLElement>('[data-drop-zone]')) {
      const dropped = await drag('drop', zone, { files: [file('{"format":"event-pack","version":1}')] })
      expect(dropped.defaultPrevented).toBe(false)
    }
  })

  test('is saved as it is stored, under a name of its own', async () => {
    const files = savedFiles()
    const parts = { record: newer(RECORD), shelf: JSON.stringify(newer(recordOf())) }
    await openPage(parts.record, { shelf: parts.shelf })
    expect(document.querySelector('[data-action="save-backup"]')).toBeNull()
    expect(text('#backup')).toContain('the file holds it just as it is stored')
    await click('[data-action="save-stored"]')
    await waitFor(() => expect(files).toHaveLength(1), PATIENT)
    expect(files[0]?.name).toBe('defender-of-peace-stored-2026-11-23.json')
    const facts = { exportedAt: NOW, extension: '1.2.3', digest: sha256 }
    expect(await files[0]?.text).toBe(await storedText(parts, facts))
    expect(JSON.parse((await files[0]?.text) ?? '').stored).toEqual(parts)
    await waitFor(() => expect(text('[data-backup-saved]')).toContain('defender-of-peace-stored-2026-11-23.json'))
  })

  test('that cannot be read any more when it is to be saved is told', async () => {
    const files = savedFiles()
    await openPage(newer(RECORD))
    vi.spyOn(local, 'get').mockRejectedValue(new Error('disk is gone'))
    await click('[data-action="save-stored"]')
    await waitFor(() => expect(text('[data-error="backup"]')).toContain('disk is gone'))
    expect(files).toEqual([])
  })

  test('is not synced, and the page says why', async () => {
    await local.set({ record: newer(RECORD) })
    await replicate(NOW)
    await openPage()
    await waitFor(
      () => expect(text('[data-sync]')).toMatch(/^A newer version of the tracker wrote the record/),
      PATIENT,
    )
    expect(await sync.get(null)).toEqual({})
  })

  test('is told in Diagnostics with what comes next', async () => {
    await openPage(newer(RECORD))
    const details = find<HTMLDetailsElement>('[data-diagnostics]')
    await act(async () => {
      details.open = true
      details.dispatchEvent(new Event('toggle'))
    })
    await waitFor(() => expect(text('[data-fact="storage"]')).toContain('Written by a newer version'), PATIENT)
    expect(text('[data-fact="stored"]')).toContain('2 commanders')
  })
})

test('a file of such a record is no backup for this version, which says what it is', async () => {
  await openPage(recordWith({}))
  const written = await storedText({ record: newer(RECORD) }, { exportedAt: NOW, extension: '1.2.3', digest: sha256 })
  const input = field('backup-file')
  Object.defineProperty(input, 'files', { value: [file(written, 'stored.json')], configurable: true })
  await act(async () => {
    fireEvent.change(input)
  })
  const problem = await waitFor(() => find('#backup [data-problem]'), PATIENT)
  expect([problem.dataset.problem, problem.textContent]).toEqual([
    'newer-stored',
    `Line 2, format: this is a record as a later version of the tracker stored it (version ${RECORD_VERSION + 1}). Update the tracker, then import it.`,
  ])
})

test.each<[string, () => unknown]>([
  ['failed', () => vi.spyOn(local, 'get').mockRejectedValue(new Error('disk is gone'))],
  ['unreadable', () => {}],
])('a record that is %s is not offered as an empty backup, but its copy in sync is', async (status, refuse) => {
  await local.set({ record: status === 'failed' ? (RECORD as TrackerRecord) : 'not a record' })
  refuse()
  await openPage()
  expect(find('.page').dataset.status).toBe(status)
  for (const action of ['save-backup', 'save-stored', 'save-runs']) {
    expect(document.querySelector(`[data-action="${action}"]`)).toBeNull()
  }
  expect(text('[data-backup-nothing]')).toContain('cannot be saved')
  await click('[data-action="save-replica"]')
  await waitFor(() => expect(text('[data-backup-saved]')).toContain('There is no copy'), PATIENT)
  const files = savedFiles()
  await sync.set((await packReplica(RECORD as TrackerRecord)).items)
  await click('[data-action="save-replica"]')
  await waitFor(() => expect(files).toHaveLength(1), PATIENT)
  expect(await parseBackup((await files[0]?.text) ?? '', sha256)).toMatchObject({
    kind: 'backup',
    checksum: 'right',
    record: RECORD,
  })
})
