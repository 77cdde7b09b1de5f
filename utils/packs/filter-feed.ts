/**
 * What of a feed a commander wants to see.
 *
 * @module
 */

import { isInBracket } from '../schedule/schedule.ts'
import type { FeedEntry } from './feed-entry.ts'
import { folded, wordsOf } from './feed-text.ts'
import { type FeedGroup, headOf } from './group-feed.ts'

/** An absent or empty field hides nothing, but for `includeInactive`. */
export interface FeedFilter {
  /** Words, or parts of words, each of which stands in a title or a description. */
  readonly query?: string | undefined
  readonly format?: string | undefined
  /** Operations level; null: not told. */
  readonly level?: number | null | undefined
  readonly category?: string | undefined
  /** Epoch ms: what ended before it is hidden. What repeats never ended. */
  readonly from?: number | undefined
  /** Shows what is switched off at its source as well. */
  readonly includeInactive?: boolean | undefined
}

/** A value that entries have, and how many groups have one with it. */
export interface FeedFacet {
  readonly value: string
  readonly count: number
}

/**
 * The groups in which something fits. A group is shown whole.
 *
 * @example filterFeed(groups, { query: 'supremacy', level: 33, from: now })
 */
export function filterFeed(groups: readonly FeedGroup[], filter: FeedFilter): readonly FeedGroup[] {
  const { format, category, level, from, includeInactive = false } = filter
  const words = wordsOf(filter.query ?? '')
  return groups.filter((group) => {
    if (from !== undefined && group.endsAt <= from && !headOf(group).repeats) return false
    const entries = allOf(group)
    return (
      (includeInactive || entries.some(({ isActive }) => isActive)) &&
      (!format || entries.some((entry) => entry.format === format)) &&
      (!category || entries.some((entry) => entry.category === category)) &&
      isFor(group, level ?? null) &&
      words.every((word) => searchTextOf(group).includes(word))
    )
  })
}

/**
 * The formats and categories that there are, the most frequent first.
 *
 * @example facetsOf(groups).formats // [{ value: 'SMS', count: 12 }, { value: 'IMS', count: 3 }]
 */
export function facetsOf(groups: readonly FeedGroup[]): {
  readonly formats: readonly FeedFacet[]
  readonly categories: readonly FeedFacet[]
} {
  return { formats: facetOf(groups, 'format'), categories: facetOf(groups, 'category') }
}

function facetOf(groups: readonly FeedGroup[], field: 'format' | 'category'): readonly FeedFacet[] {
  const counts = new Map<string, number>()
  for (const group of groups) {
    for (const value of new Set(allOf(group).map((entry) => entry[field]))) {
      if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

function allOf({ meta, entries }: FeedGroup): readonly FeedEntry[] {
  return meta ? [meta, ...entries] : entries
}

/** Of a meta both its own bracket and that of a feeder must hold the level. */
function isFor(group: FeedGroup, level: number | null): boolean {
  return isInBracket(headOf(group), level) && group.entries.some((entry) => isInBracket(entry, level))
}

/** Kept, because a search asks all of them again with each letter that is typed. */
const searchTexts = new WeakMap<FeedGroup, string>()

function searchTextOf(group: FeedGroup): string {
  const known = searchTexts.get(group)
  if (known !== undefined) return known
  const text = folded(
    allOf(group)
      .map(({ title, description }) => `${title}\n${description}`)
      .join('\n'),
  )
  searchTexts.set(group, text)
  return text
}
