/**
 * When a run starts: what to propose, and whether what was entered can be.
 *
 * @module
 */

import { millisecondsInDay, millisecondsInMinute, minutesInDay, minutesInHour } from 'date-fns/constants'
import type { EventDefinition } from '../events/event.ts'
import type { Parsed } from '../time/wall-time.ts'
import { parseDate, parseTime } from '../time/wall-time.ts'
import { instantOf, isInGap, offsetMinutesAt } from '../time/zone.ts'

/** A start further away than this is a slip of the keyboard, in ms. */
const FURTHEST_AHEAD = 366 * millisecondsInDay

/** The hour (minutes after midnight UTC) at which nearly all of the game's events start, for one that has none. */
export const USUAL_START = 16 * minutesInHour

/** A start as it was typed into a form. */
export interface TypedStart {
  /** `YYYY-MM-DD`; empty while half of it is typed. */
  readonly date: string
  /** `HH:MM`, as `date`. */
  readonly time: string
  /** The hour was typed; else it follows the date as the event's assumed one. */
  readonly hasHour: boolean
}

/** How the start of a run is spoken of in a region. */
export interface RegionalStart {
  /** The event with the hours and the length that it has there. */
  readonly local: EventDefinition
  /** How long after the run's own start it starts there, in ms. */
  readonly delay: number
}

/**
 * A run has one start, and a region may begin later: what a commander reads and types is the hour of their game.
 *
 * @param region its id; for an empty one, or one that the event does not know, the region that starts first
 * @example
 * const { local, delay } = regionalStart(INCURSIONS, 'apac') // 15 hours after the EU
 * const { latest } = proposedStarts(local, now) // the hour in APAC
 * const startsAt = latest - delay // of the run
 */
export function regionalStart(event: EventDefinition, region: string): RegionalStart {
  const delays = (event.regions ?? []).map(({ startsAfter }) => startsAfter)
  const own = event.regions?.find(({ id }) => id === region)?.startsAfter
  const first = own ?? Math.min(...delays, Number.POSITIVE_INFINITY)
  const later = Number.isFinite(first) ? first : 0
  // In all regions together it lasts until the last of them is over.
  const spread = own === undefined ? Math.max(later, ...delays) - later : 0
  return {
    local: {
      ...event,
      regions: undefined,
      assumedStart: ((event.assumedStart ?? USUAL_START) + later) % minutesInDay,
      lasts: event.lasts === undefined ? undefined : event.lasts + spread,
    },
    delay: later * millisecondsInMinute,
  }
}

/**
 * The starts next to `now` at the event's assumed hour (UTC), both in epoch ms: `latest` ≤ now < `next`.
 *
 * @example
 * proposedStarts(DEFENDER_OF_PEACE, Date.UTC(2026, 10, 22, 9))
 *   // { latest: Date.UTC(2026, 10, 21, 16), next: Date.UTC(2026, 10, 22, 16) }
 */
export function proposedStarts(event: EventDefinition, now: number): { latest: number; next: number } {
  const hour = (event.assumedStart ?? USUAL_START) * millisecondsInMinute
  const latest = Math.floor((now - hour) / millisecondsInDay) * millisecondsInDay + hour
  return { latest, next: latest + millisecondsInDay }
}

/**
 * - `format`, `no-such-date`, `no-such-time`: what was typed is no date or hour
 * - `gap`: the clock skips this hour on that day
 * - `over`: the run would have ended already
 * - `too-far`: more than a year ahead
 */
export type StartProblem = Exclude<Parsed<never>, { ok: true }>['reason'] | 'gap' | 'over' | 'too-far'

/** `instant` (epoch ms) where the entry could be read: for `gap` the first moment after it that exists. */
export type StartEntry =
  | { readonly ok: true; readonly instant: number }
  | { readonly ok: false; readonly reason: StartProblem; readonly instant?: number | undefined }

/** Whether an event that starts at an instant is over by `now` (both epoch ms); never where nobody knows its end. */
export function isOverBy({ lasts }: EventDefinition, startsAt: number, now: number): boolean {
  return startsAt + (lasts ?? Number.POSITIVE_INFINITY) * millisecondsInMinute <= now
}

/**
 * Reads a start as it was entered.
 *
 * @param date `YYYY-MM-DD` on the wall of `timeZone`
 * @param time `HH:MM`
 * @param now epoch ms
 */
export function readStart(
  event: EventDefinition,
  date: string,
  time: string,
  timeZone: string,
  now: number,
): StartEntry {
  const day = parseDate(date)
  if (!day.ok) return day
  const hour = parseTime(time)
  if (!hour.ok) return hour
  const wallTime = { ...day.value, ...hour.value }
  const instant = instantOf(wallTime, timeZone)
  if (isInGap(wallTime, timeZone)) return { ok: false, reason: 'gap', instant: firstAfterGap(instant, timeZone) }
  if (isOverBy(event, instant, now)) return { ok: false, reason: 'over', instant }
  if (instant - now > FURTHEST_AHEAD) return { ok: false, reason: 'too-far', instant }
  return { ok: true, instant }
}

/**
 * The moment at which the clock is put forward over a gap.
 *
 * @param instant epoch ms, a whole minute: what `instantOf` makes of a wall time in the gap, less than a day after it
 */
function firstAfterGap(instant: number, timeZone: string): number {
  const offset = offsetMinutesAt(instant, timeZone)
  let first = instant
  while (instant - first < millisecondsInDay && offsetMinutesAt(first - millisecondsInMinute, timeZone) === offset) {
    first -= millisecondsInMinute
  }
  return first
}
