/** Valid inputs, the same in each process. */

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { DEFENDER_OF_PEACE } from '../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../utils/events/event.ts'
import { writePack } from '../../utils/packs/write-pack.ts'
import { backupText } from '../../utils/record/backup.ts'
import { DEFAULT_COMMANDER, RECORD_VERSION, type TrackerRecord } from '../../utils/record/record.ts'
import { parseRecord } from '../../utils/record/schema.ts'
import { putCommander, putEvent, putRun, setDone, setNote } from '../../utils/record/transitions.ts'
import { packedEvents } from '../unit/support/arbitrary-pack.ts'
import { arbitraryRecord } from '../unit/support/arbitrary-record.ts'
import { feedOf } from '../unit/support/feed.ts'
import { DAY, dayId, doneOn, RUN, recordOf, running, START } from '../unit/support/records.ts'
import { sha256 } from '../unit/support/sha256.ts'
import { frozen } from './frozen.ts'
import { ODD_TEXTS } from './odd.ts'

/** Epoch ms at which everything is looked at: the third day of a run of the seeds. */
export const NOW = START + 2.5 * DAY

const root = (path: string): URL => new URL(`../../${path}`, import.meta.url)

/** Ids as good as any, of which every object seems to have an entry. */
const COMMANDER = 'toString'
const EVENT: EventDefinition = { ...DEFENDER_OF_PEACE, id: 'constructor', assumedStart: 0 }

export function recordSeeds(): readonly TrackerRecord[] {
  return [
    recordOf(),
    recordOf(running, doneOn(1), doneOn(2)),
    oddlyNamed(),
    ...fc.sample(arbitraryRecord, { seed: 1, numRuns: 10 }),
  ]
}

/**
 * What is there already when something comes in, as it was read: nothing, a run with marks, odd names, a bit of
 * everything. Frozen, for nobody may change it.
 */
export function localRecords(): readonly TrackerRecord[] {
  return recordSeeds()
    .slice(0, 4)
    .flatMap((record) => {
      const parsed = parseRecord(record)
      return parsed.kind === 'record' ? [frozen(parsed.record)] : []
    })
}

function oddlyNamed(): TrackerRecord {
  const run = { eventId: EVENT.id, startsAt: START, startAssumed: false, repeatsEvery: 2 }
  const told = [
    putCommander(COMMANDER, DEFAULT_COMMANDER),
    putEvent(EVENT),
    putRun('valueOf', run),
    setDone(COMMANDER, 'valueOf', dayId(1), true),
  ]
  return recordOf(...told.map((transition) => [transition, START - DAY] as const))
}

/** A commander for each odd text, who is called so and wrote it as a note; the event is called like a formula. */
export function oddlyTold(): TrackerRecord {
  const event = { ...DEFENDER_OF_PEACE, name: '=1+1' }
  const commanders = ODD_TEXTS.flatMap((text, index) => [
    putCommander(`c${index}`, { ...DEFAULT_COMMANDER, name: text.slice(0, 100) }),
    setNote(`c${index}`, RUN, dayId(1), text),
  ])
  return recordOf(running, ...[putEvent(event), ...commanders].map((transition) => [transition, START] as const))
}

/** What earlier versions wrote, as it was kept, and what a later one may write. */
export function otherVersionSeeds(): readonly unknown[] {
  const old = [1, 2].map((version): unknown =>
    JSON.parse(readFileSync(root(`tests/fixtures/record-v${version}.json`), 'utf8')),
  )
  return [...old, { ...recordOf(running), version: RECORD_VERSION + 1 }]
}

/** Backups: of records, of one of an older version, and of one of a later version. */
export async function backupSeeds(): Promise<readonly string[]> {
  const facts = { exportedAt: NOW, extension: '1.0.0', digest: sha256 }
  const texts = await Promise.all([...recordSeeds(), oddlyTold()].map((record) => backupText(record, facts)))
  const [file] = texts.map((text): object => JSON.parse(text))
  return [...texts, ...otherVersionSeeds().map((record) => JSON.stringify({ ...file, record }, null, 1))]
}

export function packSeeds(): readonly string[] {
  const folder = root('docs/packs/')
  const shown = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))
  const drawn = fc.sample(packedEvents, { seed: 1, numRuns: 5 }).map((events) => writePack('Drawn', events))
  return [...shown, ...drawn, writePack('Oddly named', [{ event: EVENT, starts: [START, START + 8 * DAY] }])]
}

export function feedSeeds(): readonly string[] {
  return [
    JSON.stringify(feedOf(30, 1), null, 2),
    JSON.stringify(feedOf(60, 2)),
    JSON.stringify({ events: feedOf(12, 3), page: 1 }),
  ]
}
