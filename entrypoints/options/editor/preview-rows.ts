/**
 * The windows of an event as its preview draws them. Pure.
 *
 * @module
 */

import { millisecondsInDay } from 'date-fns/constants'
import type { EventDefinition } from '../../../utils/events/event.ts'
import {
  type Audience,
  type HiddenWindow,
  type Schedule,
  scheduleOf,
  type Window,
} from '../../../utils/schedule/schedule.ts'

export interface PreviewRow {
  readonly window: Window
  /** Why the audience's game does not show it; undefined: it does. */
  readonly hidden: HiddenWindow['reason'] | undefined
  /** The day of the run in which it opens, from 1. */
  readonly day: number
  /** Where it is drawn so that none covers another, from 0. */
  readonly lane: number
}

export interface Preview {
  readonly schedule: Schedule
  /** By start, then by end. */
  readonly rows: readonly PreviewRow[]
  readonly lanes: number
  /** Epoch ms, both finite: what the timeline shows. */
  readonly from: number
  readonly to: number
}

/**
 * @param startsAt epoch ms
 * @param audience whose game it is; absent: everybody's
 */
export function previewOf(event: EventDefinition, startsAt: number, audience?: Audience): Preview {
  const schedule = scheduleOf(event, { eventId: event.id, startsAt, startAssumed: false }, audience)
  const windows = [
    ...schedule.windows.map((window) => ({ window, hidden: undefined })),
    ...schedule.hidden.map(({ window, reason }) => ({ window, hidden: reason })),
  ].sort((a, b) => a.window.startsAt - b.window.startsAt || compare(a.window.endsAt, b.window.endsAt))
  const lanes = lanesOf(windows.map(({ window }) => window))
  return {
    schedule,
    rows: windows.map(({ window, hidden }, index) => ({
      window,
      hidden,
      day: Math.floor((window.startsAt - startsAt) / millisecondsInDay) + 1,
      lane: lanes[index] ?? 0,
    })),
    lanes: Math.max(0, ...lanes) + 1,
    from: startsAt,
    to: lastInstant([schedule, ...windows.map(({ window }) => window)]),
  }
}

/** From an instant to another, in epoch ms; the second may be Infinity. */
interface Stretch {
  readonly startsAt: number
  readonly endsAt: number
}

/**
 * A lane for each stretch, from 0: the first in which none is open any more. As many lanes as are open at once.
 *
 * @param stretches by start
 * @example lanesOf([{ startsAt: 0, endsAt: 2 }, { startsAt: 1, endsAt: 3 }, { startsAt: 2, endsAt: 4 }]) // [0, 1, 0]
 */
export function lanesOf(stretches: readonly Stretch[]): readonly number[] {
  const freeFrom: number[] = []
  return stretches.map(({ startsAt, endsAt }) => {
    const free = freeFrom.findIndex((from) => from <= startsAt)
    const lane = free < 0 ? freeFrom.length : free
    freeFrom[lane] = endsAt
    return lane
  })
}

/** The end of what is drawn: an end that nobody knows is drawn a day after everything that is known. */
function lastInstant(stretches: readonly Stretch[]): number {
  const known = stretches.map(({ startsAt, endsAt }) => (endsAt === Number.POSITIVE_INFINITY ? startsAt : endsAt))
  const last = known.reduce((latest, at) => Math.max(latest, at), Number.NEGATIVE_INFINITY)
  const isOpen = stretches.some(({ endsAt }) => endsAt === Number.POSITIVE_INFINITY)
  return isOpen ? last + millisecondsInDay : last
}

function compare(a: number, b: number): number {
  // Both may be infinite, and Infinity − Infinity is NaN.
  return a === b ? 0 : a - b
}
