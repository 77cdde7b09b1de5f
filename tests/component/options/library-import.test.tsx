import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { act, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { backupText } from '../../../utils/record/backup.ts'
import { storedRunsOf } from '../../../utils/record/read.ts'
import { FIRST_COMMANDER } from '../../../utils/record/record.ts'
import { putEvent, putRun, removeRun, setDone } from '../../../utils/record/transitions.ts'
import { sha256 } from '../../unit/support/sha256.ts'
import { choose, drag, event, file, item, known, NOW, packText, paste, row, stored, told } from './library-page.tsx'
import { click, find, openPage, PATIENT, type, untilSaved } from './page.tsx'

const STARTS = Date.UTC(2026, 10, 30, 16)
const START = '2026-11-30T16:00'
const confirm = () => click('[data-action="import-confirm"]')
const tick = (id: string) => find<HTMLInputElement>(`${item(id)} [data-field="import-event"]`)
const shown = () => waitFor(() => find('[data-import-preview]'))
const problems = () =>
  [...document.querySelectorAll<HTMLElement>('[data-problem]')].map((each) => [each.dataset.problem, each.textContent])
const example = (name: string) => readFileSync(join(import.meta.dirname, '../../../docs/packs', name), 'utf8')

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }))
afterEach(() => vi.useRealTimers())

test('a pack that is chosen is shown first, and stored when the commander says so', async () => {
  await openPage()
  await choose(file(packText([event('one'), event('two', { revision: 2 })], [START]), 'weekly.json'))
  await shown()
  await waitFor(() => expect(document.activeElement?.textContent).toBe('What would be imported'))
  expect(find(item('one')).dataset.status).toBe('new')
  expect(find(item('one')).textContent).toMatch(/Will be tracked: starts Mon Nov 30, 4:00.PM UTC\./)
  expect(find(`${item('one')} [data-preview="one"]`).textContent).toContain('Second day')
  expect((await stored()).events).toEqual({})
  expect(document.querySelector('#library [data-drop-zone]')).toBeNull()
  expect(find('[data-action="import-confirm"]').textContent).toBe('Import 2 events')
  await confirm()
  await untilSaved()
  const { events, runs } = await stored()
  expect(events.one?.value).toEqual(event('one'))
  expect(events.two?.value).toEqual(event('two', { revision: 2 }))
  expect(runs['one.2026-11-30']?.value).toEqual({
    eventId: 'one',
    startsAt: STARTS,
    startAssumed: false,
    importedStart: STARTS,
  })
  expect(find('.import .undo-bar').textContent).toContain('2 events are imported. 2 starts are tracked from now on.')
  expect(find(row('one')).textContent).toContain('Starts')
})

test('an import is undone in one step, and can be made again', async () => {
  const before = known(event('one'))
  await openPage(before)
  const text = packText([event('one', { name: 'Other', revision: 1 }), event('two')], [START])
  await choose(file(text))
  await shown()
  await confirm()
  await waitFor(() => expect(document.activeElement).toBe(find('.import [data-action="undo-run"]')))
  await click('.import [data-action="undo-run"]')
  await waitFor(() => expect(document.querySelector('.import .undo-bar')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(find('[data-drop-zone]')))
  const undone = await stored()
  expect(undone.events.one?.value).toEqual(event('one'))
  expect(undone.events.two?.value).toEqual({ deleted: true })
  expect(storedRunsOf(undone)).toEqual([])
  await choose(file(text))
  await shown()
  await confirm()
  await untilSaved()
  expect(storedRunsOf(await stored()).map(({ id }) => id)).toEqual(['one.2026-11-30', 'two.2026-11-30'])
})

test('only what is ticked is imported', async () => {
  await openPage()
  await choose(file(packText([event('one'), event('two')])))
  await shown()
  expect(find(item('one')).textContent).toContain('It brings no start')
  await click(`${item('one')} [data-field="import-event"]`)
  expect(find('[data-action="import-confirm"]').textContent).toBe('Import 1 event')
  await click(`${item('two')} [data-field="import-event"]`)
  expect(find<HTMLButtonElement>('[data-action="import-confirm"]').disabled).toBe(true)
  await click(`${item('two')} [data-field="import-event"]`)
  await confirm()
  await untilSaved()
  expect(Object.keys((await stored()).events)).toEqual(['two'])
})

test('Cancel stores nothing, and leads back to where files are chosen', async () => {
  await openPage()
  await choose(file(packText([event('one')])))
  await shown()
  await click('[data-action="import-cancel"]')
  expect(document.querySelector('[data-import-preview]')).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(find('[data-drop-zone]')))
  expect((await stored()).events).toEqual({})
})

test('what is known already says what would become of it', async () => {
  const run = {
    eventId: 'changed',
    startsAt: STARTS - 3_600_000,
    startAssumed: false,
    importedStart: STARTS - 3_600_000,
  }
  await openPage(
    told(
      putEvent(event('changed', { minLevel: 10 })),
      putEvent(event('same')),
      putEvent(event('older', { revision: 7 })),
      putEvent(event('edited', { edited: true, name: 'Mine', revision: 3 })),
      putRun('changed.2026-11-30', run),
      setDone(FIRST_COMMANDER, 'changed.2026-11-30', 'day-1', true),
      putRun('same.2026-11-30', { ...run, eventId: 'same' }),
      removeRun('same.2026-11-30'),
    ),
  )
  await choose(
    file(
      packText(
        ['changed', 'same', 'older', 'edited'].map((id) => event(id, { revision: 1 })),
        [START],
      ),
    ),
  )
  await shown()
  const states = ['changed', 'same', 'older', 'edited'].map((id) => {
    const { checked, disabled } = tick(id)
    return [find(item(id)).dataset.status, checked, disabled]
  })
  expect(states).toEqual([
    ['changed', true, false],
    ['same', false, false],
    ['older', false, true],
    ['edited', false, false],
  ])
  const changed = find(item('changed')).textContent
  expect(changed).toContain('It is now for all levels; before it was for level 10 and higher.')
  expect(changed).toContain('The start moves from')
  expect(changed).toContain('1 mark or note stays.')
  expect(find(item('same')).textContent).toContain('it stays removed')
  expect(find(item('older')).textContent).toContain('yours stays, so this cannot be ticked')
  expect(find(item('edited')).textContent).toContain('Tick it only if')
  await confirm()
  await untilSaved()
  const after = await stored()
  expect(after.events.changed?.value).not.toHaveProperty('minLevel')
  expect(after.runs['changed.2026-11-30']?.value).toMatchObject({ startsAt: STARTS })
  expect(after.events.edited?.value).toMatchObject({ name: 'Mine', edited: true })
  expect(after.events.older?.value).toMatchObject({ revision: 7 })
  expect(after.runs['edited.2026-11-30']).toBeUndefined()
})

test('what the commander edited is replaced where it is ticked', async () => {
  await openPage(known(event('edited', { edited: true, name: 'Mine', revision: 3 })))
  await choose(file(packText([event('edited', { revision: 1 })])))
  await shown()
  await click(`${item('edited')} [data-field="import-event"]`)
  await confirm()
  await untilSaved()
  expect((await stored()).events.edited?.value).toEqual(event('edited', { revision: 1 }))
})

test('what another commander wrote is an import, not the own', async () => {
  await openPage()
  await choose(file(packText([event('own-one')])))
  await shown()
  await confirm()
  await untilSaved()
  expect((await stored()).events['own-one']?.value).toEqual(event('own-one', { edited: false }))
  expect(find(row('own-one')).textContent).toContain('Imported')
})

test('a pasted text is read at once; one that is typed when the typing pauses', async () => {
  await openPage()
  await paste(packText([event('one')]))
  await shown()
  await click('[data-action="import-cancel"]')
  await type('import-text', '{')
  expect(problems()).toEqual([])
  await waitFor(() => expect(problems()).toHaveLength(1), { timeout: 4000 })
  expect(document.activeElement).toBe(find('[data-field="import-text"]'))
  await paste('')
  await waitFor(() => expect(problems()).toEqual([]))
})

test('each problem says where and what; the first takes the focus, and nothing is stored', async () => {
  await openPage()
  const text = packText([event('one')], [START]).replace('"FD"', '"ABCDE"')
  await choose(file(JSON.stringify(JSON.parse(text), null, 1), 'weekly.json'))
  await waitFor(() => expect(problems()).toHaveLength(1))
  const [[rule, words] = []] = problems()
  expect(rule).toBe('code-long')
  expect(words).toMatch(
    /^Line \d+, events\[0\]\.relatedEvents\[0\]\.code: a code has at most 4 characters; this one is “ABCDE”\.$/,
  )
  expect(find('.refused [role="alert"]').textContent).toBe('weekly.json cannot be imported: 1 problem.')
  await waitFor(() => expect(document.activeElement).toBe(find('[data-problem]')))
  expect(document.querySelector('[data-import-preview]')).toBeNull()
  expect((await stored()).events).toEqual({})
})

test('fifty problems are listed, not more', async () => {
  await openPage()
  const bad = Array.from({ length: 60 }, (_, index) => event(`bad ${index}`))
  await choose(file(packText(bad)))
  await waitFor(() => expect(problems()).toHaveLength(50))
  expect(problems()[0]?.[1]).toContain('“bad 0” cannot be an id')
  expect(find('.refused [role="alert"]').textContent).toContain('The first 50 problems')
})

test.each([
  ['not-json', ''],
  ['not-json', '{ "format": "event-pack", '],
  ['not-a-pack', '{}'],
  ['not-a-pack', '[1, 2]'],
  ['newer-format', '{ "format": "event-pack", "version": 2 }'],
  ['too-deep', `${'['.repeat(100_000)}`],
  ['too-large', `"${'x'.repeat(5_000_001)}"`],
])('a file is refused: %s', async (rule, text) => {
  await openPage()
  await choose(file(text))
  await waitFor(() => expect(problems().map(([each]) => each)).toEqual([rule]))
  expect(problems()[0]?.[1]).not.toBe('')
})

test('a file that is no text is named', async () => {
  await openPage()
  await choose(file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]), 'picture.png'))
  await waitFor(() => expect(problems()).toEqual([['not-text', 'picture.png is no text file. Choose a .json file.']]))
  await choose(file(new Uint8Array([0x41, 0, 0, 0x41]), 'other'))
  await waitFor(() => expect(problems()[0]?.[1]).toContain('other'))
})

test('a text of Windows, with another encoding, is read', async () => {
  await openPage()
  const units = `\uFEFF${packText([event('one')])}`
  const bytes = new Uint8Array(2 * units.length)
  for (let index = 0; index < units.length; index++) {
    bytes[2 * index] = units.charCodeAt(index) & 0xff
    bytes[2 * index + 1] = units.charCodeAt(index) >> 8
  }
  await choose(file(bytes))
  await shown()
  expect(find(item('one'))).toBeTruthy()
})

test('a file that cannot be read is named', async () => {
  await openPage()
  const gone = file('{}', 'gone.json')
  vi.spyOn(gone, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotFoundError'))
  await choose(gone)
  await waitFor(() => expect(problems()[0]?.[1]).toContain('could not read gone.json'))
})

test('several files that are dropped make one preview; a bad one among them is named', async () => {
  await openPage()
  const files = [
    file(packText([event('one', { revision: 1 })]), 'a.json'),
    file(packText([event('one', { name: 'Later', revision: 2 }), event('two')]), 'b.json'),
    file('oops', 'c.json'),
  ]
  const over = await drag('dragover', document.body, { files })
  expect(over.defaultPrevented).toBe(true)
  expect(find('[data-drop-zone]').dataset.dropZone).toBe('over')
  const drop = await drag('drop', document.body, { files })
  expect(drop.defaultPrevented).toBe(true)
  await shown()
  expect(document.querySelectorAll('[data-import-preview] [data-event]')).toHaveLength(2)
  expect(find(item('one')).textContent).toContain('Later')
  expect(find('.refused').textContent).toContain('c.json cannot be imported')
})

test('dropped text counts as pasted, but only over the section', async () => {
  await openPage()
  const text = packText([event('one')])
  expect((await drag('drop', find('#zone'), { text })).defaultPrevented).toBe(false)
  expect((await drag('dragover', find('[data-drop-zone]'), { text })).defaultPrevented).toBe(true)
  await drag('dragleave', document.body, { text })
  expect(find('[data-drop-zone]').dataset.dropZone).toBe('')
  await drag('drop', find('[data-drop-zone]'), { text })
  await shown()
})

test('nothing is taken while the page must not change anything', async () => {
  await openPage({ version: 99 })
  const files = [file(packText([event('one')]))]
  expect((await drag('drop', document.body, { files })).defaultPrevented).toBe(false)
  expect(document.querySelector('[data-import-preview]')).toBeNull()
})

test('where it cannot be stored the preview stays with its ticks', async () => {
  await openPage()
  await choose(file(packText([event('one'), event('two')])))
  await shown()
  await click(`${item('one')} [data-field="import-event"]`)
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'))
  await confirm()
  await waitFor(() => find('[data-save-failed]'))
  expect(tick('one').checked).toBe(false)
  expect(tick('two').checked).toBe(true)
})

test('starts of an event that comes again make one series, until one is out of step', async () => {
  await openPage()
  const starts = ['2026-11-02T16:00', '2026-11-09T16:00', '2026-11-23T16:00', '2026-12-01T16:00', '2026-12-08T16:00']
  await choose(file(packText([event('one', { repeatsEvery: 1 })], starts)))
  await shown()
  await confirm()
  await untilSaved()
  const { runs } = await stored()
  expect(Object.keys(runs)).toEqual(['one.2026-11-02', 'one.2026-12-01'])
  expect(runs['one.2026-11-02']?.value).toMatchObject({ repeatsEvery: 1, repeatsUntil: STARTS + 86_400_000 })
  expect(runs['one.2026-12-01']?.value).toMatchObject({ startsAt: STARTS + 86_400_000, repeatsEvery: 1 })
  expect(runs['one.2026-12-01']?.value).not.toHaveProperty('repeatsUntil')
})

test.each(['sector-supremacy.json', 'infinite-incursions.json', 'defender-of-peace.json'])(
  'the example %s is imported',
  async (name) => {
    await openPage()
    await choose(file(example(name), name))
    await shown()
    expect(document.querySelector('.refused')).toBeNull()
    expect(document.querySelectorAll('[data-import-preview] [data-event]')).toHaveLength(1)
  },
)

test('who takes a part of the text away is typing: the focus stays', async () => {
  await openPage()
  await type('import-text', '{\n"format": "event-pack",\n}')
  await waitFor(() => expect(document.activeElement).toBe(find('[data-problem]')))
  const before = find('[data-problem]').dataset.line
  await type('import-text', '{\n"format"')
  // Nothing is read while somebody is at it, as it would be of a text that was pasted.
  expect(find('.import-reading').textContent).toBe('')
  expect(find('[data-problem]').dataset.line).toBe(before)
  await waitFor(() => expect(find('[data-problem]').dataset.line).not.toBe(before), { timeout: 4000 })
  await act(async () => {})
  expect(document.activeElement).toBe(find('[data-field="import-text"]'))
})

describe('a backup', () => {
  const text = () => backupText(known(event('one')), { exportedAt: NOW, extension: '1.0.0', digest: sha256 })
  const large = (whole: string) => whole.replace('"record"', `"x": "${'x'.repeat(5_000_000)}", "record"`)
  const name = 'defender-of-peace-2026-11-22.json'

  test.each<[string, () => Promise<unknown>, string]>([
    ['is chosen', async () => choose(file(await text(), name)), name],
    ['is pasted', async () => paste(await text()), 'The pasted text'],
    ['is dropped', async () => drag('drop', document.body, { files: [file(await text(), name)] }), name],
    ['is larger than a pack', async () => choose(file(large(await text()), name)), name],
    ['is pasted, larger than a pack', async () => paste(large(await text())), 'The pasted text'],
    ['is cut off', async () => choose(file((await text()).slice(0, -50), name)), name],
    ['has another order', async () => choose(file('{"version":1,"format":"defender-of-peace-backup"}', name)), name],
  ])('that %s leads to its section, and nothing is stored', async (_, give, called) => {
    await openPage(known())
    await give()
    await waitFor(() => expect(problems()).toHaveLength(1), PATIENT)
    expect(problems()).toEqual([
      [
        'is-a-backup',
        `${called} is a backup of the whole record, not an event pack. Import it under Backup. Nothing was stored.`,
      ],
    ])
    await waitFor(() => expect(document.activeElement).toBe(find('[data-problem]')))
    const link = find<HTMLAnchorElement>('#library .import a')
    expect([link.getAttribute('href'), link.textContent]).toEqual(['#backup', 'Go to Backup'])
    expect(find('#backup-title').textContent).toBe('Backup')
    expect((await stored()).events).toEqual({})
  })

  test('that cannot be told from any other text is not JSON', async () => {
    await openPage()
    await choose(file('{ "name": "defender-of-peace-backup"'))
    await waitFor(() => expect(problems().map(([each]) => each)).toEqual(['not-json']))
    expect(document.querySelector('#library .import a')).toBeNull()
  })
})
