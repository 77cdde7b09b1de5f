/**
 * One comparison of this device with its replica: each gets what it lacks.
 *
 * @module
 */

import { browser } from 'wxt/browser'
import { joined } from '../record/join.ts'
import { knowsAll } from '../record/merge.ts'
import { isEmptyRecord, readableInstant, type TrackerRecord } from '../record/record.ts'
import { fingerprintOf } from '../record/replica/fingerprint.ts'
import { itemsIn, packReplica } from '../record/replica/pack.ts'
import { type Unpacked, unpackReplica } from '../record/replica/unpack.ts'
import { isOpen, readBeginning } from './begun.ts'
import { STORAGE_KEYS } from './keys.ts'
import type { Stored } from './read-stored.ts'
import { loadReplicaState, type ReplicaState, storeReplicaState, withNews } from './replica-state.ts'
import { setAside, type Unreadable } from './set-aside.ts'
import { type Beside, NewerRecordError, updateWhole } from './update.ts'

/** Characters of the browser's words that are kept. */
const ERROR_KEPT = 500
/**
 * Where there is no room for all, the same is written so often on end: another device may have more to correct than finds
 * room, and would be answered for ever.
 */
const MOST_TIMES = 5

/** What lies in `storage.sync`. */
interface Copy {
  readonly stored: Stored
  readonly replica: Unpacked
}

/**
 * Takes from the replica what this device does not know, and writes there what the replica does not.
 *
 * @param state what was known of the replica
 * @param now epoch ms
 * @param beforeTaking is awaited before anything of the replica is stored here; must not reject
 * @returns what is known of it now, trouble and all; to be stored
 * @throws the browser's error where it failed and what is stored of it cannot be read
 */
export async function exchange(
  state: ReplicaState,
  now: number,
  beforeTaking: () => Promise<void>,
): Promise<ReplicaState> {
  const { trouble: _, error: __, ...before } = state
  let known: ReplicaState = before
  let isTaking = false
  try {
    const stored: Stored = await browser.storage.sync.get(null)
    const copy: Copy = { stored, replica: await unpackReplica(stored) }
    known = { ...before, items: fingerprintOf(stored) }
    if (copy.replica.newer) return { ...known, trouble: 'newer' }
    isTaking = true
    const taken = await take(copy, known, now, beforeTaking)
    isTaking = false
    // Who has nothing to say leaves also what is broken as it is: somebody may still read it.
    if (isEmptyRecord(taken.whole)) return taken.state
    return { ...taken.state, ...(await give(taken.whole, copy, taken.state, now)) }
  } catch (error) {
    // The record here is of a later version: neither it nor the replica is changed by this one.
    if (error instanceof NewerRecordError) return { ...known, trouble: 'newer' }
    // What was stored with the record is stored, also where the browser said no.
    return refused(await loadReplicaState(), isTaking ? 'unstored' : 'failed', error)
  }
}

/** The record of this device, when it knows what the replica knew, and what is known of the replica then. */
interface Taken {
  readonly whole: TrackerRecord
  readonly state: ReplicaState
}

async function take(
  { stored, replica }: Copy,
  known: ReplicaState,
  now: number,
  beforeTaking: () => Promise<void>,
): Promise<Taken> {
  const at = readableInstant(now)
  const beginning = await readBeginning()
  const isFoundEmpty = beginning === 'found empty' && known.takenAt === undefined
  const isFirst = known.takenAt === undefined && known.writtenAt === undefined
  // Nothing is lost where all that the replica has is here already: a page may have brought it.
  const isHere = isOpen(beginning) && isFirst && !isEmptyRecord(replica.record)
  const broken = brokenIn(stored, replica)
  let state: ReplicaState = isHere ? { ...known, takenAt: at } : known
  let isStored = false
  // All in one write: of a life that dies in between, the next would find a record and no word of where it came from, or
  // the word and no record.
  const whole = await updateWhole(joined(replica.record), async (before, after): Promise<Beside> => {
    if (after === before) return {}
    await beforeTaking()
    const isRestored = isFoundEmpty || isEmptyRecord(before)
    state = { ...known, takenAt: at }
    if (isRestored) state = withNews({ ...state, restoredAt: at }, 'restored')
    isStored = true
    const values = { [STORAGE_KEYS.replica]: state }
    // The message that the record is back says it better than the one that it was broken or gone. What is broken in the
    // replica is about to be written over, and nobody else may have it.
    return isRestored ? { values, tellsBetter: true, unreadable: broken ? [broken] : [] } : { values }
  })
  if (isHere && !isStored) await storeReplicaState(state)
  if (broken && isFoundEmpty && !isStored && !isEmptyRecord(whole)) await setAside(broken, now)
  return { whole, state }
}

/** Writes what the replica lacks. @returns what is new of it */
async function give(
  whole: TrackerRecord,
  { stored, replica }: Copy,
  known: ReplicaState,
  now: number,
): Promise<Partial<ReplicaState>> {
  const { items, kept, leftOut } = await packReplica(whole, replica)
  // What is kept is all that is late enough: of two devices that know what the other keeps, one keeps all that the other
  // does. So they come to rest also where the replica is full and one knows of something old that the other does not.
  const isComplete = replica.problems.length === 0 && knowsAll(replica.record, kept)
  const isFull = Object.values(leftOut).some((count) => count > 0)
  const wrote = onceMore(fingerprintOf(items), known.wrote)
  const isRefrained = isFull && wrote.times > MOST_TIMES && replica.count > 0 && replica.problems.length === 0
  const isWritten = !isComplete && !isRefrained && (await write(items, stored))
  return {
    leftOut,
    ...(isFull && { toldFull: true }),
    ...(isWritten && { writtenAt: readableInstant(now), items: wrote.items, wrote }),
  }
}

function onceMore(items: string, before: ReplicaState['wrote']): NonNullable<ReplicaState['wrote']> {
  return { items, times: before?.items === items ? before.times + 1 : 1 }
}

function refused(state: ReplicaState, trouble: 'failed' | 'unstored', error: unknown): ReplicaState {
  const words = String(error).slice(0, ERROR_KEPT)
  const isFull = trouble === 'failed' && /quota/i.test(words)
  return { ...state, trouble, error: words, ...(isFull && { toldFull: true }) }
}

/** The items of which something could not be read; undefined: there are none. */
function brokenIn(stored: Stored, { problems }: Unpacked): Unreadable | undefined {
  const raw = Object.entries(stored).filter(([key]) => problems.some(({ path }) => path.split(' ')[0] === key))
  return problems.length > 0 ? { raw: Object.fromEntries(raw), whole: false, problems } : undefined
}

/** One call to write and one to remove: browsers count calls. @returns whether anything was to be written */
async function write(items: Readonly<Record<string, string>>, stored: Stored): Promise<boolean> {
  const changed = Object.entries(items).filter(([key, text]) => stored[key] !== text)
  const left = itemsIn(stored).flatMap(([key]) => (key in items ? [] : [key]))
  // Room first: what is left over may fill what the new items need.
  if (left.length > 0) await browser.storage.sync.remove(left)
  if (changed.length > 0) await browser.storage.sync.set(Object.fromEntries(changed))
  return left.length + changed.length > 0
}
