/**
 * A run as one commander sees it at an instant: the popup, the badge and the notices all speak from it.
 *
 * @module
 */

import { eventOf, type KnownCommander, type KnownRun, markOf, runsNear } from '../record/read.ts'
import type { TrackerRecord } from '../record/record.ts'
import {
  type HiddenWindow,
  runPhaseAt,
  type Schedule,
  scheduleOf,
  type Window,
  windowPhaseAt,
} from '../schedule/schedule.ts'
import { type DayState, dayStateAt } from './day.ts'
import { type Eligibility, eligibilityIn } from './eligibility.ts'

export interface Day {
  readonly window: Window
  /** From 1. */
  readonly number: number
  readonly state: DayState
  /** Its window is open now, done or not. */
  readonly isOpen: boolean
  readonly done: boolean
  readonly note: string
  /** Epoch ms of the last mark or unmark; 0 where there was none. */
  readonly toldAt: number
}

/**
 * - `upcoming`: not started
 * - `open`, `urgent`: a day is open and not done; urgent in its last hour
 * - `done`: what is open now is done, more is to come
 * - `waiting`: no day is open, more is to come
 * - `all-done`: every day is done and the event is not over
 * - `closing`: the last day is over, the event is not
 * - `ended`: over, or ended by the commander
 */
export type RunStatus = 'upcoming' | 'open' | 'urgent' | 'done' | 'waiting' | 'all-done' | 'closing' | 'ended'

export interface RunView {
  readonly run: KnownRun
  readonly commander: KnownCommander
  readonly schedule: Schedule
  readonly status: RunStatus
  readonly eligibility: Eligibility
  /** What the commander's game shows; where it shows nothing of the run, all there is. */
  readonly days: readonly Day[]
  /** What it does not show while it shows something else. */
  readonly hidden: readonly HiddenWindow[]
  /** The day to show: of those open the first that is not done and closes first, else the first open one. */
  readonly today: Day | undefined
  /** The first day that has not started. */
  readonly next: Day | undefined
  /** The points of some day are documented; else only days can be counted. */
  readonly scored: boolean
  readonly points: number
  readonly pointsTotal: number
  readonly daysDone: number
  readonly missed: number
}

/**
 * @param now epoch ms
 * @returns undefined where the record does not know the run's event
 */
export function runViewAt(
  record: TrackerRecord,
  commander: KnownCommander,
  run: KnownRun,
  now: number,
): RunView | undefined {
  const event = eventOf(record, run.eventId)
  if (!event) return undefined
  const schedule = scheduleOf(event, run, commander)
  const isShown = schedule.windows.length > 0
  const windows = isShown ? schedule.windows : schedule.hidden.map((each) => each.window)
  const days = windows.map((window, index): Day => {
    const { done, note, toldAt } = markOf(record, commander.id, run.id, window.id)
    return {
      window,
      number: index + 1,
      state: dayStateIn(schedule, window, done, now),
      isOpen: now < schedule.closesAt && windowPhaseAt(window, now) === 'open',
      done,
      note,
      toldAt,
    }
  })
  const open = days.filter((day) => day.isOpen)
  const today = firstToClose(open.filter((day) => !day.done)) ?? open[0]
  const next = days.find((day) => day.state === 'upcoming')
  const done = days.filter((day) => day.state === 'done')
  return {
    run,
    commander,
    schedule,
    status: statusOf({ ...schedule, windows }, days, today, now),
    eligibility: eligibilityIn(commander, schedule),
    days,
    hidden: isShown ? schedule.hidden : [],
    today,
    next,
    scored: event.relatedEvents.some(({ points }) => points !== undefined),
    points: sum(done),
    pointsTotal: sum(days),
    daysDone: done.length,
    missed: days.filter((day) => day.state === 'missed').length,
  }
}

function firstToClose(days: readonly Day[]): Day | undefined {
  return days.reduce<Day | undefined>(
    (first, day) => (first && first.window.endsAt <= day.window.endsAt ? first : day),
    undefined,
  )
}

/** A run that is over, also before its time, is over with all its days that had started; those can still be marked. */
function dayStateIn(schedule: Schedule, window: Window, done: boolean, now: number): DayState {
  if (now < schedule.closesAt) return dayStateAt(window, done, now)
  if (done) return 'done'
  return window.startsAt < schedule.closesAt ? 'missed' : 'upcoming'
}

function statusOf(schedule: Schedule, days: readonly Day[], today: Day | undefined, now: number): RunStatus {
  const phase = runPhaseAt(schedule, now)
  if (phase === 'upcoming' || phase === 'ended') return phase
  if (days.length > 0 && days.every((day) => day.state === 'done')) return 'all-done'
  if (phase === 'closing') return 'closing'
  if (!today) return 'waiting'
  return today.state === 'urgent' || today.state === 'open' ? today.state : 'done'
}

function sum(days: readonly Day[]): number {
  return days.reduce((points, day) => points + day.window.points, 0)
}

/** What wants the commander first comes first. */
const URGENCY: readonly RunStatus[] = ['urgent', 'open', 'done', 'waiting', 'all-done', 'closing', 'upcoming', 'ended']

/**
 * @param now epoch ms
 * @param runs those that are near; only to be given where they are known already
 * @returns the commander's runs, the most urgent first; of runs that ended the latest first
 */
export function runViewsAt(
  record: TrackerRecord,
  commander: KnownCommander,
  now: number,
  runs = runsNear(record, now),
): readonly RunView[] {
  return viewsOfEach(record, [commander], runs, now)
}

/**
 * @param now epoch ms
 * @returns each run once for each commander, the most urgent first
 */
export function viewsOfEach(
  record: TrackerRecord,
  commanders: readonly KnownCommander[],
  runs: readonly KnownRun[],
  now: number,
): readonly RunView[] {
  return runs
    .flatMap((run) => commanders.flatMap((commander) => runViewAt(record, commander, run, now) ?? []))
    .sort(byUrgency)
}

/** The order in which runs want to be looked at; also of several commanders. */
export function byUrgency(a: RunView, b: RunView): number {
  return (
    rankOf(a) - rankOf(b) ||
    (a.status === 'ended'
      ? compare(b.schedule.closesAt, a.schedule.closesAt)
      : compare(nextInstantOf(a), nextInstantOf(b))) ||
    // Whatever the order in which they were told: what stands first must not change by itself.
    (a.run.id < b.run.id ? -1 : Number(a.run.id > b.run.id))
  )
}

/** What the game does not show comes after all that it shows, but before what is over. */
function rankOf({ status, eligibility }: RunView): number {
  const rank = URGENCY.indexOf(status)
  if (status === 'ended') return 2 * URGENCY.length
  return eligibility === 'yes' ? rank : URGENCY.length + rank
}

function compare(a: number, b: number): number {
  // Both may be infinite, and Infinity − Infinity is NaN.
  return a === b ? 0 : a - b
}

function nextInstantOf(view: RunView): number {
  return view.today?.window.endsAt ?? view.next?.window.startsAt ?? view.schedule.closesAt
}
