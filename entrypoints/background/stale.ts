import { millisecondsInMinute } from 'date-fns/constants'

/** So much, in ms, a wake may take: mostly it needs some tens of them. */
const TAKES = millisecondsInMinute

/**
 * Whether the computer slept since a wake began, or its clock was set: what was worked out for then may have had its
 * day.
 *
 * @param now epoch ms for which the wake worked it out
 */
export function isStale(now: number): boolean {
  return Math.abs(Date.now() - now) > TAKES
}
