/**
 * The replica in `storage.sync`, which the browser carries to the commander's other devices. It is merged, never obeyed:
 * what it says joins what is stored here, and what it lacks is written to it. So nothing that goes wrong with it takes
 * anything away.
 *
 * @module
 */

import { browser } from 'wxt/browser'
import type { TrackerRecord } from '../record/record.ts'
import { fingerprintOf } from '../record/replica/fingerprint.ts'
import { itemsIn } from '../record/replica/pack.ts'
import { unpackReplica } from '../record/replica/unpack.ts'
import { exchange } from './exchange.ts'
import { STORAGE_KEYS } from './keys.ts'
import { withLock } from './lock.ts'
import { readKeys } from './read-stored.ts'
import {
  isRefused,
  parseReplicaState,
  parseRevision,
  type ReplicaNews,
  type ReplicaState,
  storeReplicaState,
  withNews,
} from './replica-state.ts'

/**
 * Whether this device and its replica have to be compared: something was changed here; or there, and the life of the worker
 * that was told of it died; or the browser refused; or there is news that nobody told.
 *
 * @throws the browser's error
 */
export async function isReplicaBehind(): Promise<boolean> {
  const { state, revision } = await readState()
  if (state.untold?.length) return true
  if (!state.on) return false
  if (state.seen !== revision || isRefused(state)) return true
  return fingerprintOf(await browser.storage.sync.get(null)) !== state.items
}

/**
 * Compares this device with its replica and gives each what it lacks. Twice is the same as once.
 *
 * @param now epoch ms
 * @param beforeTaking is awaited before anything of the replica is stored here; must not reject
 * @returns what the commander should hear of; again and again, until `forgetNews`
 * @throws the browser's error where it cannot even say in its own storage what went wrong
 */
export function replicate(now: number, beforeTaking = async () => {}): Promise<readonly ReplicaNews[]> {
  return withLock('replica', async () => {
    const { state, revision } = await readState()
    if (!state.on) return state.untold ?? []
    const next = await exchange(state, now, beforeTaking)
    // What was changed meanwhile has a later revision, and is compared again.
    const seen = isRefused(next) ? state.seen : revision
    const known: ReplicaState = { ...next, ...(seen !== undefined && { seen }) }
    const told = known.toldFull && !state.toldFull ? withNews(known, 'full') : known
    if (JSON.stringify(told) !== JSON.stringify(state)) await storeReplicaState(told)
    return told.untold ?? []
  })
}

/** It was tried to notify the commander of these. */
export function forgetNews(news: readonly ReplicaNews[]): Promise<void> {
  return changeState((state) => withoutNews(state, news))
}

/** What can be read of the replica: a copy where the record itself cannot be read. @throws the browser's error */
export async function readReplica(): Promise<TrackerRecord> {
  return (await unpackReplica(await browser.storage.sync.get(null))).record
}

/** Switches the replica on or off; what is in it stays. */
export function setReplicaOn(on: boolean): Promise<void> {
  return changeState(({ writtenAt, takenAt, toldFull, restoredAt, untold }) => {
    // What was compared, and how far that came, does not stay: everything is compared again.
    const kept = { on, writtenAt, takenAt, toldFull, restoredAt, untold }
    // Of a copy that is not wanted nobody needs to hear that it is full.
    return on ? kept : withoutNews(kept, ['full'])
  })
}

/** The commander has been told that the record came from the replica. */
export function acknowledgeRestored(): Promise<void> {
  return changeState(({ restoredAt: _, ...state }) => withoutNews(state, ['restored']))
}

/** Switches the replica off and removes it, for all devices that are not on at the moment. @throws the browser's error */
export function removeReplica(): Promise<void> {
  return withLock('replica', async () => {
    const { takenAt, untold } = (await readState()).state
    // That a record is gone is no news of its copy.
    await storeReplicaState(withoutNews({ on: false, takenAt, untold }, ['restored', 'full']))
    const keys = itemsIn(await browser.storage.sync.get(null)).map(([key]) => key)
    if (keys.length > 0) await browser.storage.sync.remove(keys)
  })
}

function withoutNews({ untold = [], ...state }: ReplicaState, news: readonly ReplicaNews[]): ReplicaState {
  const left = untold.filter((each) => !news.includes(each))
  return { ...state, ...(left.length > 0 && { untold: left }) }
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
