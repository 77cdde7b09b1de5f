/**
 * The record from the two parts in which it is stored: what is near, and the shelf. Each is a record; where an entry is in
 * both, the later word counts.
 *
 * @module
 */

import { merge } from '../record/merge.ts'
import { EMPTY_RECORD } from '../record/record.ts'
import type { ParsedRecord } from '../record/schema.ts'
import { parsePart } from './parse-part.ts'

/** As `parsePart`; of a shelf that is no record the problem says so: the near part goes on without it. */
export function parseShelf(stored: unknown): ParsedRecord {
  const parsed = parsePart(stored)
  if (parsed.kind !== 'unreadable') return parsed
  const problems = parsed.problems.map(({ path, message }) => ({ path: path ? `shelf.${path}` : 'shelf', message }))
  return { kind: 'record', record: EMPTY_RECORD, problems }
}

/** The whole record; `newer` where a later version wrote either part, with what is understood of both. */
export function parseWhole(near: ParsedRecord, shelf: ParsedRecord): ParsedRecord {
  if (shelf.kind === 'unreadable') return near.kind === 'newer' ? near : shelf
  if (near.kind === 'unreadable') return shelf.kind === 'newer' ? shelf : near
  const record = merge(near.record, shelf.record)
  if (near.kind === 'newer') return { ...near, record }
  if (shelf.kind === 'newer') return { ...shelf, record }
  return { kind: 'record', record, problems: [...near.problems, ...shelf.problems] }
}
