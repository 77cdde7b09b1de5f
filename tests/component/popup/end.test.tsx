import { act } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import {
  button,
  click,
  DAY,
  dayId,
  HOUR,
  has,
  NOON,
  openPopup,
  recordWith,
  setClock,
  storedRuns,
  untilPoints,
  untilState,
  waitFor,
} from './page.tsx'

beforeEach(() => setClock(NOON))

const onDay = (number: number, done: number[] = []) =>
  recordWith({ run: { startsAt: NOON - (number - 1) * DAY - 3 * HOUR }, done: done.map(dayId) })

test('ending can be undone', async () => {
  await openPopup(onDay(2, [1]))
  await click('end-run')
  await untilState('ended')
  expect(await storedRuns()).toMatchObject([{ endedAt: NOON }])
  await waitFor(() => button('undo-run'))
  await click('undo-run')
  await untilState('open')
  expect((await storedRuns())[0]).not.toHaveProperty('endedAt')
})

test('an event that has not started cannot be ended', async () => {
  await openPopup(recordWith({ run: { startsAt: NOON + HOUR } }))
  expect(has('[data-action="remove-run"]')).toBe(true)
  expect(has('[data-action="end-run"]')).toBe(false)
})

test('an event that was ended can go on later too', async () => {
  await openPopup(recordWith({ run: { startsAt: NOON - HOUR, endedAt: NOON - 1000 } }))
  await click('resume-run')
  await untilState('open')
})

test('removing can be undone, marks and all', async () => {
  await openPopup(onDay(2, [1]))
  await click('remove-run')
  await untilState('first-use')
  expect(await storedRuns()).toEqual([])
  await waitFor(() => button('undo-run'))
  await click('undo-run')
  await untilState('open')
  await untilPoints(100)
})

test('the offer to undo goes after a while, but not while it has the focus', async () => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  await openPopup(onDay(2))
  await click('end-run')
  await waitFor(() => button('undo-run'))
  await act(async () => button('undo-run').focus())
  await act(async () => void (await vi.advanceTimersByTimeAsync(60_000)))
  expect(has('[data-action="undo-run"]')).toBe(true)
  await act(async () => button('undo-run').blur())
  await act(async () => void (await vi.advanceTimersByTimeAsync(7900)))
  expect(has('[data-action="undo-run"]')).toBe(true)
  await act(async () => void (await vi.advanceTimersByTimeAsync(200)))
  expect(has('[data-action="undo-run"]')).toBe(false)
})
