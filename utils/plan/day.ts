/**
 * What a window means to a commander at an instant.
 *
 * @module
 */

import { millisecondsInHour } from 'date-fns/constants'
import { type Window, windowPhaseAt } from '../schedule/schedule.ts'

/** How long before its end an open day that is not done becomes urgent, in ms. */
export const URGENT_WITHIN = millisecondsInHour

/** `done` whether the window is still open or over; `open` and `urgent` only while it is not done. */
export type DayState = 'upcoming' | 'open' | 'urgent' | 'done' | 'missed'

/**
 * @example
 * dayStateAt(window, false, window.endsAt - 1) // 'urgent'
 * dayStateAt(window, false, window.endsAt) // 'missed'
 */
export function dayStateAt(window: Window, done: boolean, now: number): DayState {
  const phase = windowPhaseAt(window, now)
  if (phase === 'upcoming') return 'upcoming'
  if (done) return 'done'
  if (phase === 'over') return 'missed'
  return now >= window.endsAt - URGENT_WITHIN ? 'urgent' : 'open'
}
