import type { RunStatus, RunView } from '../../utils/plan/run-view.ts'
import type { Loaded } from '../../utils/storage/load.ts'

/** Which of its faces the popup shows. */
export type PopupState = RunStatus | 'first-use' | 'ineligible' | 'unreadable' | 'newer' | 'failed'

/**
 * @param run the run to show, if there is one
 * @example popupStateOf(loaded, undefined) // 'first-use'
 */
export function popupStateOf(loaded: Loaded, run: RunView | undefined): PopupState {
  if (loaded.status !== 'ok') return loaded.status
  if (loaded.setAside.some((entry) => entry.whole && !entry.seen)) return 'unreadable'
  if (!run) return 'first-use'
  return run.status !== 'ended' && run.eligibility !== 'yes' ? 'ineligible' : run.status
}
