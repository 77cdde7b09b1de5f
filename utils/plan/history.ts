/**
 * What became of the runs that are over.
 *
 * @module
 */

import type { EventDefinition } from '../events/event.ts'
import { RUN_OF_2023 } from '../events/pack.ts'
import { commandersOf, eventOf, type KnownCommander, type KnownRun, runOf, runsUntil } from '../record/read.ts'
import type { TrackerRecord } from '../record/record.ts'
import { toldRun } from '../record/told-run.ts'
import { type Schedule, scheduleOf } from '../schedule/schedule.ts'
import { eligibilityIn } from './eligibility.ts'
import { hasBracket, type PastDay, pastDaysOf, unmarkedDaysOf } from './history-days.ts'

/** A run that is over, as one commander left it. */
export interface PastRun {
  readonly run: KnownRun
  readonly event: EventDefinition
  readonly commander: KnownCommander
  readonly schedule: Schedule
  /** By start, those that had started; also those that were left open. */
  readonly days: readonly PastDay[]
  readonly daysDone: number
  /** All of the run, also where it was ended early; 0 where none had started. */
  readonly daysTotal: number
  /** The points of some day are documented; else only days can be counted. */
  readonly scored: boolean
  readonly points: number
  /** Of all its days. */
  readonly pointsTotal: number
  /** Every day is done, and there is one. */
  readonly complete: boolean
  /** The commander ended it before its known end. */
  readonly endedEarly: boolean
}

/** Sums over runs that are over. */
export interface HistoryTotals {
  readonly runs: number
  readonly complete: number
  readonly daysDone: number
  readonly daysTotal: number
  /** The points of some run are documented. */
  readonly scored: boolean
  readonly points: number
  readonly pointsTotal: number
}

/** Complete runs in a row. */
export interface Streak {
  /** Up to the newest run. */
  readonly current: number
  readonly best: number
}

/**
 * Every run that is over, by its end or ended by the commander: each occurrence of a series by itself, once for each
 * commander who could see it, those no longer played too. Those could who told something of it; else those whose game
 * shows it by what is told today, if it was over neither before they were added nor after they were archived: nobody
 * missed what they did not play. A run that only ships is there where something was told of it.
 *
 * @param now epoch ms
 * @returns by the instant at which they were over, the newest first; of one run in the order of the commanders
 */
export function historyOf(record: TrackerRecord, now: number): readonly PastRun[] {
  const commanders = commandersOf(record)
  const marked = markedRunsOf(record)
  const shipped = toldRun(record, RUN_OF_2023.id) ? undefined : runOf(record, RUN_OF_2023.id)
  return [...runsUntil(record, now), ...(shipped ? [shipped] : [])]
    .flatMap((run) => {
      const event = eventOf(record, run.eventId)
      if (!event) return []
      const markedBy = marked.get(run.id)
      if (run === shipped && !markedBy) return []
      const leftBy = leftRunsOf(event, run)
      return commanders.flatMap((commander) => {
        const left = leftBy(commander)
        const { schedule } = left
        if (schedule.closesAt > now) return []
        const days = markedBy?.has(commander.id) ? pastDaysOf(record, commander, run, schedule) : undefined
        const isTold = days?.some(({ state, note }) => state === 'done' || note !== '')
        const isSeen = run !== shipped && wasPlayed(schedule, commander) && eligibilityIn(commander, schedule) === 'yes'
        if (!isTold && !isSeen) return []
        return [{ ...(days ? leftRunOf(run, schedule, days) : left), commander }]
      })
    })
    .sort(newestFirst)
}

/** Whatever a commander did not mark is the same for all whom the game shows the same. */
type LeftRun = Omit<PastRun, 'commander'>

/** Run id → the commanders with a mark or a note on it: most runs of most commanders have none. */
function markedRunsOf({ marks }: TrackerRecord): ReadonlyMap<string, ReadonlySet<string>> {
  const marked = new Map<string, Set<string>>()
  for (const id of Object.keys(marks)) {
    const [commanderId = '', runId = ''] = id.split('/', 2)
    const by = marked.get(runId)
    if (by) by.add(commanderId)
    else marked.set(runId, new Set([commanderId]))
  }
  return marked
}

/** A run as it is for each commander who marked nothing of it: those whom it shows the same share one. */
function leftRunsOf(event: EventDefinition, run: KnownRun): (commander: KnownCommander) => LeftRun {
  const isSameForAll = !event.regions?.length && !event.relatedEvents.some(hasBracket)
  const runs = new Map<string, LeftRun>()
  return (commander) => {
    const audience = isSameForAll ? '' : `${commander.level} ${commander.region}`
    const known = runs.get(audience)
    if (known) return known
    const schedule = scheduleOf(event, run, commander)
    const left = leftRunOf(run, schedule, unmarkedDaysOf(schedule))
    runs.set(audience, left)
    return left
  }
}

/** It was over while the commander was played. */
function wasPlayed({ closesAt }: Schedule, { addedAt, archived, archivedAt }: KnownCommander): boolean {
  return closesAt > (addedAt ?? 0) && (!archived || closesAt <= (archivedAt ?? Number.POSITIVE_INFINITY))
}

function leftRunOf(run: KnownRun, schedule: Schedule, days: readonly PastDay[]): LeftRun {
  const daysDone = days.reduce((count, { state }) => count + Number(state === 'done'), 0)
  const endedEarly = Number.isFinite(schedule.endsAt) && schedule.closesAt < schedule.endsAt
  // What had not started when it was ended is of the run all the same.
  const started = days.length > 0
  const neverCame =
    started && endedEarly ? schedule.windows.filter(({ startsAt }) => startsAt >= schedule.closesAt) : []
  const all = [...days.map(({ window }) => window), ...neverCame]
  return {
    run,
    event: schedule.event,
    schedule,
    days,
    daysDone,
    daysTotal: all.length,
    scored: schedule.event.relatedEvents.some(({ points }) => points !== undefined),
    points: days.reduce((points, { state, window }) => points + (state === 'done' ? window.points : 0), 0),
    pointsTotal: all.reduce((total, { points }) => total + points, 0),
    complete: started && daysDone === all.length,
    endedEarly,
  }
}

function newestFirst(a: PastRun, b: PastRun): number {
  return (
    b.schedule.closesAt - a.schedule.closesAt ||
    b.schedule.startsAt - a.schedule.startsAt ||
    // Whatever the order in which they were told.
    (a.run.id < b.run.id ? -1 : Number(a.run.id > b.run.id))
  )
}

/**
 * How many runs in a row were complete. A run without a day (none was shown, or none had started when the commander
 * ended it) neither counts nor breaks the row; nor does one that was ended early, unless all of its days are done.
 *
 * @param runs of one commander, the newest first, as `historyOf` gives them
 * @example
 * // From the newest: complete, complete, two days missed, complete.
 * streakOf(runs) // { current: 2, best: 2 }
 */
export function streakOf(runs: readonly PastRun[]): Streak {
  let current: number | undefined
  let best = 0
  let row = 0
  for (const { complete, daysTotal, endedEarly } of runs) {
    if (daysTotal === 0 || (endedEarly && !complete)) continue
    if (complete) {
      row += 1
      best = Math.max(best, row)
    } else {
      current ??= row
      row = 0
    }
  }
  return { current: current ?? row, best }
}

/**
 * @param runs of any commanders: a run that two of them had is two
 * @example totalsOf([]) // { runs: 0, complete: 0, daysDone: 0, … }
 */
export function totalsOf(runs: readonly PastRun[]): HistoryTotals {
  const sum = (of: (run: PastRun) => number) => runs.reduce((total, run) => total + of(run), 0)
  return {
    runs: runs.length,
    complete: sum(({ complete }) => Number(complete)),
    daysDone: sum(({ daysDone }) => daysDone),
    daysTotal: sum(({ daysTotal }) => daysTotal),
    scored: runs.some(({ scored }) => scored),
    points: sum(({ points }) => points),
    pointsTotal: sum(({ pointsTotal }) => pointsTotal),
  }
}
