import type { PastRun } from '../../../utils/plan/history.ts'
import type { Page } from '../page.ts'
import { type Names, startText } from './words.ts'

export interface RunLabelProps {
  readonly page: Page
  readonly run: PastRun
  /** Where there are runs of several commanders. */
  readonly names: Names | undefined
}

/** What a row of a picture is about. */
export function RunLabel({ page, run, names }: RunLabelProps) {
  return (
    <p class="history-label">
      <span class="history-label-event">{run.event.shortName}</span>{' '}
      <span class="history-label-date">{startText(run, page)}</span>{' '}
      {names ? <span class="history-label-date">{names.get(run.commander.id)}</span> : null}
    </p>
  )
}
