import type { Run } from '../schedule/run.ts'
import { own } from './own.ts'
import type { Deleted, TrackerRecord } from './record.ts'

/** What was told of a run under its id: undefined where nothing was, or all is taken back as if it had never been told. */
export function toldRun({ runs }: Pick<TrackerRecord, 'runs'>, id: string): Run | Deleted | undefined {
  const value = own(runs, id)?.value
  return value && 'untold' in value && value.untold ? undefined : value
}
