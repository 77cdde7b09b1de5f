/**
 * Whether stored labels may be drawn. Apart from what makes them: it stands before the popup's first paint and asks
 * `Intl` nothing.
 */
import type { Labels } from './labels.ts'

/** What a page holds stored labels against. */
export interface LabelDemand {
  instants: readonly number[]
  /** `system`: the host's zone, whichever it is now */
  timeZone: string | 'system'
  locale: string
  now: number
  /** minutes that the host's zone is ahead of UTC: `(t) => -new Date(t).getTimezoneOffset()` */
  hostOffsetAt: (instant: number) => number
}

/**
 * Whether stored labels still say what `labelsFor` would. Touches no `Intl`.
 *
 * For `system` the host's offsets stand for its zone: after a move to a zone that agrees at every instant, dates and
 * hours are right and only the names are the old zone's, until the background writes new labels.
 */
export function labelsFit(labels: Labels, { instants, timeZone, locale, now, hostOffsetAt }: LabelDemand): boolean {
  if (labels.locale !== locale) return false
  if (timeZone !== 'system' && labels.timeZone !== timeZone) return false
  if (now < labels.freshFrom || now >= labels.freshUntil) return false
  return instants.every((instant) => {
    if (!Object.hasOwn(labels.byInstant, instant)) return false
    return timeZone !== 'system' || labels.byInstant[instant]?.offset === hostOffsetAt(instant)
  })
}
