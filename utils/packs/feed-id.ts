/**
 * Ids that are made of the feed's own, so that an entry which was edited at its source is the same event, and keeps the
 * commander's marks.
 *
 * @module
 */

/** Characters of the escaped id: with what stands before and after it, also of a run that comes again, it is an id. */
export const MOST_ID_CHARACTERS = 75

const FEED = 'feed-'

/**
 * The id of an event or a related event that an entry becomes. No two entries share one.
 *
 * @example feedIdOf('356') // 'feed-356'
 * @example feedIdOf('week/12') // 'feed-week.2f.12'
 */
export function feedIdOf(entryId: string): string {
  return `${FEED}${escapedId(entryId)}`
}

/** Whether an event came from the feed. */
export function isFeedId(eventId: string): boolean {
  return eventId.startsWith(FEED)
}

/** What an id may not contain as its code point in hexadecimal digits. A dot is escaped too, or two ids could meet. */
export function escapedId(entryId: string): string {
  return entryId.replace(/[^\w-]/gu, (sign) => `.${(sign.codePointAt(0) ?? 0).toString(16)}.`)
}
