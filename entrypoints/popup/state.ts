import type { RunStatus, RunView } from '../../utils/plan/run-view.ts'
import { isEmptyRecord } from '../../utils/record/record.ts'
import type { Loaded } from '../../utils/storage/load.ts'

/** Which of its faces the popup shows; `newer`: of a record of a newer version, there is nothing to show. */
export type PopupState = RunStatus | 'first-use' | 'ineligible' | 'unreadable' | 'newer' | 'failed'

/**
 * @param run the run to show, if there is one
 * @example popupStateOf(loaded, undefined) // 'first-use'
 */
export function popupStateOf(loaded: Loaded, run: RunView | undefined): PopupState {
  const { status, setAside } = loaded
  const isNewer = status === 'newer'
  if (status !== 'ok' && !isNewer) return status
  const untold = isNewer ? [] : setAside.filter(({ whole, seen }) => whole && !seen)
  // A record that is gone stands in nobody's way once there is a new one, or a backup was imported.
  if (untold.some(({ lost }) => !lost || isEmptyRecord(loaded.record))) return 'unreadable'
  if (!run) return isNewer ? 'newer' : 'first-use'
  return run.status !== 'ended' && run.eligibility !== 'yes' ? 'ineligible' : run.status
}
