/**
 * What a page shows of a record at an instant.
 *
 * @module
 */

import { chosenCommanderOf, type KnownCommander, runOf, settingsOf } from '../record/read.ts'
import type { Settings, TrackerRecord } from '../record/record.ts'
import { type RunView, runViewAt, runViewsAt } from './run-view.ts'

export interface View {
  readonly settings: Settings
  readonly commander: KnownCommander
  /** The most urgent first. Empty on first use. */
  readonly runs: readonly RunView[]
}

/** @param now epoch ms */
export function viewAt(record: TrackerRecord, now: number): View {
  const commander = chosenCommanderOf(record)
  return { settings: settingsOf(record), commander, runs: runViewsAt(record, commander, now) }
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
  const { schedule } = view
  const edges = schedule.windows.flatMap((window) => [window.startsAt, window.endsAt])
  return [...new Set([schedule.startsAt, schedule.endsAt, schedule.closesAt, ...edges])].sort((a, b) => a - b)
}
