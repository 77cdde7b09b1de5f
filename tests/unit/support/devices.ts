/** Several devices in turn on one fake browser, whose `storage.sync` they share. */

import { browser } from 'wxt/browser'
import { EMPTY_RECORD, type TrackerRecord } from '../../../utils/record/record.ts'
import type { Transition } from '../../../utils/record/transitions.ts'
import { loadWhole } from '../../../utils/storage/load-whole.ts'
import { updateWhole } from '../../../utils/storage/update.ts'

/** What a device stores for itself. */
export type Local = Record<string, unknown>
const { local } = browser.storage

/** Works as a device does, with what it stores; gives what it stores then. */
export async function on(device: Local, work: () => Promise<unknown>): Promise<Local> {
  await local.clear()
  await local.set(device)
  await work()
  return local.get(null)
}

/** @returns what the device stores once it was told so */
export function change(device: Local, ...transitions: readonly Transition[]): Promise<Local> {
  return on(device, async () => {
    for (const transition of transitions) await updateWhole(transition)
  })
}

export async function recordOn(device: Local): Promise<TrackerRecord> {
  let record = EMPTY_RECORD
  await on(device, async () => {
    record = (await loadWhole()).record
  })
  return record
}
