/**
 * Groups of the feed: a meta with its feeders. The feed does not say what belongs together; titles and times do.
 *
 * @module
 */

import type { FeedEntry } from './feed-entry.ts'
import { isServerWide, stemOf } from './feed-kind.ts'
import { emptyTree, findStems, type StemTree, valuesAt } from './feed-stems.ts'
import { wordsOf } from './feed-text.ts'
import { type FeedSpan, rangeOf } from './feed-times.ts'

/** What a commander tracks as one event. */
export interface FeedGroup {
  /** The id of its meta, or of its only entry. */
  readonly id: string
  /** Absent: an entry that stands alone. */
  readonly meta?: FeedEntry | undefined
  /** The feeders of the meta by start, or the only entry. */
  readonly entries: readonly FeedEntry[]
  /** Epoch ms. */
  readonly startsAt: number
  /** Epoch ms, exclusive; of what repeats the end of the first time. */
  readonly endsAt: number
}

/** Feeders of one meta. Each may have seven windows, and an event has 2,000 at most. */
const MOST_FEEDERS = 250

interface Item extends FeedSpan {
  readonly entry: FeedEntry
  readonly words: readonly string[]
  readonly stem: readonly string[] | undefined
  readonly serverWide: boolean
}

/** Metas of one stem that are equally long, by start: those that a feeder lies in are found without asking all. */
interface EquallyLong {
  readonly lasts: number
  readonly metas: Item[]
}

/**
 * Puts each feeder to its meta.
 *
 * - A meta is an entry with the word "Meta" in its title. Its stem is the title without that word and without the kind
 *   at its end ("- SMS", "– IMS").
 * - A feeder is no meta itself. Its title contains the stem in one piece, as whole words, whatever their case and
 *   accents. It is shorter than the meta and lies within it, with all its spans.
 * - Both come once, or both come again after the same number of weeks: else one would be shown when the feed has it not.
 * - Their level brackets have a level in common.
 * - Of several metas that fit, the shortest takes it: a daily feeder belongs to the meta of its week, not to the arc of
 *   four. Of equally long ones one of the feeder's own format, then one that is not server-wide, then the one with the
 *   earlier id.
 *
 * Everything else stands alone, also a meta without feeders. Whether an entry is active plays no part: it would tear
 * groups apart that a commander follows already.
 *
 * @param entries with ids that differ
 * @returns by start, then by id
 */
export function groupFeed(entries: readonly FeedEntry[]): readonly FeedGroup[] {
  const items = entries.map(itemOf).sort((a, b) => a.startsAt - b.startsAt || compareIds(a.entry.id, b.entry.id))
  const metas = metasIn(items)
  const feeders = new Map<Item, Item[]>()
  const fed = new Set<Item>()
  for (const item of items) {
    const meta = item.stem ? undefined : metaFor(item, findStems(metas, item.words))
    if (!meta) continue
    const others = feeders.get(meta) ?? []
    if (others.length === MOST_FEEDERS) continue
    others.push(item)
    feeders.set(meta, others)
    fed.add(item)
  }
  return items.filter((item) => !fed.has(item)).map((item) => groupOf(item, feeders.get(item)))
}

/** The entry that gives a group its name and its time: its meta, or the entry that stands alone. */
export function headOf(group: FeedGroup): FeedEntry {
  // A group that stands alone has its one entry.
  return group.meta ?? (group.entries[0] as FeedEntry)
}

function itemOf(entry: FeedEntry): Item {
  const words = wordsOf(entry.title)
  return { entry, words, stem: stemOf(words), serverWide: isServerWide(entry), ...rangeOf(entry) }
}

/** @param items by start */
function metasIn(items: readonly Item[]): StemTree<EquallyLong> {
  const tree = emptyTree<EquallyLong>()
  for (const item of [...items].sort((a, b) => lastsOf(a) - lastsOf(b))) {
    if (!item.stem) continue
    const found = valuesAt(tree, item.stem)
    const last = found.at(-1)
    if (last?.lasts === lastsOf(item)) last.metas.push(item)
    else found.push({ lasts: lastsOf(item), metas: [item] })
  }
  return tree
}

function groupOf({ entry, startsAt, endsAt }: Item, feeders: readonly Item[] | undefined): FeedGroup {
  if (!feeders) return { id: entry.id, entries: [entry], startsAt, endsAt }
  return { id: entry.id, meta: entry, entries: feeders.map((feeder) => feeder.entry), startsAt, endsAt }
}

/** @param found for each stem in the feeder's title its metas, the shortest first */
function metaFor(feeder: Item, found: readonly (readonly EquallyLong[])[]): Item | undefined {
  let best: Item | undefined
  for (const { lasts, metas } of found.flat()) {
    if (lasts <= lastsOf(feeder) || (best && lasts > lastsOf(best))) continue
    for (let at = firstFrom(metas, feeder.endsAt - lasts); at < metas.length; at++) {
      const meta = metas[at] as Item
      if (meta.startsAt > feeder.startsAt) break
      if (goWith(feeder.entry, meta.entry) && (!best || isNearer(meta, best, feeder.entry.format))) best = meta
    }
  }
  return best
}

/** @returns the index of the first item that starts at `startsAt` (epoch ms) or later */
function firstFrom(items: readonly Item[], startsAt: number): number {
  let [from, to] = [0, items.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((items[middle] as Item).startsAt < startsAt) from = middle + 1
    else to = middle
  }
  return from
}

/** Whether repetitions and levels allow it. */
function goWith(feeder: FeedEntry, meta: FeedEntry): boolean {
  return (
    feeder.repeats?.weeks === meta.repeats?.weeks &&
    (feeder.minLevel ?? 0) <= (meta.maxLevel ?? Number.POSITIVE_INFINITY) &&
    (meta.minLevel ?? 0) <= (feeder.maxLevel ?? Number.POSITIVE_INFINITY)
  )
}

/** Whether a meta is nearer to a feeder of this format than another that fits as well. */
function isNearer(meta: Item, other: Item, format: string): boolean {
  const longer = lastsOf(meta) - lastsOf(other)
  if (longer !== 0) return longer < 0
  const ofFormat = meta.entry.format === format
  if (ofFormat !== (other.entry.format === format)) return ofFormat
  if (meta.serverWide !== other.serverWide) return other.serverWide
  return compareIds(meta.entry.id, other.entry.id) < 0
}

function lastsOf({ startsAt, endsAt }: FeedSpan): number {
  return endsAt - startsAt
}

/** Numbers first and by their size, so that 99 comes before 100. */
function compareIds(a: string, b: string): number {
  const [isNumber, isOther] = [/^\d+$/.test(a), /^\d+$/.test(b)]
  if (isNumber !== isOther) return isNumber ? -1 : 1
  if (isNumber && a.length !== b.length) return a.length - b.length
  return a < b ? -1 : Number(a > b)
}
