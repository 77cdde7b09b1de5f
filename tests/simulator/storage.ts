/**
 * `storage.local` as the two browsers keep it: plain JSON, and news of each change; Firefox tells also of a write that
 * changes nothing.
 *
 * @module
 */

import type { Device } from './device.ts'

export type Data = Record<string, unknown>

/** What was stored under a key, and what is. */
export interface Changes {
  readonly oldValue?: unknown
  readonly newValue?: unknown
}

export class Storage {
  data = new Map<string, string>()
  readonly #device: Device

  constructor(device: Device) {
    this.#device = device
  }

  get(keys: string | readonly string[] | null): Data {
    const wanted = keys === null ? [...this.data.keys()] : typeof keys === 'string' ? [keys] : keys
    const found = wanted.filter((key) => this.data.has(key))
    return Object.fromEntries(found.map((key) => [key, JSON.parse(this.data.get(key) as string)]))
  }

  set(values: Data): void {
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
    const changes: Record<string, unknown> = {}
    for (const key of typeof keys === 'string' ? [keys] : keys) {
      const before = this.data.get(key)
      if (before !== undefined) changes[key] = changeOf(before, undefined)
      this.data.delete(key)
    }
    this.#tell(changes)
  }

  #tell(changes: Record<string, unknown>): void {
    if (Object.keys(changes).length > 0) this.#device.announce('storage.onChanged', [changes, 'local'])
  }
}

/** Parsed only where somebody looks. */
export function changeOf(before: string | undefined, after: string | undefined): Changes {
  return {
    get oldValue() {
      return before === undefined ? undefined : JSON.parse(before)
    },
    get newValue() {
      return after === undefined ? undefined : JSON.parse(after)
    },
  }
}
