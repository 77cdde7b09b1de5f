import { StateIcon } from '../../../components/icons.tsx'
import { windowName } from '../../../components/words.ts'
import { message } from '../../../utils/i18n/messages.ts'
import type { PastRun } from '../../../utils/plan/history.ts'
import type { PastDayState } from '../../../utils/plan/history-days.ts'
import type { Page } from '../page.ts'
import { RunLabel } from './run-label.tsx'
import { type Names, SHAPES, stateText } from './words.ts'

/** Days that fit side by side on the narrowest page; with more, the picture is one that scrolls. */
const FITTING = 7
const STATES: readonly PastDayState[] = ['done', 'missed', 'left']

export interface DayGridProps {
  readonly page: Page
  readonly runs: readonly PastRun[]
  /** Where there are runs of several commanders. */
  readonly names: Names | undefined
}

/** A row a run, a shape a day. A real list: it reads the same without the picture. */
export function DayGrid({ page, runs, names }: DayGridProps) {
  const isLong = runs.some(({ days }) => days.length > FITTING)
  const states = STATES.filter((state) => runs.some(({ days }) => days.some((day) => day.state === state)))
  const rows = (
    <ol class="history-rows">
      {runs.map((run) => (
        <li class="history-row" key={`${run.run.id}/${run.commander.id}`}>
          <RunLabel page={page} run={run} names={names} />
          {run.days.length === 0 ? (
            <p class="note">{message('options_history_no_days')}</p>
          ) : (
            <ol class="history-cells">
              {run.days.map((day) => (
                <li class="history-cell" key={day.window.id} data-state={day.state} title={windowName(day.window)}>
                  <StateIcon state={SHAPES[day.state]} />
                  <span class="sr-only">
                    {message('options_history_cell', windowName(day.window), stateText(day.state))}
                  </span>
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  )
  return (
    <figure class="history-picture" data-picture="days" data-long={isLong ? '' : undefined}>
      <figcaption>
        <h3 class="section-subtitle" id="history-days-title">
          {message('options_history_days_title')}
        </h3>
      </figcaption>
      {isLong ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section class="history-scroll" aria-labelledby="history-days-title" tabIndex={0}>
          {rows}
        </section>
      ) : (
        rows
      )}
      <ul class="history-legend">
        {states.map((state) => (
          <li key={state} data-state={state}>
            <StateIcon state={SHAPES[state]} />
            {stateText(state)}
          </li>
        ))}
      </ul>
    </figure>
  )
}
