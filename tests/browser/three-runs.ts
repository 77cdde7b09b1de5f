import type { TrackerRecord } from '../../utils/record/record.ts'
import { ROTATION, SERVER_INVASION, tracking } from './states/own-events.ts'
import { recordWithRun } from './support.ts'

/** Runs of three events that start at the same instant, all told at `toldAt` (both epoch ms). */
export function threeRuns(startsAt: number, toldAt: number): TrackerRecord {
  const stamp = { at: toldAt, by: 'test' }
  const runs = [SERVER_INVASION, ROTATION].map((event) => tracking(event, toldAt - startsAt)(toldAt))
  return runs.reduce((record, transition) => transition(record, stamp), recordWithRun('run', startsAt, toldAt))
}

/** What they have to say when they start, in the order in which it is said. */
export function noticeIds(startsAt: number): string[] {
  return ['rotation/feeder-1', 'run/unraveling-anomalies', 'server-invasion/feeder-1'].map(
    (day) => `${day}/start/${startsAt}`,
  )
}
