/**
 * A browser that was closed, or a computer that slept, comes back to several things that fell due meanwhile. They are
 * told in one message: five at once are none.
 *
 * @module
 */

import { millisecondsInMinute } from 'date-fns/constants'
import type { Delivery, Notice } from './notice.ts'

/** By so much, in ms, an alarm may come late in a browser that was there. */
const LATE_AFTER = millisecondsInMinute
/** Begins the id of such a message; what follows is the instant (epoch ms) of the last thing in it. */
const AWAY = 'away/'

/**
 * @param due what is to be shown at `now` (epoch ms)
 * @returns the same, with all that is late in one notice where that is more than one
 */
export function gathered(due: readonly Notice[], now: number): readonly Notice[] {
  const late = due.filter(({ dueAt }) => dueAt < now - LATE_AFTER)
  const [first] = late
  if (!first || late.length === 1) return due
  const about = [...late].sort((a, b) => endOf(a) - endOf(b) || a.dueAt - b.dueAt)
  const dueAt = Math.max(...late.map((notice) => notice.dueAt))
  const id = `${AWAY}${dueAt}`
  const away: Notice = {
    id,
    ids: [id, ...about.flatMap(({ ids }) => ids)],
    kind: 'away',
    views: about.flatMap(({ views }) => views),
    about,
    named: first.named,
    dueAt,
    at: dueAt,
  }
  return [away, ...due.filter((notice) => !late.includes(notice))]
}

/**
 * The ids of such messages that may stay on the screen: those of which one thing at least still holds. What they told
 * was recorded with them, at an instant at which nothing else was, so the same instant binds them.
 *
 * @param standing ids of the notices that hold
 */
export function standingAway(standing: readonly string[], { delivered }: Delivery): readonly string[] {
  const shownAt = new Set(standing.map((id) => delivered[id]))
  return Object.keys(delivered).filter((id) => id.startsWith(AWAY) && shownAt.has(delivered[id]))
}

/** When the day closes; a result can wait. */
function endOf({ day }: Notice): number {
  return day ? day.window.endsAt : Number.POSITIVE_INFINITY
}
