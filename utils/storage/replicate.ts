/**
 * The replica in `storage.sync`, which the browser carries to the commander's other devices. It is merged, never obeyed:
 * what it says joins what is stored here, and what it lacks is written to it. So nothing that goes wrong with it takes
 * anything away.
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
import { withLock } from './lock.ts'
import { readKeys, type Stored } from './read-stored.ts'
import { parseReplicaState, parseRevision, type ReplicaState, storeReplicaState } from './replica-state.ts'
import { acknowledgeSetAside, setAside, type Unreadable } from './set-aside.ts'
import { NewerRecordError, updateWhole } from './update.ts'

/** Characters of the browser's words that are kept. */
const ERROR_KEPT = 500
/**
 * Where there is no room for all, the same is written so often on end: another device may have more to correct than finds
 * room, and would be answered for ever.
 */
const MOST_TIMES = 5

/**
 * Whether this device and its replica have to be compared: something was changed here; or there, and the life of the worker
 * that was told of it died; or the browser refused.
 *
 * @throws the browser's error
 */
export async function isReplicaBehind(): Promise<boolean> {
  const { state, revision } = await readState()
  if (!state.on) return false
  if (state.seen !== revision || state.trouble === 'failed') return true
  return fingerprintOf(await browser.storage.sync.get(null)) !== state.items
}

/** What the commander should hear of: the record came from the replica; or it has no room for all, which is told once. */
export type ReplicaNews = 'restored' | 'full'

/**
 * Compares this device with its replica and gives each what it lacks. Twice is the same as once.
 *
 * @param now epoch ms
 * @throws the browser's error where it cannot even say in its own storage what went wrong
 */
export function replicate(now: number): Promise<readonly ReplicaNews[]> {
  return withLock('replica', async () => {
    const { state, revision } = await readState()
    if (!state.on) return []
    const next = await exchanged(state, now).catch((error: unknown) => troubled(state, error))
    // What was changed meanwhile has a later revision, and is compared again.
    const seen = next.trouble === 'failed' ? state.seen : revision
    const told: ReplicaState = { ...next, ...(seen !== undefined && { seen }) }
    if (JSON.stringify(told) !== JSON.stringify(state)) await storeReplicaState(told)
    const isRestored = told.restoredAt !== undefined && state.restoredAt === undefined
    return [
      ...(isRestored ? (['restored'] as const) : []),
      ...(told.toldFull && !state.toldFull ? (['full'] as const) : []),
    ]
  })
}

/** What can be read of the replica: a copy where the record itself cannot be read. @throws the browser's error */
export async function readReplica(): Promise<TrackerRecord> {
  return (await unpackReplica(await browser.storage.sync.get(null))).record
}

/** Switches the replica on or off; what is in it stays. */
export function setReplicaOn(on: boolean): Promise<void> {
  return changeState(({ leftOut: _, trouble: __, error: ___, seen: ____, items: _____, wrote: ______, ...state }) => ({
    ...state,
    on,
  }))
}

/** The commander has been told that the record came from the replica. */
export function acknowledgeRestored(): Promise<void> {
  return changeState(({ restoredAt: _, ...state }) => state)
}

/** Switches the replica off and removes it, for all devices that are not on at the moment. @throws the browser's error */
export function removeReplica(): Promise<void> {
  return withLock('replica', async () => {
    const { takenAt } = (await readState()).state
    await storeReplicaState({ on: false, ...(takenAt !== undefined && { takenAt }) })
    const keys = itemsIn(await browser.storage.sync.get(null)).map(([key]) => key)
    if (keys.length > 0) await browser.storage.sync.remove(keys)
  })
}

async function exchanged(state: ReplicaState, now: number): Promise<ReplicaState> {
  const stored: Stored = await browser.storage.sync.get(null)
  const replica = await unpackReplica(stored)
  const at = readableInstant(now)
  const { trouble: _, error: __, ...before } = state
  let known: ReplicaState = { ...before, items: fingerprintOf(stored) }
  if (replica.newer) return { ...known, trouble: 'newer' }
  try {
    const beginning = await readBeginning()
    const isFirst = before.takenAt === undefined && before.writtenAt === undefined
    const isFoundEmpty = beginning === 'found empty' && before.takenAt === undefined
    // First of all: should this life die in between, the next one must not take for lost what is there.
    if (isOpen(beginning) && isFirst && !isEmptyRecord(replica.record)) {
      known = { ...known, takenAt: at }
      await storeReplicaState(known)
    }
    let wasEmpty = false
    let isNew = false
    const whole = await updateWhole((record, stamp) => {
      const after = joined(replica.record)(record, stamp)
      wasEmpty = isEmptyRecord(record)
      isNew = after !== record
      return after
    })
    // Told also where what follows is refused.
    if (isNew) known = { ...known, takenAt: at }
    // Who has nothing to say leaves also what is broken as it is: somebody may still read it.
    if (isEmptyRecord(whole)) return known
    if (wasEmpty || isFoundEmpty) {
      if (isNew) {
        known = { ...known, restoredAt: at }
        // The message that the record is back says it better than the one that it was broken or gone.
        await acknowledgeSetAside()
      }
      const broken = brokenIn(stored, replica)
      // It is about to be written over, and nobody else may have it.
      if (broken) await setAside(broken, now)
    }
    const { items, kept, leftOut } = await packReplica(whole, replica)
    // What is kept is all that is late enough: of two devices that know what the other keeps, one keeps all that the other
    // does. So they come to rest also where the replica is full and one knows of something old that the other does not.
    const isComplete = replica.problems.length === 0 && knowsAll(replica.record, kept)
    const isFull = Object.values(leftOut).some((count) => count > 0)
    const wrote = onceMore(fingerprintOf(items), known.wrote)
    const isRefrained = isFull && wrote.times > MOST_TIMES && replica.count > 0 && replica.problems.length === 0
    const isWritten = !isComplete && !isRefrained && (await write(items, stored))
    return {
      ...known,
      leftOut,
      ...(isFull && { toldFull: true }),
      ...(isWritten && { writtenAt: at, items: wrote.items, wrote }),
    }
  } catch (error) {
    return troubled(known, error)
  }
}

function onceMore(items: string, before: ReplicaState['wrote']): NonNullable<ReplicaState['wrote']> {
  return { items, times: before?.items === items ? before.times + 1 : 1 }
}

function troubled({ error: _, ...state }: ReplicaState, error: unknown): ReplicaState {
  // The record here is of a later version: neither it nor the replica is changed by this one.
  if (error instanceof NewerRecordError) return { ...state, trouble: 'newer' }
  const words = String(error).slice(0, ERROR_KEPT)
  return { ...state, trouble: 'failed', error: words, ...(/quota/i.test(words) && { toldFull: true }) }
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

function changeState(change: (state: ReplicaState) => ReplicaState): Promise<void> {
  return withLock('replica', async () => storeReplicaState(change((await readState()).state)))
}

interface Known {
  readonly state: ReplicaState
  readonly revision: number
}

async function readState(): Promise<Known> {
  const { replica, revision } = STORAGE_KEYS
  const stored = await readKeys([replica, revision])
  return { state: parseReplicaState(stored[replica]), revision: parseRevision(stored[revision]) }
}
