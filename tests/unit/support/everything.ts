import { commandersOf } from '../../../utils/record/read.ts'
import type { TrackerRecord } from '../../../utils/record/record.ts'
import { saidBy } from '../../../utils/record/said.ts'

/** What a record says under every id that it or one of the others knows: two that say the same show the same. */
export function everything(record: TrackerRecord, ...others: readonly TrackerRecord[]): unknown {
  const said = saidBy(record)
  const ids = (name: 'commanders' | 'events' | 'runs' | 'marks') =>
    [...new Set([record, ...others].flatMap((each) => Object.keys(each[name])))].sort()
  return {
    settings: said.settings,
    commanders: commandersOf(record),
    events: ids('events').map((id) => [id, said.event(id)]),
    runs: ids('runs').map((id) => [id, said.run(id)]),
    marks: ids('marks').map((id) => [id, said.mark(id)]),
  }
}
