import { useEffect, useRef, useState } from 'preact/hooks'
import { message } from '../../../utils/i18n/messages.ts'
import type { PastRun } from '../../../utils/plan/history.ts'
import { zoneNameOf } from '../../../utils/time/zone-name.ts'
import type { Page } from '../page.ts'
import { RunRow } from './run-row.tsx'
import type { Names } from './words.ts'

/** Rows at first: a long history is asked for. */
const AT_FIRST = 20

export interface RunsTableProps {
  readonly page: Page
  /** The newest first. */
  readonly runs: readonly PastRun[]
  /** Where there are runs of several commanders. */
  readonly names: Names | undefined
}

/** The facts of the pictures in words and numbers; each row opens to its days. */
export function RunsTable({ page, runs, names }: RunsTableProps) {
  const [isWhole, setWhole] = useState(false)
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    // The button that had the focus is gone: the focus goes to the first row that it brought.
    if (isWhole) body.current?.querySelectorAll<HTMLElement>('[data-action="toggle-past-run"]')[AT_FIRST]?.focus()
  }, [isWhole])
  const shown = isWhole ? runs : runs.slice(0, AT_FIRST)
  return (
    <div class="history-list">
      <table class="history-table">
        <caption>{message('options_history_caption', zoneNameOf(page.zone.timeZone))}</caption>
        <thead>
          <tr>
            <th scope="col">{message('options_history_run')}</th>
            {names ? <th scope="col">{message('options_history_commander')}</th> : null}
            <th scope="col">{message('options_history_dates')}</th>
            <th scope="col">{message('options_history_days_done')}</th>
            <th scope="col">{message('options_history_points')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map((run) => (
            <RunRow
              key={`${run.run.id}/${run.commander.id}`}
              page={page}
              run={run}
              commander={names?.get(run.commander.id)}
            />
          ))}
        </tbody>
      </table>
      {shown.length < runs.length ? (
        <button type="button" class="button" data-action="show-all-runs" onClick={() => setWhole(true)}>
          {message('options_history_show_all', runs.length)}
        </button>
      ) : null}
    </div>
  )
}
