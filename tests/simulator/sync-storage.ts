/**
 * `storage.sync` of one browser: a copy of its own, which the account keeps like the others.
 *
 * @module
 */

import type { Account } from './account.ts'
import type { Device } from './device.ts'
import type { Random } from './random.ts'
import { type Changes, changeOf, type Data } from './storage.ts'

const MINUTE = 60_000

export class SyncStorage {
  readonly data = new Map<string, string>()
  readonly #device: Device
  readonly #account: Account
  readonly #random: Random
  /** Changed here, and not handed over yet. */
  #unsent = new Map<string, string | undefined>()
  #isPulling = false

  constructor(device: Device, account: Account, random: Random) {
    this.#device = device
    this.#account = account
    this.#random = random
    account.join(this)
  }

  get(keys: string | readonly string[] | null): Data {
    const wanted = keys === null ? [...this.data.keys()] : typeof keys === 'string' ? [keys] : keys
    const found = wanted.filter((key) => this.data.has(key))
    return Object.fromEntries(found.map((key) => [key, JSON.parse(this.data.get(key) as string)]))
  }

  set(values: Data): void {
    this.#change(new Map(Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)])))
  }

  remove(keys: string | readonly string[]): void {
    this.#change(new Map((typeof keys === 'string' ? [keys] : keys).map((key) => [key, undefined])))
  }

  /** All of it is gone on this device, as after a file that broke; the account does not know. */
  lose(): void {
    this.data.clear()
  }

  /** Some time after others wrote, or after the browser was opened. */
  pullSoon(): void {
    if (this.#isPulling) return
    this.#isPulling = true
    this.#device.engine.at(this.#device.engine.now + this.#delay(), () => this.#pull())
  }

  #pull(): void {
    this.#isPulling = false
    if (this.#device.state !== 'awake') return
    const news = this.#account.pull(this)
    // What was changed here as well arrives there later, and wins.
    this.#take(new Map([...news].filter(([key]) => !this.#unsent.has(key))))
  }

  #change(texts: ReadonlyMap<string, string | undefined>): void {
    const changed = this.#take(texts)
    if (changed.length === 0) return
    if (this.#unsent.size === 0) this.#sendSoon()
    for (const key of changed) this.#unsent.set(key, texts.get(key))
  }

  #sendSoon(): void {
    this.#device.engine.at(this.#device.engine.now + this.#delay(), () => {
      // Who is away hands over when they are back.
      if (this.#device.state !== 'awake') return this.#sendSoon()
      const unsent = this.#unsent
      this.#unsent = new Map()
      this.#account.arrive(this, unsent)
    })
  }

  /** @returns the keys of what changed */
  #take(texts: ReadonlyMap<string, string | undefined>): readonly string[] {
    const changes: Record<string, Changes> = {}
    for (const [key, text] of texts) {
      const before = this.data.get(key)
      if (before === text) continue
      if (text === undefined) this.data.delete(key)
      else this.data.set(key, text)
      changes[key] = changeOf(before, text)
    }
    const keys = Object.keys(changes)
    if (keys.length > 0) this.#device.announce('storage.onChanged', [changes, 'sync'])
    return keys
  }

  #delay(): number {
    return Math.floor(this.#random() * 3 * MINUTE)
  }
}
