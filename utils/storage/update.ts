/**
 * The one way to change the record: a pure transition, under the lock.
 *
 * @module
 */

import { browser } from 'wxt/browser'
import { EMPTY_RECORD, type TrackerRecord } from '../record/record.ts'
import { parseRecord } from '../record/schema.ts'
import type { Transition } from '../record/transitions.ts'
import { STORAGE_KEYS } from './keys.ts'
import { withLock } from './lock.ts'
import { withSetAside } from './set-aside.ts'

/** The record was written by a later version of the extension and must not be changed by this one. */
export class NewerRecordError extends Error {
  override name = 'NewerRecordError'
}

/**
 * @returns the record after the change, once it is stored
 * @throws NewerRecordError; or the browser's error where it cannot write
 */
export function update(transition: Transition): Promise<TrackerRecord> {
  return changeStored((record, deviceId) => transition(record, { at: Date.now(), by: deviceId }))
}

/** Sets aside what is stored but cannot be read. Does nothing where all is well. */
export async function repair(): Promise<void> {
  await changeStored((record) => record)
}

function changeStored(change: (record: TrackerRecord, deviceId: string) => TrackerRecord): Promise<TrackerRecord> {
  return withLock('record', async () => {
    const { record: recordKey, device } = STORAGE_KEYS
    const stored = await browser.storage.local.get([recordKey, device])
    const raw = stored[recordKey]
    const parsed = raw === undefined ? undefined : parseRecord(raw)
    if (parsed?.kind === 'newer') throw new NewerRecordError(`The record has version ${parsed.version}.`)
    const before = parsed?.kind === 'record' ? parsed.record : EMPTY_RECORD
    const writes: Record<string, unknown> = {}
    if (parsed && parsed.problems.length > 0) {
      const whole = parsed.kind === 'unreadable'
      Object.assign(writes, await withSetAside(raw, { whole, problems: parsed.problems }, Date.now()), {
        [recordKey]: before,
      })
    }
    const knownDevice = stored[device]
    const deviceId = typeof knownDevice === 'string' && /^[a-z0-9-]{1,100}$/.test(knownDevice) ? knownDevice : newId()
    const after = change(before, deviceId)
    if (after !== before) Object.assign(writes, { [recordKey]: after, [device]: deviceId })
    if (Object.keys(writes).length > 0) await browser.storage.local.set(writes)
    return after
  })
}

/** An id for a device or a run. */
export function newId(): string {
  return crypto.randomUUID()
}
