/** What was typed and not submitted is there again when the page is opened again; else nothing of it is left. */

import { act, cleanup, fireEvent, waitFor } from '@testing-library/preact'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { NEW_DRAFT } from '../../../utils/packs/draft.ts'
import { FIRST_COMMANDER } from '../../../utils/record/record.ts'
import { changeCommander, putEvent, putRun, setSetting } from '../../../utils/record/transitions.ts'
import { DRAFT_LENGTH } from '../../../utils/storage/drafts.ts'
import { feedOf } from '../../unit/support/feed.ts'
import { choose, event, file, item, known, packText, paste, row, stored, told } from './library-page.tsx'
import { click, errorAt, field, find, openPage, PATIENT, recordWith, storedRuns, type, untilSaved } from './page.tsx'

const DAY = 86_400_000
const HOUR = 3_600_000
/** Tuesday, 09:30 UTC. */
const NOW = Date.UTC(2026, 10, 24, 9, 30)

const action = (name: string, at = '') => `${at} [data-action="${name}"]`.trim()
const has = (selector: string) => document.querySelector(selector) !== null
const keptNote = (at = '') => document.querySelector(`${at} [data-kept] p`)?.textContent ?? undefined
const drafts = () => Object.keys(localStorage).filter((key) => key.startsWith('draft:'))
const EDITOR = '.event-editor'
const IN_LONDON = recordWith({ settings: { timeZone: 'Europe/London' } })

/** The page is closed, by whatever, and opened again. */
async function reopen(): Promise<void> {
  cleanup()
  await openPage()
}

/** Waits until something is there and has taken the focus, if it takes it: effects come in the task after a frame. */
async function untilDrawn(selector: string): Promise<void> {
  await waitFor(() => find(selector), PATIENT)
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => setTimeout(resolve))))
}

function setClock(now: number): void {
  vi.useFakeTimers({ now, toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
}

const isAsked = () => {
  const leaving = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(leaving)
  return leaving.defaultPrevented
}

beforeEach(() => setClock(NOW))

describe('an event that is written', () => {
  async function write(): Promise<void> {
    await openPage(IN_LONDON)
    await click(action('write-event'))
    await type('event-name', 'Meta – SMS')
    await type('event-days', '2')
    await type('related-1-name', 'Second Trial')
  }

  test('is there again with all its rows, and says so; the focus stays where it is', async () => {
    await write()
    await reopen()
    expect(field('event-name').value).toBe('Meta – SMS')
    expect(field('related-1-name').value).toBe('Second Trial')
    expect(keptNote(EDITOR)).toBe('Typed before, not saved yet.')
    expect(document.activeElement).toBe(document.body)
    expect((await stored()).events).toEqual({})
  })

  test('is saved as any other, and then nothing of it is left', async () => {
    await write()
    await reopen()
    await type('related-0-name', 'First Trial')
    await click(action('save-event'))
    await untilSaved()
    expect(Object.values((await stored()).events)).toMatchObject([
      { value: { name: 'Meta – SMS', relatedEvents: [{ name: 'First Trial' }, { name: 'Second Trial' }] } },
    ])
    await waitFor(() => expect(has(EDITOR)).toBe(false), PATIENT)
    expect(drafts()).toEqual([])
    await reopen()
    expect(has(EDITOR)).toBe(false)
  })

  test('is discarded after a question', async () => {
    await write()
    await reopen()
    await click(action('discard-kept', EDITOR))
    expect(drafts()).toEqual(['draft:new-event'])
    expect((document.activeElement as HTMLElement).dataset.action).toBe('keep-editing')
    await click(action('discard-event'))
    expect(has(EDITOR)).toBe(false)
    expect(document.activeElement).toBe(find(action('write-event')))
    expect(drafts()).toEqual([])
  })

  test('asks for the focus again when it is opened by a click', async () => {
    await write()
    await reopen()
    await click(action('cancel-event'))
    await click(action('discard-event'))
    await click(action('write-event'))
    expect(document.activeElement).toBe(field('event-name'))
    expect(keptNote(EDITOR)).toBeUndefined()
  })

  test('and emptied again is nothing', async () => {
    await openPage(IN_LONDON)
    await click(action('write-event'))
    await type('event-name', 'Meta')
    expect(drafts()).toEqual(['draft:new-event'])
    await type('event-name', '')
    expect(drafts()).toEqual([])
    await reopen()
    expect(has(EDITOR)).toBe(false)
  })

  test('is forgotten after seven days', async () => {
    await write()
    setClock(NOW + 7 * DAY - 1)
    await reopen()
    expect(has(EDITOR)).toBe(true)
    setClock(NOW + 7 * DAY)
    await reopen()
    expect(has(EDITOR)).toBe(false)
  })
})

describe('that an event is not saved yet', () => {
  const hint = () => document.querySelector<HTMLElement>('[data-unsaved]')?.dataset.unsaved
  const write = async () => {
    await click(action('write-event'))
    await type('event-name', 'Meta – SMS')
    await type('event-days', '1')
    await type('related-0-name', 'First Trial')
  }
  const change = async (id: string) => {
    await click(action('edit-event', row(id)))
    fireEvent.input(find(`[data-editor="${id}"] [data-field="event-name"]`), { target: { value: `${id} again` } })
    await waitFor(() => expect(drafts()).toContain(`draft:event=${id}`), PATIENT)
  }

  test('is told at the top once the page is opened again, and leads there', async () => {
    await openPage(IN_LONDON)
    await write()
    expect(hint()).toBeUndefined()
    await reopen()
    const scroll = vi.spyOn(Element.prototype, 'scrollIntoView')
    expect(find('[data-unsaved] p').textContent).toBe('You typed an event here before, and it is not saved yet.')
    await click(action('show-unsaved'))
    expect(document.activeElement).toBe(field('event-name'))
    expect(scroll.mock.contexts).toEqual([find(EDITOR)])
  })

  test('is told no more once it is saved', async () => {
    await openPage(IN_LONDON)
    await write()
    await reopen()
    await click(action('save-event'))
    await waitFor(() => expect(has(EDITOR)).toBe(false), PATIENT)
    await waitFor(() => expect(hint()).toBeUndefined(), PATIENT)
  })

  test('is told no more once it is discarded, nor while it is typed anew', async () => {
    await openPage(IN_LONDON)
    await write()
    await reopen()
    await click(action('discard-kept', EDITOR))
    expect(hint()).toBe('1')
    await click(action('discard-event'))
    expect(hint()).toBeUndefined()
    await write()
    expect(hint()).toBeUndefined()
  })

  test('is told of each, in their order, as long as there is one', async () => {
    await openPage(known(event('mine'), event('other')))
    await change('mine')
    await change('other')
    await reopen()
    expect(hint()).toBe('2')
    expect(find('[data-unsaved] p').textContent).toBe('You typed 2 events here before, and they are not saved yet.')
    const led = async () => {
      await click(action('show-unsaved'))
      return document.activeElement?.closest<HTMLElement>(EDITOR)?.dataset.editor
    }
    expect(await led()).toBe('mine')
    // Back to what is stored by hand: the form is still there, and nothing in it is unsaved.
    await act(async () => {
      fireEvent.input(find('[data-editor="mine"] [data-field="event-name"]'), { target: { value: 'mine – SMS' } })
    })
    expect([hint(), await led()]).toEqual(['1', 'other'])
  })

  test('is not told of a form that was opened by a click: its text is before one’s eyes', async () => {
    await openPage(IN_LONDON)
    // Typed in another page, after this one was opened.
    const draft = { at: NOW, value: { ...NEW_DRAFT, name: 'Meta – SMS' } }
    localStorage.setItem('draft:new-event', JSON.stringify(draft))
    await click(action('write-event'))
    expect(keptNote(EDITOR)).toBe('Typed before, not saved yet.')
    expect(hint()).toBeUndefined()
  })
})

describe('an event that is changed', () => {
  async function change(): Promise<void> {
    await openPage(known(event('mine'), event('other')))
    await click(action('edit-event', row('mine')))
    await type('event-name', 'Yours – SMS')
    await type('related-0-name', 'Another day')
  }

  test('is open again in its row; saving it changes that event', async () => {
    await change()
    await reopen()
    expect(document.querySelectorAll(EDITOR)).toHaveLength(1)
    expect(find(EDITOR).dataset.editor).toBe('mine')
    expect(field('event-name').value).toBe('Yours – SMS')
    expect(document.activeElement).toBe(document.body)
    await click(action('save-event'))
    await untilSaved()
    expect((await stored()).events.mine?.value).toMatchObject({
      name: 'Yours – SMS',
      relatedEvents: [{ id: 'day-1', name: 'Another day' }, { id: 'day-2' }],
    })
    expect(drafts()).toEqual([])
  })

  test('back to what is stored, by hand, is no change: it closes without a question', async () => {
    await change()
    await reopen()
    await type('event-name', 'mine – SMS')
    expect(keptNote(EDITOR)).toBe('Typed before, not saved yet.')
    await type('related-0-name', 'First day')
    expect(drafts()).toEqual([])
    expect(keptNote(EDITOR)).toBeUndefined()
    await click(action('cancel-event'))
    expect(has(EDITOR)).toBe(false)
  })

  test('and gone since is not there again', async () => {
    await change()
    cleanup()
    await openPage(known(event('other')))
    expect(has(EDITOR)).toBe(false)
  })
})

describe('what cannot be kept', () => {
  async function writeStory(story: string): Promise<void> {
    await openPage(IN_LONDON)
    await click(action('write-event'))
    await click(action('event-fields'))
    await type('event-story', story)
  }

  test('lets the browser ask before the page goes; what is kept does not', async () => {
    await writeStory('x')
    expect(isAsked()).toBe(false)
    await type('event-story', 'x'.repeat(DRAFT_LENGTH))
    expect(isAsked()).toBe(true)
    await type('event-story', 'xx')
    expect(isAsked()).toBe(false)
  })

  test('leaves what was kept before it', async () => {
    await writeStory('before')
    await type('event-story', 'x'.repeat(DRAFT_LENGTH))
    await reopen()
    await click(action('event-fields'))
    expect(field('event-story').value).toBe('before')
    expect(isAsked()).toBe(false)
  })

  test('because the browser holds its storage back is typed as ever', async () => {
    vi.stubGlobal('localStorage', undefined)
    onTestFinished(() => void vi.unstubAllGlobals())
    await writeStory('x')
    expect(isAsked()).toBe(true)
    expect(field('event-story').value).toBe('x')
  })
})

/** In a fake DOM another page is whoever else writes to the same storage. */
describe('an event that is written in two pages', () => {
  const KEY = 'draft:new-event'

  async function write(): Promise<void> {
    await openPage(IN_LONDON)
    await click(action('write-event'))
    await type('event-name', 'Meta')
    expect(isAsked()).toBe(false)
  }
  /** What is kept, with another name. */
  const renamed = (name: string, at = NOW) => {
    const { value } = JSON.parse(localStorage.getItem(KEY) ?? '')
    return JSON.stringify({ at, value: { ...value, name } })
  }

  test('and discarded in one of them is at risk in the other until the next letter', async () => {
    await write()
    localStorage.removeItem(KEY)
    expect(isAsked()).toBe(true)
    await type('event-name', 'Meta – SMS')
    expect(isAsked()).toBe(false)
    expect(drafts()).toEqual([KEY])
  })

  test('and discarded there is at risk as well where it was only looked at', async () => {
    await write()
    await reopen()
    expect(isAsked()).toBe(false)
    localStorage.removeItem(KEY)
    expect(isAsked()).toBe(true)
    expect(field('event-name').value).toBe('Meta')
  })

  test('with other words is at risk where they do not stand', async () => {
    await write()
    localStorage.setItem(KEY, renamed('Another'))
    expect(isAsked()).toBe(true)
    await type('event-name', 'Meta – SMS')
    expect(isAsked()).toBe(false)
  })

  test('with the same words is kept, whoever wrote them', async () => {
    await write()
    localStorage.setItem(KEY, renamed('Meta', NOW + 1))
    expect(isAsked()).toBe(false)
  })

  test('is at risk once what is kept is too old', async () => {
    await write()
    setClock(NOW + 7 * DAY)
    expect(isAsked()).toBe(true)
  })

  test('is no loss where nothing was typed', async () => {
    await write()
    const other = renamed('Another')
    await type('event-name', '')
    localStorage.setItem(KEY, other)
    expect(isAsked()).toBe(false)
    localStorage.removeItem(KEY)
    expect(isAsked()).toBe(false)
  })
})

describe('a start', () => {
  const FORM = '#event .start-form'

  async function typeStart(): Promise<void> {
    await openPage(IN_LONDON)
    await type('start-date', '2026-11-22')
    await type('start-time', '17:30')
  }

  test('is in the form again as it was typed, and nowhere else', async () => {
    await typeStart()
    await reopen()
    expect([field('start-date').value, field('start-time').value]).toEqual(['2026-11-22', '17:30'])
    expect(keptNote(FORM)).toBe('Typed before, not saved yet.')
    expect(find(FORM).textContent).not.toContain('Not saved yet.')
    expect(await storedRuns()).toEqual({})
    await click(action('start-run'))
    await untilSaved()
    expect(Object.values(await storedRuns())).toMatchObject([
      { startsAt: Date.UTC(2026, 10, 22, 17, 30), startAssumed: false },
    ])
    expect(drafts()).toEqual([])
  })

  test('with a date alone keeps the assumed hour assumed', async () => {
    await openPage(IN_LONDON)
    await type('start-date', '2026-11-22')
    await reopen()
    await click(action('start-run'))
    await untilSaved()
    expect(Object.values(await storedRuns())).toMatchObject([
      { startsAt: Date.UTC(2026, 10, 22, 16), startAssumed: true },
    ])
  })

  test('that is discarded gives way to what is proposed', async () => {
    await typeStart()
    await reopen()
    await click(action('discard-kept', FORM))
    expect([field('start-date').value, field('start-time').value]).toEqual(['2026-11-23', '16:00'])
    expect(keptNote(FORM)).toBeUndefined()
    expect(document.activeElement).toBe(field('start-date'))
    expect(drafts()).toEqual([])
  })

  test('that was meant by another clock is not shown', async () => {
    await typeStart()
    cleanup()
    await openPage(recordWith({ settings: { timeZone: 'Asia/Kolkata' } }))
    expect([field('start-date').value, field('start-time').value]).toEqual(['2026-11-23', '21:30'])
    expect(keptNote(FORM)).toBeUndefined()
  })

  test('of a run among several is seen at once, and only that one', async () => {
    const run = (eventId: string) => putRun(eventId, { eventId, startsAt: NOW - DAY / 2, startAssumed: false })
    const two = told(putEvent(event('one')), putEvent(event('two')), run('one'), run('two'))
    await openPage(two)
    expect(document.querySelectorAll('#event [data-run] .start-form')).toHaveLength(0)
    const details = find<HTMLDetailsElement>('[data-run="two"] details')
    await act(async () => {
      details.open = true
      fireEvent(details, new Event('toggle'))
    })
    await act(async () => {
      fireEvent.input(find('[data-run="two"] [data-field="start-time"]'), { target: { value: '23:15' } })
    })
    await reopen()
    expect(document.querySelectorAll('#event [data-run] .start-form')).toHaveLength(1)
    expect(find<HTMLInputElement>('[data-run="two"] [data-field="start-time"]').value).toBe('23:15')
    expect(keptNote('[data-run="two"]')).toBe('Typed before, not saved yet.')
    keepStart('run-start=one', { timeZone: 'Asia/Kolkata' })
    await reopen()
    expect(document.querySelectorAll('#event [data-run] .start-form')).toHaveLength(1)
    expect(drafts()).toEqual(['draft:run-start=two'])
    await click(action('save-start', '[data-run="two"]'))
    await untilSaved()
    expect(drafts()).toEqual([])
  })
})

/** A start that was typed a minute ago by some clock. */
function keepStart(name: string, clock: { readonly timeZone?: string; readonly delay?: number }): void {
  const value = { date: '2026-11-26', time: '17:30', hasHour: true, timeZone: 'Europe/London', delay: 0, ...clock }
  localStorage.setItem(`draft:${name}`, JSON.stringify({ at: NOW - 60_000, value }))
}

describe('a start in the library', () => {
  const TRACK = '[data-track="mine"]'
  /** In Oceania it starts an hour later. */
  const regions = [
    { id: 'eu', name: 'Europe', startsAfter: 0 },
    { id: 'oce', name: 'Oceania', startsAfter: 60 },
  ]
  const inOceania = told(
    putEvent(event('mine', { regions })),
    setSetting('timeZone', 'Europe/London'),
    changeCommander(FIRST_COMMANDER, { region: 'oce' }),
  )

  test.each([
    ['zone', { timeZone: 'Asia/Kolkata', delay: HOUR }],
    ['region', { delay: 0 }],
  ])('that was meant in another %s opens no row and is forgotten', async (_, clock) => {
    keepStart('track=mine', clock)
    await openPage(inOceania)
    expect(has(TRACK)).toBe(false)
    expect(drafts()).toEqual([])
  })

  test('that was meant in this zone and region opens its row and shows it', async () => {
    keepStart('track=mine', { delay: HOUR })
    await openPage(inOceania)
    expect(find<HTMLInputElement>(`${TRACK} [data-field="start-time"]`).value).toBe('17:30')
    expect(drafts()).toEqual(['draft:track=mine'])
  })

  test('opens its row for the weeks alone where the start was meant by another clock', async () => {
    keepStart('track=mine', { delay: 0 })
    localStorage.setItem('draft:repeats=mine', JSON.stringify({ at: NOW, value: { repeats: true, weeks: '3' } }))
    await openPage(inOceania)
    expect(field('track-weeks').value).toBe('3')
    expect(keptNote(TRACK)).toBeUndefined()
    expect(drafts()).toEqual(['draft:repeats=mine'])
  })

  async function typeTrack(): Promise<void> {
    await openPage(known(event('mine')))
    await click(action('track-event', row('mine')))
    await click(`${TRACK} [data-field="track-repeats"]`)
    await type('track-weeks', '3')
    await act(async () => {
      fireEvent.input(find(`${TRACK} [data-field="start-date"]`), { target: { value: '2026-11-26' } })
    })
  }

  test('is open again with the weeks after which it comes again', async () => {
    await typeTrack()
    await reopen()
    expect(field('track-weeks').value).toBe('3')
    expect(find<HTMLInputElement>(`${TRACK} [data-field="start-date"]`).value).toBe('2026-11-26')
    expect(document.activeElement).toBe(document.body)
    await click(action('track-start'))
    await untilSaved()
    expect(Object.values(await storedRuns())).toMatchObject([{ eventId: 'mine', repeatsEvery: 3 }])
    expect(drafts()).toEqual([])
  })

  test('that is cancelled is forgotten whole', async () => {
    await typeTrack()
    expect(drafts().toSorted()).toEqual(['draft:repeats=mine', 'draft:track=mine'])
    await click(action('track-cancel'))
    expect(drafts()).toEqual([])
    await reopen()
    expect(has(TRACK)).toBe(false)
  })

  test('of which only the weeks were typed is open again', async () => {
    await openPage(known(event('mine')))
    await click(action('track-event', row('mine')))
    await click(`${TRACK} [data-field="track-repeats"]`)
    await reopen()
    expect(find<HTMLInputElement>(`${TRACK} [data-field="track-repeats"]`).checked).toBe(true)
  })

  test('with the weeks put back to what was proposed is nothing', async () => {
    await openPage(known(event('mine')))
    await click(action('track-event', row('mine')))
    await click(`${TRACK} [data-field="track-repeats"]`)
    expect(drafts()).toEqual(['draft:repeats=mine'])
    await click(`${TRACK} [data-field="track-repeats"]`)
    expect(drafts()).toEqual([])
  })
})

describe('a pasted text', () => {
  const PREVIEW = '[data-import-preview]'
  const tickOf = (id: string) => find<HTMLInputElement>(`${item(id)} [data-field="import-event"]`)
  const text = () => find<HTMLTextAreaElement>('[data-field="import-text"]').value
  const preview = () => untilDrawn(PREVIEW)

  test('is read again with its ticks; the focus stays where it is', async () => {
    await openPage(IN_LONDON)
    await paste(packText([event('a'), event('b')]))
    await preview()
    await act(async () => tickOf('a').click())
    await reopen()
    await preview()
    expect([tickOf('a').checked, tickOf('b').checked]).toEqual([false, true])
    expect(keptNote('.import')).toBe('Pasted before, not imported yet.')
    expect(document.activeElement).toBe(document.body)
    expect((await stored()).events).toEqual({})
    await click(action('import-confirm'))
    await waitFor(async () => expect(Object.keys((await stored()).events)).toEqual(['b']), PATIENT)
    await waitFor(() => expect(keptNote('.import')).toBeUndefined(), PATIENT)
    expect(drafts()).toEqual([])
  })

  test('of a feed keeps what was ticked, two at once too', async () => {
    setClock(Date.UTC(2026, 5, 26, 12, 34))
    await openPage(IN_LONDON)
    await paste(JSON.stringify(feedOf(12)))
    await preview()
    const boxes = () => [...document.querySelectorAll<HTMLInputElement>('[data-feed] [data-field="import-event"]')]
    await act(async () => {
      for (const box of boxes().slice(0, 2)) box.click()
    })
    const before = boxes().map(({ checked }) => checked)
    expect(before.filter(Boolean)).toHaveLength(2)
    await reopen()
    await preview()
    expect(boxes().map(({ checked }) => checked)).toEqual(before)
  })

  test.each([['import-cancel'], ['discard-kept']])('that is given up by %s is forgotten', async (button) => {
    await openPage(IN_LONDON)
    await paste(packText([event('a')]))
    await preview()
    await reopen()
    await preview()
    await click(action(button, '.import'))
    expect(has(PREVIEW)).toBe(false)
    expect(text()).toBe('')
    expect(document.activeElement).toBe(find('.drop-zone'))
    expect(drafts()).toEqual([])
  })

  test('that cannot be read is in its field again, to be mended or discarded', async () => {
    await openPage(IN_LONDON)
    await paste('{"format": "event-pack"')
    await reopen()
    await untilDrawn('.refused')
    expect(text()).toBe('{"format": "event-pack"')
    expect(document.activeElement).toBe(document.body)
    await click(action('discard-kept', '.import'))
    expect(text()).toBe('')
    expect(has('.refused')).toBe(false)
    expect(document.activeElement).toBe(find('.drop-zone'))
    expect(drafts()).toEqual([])
  })

  test('is kept letter by letter, before it is read', async () => {
    await openPage(IN_LONDON)
    await paste('[')
    expect(JSON.parse(localStorage.getItem('draft:import') ?? '')).toEqual({ at: NOW, value: { text: '[' } })
    await paste(' ')
    expect(drafts()).toEqual([])
  })

  test('does not take the ticks of a file', async () => {
    await openPage(IN_LONDON)
    await paste('[')
    await choose(file(packText([event('a'), event('b')])))
    await preview()
    await act(async () => tickOf('a').click())
    expect(JSON.parse(localStorage.getItem('draft:import') ?? '').value).toEqual({ text: '[' })
  })

  test('above 256 kB is not kept, and says nothing', async () => {
    await openPage(IN_LONDON)
    await paste(packText([event('a')]))
    await preview()
    await click(action('import-cancel'))
    await paste(packText([event('a')]) + ' '.repeat(DRAFT_LENGTH))
    await preview()
    expect(drafts()).toEqual([])
    await reopen()
    expect(has(PREVIEW)).toBe(false)
    expect(keptNote('.import')).toBeUndefined()
    expect(errorAt('import-text')).toBeUndefined()
  })
})

test('no draft is in the storage that is synced, set aside or diagnosed', async () => {
  await openPage(IN_LONDON)
  const before = JSON.stringify(await fakeBrowser.storage.local.get(null))
  await type('start-date', '2026-11-22')
  await click(action('write-event'))
  await type('event-name', DEFENDER_OF_PEACE.name)
  await paste('[')
  expect(drafts()).toHaveLength(3)
  expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).toBe(before)
})
