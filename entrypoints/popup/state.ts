import type { RunStatus, RunView } from '../../utils/plan/run-view.ts'
import { isEmptyRecord } from '../../utils/record/record.ts'
import type { Loaded } from '../../utils/storage/load.ts'

/** Which of its faces the popup shows. */
export type PopupState = RunStatus | 'first-use' | 'ineligible' | 'unreadable' | 'newer' | 'failed'

/**
 * @param run the run to show, if there is one
 * @example popupStateOf(loaded, undefined) // 'first-use'
 */
export function popupStateOf(loaded: Loaded, run: RunView | undefined): PopupState {
  if (loaded.status !== 'ok') return loaded.status
  const untold = loaded.setAside.filter(({ whole, seen }) => whole && !seen)
  // A record that is gone stands in nobody's way once there is a new one, or a backup was imported.
  if (untold.some(({ lost }) => !lost || isEmptyRecord(loaded.record))) return 'unreadable'
  if (!run) return 'first-use'
  return run.status !== 'ended' && run.eligibility !== 'yes' ? 'ineligible' : run.status
}
