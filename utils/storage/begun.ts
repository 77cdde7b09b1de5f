/**
 * The mark of the first start. Nobody can ask a browser whether its storage was emptied; so whoever first writes to an
 * empty one leaves word of that, and the installation says that it was one.
 *
 * @module
 */

import { browser } from 'wxt/browser'
import { STORAGE_KEYS } from './keys.ts'
import { withLock } from './lock.ts'
import { readKeys, type Stored } from './read-stored.ts'

const { begun, device, record, shelf } = STORAGE_KEYS

/** Who wrote first found nothing at all: a loss, unless the extension was just installed. */
const FOUND_EMPTY = 0

/**
 * - `known`: the extension was installed, or what was found was judged
 * - `older`: a version without the mark wrote what is stored
 * - `found empty`: somebody wrote to an empty storage, and nobody looked yet whether that is a loss
 * - `unwritten`: nobody wrote at all
 */
export type Beginning = 'known' | 'older' | 'found empty' | 'unwritten'

/** What has to be asked for, to know it. */
export const BEGINNING_KEYS = [begun, device] as const

/** @param stored values of `BEGINNING_KEYS` */
export function beginningOf(stored: Stored): Beginning {
  const mark = stored[begun]
  if (typeof mark === 'number') return mark === FOUND_EMPTY ? 'found empty' : 'known'
  return stored[device] === undefined ? 'unwritten' : 'older'
}

/** @throws the browser's error */
export async function readBeginning(): Promise<Beginning> {
  return beginningOf(await readKeys(BEGINNING_KEYS))
}

/** Whether something may have been lost about which the commander was not told yet. */
export function isOpen(beginning: Beginning): boolean {
  return beginning === 'found empty' || beginning === 'unwritten'
}

/**
 * What to store beside the first thing that is written.
 *
 * @param stored values of `BEGINNING_KEYS` and of both parts of the record
 */
export function beginningToStore(stored: Stored): Record<string, unknown> {
  const isNothing = beginningOf(stored) === 'unwritten' && stored[record] === undefined && stored[shelf] === undefined
  return isNothing ? { [begun]: FOUND_EMPTY } : {}
}

/** The extension was installed: from now on its storage is not empty. @param now epoch ms @throws the browser's error */
export function keepBegun(now: number): Promise<void> {
  // Under the lock of those who find it empty: theirs is never the last word.
  return withLock('record', async () => {
    await browser.storage.local.set(begunAt(now))
  })
}

/** @param now epoch ms @returns what to store where the beginning is known from now on */
export function begunAt(now: number): Record<string, unknown> {
  return { [begun]: now === FOUND_EMPTY ? now + 1 : now }
}
