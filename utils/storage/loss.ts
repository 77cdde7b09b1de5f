/**
 * A record that is gone. A browser whose storage files are broken opens an empty storage without a word, which looks like
 * a first start; so a mark is left at the first start, and where it is missing later something was lost.
 *
 * @module
 */

import { browser } from 'wxt/browser'
import { isEmptyRecord } from '../record/record.ts'
import { ITEM_PREFIX } from '../record/replica/pack.ts'
import { unpackReplica } from '../record/replica/unpack.ts'
import { STORAGE_KEYS } from './keys.ts'
import { loadWhole } from './load-whole.ts'
import { withLock } from './lock.ts'
import { readKeys, type Stored } from './read-stored.ts'
import { type Unreadable, withSetAside } from './set-aside.ts'

const { begun } = STORAGE_KEYS

/** The extension was installed: from now on its storage is not empty. @param now epoch ms @throws the browser's error */
export async function keepBegun(now: number): Promise<void> {
  await browser.storage.local.set({ [begun]: now })
}

/** Whether the mark of the first start is missing. @throws the browser's error */
export async function isBegunMissing(): Promise<boolean> {
  return typeof (await readKeys([begun]))[begun] !== 'number'
}

/**
 * Looks, after the replica was asked, whether what was here is gone for good. Then what is left of the replica is set
 * aside, and the pages tell of it.
 *
 * @param now epoch ms
 * @returns whether it is; true once
 * @throws the browser's error
 */
export function noticeLoss(now: number): Promise<boolean> {
  return withLock('record', async () => {
    if (!(await isBegunMissing())) return false
    const { status, record } = await loadWhole()
    const isLost = status === 'ok' && isEmptyRecord(record)
    const remains = isLost ? await withSetAside([await remainsOfReplica()], now) : {}
    await browser.storage.local.set({ ...remains, [begun]: now })
    return isLost
  })
}

async function remainsOfReplica(): Promise<Unreadable> {
  const lost = { whole: true, lost: true } as const
  try {
    const stored: Stored = await browser.storage.sync.get(null)
    const items = Object.entries(stored).filter(([key]) => key.startsWith(ITEM_PREFIX))
    return { ...lost, raw: Object.fromEntries(items), problems: (await unpackReplica(stored)).problems }
  } catch (error) {
    return { ...lost, raw: {}, problems: [{ path: 'storage.sync', message: String(error) }] }
  }
}
