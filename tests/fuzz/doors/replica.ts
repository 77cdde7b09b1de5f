/** Doors of the replica: items of `storage.sync`, which another device wrote, or half wrote, or somebody else. */

import { deflateRawSync } from 'node:zlib'
import { knowsAll, merge } from '../../../utils/record/merge.ts'
import { EMPTY_RECORD, type TrackerRecord } from '../../../utils/record/record.ts'
import { ITEM_PREFIX, packReplica } from '../../../utils/record/replica/pack.ts'
import { type Unpacked, unpackReplica } from '../../../utils/record/replica/unpack.ts'
import { door, same } from '../door.ts'
import { problemLaw, recordLaw } from '../laws.ts'
import { localRecords, otherVersionSeeds, recordSeeds } from '../seeds.ts'

/** As many items as browsers take. */
const MOST_ITEMS = 512
/** Bytes that an item may become. */
const MOST_BYTES = 1_000_000
/** Bytes that the largest item of a browser can become. */
const BOMB_BYTES = 6_000_000
const LOCAL = localRecords()
const PACKED = await Promise.all(recordSeeds().map((record) => packReplica(record)))
const FRAGMENTS = [...recordSeeds(), ...otherVersionSeeds()].map(bytesOf)

export const REPLICA_DOORS = [
  door({
    name: 'replica: items',
    seeds: () => PACKED.map(({ items }) => items),
    run: (input) => joined(Object.fromEntries(Object.entries(Object(input)).slice(0, MOST_ITEMS))),
    check: joinedLaw,
  }),
  door({
    name: 'replica: what is deflated',
    seeds: () => [...FRAGMENTS, bytesOf(JSON.stringify(recordSeeds()[1]).padEnd(1.05 * MOST_BYTES))],
    run: (bytes) => joined(itemOf(deflateRawSync(bytes as Uint8Array))),
    check(what, bytes) {
      const isTooLarge = (bytes as Uint8Array).length > MOST_BYTES
      return isTooLarge && !same(what.unpacked.record, EMPTY_RECORD) ? 'it is too large, and was read' : joinedLaw(what)
    },
  }),
  door({
    name: 'replica: deflated bytes',
    seeds: () => [...FRAGMENTS, bytesOf(' '.repeat(BOMB_BYTES))].map((bytes) => new Uint8Array(deflateRawSync(bytes))),
    run: (bytes) => joined(itemOf(bytes as Uint8Array)),
    check: joinedLaw,
  }),
]

interface Joined {
  readonly unpacked: Unpacked
  /** What becomes of records with it. */
  readonly wholes: readonly TrackerRecord[]
  readonly count: number
}

async function joined(items: Readonly<Record<string, unknown>>): Promise<Joined> {
  const unpacked = await unpackReplica(items)
  const count = Object.keys(items).filter((key) => key.startsWith(ITEM_PREFIX)).length
  return { unpacked, wholes: LOCAL.map((local) => merge(local, unpacked.record)), count }
}

/** What can be read joins what is there; what cannot is named; and what is written then can be read. */
async function joinedLaw({ unpacked, wholes, count }: Joined): Promise<string | undefined> {
  const { record, problems, count: counted } = unpacked
  if (counted !== count) return `${count} items are ${counted}`
  const wrong = problems.map((problem) => problemLaw(problem, false)).find(Boolean) ?? recordLaw(record)
  if (wrong) return wrong
  for (const [index, whole] of wholes.entries()) {
    const broken = recordLaw(whole)
    if (broken) return broken
    if (!knowsAll(whole, record) || !knowsAll(whole, LOCAL[index] as TrackerRecord)) return 'a word was lost'
  }
  const { items, kept } = await packReplica(wholes[1] as TrackerRecord)
  const again = await unpackReplica(items)
  return same(again.record, kept) && again.problems.length === 0 ? undefined : 'what was written is read as another'
}

function itemOf(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  return { [`${ITEM_PREFIX}0`]: Buffer.from(bytes).toString('base64') }
}

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
}
