/** A replica that has no room for all: it comes to rest, and says nothing that somebody knows better. */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { joined } from '../../../utils/record/join.ts'
import { knowsAll, merge } from '../../../utils/record/merge.ts'
import { EMPTY_RECORD, FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import { CORRECTIONS_KEY, type Packed, packReplica } from '../../../utils/record/replica/pack.ts'
import { unpackReplica } from '../../../utils/record/replica/unpack.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import {
  changeRun,
  putEvent,
  putRun,
  removeEvent,
  removeRun,
  setDone,
  type Transition,
} from '../../../utils/record/transitions.ts'
import { DAY, dayId, HOUR, START } from '../support/records.ts'

/** Bytes: so few that a handful of runs fill it. */
const LIMITS = { item: 2_000, all: 3_600 }
const DEVICES = 3

type Told = readonly [device: number, days: number, transition: (now: number) => Transition]

const runId = fc.integer({ min: 0, max: 39 }).map((number) => `run-${number}`)
const eventId = fc.constantFrom('feed-1', 'feed-2', 'own-1', 'own-2')
const letters = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'),
  minLength: 60,
  maxLength: 60,
})
const told: fc.Arbitrary<Told['2']> = fc.oneof(
  fc.tuple(eventId, letters).map(([id, story]) => () => {
    return putEvent({ ...DEFENDER_OF_PEACE, id, story, relatedEvents: DEFENDER_OF_PEACE.relatedEvents.slice(0, 1) })
  }),
  fc
    .record({
      id: runId,
      eventId: fc.oneof(eventId, fc.constant(DEFENDER_OF_PEACE.id)),
      ago: fc.nat(400),
      every: fc.option(fc.constant(1), { nil: undefined, freq: 3 }),
      until: fc.option(fc.nat(100), { nil: undefined }),
    })
    .map(({ id, eventId: of, ago, every, until }) => (now: number) => {
      const run = { eventId: of, startsAt: now - ago * DAY, startAssumed: false, repeatsEvery: every }
      return putRun(id, { ...run, ...(until !== undefined && { repeatsUntil: now - until * DAY }) })
    }),
  runId.map((id) => () => removeRun(id)),
  runId.map((id) => (now: number) => changeRun(id, { endedAt: now })),
  eventId.map((id) => () => removeEvent(id)),
  fc.tuple(runId, fc.nat(4), fc.boolean()).map(([id, day, is]) => () => {
    return setDone(FIRST_COMMANDER, id, dayId(day + 1), is)
  }),
)
const story = fc.array(fc.tuple(fc.nat(DEVICES - 1), fc.nat(4), told), { minLength: 120, maxLength: 160 })

/** One `storage.sync`, and devices that compare with it what they know. */
class Devices {
  readonly records: TrackerRecord[] = Array.from({ length: DEVICES }, () => EMPTY_RECORD)
  clock = START - 300 * DAY
  leftOut = 0
  items: Packed['items'] = {}

  change(device: number, transition: Transition): void {
    const after = transition(this.#known(device), this.#stamp(device))
    // As it would be stored and read again.
    const parsed = parseRecord(JSON.parse(JSON.stringify(after)))
    if (parsed.kind !== 'record') throw new Error(parsed.kind)
    this.records[device] = parsed.record
  }

  /** @returns whether it wrote */
  async compare(device: number): Promise<boolean> {
    const replica = await unpackReplica(this.items)
    this.change(device, joined(replica.record))
    const { items, kept, leftOut } = await packReplica(this.#known(device), replica, LIMITS)
    this.leftOut = leftOut.runs + leftOut.events + leftOut.marks
    if (knowsAll(replica.record, kept)) return false
    this.items = items
    return true
  }

  /** @returns after how many rounds nobody writes any more */
  async rest(): Promise<number> {
    for (let round = 0; round < 12; round++) {
      let isAtRest = true
      for (let device = 0; device < DEVICES; device++) if (await this.compare(device)) isAtRest = false
      if (isAtRest) return round
    }
    throw new Error('They do not come to rest.')
  }

  #known(device: number): TrackerRecord {
    return this.records[device] as TrackerRecord
  }

  #stamp(device: number) {
    return { at: this.clock, by: `device-${device}` }
  }
}

it('comes to rest, whoever was told what in between, and says of nothing an earlier word than anybody knows (law)', async () => {
  let full = 0
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      const devices = new Devices()
      for (const [device, days, transition] of steps) {
        devices.clock += days * DAY
        devices.change(device, transition(devices.clock))
        if (days === 0) await devices.compare((device + 1) % DEVICES)
      }
      expect(await devices.rest()).toBeLessThan(8)
      if (devices.leftOut > 0) full++
      const { record } = await unpackReplica(devices.items)
      for (const known of devices.records) expect(merge(record, known)).toMatchObject(record)
    }),
    { numRuns: 12 },
  )
  expect(full).toBeGreaterThan(0)
})

it('holds what corrects it in an item of its own, for all who write it, until that finds room', async () => {
  const run = (at: number) => ({ eventId: DEFENDER_OF_PEACE.id, startsAt: at, startAssumed: false })
  const devices = new Devices()
  for (let number = 0; number < 300; number++) {
    // Ids that do not deflate.
    const id = (Math.imul(number + 1, 2_654_435_761) >>> 0).toString(36).repeat(2)
    devices.change(0, putRun(id, run(START - number * HOUR)))
  }
  // Later than all others, for one of them, who was off when it was moved far back.
  devices.change(0, putRun('typo', run(START + 20 * DAY)))
  for (const device of [1, 2]) devices.records[device] = devices.records[0] as TrackerRecord
  devices.clock += DAY
  devices.change(0, changeRun('typo', { startsAt: START - 400 * DAY }))
  await devices.compare(0)
  expect((await unpackReplica(devices.items)).record.runs.typo).toBeUndefined()
  await devices.compare(1)
  expect((await unpackReplica(devices.items)).record.runs.typo?.value).toMatchObject({ startsAt: START + 20 * DAY })
  await devices.rest()
  for (const known of devices.records) expect(known.runs.typo?.value).toMatchObject({ startsAt: START - 400 * DAY })
  const { corrections } = await unpackReplica(devices.items)
  expect(Object.keys(corrections.runs)).toEqual(['typo'])

  devices.clock += DAY
  devices.change(2, putRun('new', run(START)))
  expect(await devices.compare(2)).toBe(true)
  expect(Object.keys((await unpackReplica(devices.items)).corrections.runs)).toEqual(['typo'])

  devices.change(2, changeRun('typo', { startsAt: START }))
  expect(await devices.compare(2)).toBe(true)
  expect(devices.items[CORRECTIONS_KEY]).toBeUndefined()
})
