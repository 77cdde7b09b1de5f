import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { STORAGE_KEYS } from '../../../utils/storage/keys.ts'
import {
  click,
  DAY,
  dayId,
  find,
  HOUR,
  has,
  NOON,
  openPopup,
  recordWith,
  row,
  setClock,
  untilState,
  untilText,
} from './page.tsx'

beforeEach(() => setClock(NOON))

/** Two days with a pause between and after them. */
const WITH_PAUSES: EventDefinition = {
  id: 'with-pauses',
  name: 'With Pauses',
  shortName: 'With Pauses',
  rewards: [],
  lasts: 3 * 1440,
  relatedEvents: [1, 2].map((n) => ({
    id: `day-${n}`,
    name: `Day number ${n}`,
    code: `D${n}`,
    points: 50,
    rewards: [],
    objectives: ['Do it'],
    windows: [{ opensAfter: (n - 1) * 1440, lasts: 720 }],
  })),
}

const running = (hours: number, done: number[] = []) =>
  recordWith({ run: { startsAt: NOON - hours * HOUR }, done: done.map(dayId) })
const paused = (hours: number, done: string[]) =>
  recordWith({ events: [WITH_PAUSES], run: { eventId: 'with-pauses', startsAt: NOON - hours * HOUR }, done })

test.each([
  ['upcoming', running(-5), '5 h', 0],
  ['open', running(20), 'Day 1 of 5 closes in4 h', 0],
  ['open', running(2 * 24 + 20.5, [1, 2]), 'Day 3 of 5 closes in3 h 30 min', 200],
  ['urgent', running(23.5), 'the last hour30 min', 0],
  ['done', running(20, [1]), 'Day 1 done. Next opens in4 h', 100],
  ['waiting', paused(13, ['day-1']), 'Day 2 opens in11 h', 50],
  ['all-done', running(4 * 24 + 2, [1, 2, 3, 4, 5]), 'That is all of them.', 500],
  ['closing', paused(50, ['day-1']), 'No more days to come', 50],
  ['ended', running(6 * 24, [1, 2, 4]), '3 of 5 days done', 300],
  ['ended', running(6 * 24, [1, 2, 3, 4, 5]), 'Every day done', 500],
  ['ended', running(6 * 24), 'No day was ticked', 0],
])('%s is drawn with what matters then', async (state, record, text, points) => {
  const page = await openPopup(record)
  expect(page.dataset.state).toBe(state)
  expect(page.textContent).toContain(text)
  expect(find('[data-points]').dataset.points).toBe(String(points))
})

test('first use asks for the start, with both moments in words', async () => {
  const page = await openPopup()
  expect(page.dataset.state).toBe('first-use')
  await untilText(/It started yesterday.*4:00.PM/, '[data-action="start-today"]')
  await untilText(/It starts later today.*4:00.PM/, '[data-action="start-tomorrow"]')
})

test('the name of a start follows the calendar of the commander, not of this computer', async () => {
  // In Auckland it is the 26th, 01:00: 16:00 UTC of the 24th was on the 25th, and that of the 25th is on the 26th.
  await openPopup(recordWith({ settings: { timeZone: 'Pacific/Auckland' } }))
  // The hour comes last: by then the page listens.
  await untilText(/It started yesterday.*5:00.AM/, '[data-action="start-today"]')
  setClock(NOON + 5 * HOUR)
  window.dispatchEvent(new Event('focus'))
  // 06:00 in Auckland: it started at 05:00 and starts again tomorrow at 05:00.
  await untilText('It started today', '[data-action="start-today"]')
  await untilText('It starts tomorrow', '[data-action="start-tomorrow"]')
})

test('the end of the open day stands there in the zone of the commander, and the zone is named', async () => {
  await openPopup(
    recordWith({ settings: { timeZone: 'Asia/Kolkata' }, run: { startsAt: NOON - 20 * HOUR, startAssumed: true } }),
  )
  await untilText(/Wed Nov 25, 9:30.PM GMT\+5:30/)
  await untilText('Hours in Kolkata time. The start hour is assumed.')
})

test('a zone that this browser does not know gives way to its own', async () => {
  await openPopup(recordWith({ settings: { timeZone: 'Mars/Olympus_Mons' }, run: { startsAt: NOON - 20 * HOUR } }))
  await untilText('Hours in UTC time.')
})

test('an undocumented day says so and offers the note right there', async () => {
  const page = await openPopup(running(26, [1]))
  expect(page.textContent).toContain('What to do is not documented.')
  expect(find('.card textarea')).toBeTruthy()
})

test('several objectives are alternatives', async () => {
  const page = await openPopup(running(3))
  expect(page.textContent).toContain('Any one of these is enough:')
  expect(page.textContent).toContain('Mine Parsteel, Titanium or Dilithium')
})

test('a missed day says how many points are gone and asks whether it was only not ticked', async () => {
  const page = await openPopup(running(50, [2]))
  expect(page.textContent).toContain('100 of 500 points missed. Forgot to tick?')
  expect(find(row(1)).textContent).toContain('Missed or not ticked?')
  expect(find(row(2)).textContent).not.toContain('Missed')
})

test('what comes next and whom else the points serve', async () => {
  const page = await openPopup(running(3))
  expect(page.textContent).toContain('Next: Enlisting Old Allies')
  expect(page.textContent).toContain('Defender of Peace – IMS')
})

test('help tells what the words mean, what is assumed and that it is unofficial', async () => {
  await openPopup(running(3))
  const help = find<HTMLDetailsElement>('.help')
  help.open = true
  help.dispatchEvent(new Event('toggle'))
  await untilText("SMS: your own progress. IMS: your whole server's progress.", '.help')
  await untilText('For level 10 and higher.', '.help')
  await untilText('After the mission Heroes and Villains.', '.help')
  await untilText('assumed to start at 16:00 UTC until you say otherwise', '.help')
  await untilText('Unofficial', '.help')
})

test.each([
  ['level', { level: 9 }, 'level 10 and higher, and your settings say level 9'],
  ['mission', { missionOpen: true }, 'Heroes and Villains'],
])('an event that the game hides for want of the %s says why; its days stay', async (_, commander, text) => {
  const page = await openPopup(recordWith({ commander, run: { startsAt: NOON - HOUR } }))
  expect(page.dataset.state).toBe('ineligible')
  expect(page.textContent).toContain(text)
  expect(document.querySelectorAll('[data-action="toggle-day"]')).toHaveLength(5)
})

test.each(['hero', 'villain', 'none'])(
  'the side of a %s is on the page, and the commander has a name',
  async (role) => {
    const page = await openPopup(recordWith({ commander: { role, name: 'Kira' }, run: { startsAt: NOON - HOUR } }))
    expect(page.dataset.role).toBe(role)
    expect(page.textContent).toContain('Kira')
  },
)

test('a newer record is left alone', async () => {
  const page = await openPopup({ version: 99 })
  expect(page.dataset.state).toBe('newer')
  expect(has('[data-action="start-today"]')).toBe(false)
})

test('storage that fails is told, and a second try can succeed', async () => {
  const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('disk is gone'))
  const page = await openPopup()
  expect(page.dataset.state).toBe('failed')
  expect(page.textContent).toContain('disk is gone')
  get.mockRestore()
  await click('retry')
  await untilState('first-use')
})

test('a day that ends while the popup is open moves the page on', async () => {
  await openPopup(running(23 + 59 / 60))
  await untilState('urgent')
  setClock(NOON + 61_000)
  window.dispatchEvent(new Event('focus'))
  await untilText('Day 2 of 5 closes in23 h 59 min')
  expect(find('[data-state]').dataset.state).toBe('open')
  expect(find(`${row(2)} [aria-current]`)).toBeTruthy()
})

test('after a sleep the countdown is right without anybody touching the page', async () => {
  await openPopup(running(2))
  // The words for the moment come last: from then on only the clock can draw again.
  await untilText(/closes in22 hThu Nov 26, 10:00.AM/)
  setClock(NOON + 7 * HOUR)
  await untilText('closes in15 h', '.headline')
}, 10_000)

test('stored words are used as they are, and the page changes nothing while no text changes', async () => {
  const record = running(20)
  await openPopup(record)
  await untilText(/Wed Nov 25, 4:00.PM GMT/)
  const changes: MutationRecord[] = []
  const observer = new MutationObserver((records) => changes.push(...records))
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  window.dispatchEvent(new Event('focus'))
  await fakeBrowser.storage.local.set({ [STORAGE_KEYS.delivery]: { delivered: {}, snoozed: { other: NOON + DAY } } })
  await untilText('closes in4 h')
  expect(changes).toEqual([])
  observer.disconnect()
})
