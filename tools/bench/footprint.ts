/** What a record costs beside time at the popup: processor time of a reconcile, memory, bytes in the storage. */

import type { CDPSession } from 'puppeteer-core'
import { STORAGE_KEYS } from '../../utils/storage/keys.ts'
import { measurePopup } from './popup.ts'
import { processorTimeOf, replicationTimeOf, workerOf } from './processor.ts'
import type { WakeSubject } from './wakes.ts'

export interface Footprint {
  /** Mean processor time of a reconcile, in ms. */
  readonly reconcile: number
  /** Processor time of the first comparison with the replica, in ms. */
  readonly replication: number
  /** Bytes of JavaScript objects that the popup adds to its process, after a collection of garbage. */
  readonly popupHeap: number
  /** The same of the background, all of it. */
  readonly backgroundHeap: number
  /** Bytes in `storage.local`. */
  readonly stored: number
  /** Of these, the part of the record that popup and background read. */
  readonly near: number
}

/** @param reconciles over how many the processor time is taken; the others as in `WakeSubject` */
export async function footprintOf({ subject, change }: WakeSubject, reconciles: number): Promise<Footprint> {
  const reconcile = await processorTimeOf(subject, change, reconciles)
  const replication = await replicationTimeOf(subject)
  const worker = await (await workerOf(subject)).createCDPSession()
  const backgroundHeap = await heapOf(worker)
  await worker.detach()
  // All pages of an extension share one heap.
  const without = await heapOf(subject.homeSession)
  let withPopup = 0
  await measurePopup(subject, false, async (popup) => {
    withPopup = await heapOf(popup)
  })
  const bytes = (keys: string | null) => subject.home.evaluate((key) => chrome.storage.local.getBytesInUse(key), keys)
  return {
    reconcile,
    replication,
    popupHeap: withPopup - without,
    backgroundHeap,
    stored: await bytes(null),
    near: await bytes(STORAGE_KEYS.record),
  }
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}
