/**
 * `storage.local` as the two browsers keep it: plain JSON, and news of each change; Firefox tells also of a write that
 * changes nothing.
 *
 * @module
 */

import type { Device } from './device.ts'
import { parsed } from './parsed.ts'

export type Data = Record<string, unknown>

/** What was stored under a key, and what is. */
export interface Changes {
  readonly oldValue?: unknown
  readonly newValue?: unknown
}

export class Storage {
  readonly data = new Map<string, string>()
  /** How often something was written or removed. */
  changes = 0
  readonly #device: Device

  constructor(device: Device) {
    this.#device = device
  }

  get(keys: string | readonly string[] | null): Data {
    return valuesIn(this.data, keys)
  }

  set(values: Data): void {
    this.changes++
    const changes: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(values)) {
      const text = JSON.stringify(value)
      // What JSON cannot say is not stored.
      if (text === undefined) continue
      const before = this.data.get(key)
      if (before === text && this.#device.browserName === 'chromium') continue
      this.data.set(key, text)
      changes[key] = changeOf(before, text)
    }
    this.#tell(changes)
  }

  remove(keys: string | readonly string[]): void {
    this.changes++
    const changes: Record<string, unknown> = {}
    for (const key of typeof keys === 'string' ? [keys] : keys) {
      const before = this.data.get(key)
      if (before !== undefined) changes[key] = changeOf(before, undefined)
      this.data.delete(key)
    }
    this.#tell(changes)
  }

  /** All of it is gone, as after a file that broke. */
  lose(): void {
    this.changes++
    this.data.clear()
  }

  #tell(changes: Record<string, unknown>): void {
    if (Object.keys(changes).length > 0) this.#device.announce('storage.onChanged', [changes, 'local'])
  }
}

/** @param data JSON of values by their keys @param keys null: all */
export function valuesIn(data: ReadonlyMap<string, string>, keys: string | readonly string[] | null): Data {
  const values: Data = {}
  for (const key of keys === null ? data.keys() : typeof keys === 'string' ? [keys] : keys) {
    const text = data.get(key)
    if (text !== undefined) values[key] = parsed(text)
  }
  return values
}

/** Parsed only where somebody looks. */
export function changeOf(before: string | undefined, after: string | undefined): Changes {
  return {
    get oldValue() {
      return before === undefined ? undefined : parsed(before)
    },
    get newValue() {
      return after === undefined ? undefined : parsed(after)
    },
  }
}
