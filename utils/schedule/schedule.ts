/**
 * A run in time: its windows, where `now` falls, and when that changes next. Every interval is half open: a window that
 * starts at 16:00 is open at 16:00:00.000, and at its end it is already closed.
 *
 * @module
 */

import { millisecondsInMinute } from 'date-fns/constants'
import type { EventDefinition, LevelBracket, Region, RelatedEvent } from '../events/event.ts'
import type { Occurrence, Run } from './run.ts'

/** A related event inside a run. */
export interface Window {
  /** Unique inside the run and stable: marks are kept under it. */
  readonly id: string
  readonly relatedEvent: RelatedEvent
  /** Epoch ms. */
  readonly startsAt: number
  /** Epoch ms, exclusive; Infinity where nobody knows. */
  readonly endsAt: number
  /** 0 where they are not documented. */
  readonly points: number
  /** Where it is open at these hours; absent: everywhere. */
  readonly region?: Region | undefined
}

/** Who looks at a run: what is not told hides nothing. */
export interface Audience {
  /** Operations level; null: not told. */
  readonly level: number | null
  /** The id of a region; empty: not told. */
  readonly region: string
}

/** A window that the audience's game does not show, and why. */
export interface HiddenWindow {
  readonly window: Window
  readonly reason: 'level' | 'region'
}

export interface Schedule {
  readonly event: EventDefinition
  /** Epoch ms. */
  readonly startsAt: number
  /**
   * Epoch ms, exclusive: when the run ends by its definition; Infinity where nobody knows. One of a series whose end
   * nobody knows is over when the next one starts.
   */
  readonly endsAt: number
  /** Epoch ms at which the tracker stops following it: `endsAt`, or earlier where the commander ended it. */
  readonly closesAt: number
  readonly startAssumed: boolean
  /** By start, then by end. */
  readonly windows: readonly Window[]
  /** In the same order. */
  readonly hidden: readonly HiddenWindow[]
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
 * @param audience whose game it is; without one the windows of all levels and regions are shown
 * @example
 * scheduleOf(DEFENDER_OF_PEACE, { eventId: 'defender-of-peace', startsAt: Date.UTC(2023, 10, 13, 16), startAssumed: true })
 *   .windows[4].endsAt // Date.UTC(2023, 10, 18, 16)
 */
export function scheduleOf(event: EventDefinition, run: Occurrence, audience: Audience = EVERYBODY): Schedule {
  const regions: readonly (Region | undefined)[] = event.regions?.length ? event.regions : [undefined]
  const own = regions.filter((region) => isInRegion(region, audience))
  // Where the event is in no region of the audience, it is told when it would be.
  const shown = (own.length > 0 ? own : regions).map((region) => region?.startsAfter ?? 0)
  const startsAt = run.startsAt + Math.min(...shown) * millisecondsInMinute
  const endsAt = Math.min(endOf(event, run, Math.max(...shown)), nextStart(event, run, Math.min(...shown)))
  const windows: Window[] = []
  const hidden: HiddenWindow[] = []
  for (const window of windowsOf(event, run, regions)) {
    const reason = reasonOf(window, audience)
    if (reason) hidden.push({ window, reason })
    else windows.push(window)
  }
  return {
    event,
    startsAt,
    endsAt,
    closesAt: Math.min(endsAt, run.endedAt ?? Number.POSITIVE_INFINITY),
    startAssumed: run.startAssumed,
    windows,
    hidden,
  }
}

/** Why the audience's game does not show a window; undefined where it does. */
function reasonOf({ relatedEvent, region }: Window, audience: Audience): HiddenWindow['reason'] | undefined {
  if (!isInRegion(region, audience)) return 'region'
  return isInBracket(relatedEvent, audience.level) ? undefined : 'level'
}

const EVERYBODY: Audience = { level: null, region: '' }

/**
 * Whether a level lies in a bracket, both ends included; one that is not told lies in each.
 *
 * @example isInBracket({ minLevel: 20, maxLevel: 39 }, 40) // false
 */
export function isInBracket({ minLevel, maxLevel }: LevelBracket, level: number | null): boolean {
  return (
    level === null || ((minLevel === undefined || level >= minLevel) && (maxLevel === undefined || level <= maxLevel))
  )
}

function isInRegion(region: Region | undefined, audience: Audience): boolean {
  return region === undefined || audience.region === '' || region.id === audience.region
}

/** The last run of each event whose windows were worked out: one commander after another asks for the same. */
const known = new WeakMap<EventDefinition, { readonly startsAt: number; readonly windows: readonly Window[] }>()

/** All windows of a run, whoever sees them. */
function windowsOf(event: EventDefinition, run: Run, regions: readonly (Region | undefined)[]): readonly Window[] {
  const before = known.get(event)
  if (before?.startsAt === run.startsAt) return before.windows
  const windows = regions.flatMap((region) => windowsIn(event, run, region)).sort(byStart)
  known.set(event, { startsAt: run.startsAt, windows })
  return windows
}

function windowsIn(event: EventDefinition, run: Run, region: Region | undefined): Window[] {
  const after = region?.startsAfter ?? 0
  const at = (minutes: number): number => run.startsAt + (after + minutes) * millisecondsInMinute
  return event.relatedEvents.flatMap((relatedEvent) =>
    relatedEvent.windows.map(({ opensAfter, lasts }, index): Window => {
      const number = index === 0 ? '' : `#${index + 1}`
      return {
        id: `${relatedEvent.id}${number}${region ? `#${region.id}` : ''}`,
        relatedEvent,
        startsAt: at(opensAfter),
        endsAt: lasts === undefined ? endOf(event, run, after) : at(opensAfter + lasts),
        points: relatedEvent.points ?? 0,
        region,
      }
    }),
  )
}

/** @param after minutes after the run's start at which it starts in a region */
function endOf({ lasts }: EventDefinition, { startsAt }: Run, after: number): number {
  return lasts === undefined ? Number.POSITIVE_INFINITY : startsAt + (after + lasts) * millisecondsInMinute
}

/** When the next one of a series starts, where that is all that is known of the end of this one; else Infinity. */
function nextStart({ lasts }: EventDefinition, { nextAt }: Occurrence, after: number): number {
  return lasts === undefined && nextAt !== undefined ? nextAt + after * millisecondsInMinute : Number.POSITIVE_INFINITY
}

/** The order in which windows are told: by start, then by end. */
export function byStart(a: Window, b: Window): number {
  // Infinity − Infinity is NaN, which is no order.
  return a.startsAt - b.startsAt || (a.endsAt === b.endsAt ? 0 : a.endsAt - b.endsAt)
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
 * The next instant after `now` at which a phase changes, in epoch ms; undefined when the run is over, or when nobody
 * knows what comes next.
 * The twin of `runPhaseAt` and `windowPhaseAt`.
 */
export function nextBoundaryAfter(schedule: Schedule, now: number): number | undefined {
  if (now >= schedule.closesAt) return undefined
  const boundaries = [
    schedule.startsAt,
    schedule.closesAt,
    ...schedule.windows.flatMap((window) => [window.startsAt, window.endsAt]),
  ]
  // None after `closesAt` is the next: that is one itself.
  return boundaries.reduce<number | undefined>(
    (next, at) => (at > now && Number.isFinite(at) && (next === undefined || at < next) ? at : next),
    undefined,
  )
}
