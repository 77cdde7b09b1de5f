/**
 * The copy itself that lies in `storage.sync`, whoever wrote it: whether it is there. What this device knows of it stands
 * in `replica-state.ts`.
 *
 * @module
 */

import { browser } from 'wxt/browser'
import { itemsIn } from '../record/replica/pack.ts'
import { unpackReplica } from '../record/replica/unpack.ts'
import type { Stored } from './read-stored.ts'

/** `newer`: a later version of the extension wrote some of it. */
export type ReplicaCopy = 'none' | 'there' | 'newer'

/** @throws the browser's error */
export async function lookAtReplica(): Promise<ReplicaCopy> {
  const { count, newer } = await unpackReplica((await browser.storage.sync.get(null)) as Stored)
  if (newer) return 'newer'
  return count > 0 ? 'there' : 'none'
}

/** Tells when the copy changed: written here, or brought or removed by the browser. @returns stops it */
export function watchReplica(onChange: () => unknown): () => void {
  const listener = (changes: Readonly<Record<string, unknown>>, area: string): void => {
    if (area === 'sync' && itemsIn(changes).length > 0) onChange()
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
