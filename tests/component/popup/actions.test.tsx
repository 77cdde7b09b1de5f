import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { markIdOf } from '../../../utils/record/record.ts'
import { setDone, setNote } from '../../../utils/record/transitions.ts'
import { update } from '../../../utils/storage/update.ts'
import {
  button,
  click,
  DAY,
  dayId,
  find,
  HOUR,
  has,
  NOON,
  openPopup,
  RUN_ID,
  recordWith,
  row,
  setClock,
  storedRecord,
  type,
  untilPoints,
  untilState,
  untilText,
  waitFor,
} from './page.tsx'

beforeEach(() => setClock(NOON))

const onDay = (number: number, done: number[] = []) =>
  recordWith({ run: { startsAt: NOON - (number - 1) * DAY - 3 * HOUR }, done: done.map(dayId) })

test('Mark complete gives the points at once, Undo takes them back', async () => {
  await openPopup(onDay(1))
  await click('mark')
  await untilPoints(100)
  await untilState('done')
  await untilText('Unraveling Anomalies is done. 100 of 500 points', '[role="status"]')
  await click('undo')
  await untilPoints(0)
  await untilState('open')
})

test('the second click of a double click does not take the mark back', async () => {
  await openPopup(onDay(1))
  await click('mark')
  await untilPoints(100)
  button('undo').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }))
  // Written after whatever the click wrote.
  const { marks } = await update(setNote('commander-1', RUN_ID, dayId(1), 'after'))
  expect(marks[markIdOf('commander-1', RUN_ID, dayId(1))]?.done?.value).toBe(true)
})

test('the focus stays on the button that became Undo', async () => {
  await openPopup(onDay(1))
  button('mark').focus()
  await click('mark')
  await waitFor(() => expect(document.activeElement).toBe(button('undo')))
})

test('a mark from another page shows at once', async () => {
  await openPopup(onDay(3))
  await update(setDone('commander-1', RUN_ID, dayId(1), true))
  await untilPoints(100)
})

test('a row opens to what is known of its day, and closes again', async () => {
  await openPopup(onDay(3))
  await click('toggle-day', row(1))
  expect(find(`${row(1)} [data-action="toggle-day"]`).getAttribute('aria-expanded')).toBe('true')
  expect(find(row(1)).textContent).toContain('Dilithium')
  await click('toggle-day', row(1))
  expect(find(`${row(1)} [data-action="toggle-day"]`).getAttribute('aria-expanded')).toBe('false')
})

test('a missed day can be marked as done after all, and unmarked', async () => {
  await openPopup(onDay(3))
  await click('toggle-day', row(1))
  await click('mark-day', row(1))
  await untilPoints(100)
  await click('unmark-day', row(1))
  await untilPoints(0)
})

test('a day that has not opened cannot be marked, but noted on', async () => {
  await openPopup(onDay(1))
  await click('toggle-day', row(5))
  expect(has(`${row(5)} [data-action="mark-day"]`)).toBe(false)
  expect(has(`${row(5)} textarea`)).toBe(true)
})

test('a note is stored with each letter, and typing is not disturbed', async () => {
  await openPopup(onDay(2))
  for (const text of ['R', 'Re', 'Recruit']) await type('.card textarea', text)
  await waitFor(async () => {
    const mark = (await storedRecord()).marks[markIdOf('commander-1', RUN_ID, dayId(2))]
    expect(mark?.note?.value).toBe('Recruit')
  })
  expect(find<HTMLTextAreaElement>('.card textarea').value).toBe('Recruit')
})

test('a note from another page comes in', async () => {
  await openPopup(onDay(2))
  await type('.card textarea', 'mine')
  await waitFor(async () => expect(Object.keys((await storedRecord()).marks)).toHaveLength(1))
  const record = recordWith({ run: { startsAt: NOON - DAY - 3 * HOUR }, notes: { [dayId(2)]: 'theirs' } })
  await fakeBrowser.storage.local.set({ record })
  await waitFor(() => expect(find<HTMLTextAreaElement>('.card textarea').value).toBe('theirs'))
})

test('Snooze holds the reminder back for an hour and says until when', async () => {
  await openPopup(onDay(1))
  await click('snooze')
  await untilText(/Quiet until 1:00.PM/)
  expect(has('[data-action="snooze"]')).toBe(false)
  const { delivery } = await fakeBrowser.storage.local.get('delivery')
  expect(delivery).toMatchObject({ snoozed: { [`${RUN_ID}/${dayId(1)}`]: NOON + HOUR } })
})

test('there is nothing to snooze on a day that is done', async () => {
  await openPopup(onDay(1, [1]))
  expect(has('[data-action="snooze"]')).toBe(false)
})

test('Snooze is not offered in the last five minutes', async () => {
  await openPopup(recordWith({ run: { startsAt: NOON - DAY + 4 * 60_000 } }))
  expect(has('[data-action="mark"]')).toBe(true)
  expect(has('[data-action="snooze"]')).toBe(false)
})

test('the gear opens the settings', async () => {
  const opened = vi.spyOn(fakeBrowser.runtime, 'openOptionsPage').mockResolvedValue()
  await openPopup(onDay(1))
  await click('options')
  expect(opened).toHaveBeenCalledOnce()
})

test('a change that cannot be stored is told in words, and nothing looks done', async () => {
  await openPopup(onDay(1))
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('QuotaExceededError'))
  await click('mark')
  await untilText('That could not be saved', '[role="alert"]')
  await untilText('QuotaExceededError', '[role="alert"]')
  expect(find('[data-points]').dataset.points).toBe('0')
})

test('a record that turned newer meanwhile is not touched', async () => {
  await openPopup(onDay(1))
  const get = fakeBrowser.storage.local.get.bind(fakeBrowser.storage.local)
  // Written by a newer version in a moment of which this page heard nothing.
  vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementation((async (keys: never) => ({
    ...(await get(keys)),
    record: { version: 99 },
  })) as never)
  await click('mark')
  await untilState('newer')
})

test('"Change" opens the options at the start of the run', async () => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create')
  await openPopup(recordWith({ run: { startsAt: NOON - HOUR, startAssumed: true } }))
  await click('change-start')
  expect(create).toHaveBeenCalledWith({ url: expect.stringContaining('/options.html#event') })
})
