/**
 * What a page shows of a record at an instant.
 *
 * @module
 */

import { activeCommandersOf, chosenCommanderOf, type KnownCommander, runOf, settingsOf } from '../record/read.ts'
import type { Settings, TrackerRecord } from '../record/record.ts'
import { type RunView, runViewAt, runViewsAt } from './run-view.ts'

export interface View {
  readonly settings: Settings
  readonly commander: KnownCommander
  /** Those who are played, in their order. */
  readonly commanders: readonly KnownCommander[]
  /** What is near, the most urgent first. Empty on first use. */
  readonly runs: readonly RunView[]
  /** What to show of it: what is on or to come, each series once; where nothing is, the run that ended last. */
  readonly shown: readonly RunView[]
}

/** @param now epoch ms */
export function viewAt(record: TrackerRecord, now: number): View {
  const commander = chosenCommanderOf(record)
  const runs = runViewsAt(record, commander, now)
  return {
    settings: settingsOf(record),
    commander,
    commanders: activeCommandersOf(record),
    runs,
    shown: shownOf(runs),
  }
}

function shownOf(runs: readonly RunView[]): readonly RunView[] {
  const series = new Set<string>()
  const current = runs.filter(({ status, run }) => {
    if (status === 'ended' || (run.series && series.has(run.series.id))) return false
    if (run.series) series.add(run.series.id)
    return true
  })
  return current.length > 0 ? current : runs.slice(0, 1)
}

/**
 * One run by its id, also one that only ships, for the commander chosen.
 *
 * @param now epoch ms
 */
export function runViewById(record: TrackerRecord, runId: string, now: number): RunView | undefined {
  const run = runOf(record, runId)
  return run && runViewAt(record, chosenCommanderOf(record), run, now)
}

/** The instants (epoch ms) that a page puts into words for a run, in order: Chromium's storage sorts keys too. */
export function instantsOf(view: RunView): readonly number[] {
  const { schedule, days } = view
  const edges = days.flatMap(({ window }) => [window.startsAt, window.endsAt])
  // An end that nobody knows has no date.
  const instants = [schedule.startsAt, schedule.endsAt, schedule.closesAt, ...edges].filter(Number.isFinite)
  return [...new Set(instants)].sort((a, b) => a - b)
}
