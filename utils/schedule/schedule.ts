/**
 * A run in time: its windows, where `now` falls, and when that changes next. Every interval is half open: a window that
 * starts at 16:00 is open at 16:00:00.000, and at its end it is already closed.
 *
 * @module
 */

import { millisecondsInMinute } from 'date-fns/constants'
import type { EventDefinition, RelatedEvent } from '../events/event.ts'
import type { Run } from './run.ts'

/** A related event inside a run. */
export interface Window {
  /** Unique inside the run and stable: marks are kept under it. */
  readonly id: string
  readonly relatedEvent: RelatedEvent
  /** Epoch ms. */
  readonly startsAt: number
  /** Epoch ms, exclusive. */
  readonly endsAt: number
  readonly points: number
}

export interface Schedule {
  readonly event: EventDefinition
  /** Epoch ms. */
  readonly startsAt: number
  /** Epoch ms, exclusive: when the run ends by its definition. */
  readonly endsAt: number
  /** Epoch ms at which the tracker stops following it: `endsAt`, or earlier where the commander ended it. */
  readonly closesAt: number
  readonly startAssumed: boolean
  /** By start, then by end. */
  readonly windows: readonly Window[]
}

/**
 * - `upcoming`: not started
 * - `running`: some window is open or still to come
 * - `closing`: the last window is over, the event itself is not
 * - `ended`: over, or ended by the commander
 */
export type RunPhase = 'upcoming' | 'running' | 'closing' | 'ended'

/** Where an instant lies in a window. */
export type WindowPhase = 'upcoming' | 'open' | 'over'

/**
 * The windows of a run as instants.
 *
 * @example
 * scheduleOf(DEFENDER_OF_PEACE, { eventId: 'defender-of-peace', startsAt: Date.UTC(2023, 10, 13, 16), startAssumed: true })
 *   .windows[4].endsAt // Date.UTC(2023, 10, 18, 16)
 */
export function scheduleOf(event: EventDefinition, run: Run): Schedule {
  const at = (minutes: number): number => run.startsAt + minutes * millisecondsInMinute
  const windows = event.relatedEvents.flatMap((relatedEvent) =>
    relatedEvent.windows.map(
      (span, index): Window => ({
        id: index === 0 ? relatedEvent.id : `${relatedEvent.id}#${index + 1}`,
        relatedEvent,
        startsAt: at(span.opensAfter),
        endsAt: at(span.opensAfter + span.lasts),
        points: relatedEvent.points,
      }),
    ),
  )
  windows.sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt)
  const endsAt = at(event.lasts)
  return {
    event,
    startsAt: run.startsAt,
    endsAt,
    closesAt: Math.min(endsAt, run.endedAt ?? Number.POSITIVE_INFINITY),
    startAssumed: run.startAssumed,
    windows,
  }
}

/** The phase of a run at `now` (epoch ms). */
export function runPhaseAt(schedule: Schedule, now: number): RunPhase {
  if (now >= schedule.closesAt) return 'ended'
  if (now < schedule.startsAt) return 'upcoming'
  return schedule.windows.some((window) => now < window.endsAt) ? 'running' : 'closing'
}

/** The phase of a window at `now` (epoch ms). */
export function windowPhaseAt(window: Window, now: number): WindowPhase {
  if (now < window.startsAt) return 'upcoming'
  return now < window.endsAt ? 'open' : 'over'
}

/**
 * The next instant after `now` at which a phase changes, in epoch ms; undefined when the run is over.
 * The twin of `runPhaseAt` and `windowPhaseAt`.
 */
export function nextBoundaryAfter(schedule: Schedule, now: number): number | undefined {
  if (now >= schedule.closesAt) return undefined
  const boundaries = [
    schedule.startsAt,
    schedule.closesAt,
    ...schedule.windows.flatMap((window) => [window.startsAt, window.endsAt]),
  ]
  return boundaries.reduce<number | undefined>(
    (next, at) => (at > now && at <= schedule.closesAt && (next === undefined || at < next) ? at : next),
    undefined,
  )
}
