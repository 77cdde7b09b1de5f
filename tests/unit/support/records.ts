/** Records for tests, built by the real transitions. */

import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { EMPTY_RECORD, FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import { putRun, setDone, setSetting, type Transition } from '../../../utils/record/transitions.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** Monday, 16:00 UTC. */
export const START = Date.UTC(2026, 10, 23, 16)
export const RUN = 'run-1'
/** Window ids of the five days. */
export const DAYS = DEFENDER_OF_PEACE.relatedEvents.map(({ id }) => id)

/** What was told and when (epoch ms). */
export type Told = readonly [transition: Transition, at: number]

export function recordOf(...told: readonly Told[]): TrackerRecord {
  return told.reduce((record, [transition, at]) => transition(record, { at, by: 'test' }), EMPTY_RECORD)
}

/** A run of Defender of Peace that starts at `START` and was told two days before. */
export const running: Told = [
  putRun(RUN, { eventId: DEFENDER_OF_PEACE.id, startsAt: START, startAssumed: false }),
  START - 2 * DAY,
]

/** Day `number` (from 1) is marked `hours` after its start. */
export function doneOn(number: number, hours = 1, done = true): Told {
  return [setDone(FIRST_COMMANDER, RUN, dayId(number), done), START + (number - 1) * DAY + hours * HOUR]
}

export function leadTimes(...minutes: number[]): Told {
  return [setSetting('leadTimes', minutes), START - 2 * DAY]
}

/** Quiet from and to, in whole hours. */
export function quiet(from: number, to: number): Told {
  return [setSetting('quietHours', { from: from * 60, to: to * 60 }), START - 2 * DAY]
}

export function dayId(number: number): string {
  return DAYS[number - 1] ?? ''
}
