import { Changes } from '../../../components/changes.tsx'
import { StateIcon } from '../../../components/icons.tsx'
import { windowName } from '../../../components/words.ts'
import { message } from '../../../utils/i18n/messages.ts'
import type { PastRun } from '../../../utils/plan/history.ts'
import { setDone } from '../../../utils/record/transitions.ts'
import type { Page } from '../page.ts'
import { useSave } from '../save.tsx'
import { dateOf, SHAPES, stateText } from './words.ts'

export interface PastDaysProps {
  readonly page: Page
  readonly run: PastRun
}

/** The days of a run that is over, with their notes. What was done and not ticked can still be said. */
export function PastDays({ page, run }: PastDaysProps) {
  const save = useSave()
  if (run.days.length === 0) return <p class="note">{message('options_history_no_days')}</p>
  return (
    <ul class="history-days">
      {run.days.map((day) => {
        const { window, state, note } = day
        const isDone = state === 'done'
        const name = windowName(window)
        return (
          <li class="history-day" key={window.id} data-window={window.id} data-state={state}>
            <StateIcon state={SHAPES[state]} />
            <div class="history-day-body">
              <div class="history-day-text">
                <p class="row-title">{name}</p>
                <p class="row-detail">
                  {message('options_history_day', stateText(state), dateOf(window.startsAt, page))}
                </p>
                {note === '' ? null : (
                  <p class="history-note">
                    <span class="history-note-label">{message('options_history_note')}</span> {note}
                  </p>
                )}
              </div>
              {/* One button that changes its words, so that the focus stays where it is. */}
              <Changes>
                <button
                  type="button"
                  class="button is-quiet"
                  data-action="mark-past-day"
                  aria-label={message(isDone ? 'options_history_unmark_named' : 'options_history_mark_named', name)}
                  onClick={() => save(setDone(run.commander.id, run.run.id, window.id, !isDone))}
                >
                  {message(isDone ? 'options_history_unmark' : 'options_history_mark')}
                </button>
              </Changes>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
