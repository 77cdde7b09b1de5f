import { act, fireEvent, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { backupText } from '../../../utils/record/backup.ts'
import { merge } from '../../../utils/record/merge.ts'
import { commandersOf, markOf, settingsOf } from '../../../utils/record/read.ts'
import { DEFAULT_COMMANDER, FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import {
  changeCommander,
  putCommander,
  putEvent,
  putRun,
  removeCommander,
  removeRun,
  setDone,
  setNote,
  setSetting,
} from '../../../utils/record/transitions.ts'
import { DAY, doneOn, RUN, recordOf, running, START } from '../../unit/support/records.ts'
import { sha256 } from '../../unit/support/sha256.ts'
import { drag, event, file, packText, stored } from './library-page.tsx'
import { click, field, find, openPage, PATIENT, recordWith, type, untilSaved } from './page.tsx'

/** Sunday, 22 November in London, the 23rd in Tokyo. */
const NOW = Date.UTC(2026, 10, 22, 18, 30)
const TOLD = NOW - DAY

// Only the clock: the page's own timers and those of waiting stay real.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }))
afterEach(() => vi.useRealTimers())

const kirk = [changeCommander(FIRST_COMMANDER, { name: 'Kirk' }), TOLD] as const
const LOCAL = recordOf(running, doneOn(1), kirk)
const backup = (record: TrackerRecord) =>
  backupText(record, { exportedAt: NOW - 2 * DAY, extension: '1.0.0', digest: sha256 })
const section = () => find('#backup')
const text = () => section().textContent ?? ''
const problem = () => find('#backup [data-problem]')
const counts = () =>
  [...section().querySelectorAll<HTMLElement>('[data-change]')].map(
    (change) =>
      `${change.closest<HTMLElement>('[data-room]')?.dataset.room} ${change.dataset.change} ${change.dataset.count}`,
  )
const names = (room: string) =>
  [...section().querySelectorAll(`[data-room="${room}"] li`)].map(({ textContent }) => textContent)

async function choose(...files: readonly File[]): Promise<void> {
  const input = field('backup-file')
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  await act(async () => {
    fireEvent.change(input)
  })
}

const looked = () => waitFor(() => find('[data-backup-look]'), PATIENT)
const refused = () => waitFor(() => problem(), PATIENT)
const confirm = () => click('[data-action="backup-confirm"]')

/** The files that the page hands to the browser. */
function savedFiles(): { readonly name: string; readonly type: string; readonly text: Promise<string> }[] {
  const files: { name: string; type: string; text: Promise<string> }[] = []
  let blob: Blob | undefined
  vi.spyOn(URL, 'createObjectURL').mockImplementation((given) => {
    blob = given as Blob
    return 'blob:saved'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (blob) files.push({ name: this.download, type: blob.type, text: blob.text() })
  })
  return files
}

describe('saving', () => {
  test('a backup has the commander’s own date, and the whole record in it', async () => {
    const files = savedFiles()
    const record = recordOf(running, doneOn(1), kirk, [setSetting('timeZone', 'Asia/Tokyo'), TOLD])
    await openPage(record)
    await click('[data-action="save-backup"]')
    await waitFor(() => expect(files).toHaveLength(1), PATIENT)
    expect(files[0]).toMatchObject({ name: 'defender-of-peace-2026-11-23.json', type: 'application/json' })
    expect(await files[0]?.text).toBe(await backupText(record, { exportedAt: NOW, extension: '1.2.3', digest: sha256 }))
    await waitFor(() => expect(text()).toContain('defender-of-peace-2026-11-23.json is handed to the browser'))
    expect(find('#backup [data-heard]').textContent).toContain('is handed to the browser')
  })

  test('ended runs are a table that a spreadsheet opens', async () => {
    vi.setSystemTime(START + 9 * DAY)
    const files = savedFiles()
    await openPage(LOCAL)
    await click('[data-action="save-runs"]')
    await waitFor(() => expect(files).toHaveLength(1), PATIENT)
    expect(files[0]).toMatchObject({ name: 'defender-of-peace-runs-2026-12-02.csv', type: 'text/csv' })
    const table = (await files[0]?.text) ?? ''
    expect(table.split('\r\n')).toHaveLength(7)
    expect(table).toContain('\r\nKirk,Defender of Peace')
  })

  test('without an ended run there is nothing to save, and it is said', async () => {
    const files = savedFiles()
    await openPage(LOCAL)
    await click('[data-action="save-runs"]')
    await waitFor(() =>
      expect(find('[data-backup-saved]').textContent).toBe('No run is over yet: there is nothing to save.'),
    )
    expect(files).toEqual([])
  })

  test('what cannot be made is said, and why', async () => {
    await openPage(LOCAL)
    vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
      throw new Error('no memory')
    })
    await click('[data-action="save-backup"]')
    await waitFor(() => expect(find('[data-error="backup"]').textContent).toContain('no memory'), PATIENT)
  })
})

describe('an import', () => {
  const OTHER = recordOf(
    [changeCommander(FIRST_COMMANDER, { name: 'James' }), TOLD + 1],
    [putCommander('spock', { ...DEFAULT_COMMANDER, name: 'Spock' }), TOLD],
    [putEvent(event('one')), TOLD],
    [setDone('spock', RUN, 'unraveling-anomalies', true), TOLD],
    [setSetting('badgeFor', 'chosen'), TOLD],
  )

  test('shows what it would change before anything does, by merge at first', async () => {
    await openPage(LOCAL)
    await choose(file(await backup(OTHER), 'defender-of-peace-2026-11-20.json'))
    await looked()
    await waitFor(() => expect(document.activeElement?.textContent).toBe('What would change'))
    expect(text()).toMatch(/defender-of-peace-2026-11-20\.json, saved on Fri Nov 20, 6:30.PM UTC\./)
    expect(find<HTMLInputElement>('[data-action="backup-merge"]').checked).toBe(true)
    expect(counts()).toEqual([
      'commanders added 1',
      'commanders changed 1',
      'events added 1',
      'marks added 1',
      'settings changed 1',
    ])
    expect(names('commanders')).toEqual(['Spock', 'Kirk → James'])
    expect(names('events')).toEqual(['one'])
    expect(names('marks')).toEqual(['Spock: Unraveling Anomalies (Defender of Peace, Mon Nov 23)'])
    expect(names('settings')).toEqual(['For whom the badge speaks'])
    expect(find('[data-backup-changes]').textContent).toBe('5 things would change.')
    expect(
      document.querySelector('[data-checksum], [data-backup-removes], [data-backup-kept], #backup [data-left-out]'),
    ).toBeNull()
    expect(await stored()).toEqual(LOCAL)
  })

  test('merges, and is undone in one step', async () => {
    await openPage(LOCAL)
    await choose(file(await backup(OTHER)))
    await looked()
    await confirm()
    await untilSaved()
    const merged = await stored()
    expect(commandersOf(merged).map(({ name }) => name)).toEqual(['James', 'Spock'])
    expect(markOf(merged, FIRST_COMMANDER, RUN, 'unraveling-anomalies').done).toBe(true)
    expect(merged.runs).toEqual(LOCAL.runs)
    await waitFor(() => expect(document.activeElement).toBe(find('#backup [data-action="undo-run"]')))
    expect(find('#backup .undo-bar').textContent).toContain('The backup is merged in: 5 things changed.')
    await click('#backup [data-action="undo-run"]')
    await waitFor(() => expect(document.querySelector('#backup .undo-bar')).toBeNull(), PATIENT)
    await waitFor(() => expect(document.activeElement).toBe(find('#backup [data-drop-zone]')))
    const undone = await stored()
    expect(commandersOf(undone).map(({ name }) => name)).toEqual(['Kirk'])
    expect(settingsOf(undone)).toEqual(settingsOf(LOCAL))
    expect(undone.runs).toEqual(LOCAL.runs)
  })

  test('replaces where it is told to, and says plainly what is removed', async () => {
    await openPage(LOCAL)
    await choose(file(await backup(OTHER)))
    await looked()
    await click('[data-action="backup-replace"]')
    expect(find('[data-backup-removes]').textContent).toBe(
      'Not in this backup, so it will be removed: 1 run and 1 mark or note.',
    )
    expect(counts()).toContain('runs removed 1')
    expect(names('runs')).toEqual(['Defender of Peace, Mon Nov 23'])
    expect(find('[data-action="backup-confirm"]').textContent).toBe('Replace everything')
    await confirm()
    await untilSaved()
    const replaced = await stored()
    expect(replaced.runs[RUN]?.value).toMatchObject({ deleted: true })
    expect(markOf(replaced, FIRST_COMMANDER, RUN, 'unraveling-anomalies').done).toBe(false)
    expect(find('#backup .undo-bar').textContent).toContain('The record is as the backup says: 7 things changed.')
    await click('#backup [data-action="undo-run"]')
    await waitFor(async () => expect((await stored()).runs[RUN]?.value).toEqual(LOCAL.runs[RUN]?.value), PATIENT)
  })

  test('of its own backup changes nothing, and cannot be confirmed', async () => {
    await openPage(LOCAL)
    await choose(file(await backup(LOCAL)))
    await looked()
    for (const action of ['backup-replace', 'backup-merge']) {
      await click(`[data-action="${action}"]`)
      expect(find('[data-backup-changes]').textContent).toBe('Nothing would change.')
      expect(find<HTMLButtonElement>('[data-action="backup-confirm"]').disabled).toBe(true)
      expect(document.querySelector('[data-backup-kept]')).toBeNull()
    }
  })

  describe('of what was removed since', () => {
    const kept = () => document.querySelector('[data-backup-kept]')?.textContent
    const full = recordOf(running, doneOn(1), kirk, [
      putCommander('spock', { ...DEFAULT_COMMANDER, name: 'Spock' }),
      TOLD,
    ])
    const without = recordOf(
      running,
      doneOn(1),
      kirk,
      [putCommander('spock', { ...DEFAULT_COMMANDER, name: 'Spock' }), TOLD],
      [removeCommander('spock'), TOLD + 1],
      [removeRun(RUN), NOW],
    )

    test('a merge brings nothing back, and the look leads to what does', async () => {
      await openPage(without)
      await choose(file(await backup(full)))
      await looked()
      await waitFor(() => expect(document.activeElement?.textContent).toBe('What would change'))
      expect(find('[data-option="merge"]').textContent).toContain('what you removed since stays removed.')
      expect(find('[data-backup-changes]').textContent).toBe('Nothing would change.')
      expect(kept()).toContain(
        'In this backup, but removed since: 1 commander and 1 run. Merge leaves that removed. ' +
          'Replace brings it back; it would change 2 things in all.',
      )
      await click('[data-action="backup-show-replace"]')
      expect(find('[data-backup-look]').dataset.backupLook).toBe('replace')
      await waitFor(() => expect(document.activeElement).toBe(find('[data-action="backup-replace"]')))
      expect(counts()).toEqual(['commanders added 1', 'runs added 1'])
      expect(kept()).toBeUndefined()
      await confirm()
      await untilSaved()
      expect(commandersOf(await stored()).map(({ name }) => name)).toEqual(['Kirk', 'Spock'])
      expect((await stored()).runs[RUN]?.value).toEqual(LOCAL.runs[RUN]?.value)
    })

    test('is told also where a merge brings something else', async () => {
      await openPage(without)
      const more = recordOf([putEvent(event('one')), TOLD])
      await choose(file(await backup(merge(full, more))))
      await looked()
      expect(counts()).toEqual(['events added 1'])
      await waitFor(() => expect(kept()).toContain('Replace brings it back; it would change 3 things in all.'))
    })

    test('where nothing was, but more was told, the look says what Replace would change', async () => {
      await openPage(full)
      await choose(file(await backup(recordOf(running, kirk))))
      await looked()
      expect(find('[data-backup-changes]').textContent).toBe('Nothing would change.')
      await waitFor(() =>
        expect(kept()).toBe('Your record has all of this backup already. Replace would change 2 things.'),
      )
      expect(document.querySelector('[data-action="backup-show-replace"]')).toBeNull()
    })
  })

  test('is given up without a change, and the focus goes back', async () => {
    await openPage(LOCAL)
    await choose(file(await backup(OTHER)))
    await looked()
    await click('[data-action="backup-cancel"]')
    await waitFor(() => expect(document.activeElement).toBe(find('#backup [data-drop-zone]')))
    expect(document.querySelector('[data-backup-look]')).toBeNull()
    expect(await stored()).toEqual(LOCAL)
  })

  test('is undone but for what was changed since, and not offered once nothing is left', async () => {
    await openPage(LOCAL)
    await choose(file(await backup(recordOf([changeCommander(FIRST_COMMANDER, { name: 'James' }), TOLD + 1]))))
    await looked()
    await confirm()
    await untilSaved()
    await waitFor(() => find('#backup .undo-bar'))
    await type('name', 'Jim')
    await act(async () => field('name').blur())
    await waitFor(async () => expect(commandersOf(await stored())[0]?.name).toBe('Jim'), PATIENT)
    await waitFor(() => expect(document.querySelector('#backup .undo-bar')).toBeNull(), PATIENT)
  })

  test('where it cannot be stored, the look stays as it is', async () => {
    await openPage(LOCAL)
    await choose(file(await backup(OTHER)))
    await looked()
    await click('[data-action="backup-replace"]')
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'))
    await confirm()
    await waitFor(() => find('[data-save-failed]'))
    expect(find('[data-backup-look]').dataset.backupLook).toBe('replace')
    expect(document.querySelector('#backup .undo-bar')).toBeNull()
  })

  test('brings a record back where nothing of it can be read', async () => {
    await openPage('not a record')
    await choose(file(await backup(LOCAL)))
    await looked()
    await confirm()
    await untilSaved()
    expect((await stored()).runs).toEqual(LOCAL.runs)
  })

  test('says that a file was changed since, or that nobody can tell', async () => {
    await openPage(LOCAL)
    const whole = JSON.parse(await backup(OTHER))
    await choose(file(JSON.stringify({ ...whole, checksum: 'sha256-0' })))
    await looked()
    expect(find('[data-checksum="wrong"]').textContent).toContain('was changed after it was saved')
    await click('[data-action="backup-cancel"]')
    await choose(file(JSON.stringify({ ...whole, checksum: undefined, exportedAt: 'x' })))
    await looked()
    expect(find('[data-checksum="absent"]').textContent).toContain('has no checksum, so it cannot be checked')
    expect(text()).toContain('it does not say when it was saved')
  })

  test('names what cannot be read of it', async () => {
    await openPage(LOCAL)
    const whole = JSON.parse(await backup(OTHER))
    const runs = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`r${index}`, { value: 7 }]))
    await choose(file(JSON.stringify({ ...whole, record: { ...whole.record, runs } })))
    await looked()
    const leftOut = find('#backup [data-left-out]')
    expect(leftOut.querySelector('summary')?.textContent).toBe('25 entries of it cannot be read and are left out.')
    expect(leftOut.querySelectorAll('li')).toHaveLength(21)
    expect(leftOut.querySelector('li')?.textContent).toMatch(/^runs\.r0\.\w+: Invalid/)
  })

  test('leaves what cannot be read of it as it is, also where it replaces everything', async () => {
    await openPage(LOCAL)
    const whole = JSON.parse(await backup(LOCAL))
    const runs = { [RUN]: { value: 7 } }
    await choose(file(JSON.stringify({ ...whole, record: { ...whole.record, runs } })))
    await looked()
    const leftOut = () => find('#backup [data-left-out] summary').textContent
    expect(leftOut()).toBe('1 entry of it cannot be read and is left out.')
    await click('[data-action="backup-replace"]')
    expect(leftOut()).toBe('1 entry of it cannot be read and is left out. What your record says of it stays.')
    expect(counts()).toEqual([])
    expect(document.querySelector('[data-backup-removes]')).toBeNull()
    expect(find<HTMLButtonElement>('[data-action="backup-confirm"]').disabled).toBe(true)
    await click('[data-action="backup-cancel"]')
    const settings = { startOfDay: { value: false, at: TOLD, by: 'other' } }
    await choose(file(JSON.stringify({ ...whole, record: { ...whole.record, runs, settings } })))
    await looked()
    await click('[data-action="backup-replace"]')
    await confirm()
    await untilSaved()
    expect((await stored()).runs).toEqual(LOCAL.runs)
    expect(settingsOf(await stored()).startOfDay).toBe(false)
  })

  test('shows names as text, cut and without what turns their direction', async () => {
    await openPage()
    const name = '<img src=x onerror=alert(1)>\u202Egpj'
    await choose(
      file(
        await backup(
          recordOf(
            [changeCommander(FIRST_COMMANDER, { name }), TOLD],
            [putEvent(event('x', { shortName: 'N'.repeat(200) })), TOLD],
            [setNote(FIRST_COMMANDER, 'gone', 'day', 'x'), TOLD],
            [setNote(FIRST_COMMANDER, 'constructor', 'day', 'x'), TOLD],
          ),
        ),
      ),
    )
    await looked()
    expect(names('commanders')).toEqual(['<img src=x onerror=alert(1)>\uFFFDgpj'])
    expect(names('events')).toEqual([`${'N'.repeat(59)}…`])
    expect(names('marks')).toEqual(['day (constructor)', 'day (gone)'])
    expect(section().querySelector('img')).toBeNull()
  })

  test('names a commander of whom something else changes as before', async () => {
    await openPage(LOCAL)
    await choose(
      file(await backup(merge(LOCAL, recordOf(kirk, [changeCommander(FIRST_COMMANDER, { level: 40 }), NOW])))),
    )
    await looked()
    expect(counts()).toEqual(['commanders changed 1'])
    expect(names('commanders')).toEqual(['Kirk'])
  })

  test('names runs by their start, the newest first', async () => {
    await openPage()
    const runs = [3, 9, 5].map((days, index) => {
      const run = { eventId: 'defender-of-peace', startsAt: START - days * DAY, startAssumed: false }
      return [putRun(`r${index}`, run), TOLD] as const
    })
    await choose(file(await backup(recordOf(...runs))))
    await looked()
    expect(names('runs').map((name) => name?.replace('Defender of Peace, ', ''))).toEqual([
      'Fri Nov 20',
      'Wed Nov 18',
      'Sat Nov 14',
    ])
  })

  test('names eight of many, and counts the rest', async () => {
    await openPage()
    const many = Array.from({ length: 11 }, (_, index) => [putEvent(event(`e${index}`)), TOLD] as const)
    await choose(file(await backup(recordOf(...many))))
    await looked()
    expect(names('events')).toHaveLength(9)
    expect(names('events').at(-1)).toBe('and 3 more')
  })
})

describe('the ways in', () => {
  /** The run was removed, and the mark on it was known. */
  const REMOVED = recordOf(running, doneOn(1), [removeRun(RUN), TOLD])

  test('a pasted text is read as soon as it is there', async () => {
    await openPage(LOCAL)
    await type('backup-text', await backup(REMOVED))
    await looked()
    expect(text()).toContain('The pasted text, saved on')
    expect(counts()).toEqual(['runs removed 1'])
    await click('[data-action="backup-cancel"]')
    expect((field('backup-text') as unknown as HTMLTextAreaElement).value).toBe('')
  })

  test('a removal that did not know of a mark here removes nothing', async () => {
    await openPage(LOCAL)
    await type('backup-text', await backup(recordOf(running, [removeRun(RUN), TOLD])))
    await looked()
    expect(counts()).toEqual([])
  })

  test('a file that is dropped here is a backup; anywhere else it is for the library', async () => {
    await openPage(LOCAL)
    const files = [file(await backup(REMOVED))]
    const zone = find('#backup [data-drop-zone]')
    expect((await drag('dragover', zone, { files })).defaultPrevented).toBe(true)
    expect(zone.dataset.dropZone).toBe('over')
    expect(find('#library [data-drop-zone]').dataset.dropZone).toBe('')
    await drag('drop', zone, { files })
    await looked()
    expect(document.querySelector('#library [data-problem]')).toBeNull()
    await click('[data-action="backup-cancel"]')
    await drag('drop', find('#zone'), { files })
    await waitFor(() => find('#library [data-problem="is-a-backup"]'), PATIENT)
    expect(document.querySelector('[data-backup-look]')).toBeNull()
  })

  test('nothing is taken while the page must not change anything', async () => {
    await openPage({ version: 99 })
    const files = [file(await backup(LOCAL))]
    expect((await drag('drop', find('#backup [data-drop-zone]'), { files })).defaultPrevented).toBe(false)
    expect(find('[data-action="backup-file"]').closest('fieldset:disabled')).not.toBeNull()
  })
})

describe('a file that is refused', () => {
  const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...[...text].flatMap((sign) => [sign.charCodeAt(0), 0])])
  const large = () => {
    const each = file('{}', 'large.json')
    Object.defineProperty(each, 'size', { value: 20_000_001 })
    each.arrayBuffer = () => Promise.reject(new Error('It was read.'))
    return each
  }
  const folder = () => {
    const each = file('{}', 'folder')
    each.arrayBuffer = () => Promise.reject(new Error('NotFoundError'))
    return each
  }
  const whole = '{\n"format": "defender-of-peace-backup",\n"version": 1,\n"record": {"version": 99}}'

  test.each<[string, () => readonly File[], string, string]>([
    ['too large, unread', () => [large()], 'too-large', 'Line 1: this is larger than 20 MB; a backup never is.'],
    ['two at once', () => [file('{}'), file('{}')], 'several', 'Only one backup can be imported at a time.'],
    ['a folder', () => [folder()], 'unreadable', 'The browser could not read folder.'],
    ['UTF-16', () => [file(utf16('{}'), 'a.json')], 'utf-16', 'a.json is text in UTF-16. Save it as UTF-8'],
    ['bytes', () => [file(new Uint8Array([0x89, 0x50, 0xff]))], 'not-text', 'is no text file'],
    ['zeros', () => [file(new Uint8Array([0x7b, 0, 0x7d, 0]))], 'not-text', 'is no text file'],
    ['nothing', () => [file('')], 'not-json', 'Line 1: from here on this is not JSON'],
    ['cut off', () => [file(whole.slice(0, 50))], 'not-json', 'Line 3: from here on this is not JSON'],
    ['a pack', () => [file('{"format":"event-pack"}')], 'is-a-pack', 'Line 1, format: these are events to import'],
    [
      'other JSON',
      () => [file('{"a":1}')],
      'not-a-backup',
      'this is not a backup of this tracker. A backup names the format',
    ],
    ['nested', () => [file('['.repeat(100_000))], 'too-deep', 'more than 100 deep'],
    ['of a later version', () => [file(whole)], 'newer-record', 'Line 4, record.version: a later version'],
    ['of a later format', () => [file(whole.replace('1', '2'))], 'newer-backup', 'Line 3, version: a later version'],
    ['of no version', () => [file(whole.replace('1', '"1"'))], 'bad-version', 'the version of a backup stands here'],
    [
      'without a record',
      () => [file(whole.replace('{"version": 99}', '7'))],
      'not-a-record',
      'Line 4, record: a record',
    ],
    [
      'of too many parts',
      () => [file(whole.replace('99', `2,"x":[${'1,'.repeat(1_000_000)}1]`))],
      'too-many',
      'Line 4, record: this holds more than 1,000,000 parts',
    ],
  ])('%s: the reason, its place and the focus; nothing changes', async (_, files, rule, words) => {
    await openPage(LOCAL)
    const before = JSON.stringify(await fakeBrowser.storage.local.get('record'))
    await choose(...files())
    await refused()
    expect([problem().dataset.problem, problem().textContent]).toEqual([rule, expect.stringContaining(words)])
    expect(find('#backup .refused-title').getAttribute('role')).toBe('alert')
    await waitFor(() => expect(document.activeElement).toBe(problem()))
    expect(text()).toContain('Your record is as it was.')
    expect(JSON.stringify(await fakeBrowser.storage.local.get('record'))).toBe(before)
  })

  test.each([
    ['chosen', () => choose(file(packText([event('one')])))],
    ['pasted', () => type('backup-text', packText([event('one')]))],
    ['dropped', () => drag('drop', find('#backup [data-drop-zone]'), { files: [file(packText([event('one')]))] })],
    ['a feed', () => choose(file(JSON.stringify([{ id: 1, title: 'Meta - SMS' }])))],
  ])('holds events: it leads to their section; %s', async (_, give) => {
    await openPage(LOCAL)
    await give()
    await refused()
    expect(problem().dataset.problem).toBe('is-a-pack')
    expect(problem().textContent).toContain('these are events to import, not a backup. Import them under Events.')
    const link = find<HTMLAnchorElement>('#backup .refused a')
    expect([link.getAttribute('href'), link.textContent]).toEqual(['#library', 'Go to Events'])
    expect(find('#library-title').textContent).toBe('Events')
  })

  test('that is no backup and no events leads nowhere', async () => {
    await openPage(LOCAL)
    await choose(file('{"a":1}'))
    await refused()
    expect(document.querySelector('#backup .refused a')).toBeNull()
  })

  test('gives way to one that can be read', async () => {
    await openPage(recordWith({}))
    await choose(file('x'))
    await refused()
    await choose(file(await backup(LOCAL)))
    await looked()
    expect(section().querySelector('[data-problem]')).toBeNull()
  })
})
