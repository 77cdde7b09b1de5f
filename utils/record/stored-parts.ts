/**
 * What lies in the storage of a record, as it is. What a later version wrote would lose in a backup all that this one does
 * not understand; its stored parts in a file lose nothing, and a version that understands them takes that for a backup.
 *
 * @module
 */

import { readJson } from '../packs/read-json.ts'
import { isObject } from './is-object.ts'
import { merge } from './merge.ts'
import { type ParsedRecord, parseRecord } from './schema.ts'

/** Each is JSON, or a text of it; a record may lie in one of them alone. */
export interface StoredParts {
  readonly record?: unknown
  readonly shelf?: unknown
}

/**
 * @param stored anything
 * @param mostMegabytes a text that is longer is not read
 * @returns each part that there is; one whose text is no JSON as that text
 */
export function partsIn(stored: unknown, mostMegabytes: number): readonly unknown[] {
  if (!isObject(stored)) return []
  return [stored.record, stored.shelf]
    .filter((part) => part !== undefined)
    .map((part) => {
      const json = typeof part === 'string' ? readJson(part, mostMegabytes) : undefined
      return json?.ok ? json.value : part
    })
}

/**
 * @param parts at least one
 * @returns all of them as one record; the first of them that is none of this version
 */
export function parseParts(parts: readonly unknown[]): ParsedRecord {
  const parsed = parts.map(parseRecord)
  return parsed.reduce((one, other) => {
    if (one.kind !== 'record') return one
    if (other.kind !== 'record') return other
    return { kind: 'record', record: merge(one.record, other.record), problems: [...one.problems, ...other.problems] }
  })
}
