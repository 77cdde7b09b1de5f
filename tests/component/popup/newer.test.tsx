/** A record that a newer version wrote: the popup shows what is understood of it, and changes nothing. */

import { act, fireEvent } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { RECORD_VERSION, type TrackerRecord } from '../../../utils/record/record.ts'
import { putCommander, putRun } from '../../../utils/record/transitions.ts'
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
  untilState,
  untilText,
  waitFor,
} from './page.tsx'

beforeEach(() => setClock(NOON))

const CARD = '[data-note="newer"]'
const stamp = { at: NOON - 9 * DAY, by: 'other-device' }
const newer = (record: TrackerRecord) => ({ ...record, version: RECORD_VERSION + 1, alliances: {} })
const running = (hours: number, done: number[] = []) =>
  recordWith({
    commander: { name: 'Kira' },
    run: { startsAt: NOON - hours * HOUR, startAssumed: true },
    done: done.map(dayId),
    notes: { [dayId(2)]: 'Recruit 3 officers.' },
  })
const withSeveral = (record: TrackerRecord) =>
  [
    putCommander('second', {
      ...{ name: 'Dax', server: '', level: null, region: '', role: 'none', missionOpen: false, archived: false },
    } as const),
    putRun('other', { eventId: 'defender-of-peace', startsAt: NOON - 9 * HOUR, startAssumed: false }),
  ].reduce((told, transition) => transition(told, stamp), record)

/** What is stored of the record, to the letter. */
async function storedParts(): Promise<string> {
  return JSON.stringify(await fakeBrowser.storage.local.get(['record', 'shelf', 'shelved', 'device', 'revision']))
}

/** All that can be pressed, chosen or typed into. */
const usable = () =>
  [...document.querySelectorAll<HTMLElement>('button, select, input, textarea')].filter(
    (control) => !control.matches(':disabled') && control.closest('fieldset:disabled') === null,
  )
const actions = () => [...new Set(usable().map(({ dataset: { action } }) => action))].sort()

// The first here: no other test has fetched the second bundle yet.
test('the card is there with the first drawing: nothing moves down under it', async () => {
  const drawn: boolean[] = []
  const observer = new MutationObserver(() => {
    if (has('[data-state="open"]')) drawn.push(has(CARD))
  })
  observer.observe(document.body, { childList: true, subtree: true })
  await openPopup(newer(running(20)))
  await untilText('A newer version wrote your record', CARD)
  observer.disconnect()
  expect(drawn.length).toBeGreaterThan(0)
  expect(drawn).not.toContain(false)
})

test.each([
  ['open', running(20), 'Day 1 of 5 closes in4 h'],
  ['urgent', running(23.5), 'the last hour30 min'],
  ['done', running(20, [1]), 'Day 1 done. Next opens in4 h'],
  ['ended', running(6 * 24, [1, 2, 4]), '3 of 5 days done'],
  ['upcoming', running(-5), '5 h'],
])(
  'a run that is %s is drawn as ever, under a card that says why nothing can be changed',
  async (state, record, text) => {
    const page = await openPopup(newer(record))
    expect(page.dataset.state).toBe(state)
    expect(page.textContent).toContain(text)
    expect(find(CARD).textContent).toContain('Here you can look, not change. Reminders go on. Update the extension')
  },
)

test('what only shows more of it can be used, and nothing else', async () => {
  await openPopup(newer(withSeveral(running(26, [1]))))
  await untilText('Hours in London time.')
  expect(actions()).toEqual([...['change-start', 'choose-run', 'look-back', 'options', 'toggle-day', 'track-another']])
  expect(find<HTMLSelectElement>('[data-action="choose-commander"]').disabled).toBe(true)
  await act(async () => find(`[data-run="${RUN_ID}"]`).click())
  for (const [day, action] of [
    [1, 'unmark-day'],
    [2, 'mark-day'],
  ] as const) {
    await click('toggle-day', row(day))
    expect(button(action).closest('fieldset:disabled')).not.toBeNull()
  }
  expect(find<HTMLTextAreaElement>(`${row(2)} textarea`).value).toBe('Recruit 3 officers.')
  expect(usable().filter(({ tagName }) => tagName === 'TEXTAREA')).toEqual([])
})

test('an event that the game hides leads to the settings all the same', async () => {
  const { commanders, ...record } = running(20)
  const level = {
    'commander-1': { ...commanders['commander-1'], value: { ...commanders['commander-1']?.value, level: 7 } },
  }
  await openPopup(newer({ ...record, commanders: level } as TrackerRecord))
  await untilState('ineligible')
  const opened = vi.spyOn(fakeBrowser.runtime, 'openOptionsPage').mockResolvedValue()
  await click('options', '.card-ineligible')
  expect(opened).toHaveBeenCalledOnce()
})

test('the run of 2023 can be looked back at, and not be marked', async () => {
  await openPopup(newer(running(20)))
  await click('look-back')
  await click('toggle-day', row(1))
  expect(button('mark-day').closest('fieldset:disabled')).not.toBeNull()
  await click('leave-look-back')
  await untilText('Day 1 of 5 closes in4 h')
})

test('whatever can be clicked is clicked, and the record is as it was, to the letter', async () => {
  vi.spyOn(fakeBrowser.runtime, 'openOptionsPage').mockResolvedValue()
  vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never)
  await openPopup(newer(withSeveral(running(50, [1]))), { shelf: newer(recordWith({})) })
  const before = await storedParts()
  for (let round = 0; round < 3; round++) {
    for (const control of usable()) {
      await act(async () => {
        control.click()
        fireEvent.change(control)
      })
    }
  }
  expect(await storedParts()).toBe(before)
  expect(find('[role="status"]').textContent).toBe('')
})

test('what an older card would offer to go on with is not told: it could not be done', async () => {
  const entry = { key: 'setAside:1', at: NOON, whole: true, seen: false, problems: [] }
  const page = await openPopup(newer(running(20)), { setAside: [entry], 'setAside:1': 'broken' })
  expect(page.dataset.state).toBe('open')
  expect([has(CARD), has('[data-action="go-on"]')]).toEqual([true, false])
})

test('of a record in which nothing is tracked, or understood, there is the card alone', async () => {
  for (const record of [{ version: 99 }, newer(recordWith({ commander: { name: 'Kira' } }))]) {
    const page = await openPopup(record)
    await untilText('A newer version wrote this')
    expect(page.dataset.state).toBe('newer')
    expect(actions()).toEqual(['options'])
    page.remove()
  }
})

test('a run that lies on the shelf by now is shown: this version does not shelve anew', async () => {
  const record = recordWith({ run: { startsAt: NOON - 3 * HOUR } })
  const page = await openPopup(newer(recordWith({})), { shelf: newer(record), shelved: { at: NOON - 20 * DAY } })
  expect(page.dataset.state).toBe('open')
  expect(find('[data-points]').dataset.points).toBe('0')
  expect(await storedParts()).toBe(
    JSON.stringify({ record: newer(recordWith({})), shelf: newer(record), shelved: { at: NOON - 20 * DAY } }),
  )
})

test('where the shelf alone is newer, the first change that is refused says so', async () => {
  await openPopup(running(20), { shelf: { version: 99 } })
  const before = await storedParts()
  expect(has(CARD)).toBe(false)
  await click('remove-run')
  await untilText('A newer version wrote your record', CARD)
  expect(find('[data-state]').dataset.state).toBe('open')
  expect(button('mark').closest('fieldset:disabled')).not.toBeNull()
  expect(await storedParts()).toBe(before)
  // Drawn again for whatever reason, it stays so.
  await fakeBrowser.storage.local.set({ labels: { a: 1 } })
  await waitFor(() => expect(has(CARD)).toBe(true))
})

test('a background that would sleep for too long is woken: its reminders go on', async () => {
  await openPopup(newer(running(20)))
  await waitFor(async () => expect((await fakeBrowser.storage.local.get('roused')).roused).toBe(NOON))
})
