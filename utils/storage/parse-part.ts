import { EMPTY_RECORD } from '../record/record.ts'
import { type ParsedRecord, parseRecord } from '../record/schema.ts'
import { fromStored } from './part-text.ts'

/** One of the two parts in which the record is stored. One that was never stored is an empty one. */
export function parsePart(stored: unknown): ParsedRecord {
  if (stored === undefined) return { kind: 'record', record: EMPTY_RECORD, problems: [] }
  return parseRecord(fromStored(stored))
}
