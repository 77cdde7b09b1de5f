/**
 * The record as a file that a person can read and another device can take: JSON with its format, a version and a
 * checksum. A file is only read here; what it would change, and how, stands in `backup-changes.ts` and
 * `backup-transitions.ts`.
 *
 * @module
 */

import { isFeed } from '../packs/read-feed.ts'
import { readJson } from '../packs/read-json.ts'
import { isPack } from '../packs/read-pack.ts'
import { PACK_FORMAT } from '../packs/schema.ts'
import { inOrder } from './in-order.ts'
import { isObject } from './is-object.ts'
import { INSTANT_RANGE, type TrackerRecord } from './record.ts'
import type { Problem } from './schema.ts'
import { withRoomAbove } from './stamp-room.ts'
import { parseParts, partsIn, type StoredParts } from './stored-parts.ts'
import { type Unread, unreadIn } from './unread.ts'

const BACKUP_FORMAT = 'defender-of-peace-backup'
const STORED_FORMAT = 'defender-of-peace-stored'
/** The version of the file around the record, which has one of its own. */
const BACKUP_VERSION = 1
/** Text that is read at most, in MB: about ten times what the largest record takes. */
export const MOST_BACKUP_MEGABYTES = 20
/** Commanders, events, runs and marks together; one that cannot be read costs more time than one that can. */
const MOST_ENTRIES = 100_000
/** Values of any kind in a record. */
const MOST_VALUES = 1_000_000

/** The SHA-256 of a text in UTF-8, in hexadecimal digits: what is pure cannot ask the browser for it. */
export type Digest = (text: string) => Promise<string>

export interface BackupFacts {
  /** Epoch ms. */
  readonly exportedAt: number
  /** The version of the extension. */
  readonly extension: string
  readonly digest: Digest
}

/**
 * What is wrong with a text; behind each rule stands what `values` holds.
 *
 * - `not-json`: nothing
 * - `too-large`: the most that is read, in MB; `too-deep`: the most levels of lists and objects
 * - `too-many`: the most values or entries that a record has
 * - `is-a-pack`: nothing, it holds events to be imported; `not-a-backup`: the format that a backup names
 * - `newer-backup`, `newer-record`, `newer-stored`: the version found
 * - `bad-version`: the newest version that is known
 * - `not-a-record`: nothing
 */
type BackupRule =
  | 'not-json'
  | 'too-large'
  | 'too-deep'
  | 'too-many'
  | 'is-a-pack'
  | 'not-a-backup'
  | 'newer-backup'
  | 'newer-record'
  | 'newer-stored'
  | 'bad-version'
  | 'not-a-record'

export interface BackupProblem {
  /** 1-based, in UTF-16 units as editors count. */
  readonly line: number
  readonly column: number
  /** As in the file: `record.version`; empty for the whole. */
  readonly path: string
  readonly rule: BackupRule
  readonly values: readonly (string | number)[]
}

/**
 * - `right`: as it was written
 * - `wrong`: somebody or something changed the file since
 * - `absent`: the file has none
 */
type Checksum = 'right' | 'wrong' | 'absent'

export interface Backup {
  readonly kind: 'backup'
  readonly record: TrackerRecord
  /** Entries that could not be read and are left out; their paths begin inside `record`. */
  readonly problems: readonly Problem[]
  /** What the file names but cannot be read. */
  readonly unread: Unread
  readonly checksum: Checksum
  /** Epoch ms; undefined where the file does not tell. */
  readonly exportedAt: number | undefined
}

export type ParsedBackup = Backup | { readonly kind: 'refused'; readonly problem: BackupProblem }

/**
 * A record as the text of a file. The same record always gives the same: keys stand in the order of the alphabet.
 *
 * @example
 * await backupText(record, { exportedAt: now, extension: '1.0.0', digest })
 *   // { "format": "defender-of-peace-backup", "version": 1, "exportedAt": "2026-11-22T09:30:00.000Z", …
 */
export function backupText(record: TrackerRecord, facts: BackupFacts): Promise<string> {
  return fileText(BACKUP_FORMAT, 'record', inOrder(record), facts)
}

/** A record as it is stored, as the text of a file: nothing of it is read, so nothing is lost. */
export function storedText(stored: StoredParts, facts: BackupFacts): Promise<string> {
  return fileText(STORED_FORMAT, 'stored', stored, facts)
}

async function fileText(
  format: string,
  place: 'record' | 'stored',
  held: unknown,
  { exportedAt, extension, digest }: BackupFacts,
): Promise<string> {
  const file = {
    format,
    version: BACKUP_VERSION,
    exportedAt: new Date(exportedAt).toISOString(),
    extension,
    checksum: await checksumOf(inOrder(held), digest),
    [place]: held,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * Reads the text of a file, whoever wrote it: a backup, or a record as it was stored. A record of an older version is
 * raised to this one.
 *
 * @returns the record with what of it could be read; or the one reason why nothing can be
 */
export async function parseBackup(text: string, digest: Digest): Promise<ParsedBackup> {
  const json = readJson(text, MOST_BACKUP_MEGABYTES)
  if (!json.ok) {
    const { line = 1, column = 1, rule, values } = json.problem
    return refused({ line, column, path: '', rule: rule as BackupRule, values })
  }
  const problemAt = (path: readonly string[], rule: BackupRule, ...values: (string | number)[]): ParsedBackup =>
    refused({ ...json.placeOfKey(path), path: path.join('.'), rule, values })

  const file = json.value
  // Where there is no format, nothing is looked for: that would go through all of a large text.
  if (!isObject(file) || file.format === undefined) {
    return isPack(file) || isFeed(file) ? problemAt([], 'is-a-pack') : problemAt([], 'not-a-backup', BACKUP_FORMAT)
  }
  const isStored = file.format === STORED_FORMAT
  if (file.format !== BACKUP_FORMAT && !isStored) {
    return file.format === PACK_FORMAT
      ? problemAt(['format'], 'is-a-pack')
      : problemAt(['format'], 'not-a-backup', BACKUP_FORMAT)
  }
  const { version, checksum, exportedAt } = file
  if (typeof version === 'number' && version > BACKUP_VERSION) return problemAt(['version'], 'newer-backup', version)
  if (version !== BACKUP_VERSION) return problemAt(['version'], 'bad-version', BACKUP_VERSION)
  const place = isStored ? 'stored' : 'record'
  const raw = file[place]
  const parts = isStored ? partsIn(raw, MOST_BACKUP_MEGABYTES) : [raw]
  if (!isObject(raw) || parts.length === 0) return problemAt([place], 'not-a-record')
  const values = sum(parts, (part) => valuesIn(part, MOST_VALUES))
  if (values > MOST_VALUES) return problemAt([place], 'too-many', MOST_VALUES)
  if (sum(parts, entriesIn) > MOST_ENTRIES) return problemAt([place], 'too-many', MOST_ENTRIES)
  const parsed = parseParts(parts)
  if (parsed.kind === 'newer' && isStored) return problemAt(['format'], 'newer-stored', parsed.version)
  if (parsed.kind === 'newer') return problemAt(['record', 'version'], 'newer-record', parsed.version)
  if (parsed.kind === 'unreadable') return problemAt(isStored ? [place] : ['record', 'version'], 'not-a-record')
  return {
    kind: 'backup',
    record: withRoomAbove(parsed.record),
    problems: parsed.problems,
    unread: unreadIn(parts, parsed.record),
    checksum: await compared(checksum, raw, digest),
    exportedAt: instantOf(exportedAt),
  }
}

/** Whether a JSON value means to be a backup, readable or not. */
export function isBackup(value: unknown): boolean {
  return isObject(value) && value.format === BACKUP_FORMAT
}

/** As `isBackup`, of a text that is cut off, or longer than one would read to find out. */
export function beginsAsBackup(text: string): boolean {
  const [, format] = /^\uFEFF?\s*\{\s*"format"\s*:\s*"([^"]*)"/.exec(text.slice(0, 200)) ?? []
  return format === BACKUP_FORMAT
}

function refused(problem: BackupProblem): ParsedBackup {
  return { kind: 'refused', problem }
}

async function compared(told: unknown, raw: object, digest: Digest): Promise<Checksum> {
  if (told === undefined) return 'absent'
  return told === (await checksumOf(inOrder(raw), digest)) ? 'right' : 'wrong'
}

async function checksumOf(ordered: unknown, digest: Digest): Promise<string> {
  return `sha256-${await digest(JSON.stringify(ordered))}`
}

/** How many values stand in one, itself included; counted no further than just over `most`. */
function valuesIn(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null) return 1
  let count = 1
  for (const field of Object.values(value)) {
    if (count > most) break
    count += valuesIn(field, most - count)
  }
  return count
}

function sum(parts: readonly unknown[], count: (part: unknown) => number): number {
  return parts.reduce<number>((all, part) => all + count(part), 0)
}

function entriesIn(raw: unknown): number {
  if (!isObject(raw)) return 0
  const rooms = [raw.settings, raw.commanders, raw.events, raw.runs, raw.marks]
  return rooms.reduce<number>((count, room) => count + (isObject(room) ? Object.keys(room).length : 0), 0)
}

function instantOf(told: unknown): number | undefined {
  const instant = typeof told === 'string' ? Date.parse(told) : Number.NaN
  return instant >= INSTANT_RANGE.min && instant <= INSTANT_RANGE.max ? instant : undefined
}
