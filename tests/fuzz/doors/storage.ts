/** Doors of all that is stored together, as the background finds it. */

import { browser } from 'wxt/browser'
import { knowsAll } from '../../../utils/record/merge.ts'
import { settingsOf } from '../../../utils/record/read.ts'
import { INSTANT_RANGE, type TrackerRecord } from '../../../utils/record/record.ts'
import { ITEM_PREFIX, packReplica } from '../../../utils/record/replica/pack.ts'
import { setSetting } from '../../../utils/record/transitions.ts'
import { loadWhole } from '../../../utils/storage/load-whole.ts'
import { noticeLoss } from '../../../utils/storage/loss.ts'
import { parsePart } from '../../../utils/storage/parse-part.ts'
import { parseReplicaState } from '../../../utils/storage/replica-state.ts'
import { replicate } from '../../../utils/storage/replicate.ts'
import { readSetAside, type SetAside } from '../../../utils/storage/set-aside.ts'
import { NewerRecordError, repair, update } from '../../../utils/storage/update.ts'
import { recordOf } from '../../unit/support/records.ts'
import { door, same } from '../door.ts'
import { problemLaw, recordLaw } from '../laws.ts'
import { NOW, otherVersionSeeds, recordSeeds } from '../seeds.ts'
import { STORED } from '../stored-seeds.ts'

type Values = Readonly<Record<string, unknown>>

const { local, sync } = browser.storage
/** As many items as browsers take. */
const MOST_ITEMS = 512
const PACKED = await Promise.all(recordSeeds().map((record) => packReplica(record)))
/** Of another extension, or of a later version of this one. */
const FOREIGN = { other: { kept: true } }

/** By a clock at the end of time. */
const AT_THE_END = recordOf([setSetting('startOfDay', true), INSTANT_RANGE.max])

export const STORAGE_DOORS = [
  door({
    name: 'storage that is repaired',
    seeds: () => [...recordSeeds(), ...otherVersionSeeds()].map((record, index) => ({ ...storedAt(index), record })),
    declared: [NewerRecordError],
    run: (input) => atNow(() => repaired(input)),
    check: repairedLaw,
  }),
  door({
    name: 'device',
    seeds: STORED.device,
    keys: ['device'],
    // Who stamps looks at it.
    run: (device) => atNow(() => repaired({ device })),
    check: repairedLaw,
  }),
  door({
    name: 'start of the browser',
    seeds: STORED.begun,
    keys: ['begun'],
    run: (begun) => atNow(() => startedTwice({ begun, device: 'a' })),
    check: startedLaw,
  }),
  door({
    name: 'storage that is replicated',
    seeds: () =>
      [AT_THE_END, ...recordSeeds()].map((record, index) => ({
        local: { ...storedAt(index), record },
        sync: { ...PACKED[(index * 7 + 1) % PACKED.length]?.items, ...FOREIGN },
      })),
    run: (input) => atNow(() => replicated(input)),
    check: replicatedLaw,
  }),
]

/** A value under every key; which, is told by the number. */
function storedAt(index: number): Values {
  return Object.fromEntries(
    Object.entries(STORED).map(([key, seeds]) => {
      const values = seeds()
      return [key, values[index % values.length]]
    }),
  )
}

/** What is stored by the clock, is always stored alike. */
async function atNow<T>(work: () => Promise<T>): Promise<T> {
  const { now } = Date
  Date.now = () => NOW
  try {
    return await work()
  } finally {
    Date.now = now
  }
}

interface Repaired {
  readonly before: Values
  readonly after: Values
}

/** Repairs what is stored, and changes it then. */
async function repaired(input: unknown): Promise<Repaired> {
  const before = await filled(local, input)
  await repair()
  await update(setSetting('startOfDay', false))
  return { before, after: await local.get(null) }
}

/** All that is stored can be read, also what was changed, and what could not be read is kept. */
async function repairedLaw({ before }: Repaired): Promise<string | undefined> {
  const { status, problems, record, setAside: index } = await loadWhole()
  if (status !== 'ok') return `after a repair the record is ${status}`
  const [problem] = problems
  if (problem) return `after a repair there is a problem at ${problem.path}`
  if (settingsOf(record).startOfDay) return 'a change is lost'
  const kept = await keptOf(index)
  const isKept = (raw: unknown) => kept.some((one) => same(one, raw))
  if (![before.record, before.shelf].every((raw) => isWhole(raw) || isKept(raw))) {
    return 'what could not be read is not kept'
  }
  const said = index.flatMap((entry) => entry.problems.map((each) => problemLaw(each, entry.whole))).find(Boolean)
  return said ?? recordLaw(record)
}

/** Whether a part can be read to its last entry. */
function isWhole(raw: unknown): boolean {
  const parsed = parsePart(raw)
  return parsed.kind === 'record' && parsed.problems.length === 0
}

/** What was set aside last. */
function keptOf(index: readonly SetAside[]): Promise<readonly unknown[]> {
  return Promise.all(index.slice(-2).map(({ key }) => readSetAside(key)))
}

async function startedTwice(input: unknown): Promise<readonly boolean[]> {
  await sync.clear()
  await filled(local, input)
  const started = () => noticeLoss(NOW, () => replicate(NOW))
  return [await started(), await started()]
}

/** It is told at most once that a record is gone, and the message can be read. */
async function startedLaw([first, second]: readonly boolean[]): Promise<string | undefined> {
  if (second) return 'it is told twice'
  const { setAside } = await loadWhole()
  return setAside.some(({ lost }) => lost) === first ? undefined : 'it is not told in the pages'
}

interface Replicated {
  /** What could be read before; undefined: no record. */
  readonly known: TrackerRecord | undefined
  readonly foreign: Values
  /** All that is stored in both areas, after two times and after one more. */
  readonly twice: readonly [Values, Values]
  readonly thrice: readonly [Values, Values]
}

async function replicated(input: unknown): Promise<Replicated> {
  const stored = Object(input) as { readonly local?: unknown; readonly sync?: unknown }
  await filled(local, stored.local)
  const items = Object.entries(Object(stored.sync)).slice(0, MOST_ITEMS)
  const foreign = foreignIn(await filled(sync, Object.fromEntries(items)))
  const { status, record } = await loadWhole()
  // What the first time brings is a change, which the second time looks at.
  await replicate(NOW)
  await replicate(NOW + 1)
  const twice = await everything()
  await replicate(NOW + 2)
  return { known: status === 'ok' ? record : undefined, foreign, twice, thrice: await everything() }
}

function everything(): Promise<[Values, Values]> {
  return Promise.all([local.get(null), sync.get(null)])
}

/** It comes to rest, and nothing is lost, neither here nor of what others have there. */
async function replicatedLaw({ known, foreign, twice, thrice }: Replicated): Promise<string | undefined> {
  const [{ replica }, there] = twice
  if (!same(thrice, twice)) return 'it does not come to rest'
  if (!same(foreignIn(there), foreign)) return 'what belongs to others is changed'
  if (replica !== undefined && parseReplicaState(replica).on && !same(parseReplicaState(replica), replica)) {
    return 'what is known of the replica cannot be read'
  }
  if (!known) return undefined
  const { status, record } = await loadWhole()
  if (status !== 'ok') return `the record is ${status}`
  return knowsAll(record, known) ? recordLaw(record) : 'a word was lost'
}

function foreignIn(stored: Values): Values {
  return Object.fromEntries(Object.entries(stored).filter(([key]) => !key.startsWith(ITEM_PREFIX)))
}

/** Stores what comes in, and nothing else. @returns what is stored then */
async function filled(area: typeof local | typeof sync, input: unknown): Promise<Values> {
  await area.clear()
  try {
    await area.set(typeof input === 'object' ? { ...input } : { record: input })
  } catch {
    // Nested so deep that no browser would have stored it.
  }
  return area.get(null)
}
