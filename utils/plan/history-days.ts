/**
 * The days of a run that is over, as its history counts them.
 *
 * @module
 */

import type { LevelBracket } from '../events/event.ts'
import { type KnownCommander, type KnownRun, markOf } from '../record/read.ts'
import type { TrackerRecord } from '../record/record.ts'
import { byStart, type Schedule, type Window } from '../schedule/schedule.ts'

/**
 * - `done`: marked
 * - `missed`: closed without a mark
 * - `left`: not closed yet when the commander ended the run, and not marked: neither done nor missed
 */
export type PastDayState = 'done' | 'missed' | 'left'

export interface PastDay {
  readonly window: Window
  /** From 1. */
  readonly number: number
  readonly state: PastDayState
  readonly note: string
}

/**
 * The days that a commander had in a run that is over.
 *
 * - A day that was still open when the commander ended the run is `left`; one that had not started is not there.
 * - An end that nobody knows is taken to be where the commander ended the run: the day is `missed`, not `left`.
 * - What is marked done counts though the game does not show it by what is told today: the level was another then. It
 *   takes the place of what the commander could not have done beside it: another region's days, and a day at the same
 *   hours for levels that do not meet its own. So a bracket that nobody told the level for is not missed either.
 *
 * @param schedule of this run as this commander sees it
 * @returns by start, then by end
 * @example
 * // Ended in the middle of day 2, with day 1 done:
 * pastDaysOf(record, commander, run, schedule).map(({ state }) => state) // ['done', 'left']
 */
export function pastDaysOf(
  record: TrackerRecord,
  commander: KnownCommander,
  run: KnownRun,
  schedule: Schedule,
): readonly PastDay[] {
  return inOneGame(daysOf(schedule, ({ id }) => markOf(record, commander.id, run.id, id)))
}

/** As `pastDaysOf`, for a commander who marked nothing of the run and wrote no note. */
export function unmarkedDaysOf(schedule: Schedule): readonly PastDay[] {
  return daysOf(schedule, () => UNMARKED)
}

const UNMARKED = { done: false, note: '' }

function daysOf(
  { windows, hidden, closesAt }: Schedule,
  markOn: (window: Window) => { readonly done: boolean; readonly note: string },
): readonly PastDay[] {
  const days: PastDay[] = []
  const add = (window: Window, isShown: boolean): void => {
    const { done, note } = markOn(window)
    if (done) days.push({ window, number: days.length + 1, state: 'done', note })
    else if (isShown && window.startsAt < closesAt) {
      const closed = window.endsAt <= closesAt || window.endsAt === Number.POSITIVE_INFINITY
      days.push({ window, number: days.length + 1, state: closed ? 'missed' : 'left', note })
    }
  }
  for (const window of windows) add(window, true)
  for (const { window } of hidden) add(window, false)
  return days
}

/** Without what a commander who did the days that are done could not have done beside them. */
function inOneGame(days: readonly PastDay[]): readonly PastDay[] {
  // Most events have neither regions nor levels for each day: nothing to look for then.
  if (!days.some(({ state, window }) => state === 'done' && dependsOnAudience(window))) return days
  const done = days.filter(({ state }) => state === 'done').map(({ window }) => window)
  const regions = new Set(done.flatMap(({ region }) => region?.id ?? []))
  const byTime = Map.groupBy(done, hoursOf)
  return days
    .filter(({ state, window }) => {
      if (state === 'done') return true
      const { region } = window
      if (region && regions.size > 0 && !regions.has(region.id)) return false
      return (byTime.get(hoursOf(window)) ?? []).every((each) => doLevelsMeet(each, window))
    })
    .sort((a, b) => byStart(a.window, b.window))
    .map((day, index) => ({ ...day, number: index + 1 }))
}

function dependsOnAudience({ relatedEvent, region }: Window): boolean {
  return region !== undefined || hasBracket(relatedEvent)
}

/** Whether levels matter at all. */
export function hasBracket({ minLevel, maxLevel }: LevelBracket): boolean {
  return minLevel !== undefined || maxLevel !== undefined
}

function hoursOf({ startsAt, endsAt }: Window): string {
  return `${startsAt} ${endsAt}`
}

function doLevelsMeet({ relatedEvent: a }: Window, { relatedEvent: b }: Window): boolean {
  const from = Math.max(a.minLevel ?? 0, b.minLevel ?? 0)
  return from <= Math.min(a.maxLevel ?? Number.POSITIVE_INFINITY, b.maxLevel ?? Number.POSITIVE_INFINITY)
}
