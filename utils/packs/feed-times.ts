/**
 * When an entry of the feed takes place.
 *
 * @module
 */

import { daysInWeek, millisecondsInDay, millisecondsInWeek } from 'date-fns/constants'
import type { FeedEntry } from './feed-entry.ts'

/** From one instant to another, the end excluded; epoch ms. */
export interface FeedSpan {
  readonly startsAt: number
  readonly endsAt: number
}

type FeedTimes = Pick<FeedEntry, 'startsAt' | 'endsAt' | 'repeats'>

/**
 * The spans of an entry before it comes again, by their start: one, or where it repeats on several days of the week one
 * for each day, from the first such day at or after its start on. Weeks are of 168 hours and days are those of UTC, for
 * the feed's instants are.
 *
 * An entry never lasts longer than it takes to come again. Where the days are too close for its length they cannot be
 * meant, and it comes once in its repetition, at its start.
 *
 * @example
 * spansOf({ startsAt: <Monday 16:00>, endsAt: <Tuesday 16:00>, repeats: { weeks: 1, days: [1, 3] }, … })
 *   // [{ startsAt: <Monday 16:00>, … }, { startsAt: <Wednesday 16:00>, … }]
 */
export function spansOf({ startsAt, endsAt, repeats }: FeedTimes): readonly FeedSpan[] {
  if (!repeats) return [{ startsAt, endsAt }]
  const period = repeats.weeks * millisecondsInWeek
  const lasts = Math.min(endsAt - startsAt, period)
  const spanAt = (start: number): FeedSpan => ({ startsAt: start, endsAt: start + lasts })
  const spans = startsOn(repeats.days, startsAt).map(spanAt)
  const again = (spans[0]?.startsAt ?? startsAt) + period
  const overlaps = spans.some((span, index) => span.endsAt > (spans[index + 1]?.startsAt ?? again))
  return overlaps || spans.length === 0 ? [spanAt(startsAt)] : spans
}

/** From the start of an entry's first span to the end of its last. */
export function rangeOf(entry: FeedTimes): FeedSpan {
  const spans = spansOf(entry)
  return { startsAt: spans[0]?.startsAt ?? entry.startsAt, endsAt: spans.at(-1)?.endsAt ?? entry.endsAt }
}

/** @returns ascending, epoch ms */
function startsOn(days: readonly number[], startsAt: number): readonly number[] {
  const startDay = new Date(startsAt).getUTCDay()
  const daysAfter = days.map((day) => (day - startDay + daysInWeek) % daysInWeek)
  return daysAfter.sort((a, b) => a - b).map((after) => startsAt + after * millisecondsInDay)
}
