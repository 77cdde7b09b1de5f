import { message, plural } from '../../../utils/i18n/messages.ts'
import { type PastRun, streakOf, totalsOf } from '../../../utils/plan/history.ts'
import { countText, type Names } from './words.ts'

export interface SumsProps {
  /** Of one commander or of several, the newest first; at least one. */
  readonly runs: readonly PastRun[]
  readonly names: Names
}

/** How the runs went in all: complete ones in a row, and the totals. */
export function Sums({ runs, names }: SumsProps) {
  const totals = totalsOf(runs)
  const streaks = [...Map.groupBy(runs, ({ commander }) => commander.id)].map(([id, own]) => ({
    name: names.get(id) ?? '',
    ...streakOf(own),
  }))
  const [only] = streaks
  return (
    <div class="history-sums">
      {streaks.length === 1 && only && only.best > 0 ? (
        <div class="history-streaks">
          <p class="history-streak" data-streak="current">
            <strong class="history-figure">{only.current}</strong>{' '}
            <span>{plural('options_history_streak_now', only.current)}</span>
          </p>
          <p class="history-streak" data-streak="best">
            <strong class="history-figure">{only.best}</strong>{' '}
            <span>{plural('options_history_streak_best', only.best)}</span>
          </p>
        </div>
      ) : null}
      {streaks.length > 1 ? (
        <div class="history-rows-of">
          <h3 class="section-subtitle">{message('options_history_streaks')}</h3>
          <ul class="history-streak-list">
            {streaks.map(({ name, current, best }) => (
              <li key={name}>
                {best > 0
                  ? message('options_history_streak_of', name, current, best)
                  : message('options_history_streak_none', name)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p class="note">{message('options_history_complete_means')}</p>
      <ul class="history-totals">
        <li>{plural('options_history_runs', totals.runs)}</li>
        <li>{message('options_history_complete', totals.complete)}</li>
        <li>{message('options_history_days', countText(totals.daysDone), countText(totals.daysTotal))}</li>
        {totals.scored ? (
          <li>{message('options_history_points_of', countText(totals.points), countText(totals.pointsTotal))}</li>
        ) : null}
      </ul>
    </div>
  )
}
