import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import {
  byStart,
  nextBoundaryAfter,
  runPhaseAt,
  scheduleOf,
  type Window,
  windowPhaseAt,
} from '../../../utils/schedule/schedule.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = Date.UTC(2026, 10, 23, 16)
const run = { eventId: DEFENDER_OF_PEACE.id, startsAt: START, startAssumed: false }
const schedule = scheduleOf(DEFENDER_OF_PEACE, run)
const longer: EventDefinition = { ...DEFENDER_OF_PEACE, lasts: 6 * 24 * 60 }

/** A related event with windows that open so many hours after the start and last for six. */
const related = (id: string, ...opensAfter: number[]) => ({
  id,
  name: id,
  code: 'X',
  rewards: [],
  windows: opensAfter.map((hours) => ({ opensAfter: hours * 60, lasts: 360 })),
})

describe('windows', () => {
  it('have ids that stay, numbered where a related event comes more than once', () => {
    const event = { ...DEFENDER_OF_PEACE, relatedEvents: [related('often', 24, 48, 0), related('once', 12)] }
    const regions = [{ id: 'eu', name: 'EU', startsAfter: 0 }]
    const ids = (of: EventDefinition) => scheduleOf(of, run).windows.map(({ id }) => id)
    // By their places in the definition, and told by their start.
    expect(ids(event)).toEqual(['often#3', 'once', 'often', 'often#2'])
    expect(ids({ ...event, regions })).toEqual(['often#3#eu', 'once#eu', 'often#eu', 'often#2#eu'])
  })

  it('are those of each run, whichever was asked for before', () => {
    const later = { ...run, startsAt: START + DAY }
    const startsOf = (of: typeof run) => scheduleOf(DEFENDER_OF_PEACE, of).windows.map(({ startsAt }) => startsAt)
    const days = [0, 1, 2, 3, 4]
    for (const of of [run, later, run]) expect(startsOf(of)).toEqual(days.map((day) => of.startsAt + day * DAY))
  })

  it.each([
    ['by their start', [START, START + 9], [START + 1, START + 2], -1],
    ['of one start by their end', [START, START + 1], [START, START + 9], -8],
    ['of one start with and without an end', [START, START + 1], [START, Number.POSITIVE_INFINITY], -Infinity],
    ['that are the same', [START, START + 1], [START, START + 1], 0],
    ['without an end', [START, Number.POSITIVE_INFINITY], [START, Number.POSITIVE_INFINITY], 0],
  ] as const)('are told in order: %s', (_, one, other, order) => {
    const window = ([startsAt, endsAt]: readonly [number, number]) => ({ startsAt, endsAt }) as Window
    expect(byStart(window(one), window(other))).toBe(order)
    expect(byStart(window(other), window(one))).toBe(0 - order)
  })
})

describe('runPhaseAt', () => {
  it.each([
    ['a millisecond before the start', START - 1, 'upcoming'],
    ['the start', START, 'running'],
    ['a millisecond before the end', START + 5 * DAY - 1, 'running'],
    ['the end', START + 5 * DAY, 'ended'],
  ])('%s', (_, now, phase) => expect(runPhaseAt(schedule, now)).toBe(phase))

  it.each([
    ['the end of the last window', START + 5 * DAY, 'closing'],
    ['a millisecond before the end of the event', START + 6 * DAY - 1, 'closing'],
    ['the end of the event', START + 6 * DAY, 'ended'],
  ])('of an event that outlasts its windows: %s', (_, now, phase) =>
    expect(runPhaseAt(scheduleOf(longer, run), now)).toBe(phase),
  )

  it('ends at once when the commander ends it', () => {
    const ended = scheduleOf(DEFENDER_OF_PEACE, { ...run, endedAt: START + DAY })
    expect(runPhaseAt(ended, START + DAY - 1)).toBe('running')
    expect(runPhaseAt(ended, START + DAY)).toBe('ended')
  })
})

describe('windowPhaseAt', () => {
  const second = schedule.windows[1]
  it.each([
    [START + DAY - 1, 'upcoming'],
    [START + DAY, 'open'],
    [START + 2 * DAY - 1, 'open'],
    [START + 2 * DAY, 'over'],
  ])('%d', (now, phase) => expect(second && windowPhaseAt(second, now)).toBe(phase))
})

describe('nextBoundaryAfter', () => {
  it.each([
    [START - DAY, START],
    [START - 1, START],
    [START, START + DAY],
    [START + 5 * DAY - 1, START + 5 * DAY],
    [START + 5 * DAY, undefined],
  ])('after %d', (now, next) => expect(nextBoundaryAfter(schedule, now)).toBe(next))

  it('is where the commander ended the run, if that comes first', () => {
    const ended = scheduleOf(DEFENDER_OF_PEACE, { ...run, endedAt: START + HOUR })
    expect(nextBoundaryAfter(ended, START)).toBe(START + HOUR)
    expect(nextBoundaryAfter(ended, START + HOUR)).toBeUndefined()
    expect(nextBoundaryAfter(ended, START + 2 * HOUR)).toBeUndefined()
  })

  it('is the first instant at which any phase changes (law)', () => {
    const phasesAt = (now: number) =>
      [runPhaseAt(schedule, now), ...schedule.windows.map((window) => windowPhaseAt(window, now))].join()
    fc.assert(
      fc.property(fc.integer({ min: START - 2 * DAY, max: START + 7 * DAY }), (now) => {
        const next = nextBoundaryAfter(schedule, now)
        if (next === undefined) return phasesAt(now) === phasesAt(now + 30 * DAY)
        return phasesAt(now) === phasesAt(next - 1) && phasesAt(next) !== phasesAt(now)
      }),
    )
  })
})
