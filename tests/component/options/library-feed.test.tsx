import { act, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { putEvent } from '../../../utils/record/transitions.ts'
import { feedEntry, feedOf, feedTimes, type RawFeedEntry } from '../../unit/support/feed.ts'
import { choose, event, file, item, known, packText, paste, stored, told } from './library-page.tsx'
import { click, field, find, openPage, PATIENT, recordWith, type, untilSaved } from './page.tsx'

/** Three days before the entry that is documented. */
const NOW = Date.UTC(2026, 5, 22, 9, 30)
const STARTS = Date.UTC(2026, 5, 25, 16)

const META = feedEntry()
const FEEDERS = [0, 1].map((day) =>
  feedEntry({
    id: 400 + day,
    title: `Sector Supremacy: feeder of day ${day + 1}`,
    minOpsLevel: day === 0 ? 20 : 40,
    ...feedTimes(day, 24),
  }),
)
const SARRIS = feedEntry({
  id: 500,
  title: 'Sarris Invasion - IMS',
  description: null,
  eventFormat: 'IMS',
  eventCategory: 'invasion',
  minOpsLevel: null,
  ...feedTimes(1, 72),
})
const PAST = feedEntry({
  id: 600,
  title: 'Infinite Incursions',
  eventFormat: null,
  minOpsLevel: null,
  ...feedTimes(-9, 12),
})
const OFF = feedEntry({ id: 700, title: 'Maverick Tasks', isActive: false, minOpsLevel: null, ...feedTimes(2, 168) })
const FEED = [META, ...FEEDERS, SARRIS, PAST, OFF]

const rows = () =>
  [...document.querySelectorAll<HTMLElement>('[data-feed] [data-event]')].map((each) => each.dataset.event)
const read = async (entries: readonly RawFeedEntry[] | string) => {
  await choose(file(typeof entries === 'string' ? entries : JSON.stringify(entries), 'feed.json'))
  await waitFor(() => expect(document.activeElement).toBe(find('.import-heading')), PATIENT)
}
const pick = async (name: string, value: string) => {
  await act(async () => {
    const select = find<HTMLSelectElement>(`[data-field="${name}"]`)
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
}
const confirmText = () => find('[data-action="import-confirm"]').textContent

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }))
afterEach(() => vi.useRealTimers())

test('a feed shows what is still to come, metas with their feeders, nothing ticked', async () => {
  await openPage()
  await read(FEED)
  expect(rows()).toEqual(['feed-356', 'feed-500'])
  const meta = find(item('feed-356')).textContent
  expect(meta).toContain('Sector Supremacy Meta - SMS')
  expect(meta).toMatch(/Thu Jun 25, 4:00.PM – Wed Jul 1, 4:00.PM/)
  expect(meta).toContain('SMS')
  expect(meta).toContain('level 20 and higher')
  expect(meta).toContain('2 related events')
  expect(meta).toContain('feeder of day 2')
  expect(confirmText()).toBe('Nothing is ticked')
  expect(find<HTMLButtonElement>('[data-action="import-confirm"]').disabled).toBe(true)
})

test('what is ticked is imported with its run', async () => {
  await openPage()
  await read(JSON.stringify({ data: FEED }))
  await click(`${item('feed-356')} [data-field="import-event"]`)
  expect(confirmText()).toBe('Import 1 event')
  await click('[data-action="import-days"]')
  expect(find('.import-days [data-preview="feed-356"]').textContent).toContain('feeder of day 1')
  await click('[data-action="import-confirm"]')
  await untilSaved()
  const { events, runs } = await stored()
  expect(Object.keys(events)).toEqual(['feed-356'])
  expect(runs['feed-356.run']?.value).toEqual({
    eventId: 'feed-356',
    startsAt: STARTS,
    startAssumed: false,
    importedStart: STARTS,
  })
})

test('what was tracked from the feed and changed there is ticked, and marked so', async () => {
  await openPage()
  await read([META, ...FEEDERS, SARRIS])
  await click('[data-action="tick-shown"]')
  await click('[data-action="import-confirm"]')
  await untilSaved()
  const later = feedEntry({ startTime: '2026-06-25T17:00:00.000Z', updatedAt: '2026-06-21T12:00:00.000Z' })
  const fed = FEEDERS.map((each) => ({ ...each, startTime: each.startTime.replace('T16', 'T17') }))
  await read([{ ...later, updatedAt: '2026-06-22T12:00:00.000Z' }, ...fed, SARRIS])
  expect(find(item('feed-356')).dataset.status).toBe('changed')
  expect(find(item('feed-356')).textContent).toContain('The start moves from')
  expect(find(item('feed-500')).dataset.status).toBe('same')
  expect(confirmText()).toBe('Import 1 event')
  await click('[data-action="import-confirm"]')
  await waitFor(async () =>
    expect((await stored()).runs['feed-356.run']?.value).toMatchObject({ startsAt: STARTS + 3_600_000 }),
  )
})

test('the feed is searched and filtered', async () => {
  await openPage()
  await read(FEED)
  await type('feed-query', 'SARRIS')
  expect(rows()).toEqual(['feed-500'])
  await type('feed-query', '')
  await pick('feed-format', 'IMS')
  expect(rows()).toEqual(['feed-500'])
  await pick('feed-format', '')
  await pick('feed-category', 'invasion')
  expect(rows()).toEqual(['feed-500'])
  await pick('feed-category', '')
  await type('feed-level', '19')
  expect(rows()).toEqual(['feed-500'])
  await type('feed-level', 'x')
  expect(rows()).toEqual(['feed-356', 'feed-500'])
  expect(document.querySelector('[data-error="feed-level"]')).toBeTruthy()
  await click('[data-field="feed-inactive"]')
  expect(rows()).toEqual(['feed-356', 'feed-500', 'feed-700'])
  expect(find(item('feed-700')).textContent).toContain('Switched off')
  await click('[data-field="feed-over"]')
  expect(rows()).toEqual(['feed-600', 'feed-356', 'feed-500', 'feed-700'])
  expect(find(item('feed-600')).textContent).toContain('Over')
  expect(find('[data-feed-count]').textContent).toBe('4 of 4 shown')
  await type('feed-query', 'borg')
  expect(find('[data-feed]').textContent).toContain('Nothing matches')
})

test('the level is that of the commander', async () => {
  await openPage(recordWith({ commander: { level: 12 } }))
  await read(FEED)
  expect(field('feed-level').value).toBe('12')
  expect(rows()).toEqual(['feed-500'])
})

test('only what is ticked can be looked at, whatever the filters say', async () => {
  await openPage()
  await read(FEED)
  await click(`${item('feed-500')} [data-field="import-event"]`)
  await pick('feed-format', 'SMS')
  await click('[data-field="feed-only-ticked"]')
  expect(rows()).toEqual(['feed-500'])
  await click('[data-action="untick-all"]')
  expect(confirmText()).toBe('Nothing is ticked')
})

test('entries that cannot be read are named; the others can be imported', async () => {
  await openPage()
  await read([META, { ...SARRIS, endTime: SARRIS.startTime }, { ...OFF, title: 5 as unknown as string }])
  expect(rows()).toEqual(['feed-356'])
  expect(find('[data-left-out]').textContent).toContain('feed.json: 2 entries cannot be read and are left out')
  expect(
    [...document.querySelectorAll<HTMLElement>('[data-left-out] [data-problem]')].map((each) => each.dataset.problem),
  ).toEqual(['window-no-end-order', 'type'])
})

test('a feed of which nothing can be read is refused', async () => {
  await openPage()
  await paste(JSON.stringify([{ ...META, startTime: 'soon' }]))
  await waitFor(() =>
    expect(find('.refused [role="alert"]').textContent).toContain('The pasted text cannot be imported'),
  )
  expect(find('[data-problem]').dataset.problem).toBe('no-such-instant')
})

test('a pack and a feed at once are one import', async () => {
  await openPage()
  await choose(file(packText([event('one')]), 'pack.json'), file(JSON.stringify(FEED), 'feed.json'))
  await waitFor(() => find('[data-feed]'))
  await click(`${item('feed-500')} [data-field="import-event"]`)
  expect(confirmText()).toBe('Import 2 events')
  await click('[data-action="import-confirm"]')
  await untilSaved()
  expect(Object.keys((await stored()).events).sort()).toEqual(['feed-500', 'one'])
})

test('what the commander changed is not ticked with the others', async () => {
  await openPage(told(putEvent(event('feed-500', { edited: true }))))
  await read(FEED)
  expect(find(item('feed-500')).dataset.status).toBe('edited')
  await click('[data-action="tick-shown"]')
  expect(confirmText()).toBe('Import 1 event')
  await click(`${item('feed-500')} [data-field="import-event"]`)
  expect(confirmText()).toBe('Import 2 events')
})

test('a thousand entries are drawn fifty at a time, and ticked all at once', async () => {
  await openPage(known())
  await read(feedOf(1000))
  expect(rows()).toHaveLength(50)
  const all = Number(find('[data-feed-count]').dataset.feedCount)
  expect(all).toBeGreaterThan(100)
  await click('[data-feed] [data-action="show-more"]')
  expect(rows()).toHaveLength(100)
  await waitFor(() =>
    expect(document.activeElement).toBe(document.querySelectorAll('[data-feed] [data-field="import-event"]')[50]),
  )
  await click('[data-action="tick-shown"]')
  expect(confirmText()).toBe(`Import ${all} events`)
  await click('[data-action="import-confirm"]')
  await untilSaved()
  expect(Object.keys((await stored()).events)).toHaveLength(all)
  expect(Object.keys((await stored()).runs)).toHaveLength(all)
})

const AGAIN = { repeatType: 'weekly', repeatConfig: { interval: 1, daysOfWeek: '' }, minOpsLevel: null } as const
const day = (start: string, hours: number) => ({
  startTime: `${start}T16:00:00.000Z`,
  endTime: new Date(Date.parse(`${start}T16:00:00.000Z`) + hours * 3_600_000).toISOString(),
})
/** Monday 22 June: over for this week since Sunday; the next is that of Saturday. */
const NEXT = feedEntry({ id: 801, title: 'Weekend', ...AGAIN, ...day('2025-01-04', 24) })
/** On since Thursday. */
const ON = feedEntry({ id: 802, title: 'Voyage Meta', ...AGAIN, ...day('2025-01-02', 144) })
const FEEDER = feedEntry({ id: 803, title: 'Voyage: third day', ...AGAIN, ...day('2025-01-04', 24) })

test('what comes again is shown at the time that is on or next, and stands there in the list', async () => {
  await openPage()
  await read([META, SARRIS, NEXT, ON, FEEDER])
  expect(rows()).toEqual(['feed-802', 'feed-356', 'feed-500', 'feed-801'])
  expect(find(item('feed-801')).textContent).toMatch(/Sat Jun 27, 4:00.PM – Sun Jun 28, 4:00.PM/)
  const on = find(item('feed-802')).textContent
  expect(on).toMatch(/Thu Jun 18, 4:00.PM – Wed Jun 24, 4:00.PM/)
  expect(on).toMatch(/third day Sat Jun 20, 4:00.PM – Sun Jun 21, 4:00.PM/)
  await click(`${item('feed-802')} [data-field="import-event"]`)
  await click('[data-action="import-days"]')
  expect(find('.import-days [data-preview="feed-802"]').textContent).toMatch(/Starts Thu Jun 18, 4:00.PM/)
})

test.each([
  [{ startTime: '2026-12-02 16:00:00' }, 'Write it with date, hour and zone, as 2026-06-25T16:00:00Z.'],
  [{ repeatType: 'monthly' }, '“monthly” is no repetition that is known: only “none” and “weekly” are.'],
  [{ endTime: META.startTime }, 'this ends when it starts.'],
  [{ endTime: '2026-06-25T15:00:00.000Z' }, 'it would last -60 minutes.'],
])('an entry with %o is refused: %s', async (change, words) => {
  await openPage()
  await paste(JSON.stringify([{ ...META, ...change }]))
  await waitFor(() => expect(find('[data-problem]').textContent).toContain(words))
})
