/**
 * Reads the community's event feed. Each entry stands for itself: one that cannot be read is named and left out, the
 * others stay.
 *
 * @module
 */

import type { FeedEntry } from './feed-entry.ts'
import { MOST_PROBLEMS, type PackProblem, type Path, pathText } from './problem.ts'
import { type FeedIssue, readFeedEntry } from './read-feed-entry.ts'
import { type Json, readJson } from './read-json.ts'

/** Entries of a feed: some hundred years of a busy calendar. */
const MOST_ENTRIES = 20_000

export type ReadFeed =
  | {
      readonly ok: true
      /** In the order of the feed; of several with one id the one that was updated last. */
      readonly entries: readonly FeedEntry[]
      /** Why entries were left out, the first of the reasons. */
      readonly problems: readonly PackProblem[]
      /** How many entries were left out. */
      readonly leftOut: number
    }
  | { readonly ok: false; readonly problems: readonly PackProblem[] }

/**
 * @param text a JSON array of entries, or an object with one array of them
 * @example readFeed('[{ "id": 356, "title": "Sector Supremacy Meta - SMS", … }]') // { ok: true, entries: [{ … }], … }
 */
export function readFeed(text: string): ReadFeed {
  const json = readJson(text)
  return json.ok ? readFeedValue(json) : { ok: false, problems: [json.problem] }
}

/** The same for a text that was read as JSON before. */
export function readFeedValue(json: Json): ReadFeed {
  const list = listIn(json.value)
  if (!list) return refused(json, [], 'not-a-pack', [])
  if (list.raws.length > MOST_ENTRIES) return refused(json, list.path, 'list-long', [list.raws.length, MOST_ENTRIES])
  const entries = new Map<string, FeedEntry>()
  const problems: PackProblem[] = []
  let leftOut = 0
  list.raws.forEach((raw, index) => {
    const read = readFeedEntry(raw)
    if (read.ok) {
      const known = entries.get(read.value.id)
      if (!known || read.value.updatedAt > known.updatedAt) entries.set(read.value.id, read.value)
    } else {
      leftOut++
      for (const issue of read.issues) {
        if (problems.length < MOST_PROBLEMS) problems.push(problemAt(json, [...list.path, index, ...issue.path], issue))
      }
    }
  })
  if (entries.size === 0) return { ok: false, problems }
  return { ok: true, entries: [...entries.values()], problems, leftOut }
}

/** Whether a JSON value means to be a feed, readable or not: its entries have titles. */
export function isFeed(value: unknown): boolean {
  return listIn(value)?.raws.some((raw) => isObject(raw) && 'title' in raw) ?? false
}

interface FeedList {
  readonly raws: readonly unknown[]
  readonly path: Path
}

/** @returns the only list of objects; undefined where there is none, or where it cannot be told which one is meant */
function listIn(value: unknown): FeedList | undefined {
  if (holdsObjects(value)) return { raws: value, path: [] }
  if (!isObject(value)) return undefined
  const lists = Object.entries(value).flatMap(([key, part]) =>
    holdsObjects(part) ? [{ raws: part, path: [key] }] : [],
  )
  return lists.length === 1 ? lists[0] : undefined
}

function holdsObjects(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.some(isObject)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refused(json: Json, path: Path, rule: FeedIssue['rule'], values: FeedIssue['values']): ReadFeed {
  return { ok: false, problems: [problemAt(json, path, { rule, values })] }
}

function problemAt(json: Json, path: Path, { rule, values }: Pick<FeedIssue, 'rule' | 'values'>): PackProblem {
  return { ...json.placeOf(path), path: pathText(path), rule, values }
}
