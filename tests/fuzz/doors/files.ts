/** Doors of what is chosen, dropped or pasted, and of what becomes of it in the record. */

import { type ReadImport, readFiles, readPasted } from '../../../entrypoints/options/library/read-import.ts'
import { importedOfGroup } from '../../../entrypoints/options/library/sources.ts'
import { checkEvent } from '../../../utils/packs/check.ts'
import { groupFeed } from '../../../utils/packs/group-feed.ts'
import { type ReadFeed, readFeed } from '../../../utils/packs/read-feed.ts'
import { type ReadPack, readPack } from '../../../utils/packs/read-pack.ts'
import { writePack } from '../../../utils/packs/write-pack.ts'
import { importEvents, planImport, undoImport } from '../../../utils/record/import.ts'
import { merge } from '../../../utils/record/merge.ts'
import type { TrackerRecord } from '../../../utils/record/record.ts'
import { door, same } from '../door.ts'
import { fileProblemsLaw, recordLaw } from '../laws.ts'
import { feedSeeds, localRecords, NOW, packSeeds } from '../seeds.ts'

const STAMP = { at: NOW, by: 'fuzz' }
const bytesOf = (text: string) => new TextEncoder().encode(text)
const texts = () => [...packSeeds(), ...feedSeeds()]

export const FILE_DOORS = [
  door({ name: 'pack', seeds: packSeeds, run: (text) => readPack(text as string), check: packLaw }),
  door({ name: 'feed', seeds: feedSeeds, run: (text) => readFeed(text as string), check: feedLaw }),
  door({
    name: 'pasted text',
    seeds: texts,
    run: (text) => imported(readPasted(text as string)),
    check: (taken) => importLaw(taken, true),
  }),
  door({
    name: 'file',
    seeds: () => texts().map(bytesOf),
    run: async (bytes) => imported(await readFiles([new File([bytes as Uint8Array<ArrayBuffer>], 'events.json')])),
    check: (taken) => importLaw(taken, false),
  }),
]

/** What was read, and what becomes of records: with it, and with it taken back. */
interface Imported {
  readonly read: ReadImport
  readonly records: readonly {
    readonly before: TrackerRecord
    readonly after: TrackerRecord
    readonly back: TrackerRecord
  }[]
}

const records = localRecords()

function imported(read: ReadImport): Imported {
  const events = [...read.events, ...read.groups.map(importedOfGroup)]
  return {
    read,
    records: records.map((before) => {
      const chosen = planImport(before, events, NOW)
      const after = importEvents(chosen, NOW)(before, STAMP)
      return { before, after, back: undoImport({ before, after, chosen })(after, { ...STAMP, at: NOW + 1 }) }
    }),
  }
}

function packLaw(read: ReadPack): string | undefined {
  if (!read.ok) return read.problems.length > 0 ? fileProblemsLaw(read.problems, true) : 'refused, and nothing says why'
  for (const { event } of read.events) {
    const [problem] = checkEvent(event)
    if (problem) return `an event that was read has a problem: ${problem.rule}`
  }
  return same(readPack(writePack(read.name, read.events)), read)
    ? undefined
    : 'a pack that is written is read as another'
}

function feedLaw(read: ReadFeed): string | undefined {
  if (!read.ok && read.problems.length === 0) return 'refused, and nothing says why'
  const wrong = fileProblemsLaw(read.problems, true)
  if (wrong || !read.ok) return wrong
  for (const group of groupFeed(read.entries)) {
    const [problem] = checkEvent(importedOfGroup(group).event)
    if (problem) return `an event that was read has a problem: ${problem.rule} at ${problem.path}`
  }
  return undefined
}

/** What can be taken over makes a record of a record, and can be taken back; what is refused leaves it as it is. */
function importLaw({ read, records }: Imported, hasText: boolean): string | undefined {
  for (const { problems, failure, isRefused } of read.sources) {
    if (isRefused && problems.length === 0 && !failure) return 'refused, and nothing says why'
    const wrong = fileProblemsLaw(problems, hasText)
    if (wrong) return wrong
  }
  const isNothing = read.events.length + read.groups.length === 0
  for (const { before, after, back } of records) {
    if (isNothing && after !== before) return 'an import of nothing changes the record'
    const wrong = recordLaw(after) ?? recordLaw(back)
    if (wrong) return wrong
    if (after.marks !== before.marks || back.marks !== before.marks) return 'an import changes marks'
    if (!same(merge(after, back), back)) return 'an import that was taken back comes back by a merge'
  }
  return undefined
}
