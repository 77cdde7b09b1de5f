/** Several devices and a `storage.sync` that has no room for all they know. */

import { beforeEach, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { runOf } from '../../../utils/record/read.ts'
import { FIRST_COMMANDER } from '../../../utils/record/record.ts'
import {
  changeRun,
  putEvent,
  putRun,
  removeRun,
  setDone,
  setSetting,
  type Transition,
} from '../../../utils/record/transitions.ts'
import { parseReplicaState } from '../../../utils/storage/replica-state.ts'
import { replicate } from '../../../utils/storage/replicate.ts'
import { change, type Local, on, recordOn } from '../support/devices.ts'
import { DAY, dayId, HOUR, START } from '../support/records.ts'

const { sync } = browser.storage
const RUN_VALUE = { eventId: DEFENDER_OF_PEACE.id, startAssumed: false }

beforeEach(() => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
})

const now = () => replicate(Date.now())
/** Text that hardly deflates. */
function noise(seed: number): string {
  let state = seed + 1
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return (state % 64) + 0x40
  }
  return String.fromCharCode(...Array.from({ length: 2000 }, next))
}

/** Runs, each of an event of its own of some kB. @param at epoch ms at which each starts */
function runs(name: string, count: number, at: (number: number) => number): readonly Transition[] {
  return Array.from({ length: count }, (_, number) => {
    const event = { ...DEFENDER_OF_PEACE, id: `${name}-${number}`, story: noise(count * number + name.charCodeAt(0)) }
    return [
      putEvent(event),
      putRun(`${name}-run-${number}`, { eventId: event.id, startsAt: at(number), startAssumed: false }),
    ]
  }).flat()
}

const filling = () => runs('late', 90, (number) => START - 30 * DAY - number * HOUR)

/** Both compare in turn. @returns how often each round wrote or removed */
async function rounds(devices: Local[], count: number): Promise<readonly number[]> {
  const calls = [vi.spyOn(sync, 'set'), vi.spyOn(sync, 'remove')]
  const writes: number[] = []
  for (let round = 0; round < count; round++) {
    for (const call of calls) call.mockClear()
    for (const [index, device] of devices.entries()) devices[index] = await on(device, now)
    writes.push(calls.reduce((sum, call) => sum + call.mock.calls.length, 0))
  }
  return writes
}

/** Two devices that know the same. */
async function two(...transitions: readonly Transition[]): Promise<[Local, Local]> {
  const here = await on(await change({}, ...transitions), now)
  return [here, await on({}, now)]
}

it('comes to rest where an event is late by a run that the other device does not know', async () => {
  vi.setSystemTime(START)
  const [here, there] = await two(...runs('f', 30, (number) => START - 30 * DAY - number * HOUR))
  const devices = [
    // A calendar whose events all began at the same instant; and, on the other device, older ones.
    await change(here, ...runs('g', 40, () => START - 200 * DAY)),
    await change(there, ...runs('h', 40, (number) => START - 400 * DAY - number * HOUR)),
  ]
  expect((await rounds(devices, 5)).slice(-2)).toEqual([0, 0])
  for (const device of devices) expect(parseReplicaState(device.replica).leftOut?.events).toBeGreaterThan(0)
})

it('tells of a run that was moved so far back that it finds no room', async () => {
  vi.setSystemTime(START - 10 * DAY)
  const devices = await two(putRun('typo', { ...RUN_VALUE, startsAt: START + 20 * DAY }), ...filling())
  vi.setSystemTime(START)
  devices[0] = await change(devices[0], changeRun('typo', { startsAt: START - 400 * DAY }))
  expect((await rounds(devices, 4)).at(-1)).toBe(0)
  expect(runOf(await recordOn(devices[1]), 'typo')?.startsAt).toBe(START - 400 * DAY)
})

it('lets a series stay removed that a device which was off for long tells again', async () => {
  vi.setSystemTime(START - 800 * DAY)
  const weekly = { ...RUN_VALUE, startsAt: START - 900 * DAY, repeatsEvery: 1 }
  let [here, there] = await two(putRun('weekly', weekly), setSetting('startOfDay', false))
  vi.setSystemTime(START - 500 * DAY)
  here = await on(await change(here, removeRun('weekly')), now)
  vi.setSystemTime(START)
  here = await on(await change(here, ...filling()), now)
  const devices = [there, here]
  expect((await rounds(devices, 5)).slice(-2)).toEqual([0, 0])
  ;[there, here] = devices as [Local, Local]
  for (const device of [here, there, await on({}, now)]) expect(runOf(await recordOn(device), 'weekly')).toBeUndefined()
})

it('shows an old run on both that one removed and the other marked meanwhile', async () => {
  vi.setSystemTime(START - 380 * DAY)
  const before = await change({}, putRun('old', { ...RUN_VALUE, startsAt: START - 400 * DAY }), ...filling())
  // The other one has all of it too, as after the import of a backup.
  const devices = [await on(before, now), { ...before, device: 'other' }]
  vi.setSystemTime(START)
  devices[0] = await change(devices[0] as Local, removeRun('old'))
  devices[1] = await change(devices[1] as Local, setDone(FIRST_COMMANDER, 'old', dayId(1), true))
  expect((await rounds(devices, 5)).at(-1)).toBe(0)
  for (const device of devices) expect(runOf(await recordOn(device), 'old')).toBeDefined()
})

it('keeps a series that goes on, though its first run was ended ahead of its time', async () => {
  vi.setSystemTime(START)
  const weekly = { ...RUN_VALUE, startsAt: START - 700 * DAY, repeatsEvery: 1, endedAt: START - 697 * DAY }
  const [, there] = await two(putRun('weekly', weekly), ...filling())
  expect(runOf(await recordOn(there), 'weekly#101')?.startsAt).toBe(START)
})

it('is not answered for ever: who finds something else there each time writes the same five times', async () => {
  vi.setSystemTime(START)
  const devices = [await on(await change({}, ...filling()), now)]
  const other = await sync.get<Record<string, string>>('replica:0')
  const writes: number[] = []
  for (let time = 0; time < 7; time++) {
    await sync.clear()
    await sync.set(other)
    writes.push(...(await rounds(devices, 1)))
  }
  expect(writes).toEqual([1, 1, 1, 1, 0, 0, 0])
  // What was emptied, is no answer.
  await sync.clear()
  expect(await rounds(devices, 1)).toEqual([1])
})
