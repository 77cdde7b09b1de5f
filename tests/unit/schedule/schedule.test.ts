import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { nextBoundaryAfter, runPhaseAt, scheduleOf, windowPhaseAt } from '../../../utils/schedule/schedule.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = Date.UTC(2026, 10, 23, 16)
const run = { eventId: DEFENDER_OF_PEACE.id, startsAt: START, startAssumed: false }
const schedule = scheduleOf(DEFENDER_OF_PEACE, run)
const longer: EventDefinition = { ...DEFENDER_OF_PEACE, lasts: 6 * 24 * 60 }

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
