/**
 * Two places whose zones have no daylight saving time, so that what a wall shows there is worked out by adding minutes; and
 * what the pages write of it.
 */

import { dayRows, wallWords } from './wall-words.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export interface Place {
  readonly timeZone: string
  readonly city: string
  /** Minutes ahead of UTC, always. */
  readonly offset: number
  readonly short: string
}

export const TOKYO: Place = { timeZone: 'Asia/Tokyo', city: 'Tokyo', offset: 9 * 60, short: 'GMT+9' }
export const MARQUESAS: Place = {
  timeZone: 'Pacific/Marquesas',
  city: 'Marquesas',
  offset: -(9 * 60 + 30),
  short: 'GMT-9:30',
}

/** What the wall shows, `2026-03-08T02:30`. */
export const wallAt = (instant: number, { offset }: Place) =>
  new Date(instant + offset * MINUTE).toISOString().slice(0, 16)

export const yearAt = (place: Place) => Number(wallAt(Date.now(), place).slice(0, 4))

/** The instants at which the five days of a run start, and its end. */
export const edges = (startsAt: number) => [0, 1, 2, 3, 4, 5].map((days) => startsAt + days * DAY)

/** The rows of the popup for a run that starts then, in a place. */
export const rowsIn = (place: Place, startsAt: number) =>
  dayRows(
    edges(startsAt).map((instant) => wallAt(instant, place)),
    yearAt(place),
  )

/** A moment as the pages name it; with the zone behind it where it stands alone. */
export function momentIn(place: Place, instant: number): string {
  const { date, time } = wallWords(wallAt(instant, place), yearAt(place))
  return `${date}, ${time} ${place.short}`
}
