/**
 * A record that is gone. A browser whose storage files are broken opens an empty storage without a word, which looks like
 * a first start but for the mark that an installation leaves (`begun.ts`). Whether anybody wrote since says nothing: a
 * page may be quicker than whoever looks.
 *
 * @module
 */

import { browser } from 'wxt/browser'
import { isEmptyRecord } from '../record/record.ts'
import { itemsIn } from '../record/replica/pack.ts'
import { unpackReplica } from '../record/replica/unpack.ts'
import { type Problem, problemAt } from '../record/schema.ts'
import { BEGINNING_KEYS, beginningOf, begunAt, readBeginning } from './begun.ts'
import { STORAGE_KEYS } from './keys.ts'
import { loadWhole } from './load-whole.ts'
import { withLock } from './lock.ts'
import { readKeys, type Stored } from './read-stored.ts'
import { isRefused, parseReplicaState, withNews } from './replica-state.ts'
import { type Unreadable, withSetAside } from './set-aside.ts'

const { replica } = STORAGE_KEYS
const NEWER = 'written by a newer version of the extension: after an update it is taken over'

/**
 * Looks whether what was here is gone for good: it is where the storage was found empty and the replica brought nothing.
 * Then what is left of the replica is set aside, and the pages tell of it. What cannot be read here decides nothing.
 *
 * @param now epoch ms
 * @param compare compares this device with the replica
 * @returns whether it is; true once
 * @throws the browser's error, or that of `compare`
 */
export async function noticeLoss(now: number, compare: () => Promise<unknown>): Promise<boolean> {
  const found = await readBeginning()
  if (found === 'known' || found === 'unwritten') return false
  // Before the comparison, which writes over what it cannot read; and before the lock, or a sync that does not answer would
  // hold up every change.
  const remains = found === 'found empty' ? await remainsAround(compare) : undefined
  return withLocks(async () => {
    const stored = await readKeys([...BEGINNING_KEYS, replica])
    const isUnjudged = beginningOf(stored) === found
    const state = parseReplicaState(stored[replica])
    const { on, takenAt } = state
    const isLost = remains !== undefined && takenAt === undefined
    // What is there and was refused on its way, or is not wanted, may come with a later comparison.
    const isOnItsWay = isLost ? !on || isRefused(state) : isEmptyRecord((await loadWhole()).record)
    if (!isUnjudged || (remains?.hasRecord && isOnItsWay)) return false
    const kept = isLost ? { ...(await withSetAside([remains.lost], now)), [replica]: withNews(state, 'lost') } : {}
    await browser.storage.local.set({ ...kept, ...begunAt(now) })
    return isLost
  })
}

/** Both in this order, as who compares takes them. */
function withLocks<T>(work: () => Promise<T>): Promise<T> {
  return withLock('replica', () => withLock('record', work))
}

/** What was left before a comparison; asked once more after it where the browser slipped. */
async function remainsAround(compare: () => Promise<unknown>): Promise<Remains> {
  const before = await remainsOfReplica()
  await compare()
  return before.isUnread ? remainsOfReplica() : before
}

interface Remains {
  readonly lost: Unreadable
  /** Some of it can be read. */
  readonly hasRecord: boolean
  /** The browser refused. */
  readonly isUnread: boolean
}

async function remainsOfReplica(): Promise<Remains> {
  const lost = { whole: true, lost: true } as const
  try {
    const stored: Stored = await browser.storage.sync.get(null)
    const items = itemsIn(stored)
    const problems = await Promise.all(items.map(([key, value]) => problemsOf(key, value)))
    const { record } = await unpackReplica(stored)
    return {
      lost: { ...lost, raw: Object.fromEntries(items), problems: problems.flat() },
      hasRecord: !isEmptyRecord(record),
      isUnread: false,
    }
  } catch (error) {
    return {
      lost: { ...lost, raw: {}, problems: [{ path: 'storage.sync', message: String(error) }] },
      hasRecord: false,
      isUnread: true,
    }
  }
}

/** Of one item: what a newer version wrote is left, too, and nobody can use it yet. */
async function problemsOf(key: string, value: unknown): Promise<readonly Problem[]> {
  const { problems, newer } = await unpackReplica({ [key]: value })
  return newer ? [...problems, problemAt(key, NEWER)] : problems
}
