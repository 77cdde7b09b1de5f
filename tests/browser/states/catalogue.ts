import { KEPT_DRAFTS } from './kept-drafts.ts'
import { NEWER } from './newer.ts'
import { OPTIONS } from './options.ts'
import { OPTIONS_BACKUP } from './options-backup.ts'
import { OPTIONS_COMMANDERS } from './options-commanders.ts'
import { OPTIONS_DIAGNOSTICS } from './options-diagnostics.ts'
import { OPTIONS_EDITOR } from './options-editor.ts'
import { OPTIONS_HISTORY } from './options-history.ts'
import { OPTIONS_LIBRARY } from './options-library.ts'
import { OPTIONS_SYNC } from './options-sync.ts'
import { POPUP_RUN } from './popup-run.ts'
import { POPUP_SEVERAL } from './popup-several.ts'
import { POPUP_START } from './popup-start.ts'
import type { State } from './state.ts'

/** Every state of every page, by page and in the order in which a person would look at them. */
export const STATES: readonly State[] = [
  ...POPUP_START,
  ...POPUP_RUN,
  ...POPUP_SEVERAL,
  ...OPTIONS,
  ...OPTIONS_COMMANDERS,
  ...OPTIONS_EDITOR,
  ...OPTIONS_LIBRARY,
  ...OPTIONS_HISTORY,
  ...OPTIONS_BACKUP,
  ...OPTIONS_DIAGNOSTICS,
  ...OPTIONS_SYNC,
  ...KEPT_DRAFTS,
  ...NEWER,
]

/** @throws Error where there is none of that name */
export function stateOf(page: State['page'], name: string): State {
  const state = STATES.find((each) => each.page === page && each.name === name)
  if (!state) throw new Error(`The catalogue has no state ${name} of the ${page}.`)
  return state
}
