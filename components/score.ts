import { message } from '../utils/i18n/messages.ts'
import type { RunView } from '../utils/plan/run-view.ts'

type Scored = Pick<RunView, 'scored' | 'points' | 'pointsTotal' | 'daysDone' | 'days'>

/** What a run has brought so far: points, or days where no points are documented. */
export function scoreOf({ scored, points, pointsTotal, daysDone, days }: Scored): { value: number; total: number } {
  return scored ? { value: points, total: pointsTotal } : { value: daysDone, total: days.length }
}

/** @example scoreText(view) // "100 of 500 points" */
export function scoreText(view: Scored): string {
  const { value, total } = scoreOf(view)
  return view.scored ? message('popup_points', value, total) : message('popup_days_done', value, total)
}
