/**
 * Reads what was chosen, dropped or pasted: from files to text, and by its content to packs and feeds.
 *
 * @module
 */

import { type FeedGroup, groupFeed } from '../../../utils/packs/group-feed.ts'
import type { PackProblem } from '../../../utils/packs/problem.ts'
import { readFeedValue } from '../../../utils/packs/read-feed.ts'
import { MOST_MEGABYTES, readJson } from '../../../utils/packs/read-json.ts'
import { isPack, readPackValue } from '../../../utils/packs/read-pack.ts'
import { beginsAsBackup, isBackup } from '../../../utils/record/backup.ts'
import { type ImportedEvent, newestOfEach } from '../../../utils/record/import.ts'
import { bytesOf, textIn, utf16In } from './file-bytes.ts'
import { importedOfPacked } from './sources.ts'

/** One file or pasted text, after it was read. */
export interface ReadSource {
  /** Empty: pasted. */
  readonly name: string
  readonly problems: readonly PackProblem[]
  /** The browser could not read it, it holds no text, or it is for another section. */
  readonly failure?: 'unreadable' | 'not-text' | 'is-a-backup' | undefined
  /** Entries of a feed that were left out for their problems; the others are there. */
  readonly leftOut: number
  /** Nothing of it can be imported. */
  readonly isRefused: boolean
}

/** Everything that was read at once. */
export interface ReadImport {
  readonly sources: readonly ReadSource[]
  /** Of packs. */
  readonly events: readonly ImportedEvent[]
  /** Of feeds. */
  readonly groups: readonly FeedGroup[]
}

interface ReadOne {
  readonly source: ReadSource
  readonly events: readonly ImportedEvent[]
  readonly groups: readonly FeedGroup[]
}

/** As much as a text may have; its bytes are never fewer than its characters. */
const MOST_BYTES = MOST_MEGABYTES * 1_000_000

/** Bytes of a large file that are read to see what it is: a backup says so in the first hundred. */
const BEGINNING = 100

/** Reads files, each for itself, into one import. */
export async function readFiles(files: readonly File[]): Promise<ReadImport> {
  return together(await Promise.all(files.map(readFile)))
}

/** Reads a text that was pasted. */
export function readPasted(text: string): ReadImport {
  return together([readText('', text)])
}

async function readFile(file: File): Promise<ReadOne> {
  const { name, size } = file
  if (size > MOST_BYTES) {
    const beginning = await bytesOf(file.slice(0, BEGINNING))
    if (beginning && beginsAsBackup(textIn(beginning, 'utf-8') ?? '')) return refused(name, { failure: 'is-a-backup' })
    return refused(name, { problems: [{ path: '', rule: 'too-large', values: [MOST_MEGABYTES] }] })
  }
  const bytes = await bytesOf(file)
  if (!bytes) return refused(name, { failure: 'unreadable' })
  const text = textIn(bytes, utf16In(bytes) ?? 'utf-8')
  return text === undefined ? refused(name, { failure: 'not-text' }) : readText(name, text)
}

function readText(name: string, text: string): ReadOne {
  const json = readJson(text)
  if (json.ok ? isBackup(json.value) : beginsAsBackup(text)) return refused(name, { failure: 'is-a-backup' })
  if (!json.ok) return refused(name, { problems: [json.problem] })
  if (isPack(json.value)) {
    const pack = readPackValue(json)
    if (!pack.ok) return refused(name, { problems: pack.problems })
    const source = { name, problems: [], leftOut: 0, isRefused: false }
    return { source, events: pack.events.map(importedOfPacked), groups: [] }
  }
  const feed = readFeedValue(json)
  if (!feed.ok) return refused(name, { problems: feed.problems })
  const { entries, problems, leftOut } = feed
  return { source: { name, problems, leftOut, isRefused: false }, events: [], groups: groupFeed(entries) }
}

function refused(name: string, why: Partial<Pick<ReadSource, 'problems' | 'failure'>>): ReadOne {
  return { source: { name, problems: [], leftOut: 0, isRefused: true, ...why }, events: [], groups: [] }
}

/** An event that stands in several packs is there once; of a feed that was given twice the later file counts. */
function together(all: readonly ReadOne[]): ReadImport {
  const groups = new Map(all.flatMap((one) => one.groups.map((group) => [group.id, group] as const)))
  return {
    sources: all.map(({ source }) => source),
    events: newestOfEach(all.flatMap(({ events }) => events)),
    groups: [...groups.values()],
  }
}
