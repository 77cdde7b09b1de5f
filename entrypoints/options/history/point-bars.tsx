import { message } from '../../../utils/i18n/messages.ts'
import type { PastRun } from '../../../utils/plan/history.ts'
import type { DayGridProps } from './day-grid.tsx'
import { RunLabel } from './run-label.tsx'
import { countText } from './words.ts'

/** A bar a run, with its points written; with its days done where no points are documented. */
export function PointBars({ page, runs, names }: DayGridProps) {
  const isScored = runs.some(({ scored }) => scored)
  return (
    <figure class="history-picture" data-picture="points">
      <figcaption>
        <h3 class="section-subtitle">
          {message(isScored ? 'options_history_points_title' : 'options_history_done_title')}
        </h3>
      </figcaption>
      <ol class="history-rows">
        {runs.map((run) => {
          const { got, of, text } = resultOf(run)
          return (
            <li class="history-row" key={`${run.run.id}/${run.commander.id}`}>
              <RunLabel page={page} run={run} names={names} />
              <div class="history-result">
                {of > 0 ? (
                  <span class="history-bar" aria-hidden="true">
                    <span class="history-bar-fill" style={{ inlineSize: `${(100 * got) / of}%` }} />
                  </span>
                ) : null}
                <span class="history-result-text">{text}</span>
              </div>
            </li>
          )
        })}
      </ol>
    </figure>
  )
}

/** What a run brought of what it could have. */
function resultOf({ points, pointsTotal, daysDone, daysTotal }: PastRun): { got: number; of: number; text: string } {
  if (pointsTotal > 0)
    return {
      got: points,
      of: pointsTotal,
      text: message('options_history_points_of', countText(points), countText(pointsTotal)),
    }
  if (daysTotal === 0) return { got: 0, of: 0, text: message('options_history_no_days') }
  return { got: daysDone, of: daysTotal, text: message('options_history_days', daysDone, daysTotal) }
}
