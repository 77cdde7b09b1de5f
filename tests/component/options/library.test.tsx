import { waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { putEvent, putRun, removeEvent } from '../../../utils/record/transitions.ts'
import { updateWhole } from '../../../utils/storage/update.ts'
import { event, known, NOW, row, stored, told } from './library-page.tsx'
import { click, errorAt, field, find, openPage, type, untilSaved } from './page.tsx'

const rows = () =>
  [...document.querySelectorAll<HTMLElement>('.event-list [data-event]')].map((each) => each.dataset.event)

// Only the clock: the page's own timers and those of waiting stay real.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }))
afterEach(() => vi.useRealTimers())

test('what ships is there, in words', async () => {
  await openPage()
  expect(rows()).toEqual(['defender-of-peace'])
  const text = find(row('defender-of-peace')).textContent
  expect(text).toContain('Defender of Peace – SMS')
  expect(text).toContain('Built in')
  expect(text).toContain('5 days · 5 related events · 500 points · level 10 and higher')
  expect(document.querySelector('[data-field="library-query"]')).toBeNull()
})

test.each([
  [{ lasts: undefined }, 'end not known · 2 related events'],
  [{ lasts: 10080, repeatsEvery: 1 }, '7 days, every week · 2 related events'],
  [{ lasts: 10080, repeatsEvery: 4 }, '7 days, every 4 weeks'],
  [
    {
      lasts: 720,
      regions: ['us', 'eu', 'apac'].map((id) => ({ id, name: id, startsAfter: 0 })),
      relatedEvents: event('x').relatedEvents.slice(0, 1),
    },
    '12 hours, 3 regions',
  ],
  [{ lasts: 1530 }, '1 d 1 h'],
  [{ minLevel: 20, maxLevel: 39 }, 'levels 20–39'],
  [{ serverWide: true }, 'the whole server together'],
])('the shape %o reads "%s"', async (shape, words) => {
  await openPage(known(event('one', shape)))
  expect(find(row('one')).textContent).toContain(words)
})

test('points of other brackets do not count', async () => {
  const [first, second] = event('one').relatedEvents
  if (!first || !second) throw new Error('The event has two days.')
  const relatedEvents = [
    { ...first, points: 100, maxLevel: 39 },
    { ...second, points: 30, windows: [...second.windows, { opensAfter: 0, lasts: 60 }] },
  ]
  await openPage(known(event('one', { relatedEvents })))
  expect(find(row('one')).textContent).toContain('160 points')
  await type('level', '40')
  await waitFor(() => expect(find(row('one')).textContent).toContain('60 points'))
})

test('where an event comes from, and that it was changed, is told', async () => {
  await openPage(
    known(event('own-one'), event('feed-2'), event('three', { edited: true }), event('own-4', { edited: false })),
  )
  expect(find(row('own-one')).textContent).toContain('Written by you')
  expect(find(row('feed-2')).textContent).toContain('From the feed')
  expect(find(row('three')).textContent).toMatch(/Imported.*Changed by you/)
  expect(find(row('own-4')).textContent).toContain('Imported')
  expect(find(row('own-4')).textContent).not.toContain('Changed')
})

test('an event is tracked from its row, at the hour that is assumed', async () => {
  await openPage(known(event('one')))
  await click(`${row('one')} [data-action="track-event"]`)
  const form = `${row('one')} [data-track]`
  expect(find<HTMLInputElement>(`${form} [data-field="track-repeats"]`).checked).toBe(false)
  expect(find<HTMLInputElement>(`${form} [data-field="start-date"]`).value).toBe('2026-11-23')
  expect(find<HTMLInputElement>(`${form} [data-field="start-time"]`).value).toBe('16:00')
  await click(`${form} [data-action="track-start"]`)
  await untilSaved()
  const runs = Object.values((await stored()).runs).map(({ value }) => value)
  expect(runs).toEqual([{ eventId: 'one', startsAt: Date.UTC(2026, 10, 23, 16), startAssumed: true }])
  expect(document.querySelector(form)).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(find(`${row('one')} [data-action="track-event"]`)))
  expect(find(row('one')).dataset.tracked).toBe('')
  expect(find(row('one')).textContent).toContain('Day 1 of 2 is open')
})

test('an event that comes again is tracked so, after as many weeks as the commander says', async () => {
  await openPage(known(event('one', { repeatsEvery: 2 })))
  await click(`${row('one')} [data-action="track-event"]`)
  expect(field('track-repeats').checked).toBe(true)
  expect(field('track-weeks').value).toBe('2')
  for (const wrong of ['', '0', '53', '1.5']) {
    await type('track-weeks', wrong)
    expect(errorAt('track-weeks')).toContain('from 1 to 52')
    await click('[data-action="track-start"]')
    expect((await stored()).runs).toEqual({})
  }
  await type('track-weeks', '4')
  await click('[data-action="track-start"]')
  await untilSaved()
  expect(Object.values((await stored()).runs).map(({ value }) => value)).toEqual([
    { eventId: 'one', startsAt: Date.UTC(2026, 10, 23, 16), startAssumed: true, repeatsEvery: 4 },
  ])
})

test('the proposed start of a short event is one that is not over, at the hour of its last run', async () => {
  const last = putRun('r', { eventId: 'one', startsAt: Date.UTC(2026, 10, 2, 8), startAssumed: false })
  await openPage(told(putEvent(event('one', { lasts: 60 })), last))
  await click(`${row('one')} [data-action="track-event"]`)
  const form = `${row('one')} [data-track]`
  expect(find<HTMLInputElement>(`${form} [data-field="start-date"]`).value).toBe('2026-11-25')
  expect(find<HTMLInputElement>(`${form} [data-field="start-time"]`).value).toBe('08:00')
  await click('[data-action="track-cancel"]')
  expect(document.querySelector(form)).toBeNull()
})

test('an event is edited where it stands', async () => {
  await openPage(known(event('one')))
  await click(`${row('one')} [data-action="edit-event"]`)
  expect(find('.library [data-editor="one"]')).toBeTruthy()
  await click('[data-action="cancel-event"]')
  await waitFor(() => expect(document.activeElement).toBe(find(`${row('one')} [data-action="edit-event"]`)))
})

test('an event is written from nothing', async () => {
  await openPage()
  await click('[data-action="write-event"]')
  expect(find('.library [data-editor=""]')).toBeTruthy()
  await click('[data-action="cancel-event"]')
  await waitFor(() => expect(document.activeElement).toBe(find('[data-action="write-event"]')))
})

test('an event is saved as a pack with the starts that are known', async () => {
  const blobs: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${blobs.push(blob as Blob)}`)
  const runs = [
    putRun('a', { eventId: 'one', startsAt: Date.UTC(2026, 10, 2, 8), startAssumed: false }),
    putRun('b', { eventId: 'one', startsAt: Date.UTC(2026, 10, 9, 8), startAssumed: true }),
  ]
  await openPage(told(putEvent(event('one')), ...runs))
  await click(`${row('one')} [data-action="export-pack"]`)
  const pack = JSON.parse((await blobs[0]?.text()) ?? '')
  expect(pack.events[0].id).toBe('one')
  expect(pack.events[0].starts).toEqual([{ date: '2026-11-02', time: '08:00', timeZone: 'UTC' }])
})

test('an event is copied as text, also where it is not tracked', async () => {
  const writeText = vi.fn(async (_: string) => {})
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard)
  await openPage(known(event('one')))
  await click(`${row('one')} [data-action="copy-text"]`)
  await waitFor(() => expect(writeText).toHaveBeenCalledOnce())
  expect(writeText.mock.calls[0]?.[0]).toContain('Second day')
})

test('an event is removed, its runs with it, and comes back whole', async () => {
  const run = putRun('r', { eventId: 'one', startsAt: NOW - 3_600_000, startAssumed: false })
  const record = told(putEvent(event('one')), run)
  await openPage(record)
  expect(document.querySelector(`${row('defender-of-peace')} [data-action="remove-event"]`)).toBeNull()
  await click(`${row('one')} [data-action="remove-event"]`)
  await waitFor(() => find('.library [data-action="undo-run"]'))
  expect(rows()).toEqual(['defender-of-peace'])
  expect(find('.library .undo-bar').textContent).toContain('1 run of it is no longer shown')
  await waitFor(() => expect(document.activeElement).toBe(find('.library [data-action="undo-run"]')))
  await click('.library [data-action="undo-run"]')
  await waitFor(() => expect(document.querySelector('.library .undo-bar')).toBeNull())
  expect(rows()).toContain('one')
  await waitFor(() => expect(document.activeElement).toBe(find(`${row('one')} [data-action="track-event"]`)))
  const after = await stored()
  expect(after.events.one?.value).toEqual(record.events.one?.value)
  expect(after.runs.r).toEqual(record.runs.r)
})

test('a version of what ships gives way to the built-in one', async () => {
  await openPage(known(event('defender-of-peace', { edited: true })))
  expect(find(row('defender-of-peace')).textContent).toMatch(/Built in.*Changed by you/)
  await click(`${row('defender-of-peace')} [data-action="remove-event"]`)
  await waitFor(() => expect(find(row('defender-of-peace')).textContent).toContain('500 points'))
  await waitFor(() => expect(find('.library .undo-bar').textContent).toContain('as it was built in'))
})

test('many events are searched, and drawn a few at a time', async () => {
  const many = Array.from({ length: 100 }, (_, index) => event(`event-${index}`))
  const other = event('other', { name: 'Éclair of Ops' })
  await openPage(told(...[...many, other].map(putEvent)))
  expect(rows()).toHaveLength(30)
  expect(find('[data-library-count]').textContent).toContain('102 events')
  await click('.library [data-action="show-more"]')
  expect(rows()).toHaveLength(60)
  await waitFor(() =>
    expect(document.activeElement).toBe(document.querySelectorAll('.event-list [data-action="track-event"]')[30]),
  )
  await type('library-query', 'eclair')
  expect(rows()).toEqual(['other'])
  await type('library-query', 'event-7')
  expect(rows()).toEqual(['event-7', ...Array.from({ length: 10 }, (_, digit) => `event-7${digit}`)])
  await type('library-query', 'borg')
  expect(rows()).toEqual([])
  expect(find('.event-list').textContent).toContain('“borg”')
})

test('what is tracked stands first', async () => {
  const run = putRun('r', { eventId: 'zeta', startsAt: NOW + 40 * 86_400_000, startAssumed: false, repeatsEvery: 1 })
  await openPage(told(putEvent(event('alpha')), putEvent(event('zeta')), run))
  expect(rows()).toEqual(['zeta', 'alpha', 'defender-of-peace'])
  expect(find(row('zeta')).textContent).toContain('every week')
})

const many = (count = 40) => Array.from({ length: count }, (_, index) => event(`event-${100 + index}`))

test('what is typed into an editor outlasts a search, also below what is drawn', async () => {
  await openPage(known(...many()))
  await click('.library [data-action="show-more"]')
  await click(`${row('event-135')} [data-action="edit-event"]`)
  await type('event-name', 'Half a name')
  await type('library-query', 'event-101')
  expect(rows()).toEqual(['event-101', 'event-135'])
  expect(field('event-name').value).toBe('Half a name')
  await type('library-query', '')
  expect(rows()).toHaveLength(31)
  expect(field('event-name').value).toBe('Half a name')
})

test('a start that is being typed outlasts a search', async () => {
  await openPage(known(...many()))
  await click(`${row('event-110')} [data-action="track-event"]`)
  await type('library-query', 'event-101')
  expect(find(`${row('event-110')} [data-track]`)).toBeTruthy()
  await click('[data-action="track-cancel"]')
  expect(rows()).toEqual(['event-101', 'event-110'])
  await waitFor(() => expect(document.activeElement).toBe(find(`${row('event-110')} [data-action="track-event"]`)))
  await type('library-query', 'event-102')
  expect(rows()).toEqual(['event-102'])
})

test('an event that is saved under a name which the search does not find keeps the focus', async () => {
  await openPage(known(...many()))
  await type('library-query', 'event-120')
  await click(`${row('event-120')} [data-action="more-event"]`)
  await click(`${row('event-120')} [data-action="edit-event"]`)
  await type('event-name', 'Zeta – SMS')
  await click('[data-action="save-event"]')
  await waitFor(() => expect(document.querySelector('.event-editor')).toBeNull())
  expect(find(row('event-120')).textContent).toContain('Zeta')
  await waitFor(() => expect(document.activeElement).toBe(find(`${row('event-120')} [data-action="edit-event"]`)))
  await type('library-query', 'event-12')
  expect(rows()).not.toContain('event-120')
})

test('an event that is removed in another window while it is edited stays until the editor is closed', async () => {
  await openPage(known(...many()))
  await click(`${row('event-103')} [data-action="edit-event"]`)
  await type('event-name', 'Half a name')
  await updateWhole(removeEvent('event-103'))
  await waitFor(() => expect(find('[data-library-count]').dataset.libraryCount).toBe('40'))
  expect(field('event-name').value).toBe('Half a name')
  expect(rows().slice(1, 5)).toEqual(['event-100', 'event-101', 'event-102', 'event-103'].slice(0, 4))
  await click('[data-action="cancel-event"]')
  await click('[data-action="discard-event"]')
  expect(rows()).not.toContain('event-103')
  await waitFor(() => expect(document.activeElement).toBe(field('library-query')))
})

test('what was removed in another window is there again once it is saved', async () => {
  await openPage(known(event('one')))
  await click(`${row('one')} [data-action="edit-event"]`)
  await updateWhole(removeEvent('one'))
  await type('event-name', 'Back again')
  await click('[data-action="save-event"]')
  await waitFor(() => expect(find(row('one')).textContent).toContain('Back again'))
  await waitFor(() => expect(document.activeElement).toBe(find(`${row('one')} [data-action="edit-event"]`)))
})

test('the button to undo is described by what it takes back', async () => {
  await openPage(known(event('one'), event('two')))
  await click(`${row('one')} [data-action="remove-event"]`)
  await waitFor(() => find('.library [data-action="undo-run"]'))
  await click(`${row('two')} [data-action="remove-event"]`)
  await waitFor(() => expect(document.querySelectorAll('.library [data-action="undo-run"]')).toHaveLength(2))
  const described = [...document.querySelectorAll('.library [data-action="undo-run"]')].map(
    (button) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent,
  )
  expect(described).toEqual(['one is removed from the list.', 'two is removed from the list.'])
})

test('the offer to undo a removal goes when the event comes back by another way', async () => {
  await openPage(known(event('one')))
  await click(`${row('one')} [data-action="remove-event"]`)
  await waitFor(() => find('.library .undo-bar'))
  await updateWhole(putEvent({ ...event('one'), name: 'Imported again' }))
  await waitFor(() => expect(find(row('one')).textContent).toContain('Imported again'))
  expect(document.querySelector('.library .undo-bar')).toBeNull()
})
