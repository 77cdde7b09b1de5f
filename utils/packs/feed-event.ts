/**
 * The event and the run that a group of the feed becomes. Their ids come from the feed's ids alone, not from its times
 * and titles: what is edited at its source keeps the commander's marks.
 *
 * @module
 */

import { millisecondsInMinute, millisecondsInSecond } from 'date-fns/constants'
import type { EventDefinition, LevelBracket, RelatedEvent, WindowSpan } from '../events/event.ts'
import { codeOf, distinctCodes, shortNameOf } from './code.ts'
import type { FeedEntry } from './feed-entry.ts'
import { feedIdOf } from './feed-id.ts'
import { isServerWide } from './feed-kind.ts'
import { spansOf } from './feed-times.ts'
import { type FeedGroup, headOf } from './group-feed.ts'

export interface FeedEvent {
  readonly event: EventDefinition
  readonly runId: string
  /** Epoch ms: the start of its run, or of the first of its runs. */
  readonly startsAt: number
  /** Weeks after which it comes again. Absent: it does not. */
  readonly repeatsEvery?: number | undefined
}

/**
 * What the feed does not say stays absent: points, rewards, objectives where there is no description.
 *
 * Windows go by their place: where the source changes the days of the week on which an entry comes, the mark of its
 * second window stays on the second, though that is another day by now.
 *
 * @example
 * eventOfGroup(<Sector Supremacy Meta with its feeders>)
 *   // { event: { id: 'feed-356', lasts: 8640, relatedEvents: [{ id: 'feed-357', … }] }, runId: 'feed-356.run', … }
 */
export function eventOfGroup(group: FeedGroup): FeedEvent {
  const head = headOf(group)
  const id = feedIdOf(group.id)
  const lasts = Math.max(1, minutesBetween(group.startsAt, group.endsAt))
  const codes = distinctCodes(group.entries.map(({ title }) => codeOf(title)))
  const repeatsEvery = head.repeats ? { repeatsEvery: head.repeats.weeks } : {}
  const event: EventDefinition = {
    id,
    name: head.title,
    shortName: shortNameOf(head.title),
    ...(group.meta?.description ? { story: group.meta.description } : {}),
    ...bracketOf(head),
    rewards: [],
    relatedEvents: group.entries.map((entry, index) => ({
      ...relatedEventOf(entry, codes[index] ?? codeOf(entry.title)),
      // A bracket of the only entry is that of the event.
      ...(group.meta ? bracketOf(entry) : {}),
      windows: windowsOf(entry, group.startsAt, lasts),
    })),
    lasts,
    ...(isServerWide(head) ? { serverWide: true } : {}),
    ...repeatsEvery,
    revision: Math.floor(lastUpdateOf(group) / millisecondsInSecond),
  }
  return { event, runId: `${id}.run`, startsAt: group.startsAt, ...repeatsEvery }
}

function relatedEventOf({ id, title, description }: FeedEntry, code: string): Omit<RelatedEvent, 'windows'> {
  return {
    id: feedIdOf(id),
    name: title,
    code,
    ...(description ? { objectives: [description] } : {}),
    rewards: [],
  }
}

/**
 * @param startsAt of the group, epoch ms
 * @param most minutes that the event lasts
 */
function windowsOf(entry: FeedEntry, startsAt: number, most: number): readonly WindowSpan[] {
  return spansOf(entry).map((span) => {
    // Of less than half a minute nothing would be left: it has one, inside the event.
    const opensAfter = Math.min(minutesBetween(startsAt, span.startsAt), most - 1)
    return { opensAfter, lasts: Math.max(1, minutesBetween(startsAt, span.endsAt) - opensAfter) }
  })
}

function bracketOf({ minLevel, maxLevel }: LevelBracket): LevelBracket {
  return { ...(minLevel ? { minLevel } : {}), ...(maxLevel ? { maxLevel } : {}) }
}

/** Whole minutes, rounded. */
function minutesBetween(from: number, to: number): number {
  return Math.round((to - from) / millisecondsInMinute)
}

function lastUpdateOf({ meta, entries }: FeedGroup): number {
  return Math.max(meta?.updatedAt ?? 0, ...entries.map(({ updatedAt }) => updatedAt))
}
