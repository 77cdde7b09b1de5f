/**
 * `storage.sync` of one browser: a copy of its own, which the account keeps like the others.
 *
 * @module
 */

import type { Account, Texts } from './account.ts'
import type { Device } from './device.ts'
import { parsed } from './parsed.ts'
import type { Random } from './random.ts'
import { type Changes, changeOf, type Data, valuesIn } from './storage.ts'

const MINUTE = 60_000
/** A browser tells the account, and asks it, within so long, in ms. */
export const CARRIED_WITHIN = 3 * MINUTE

/** As both browsers limit it: https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync */
const QUOTA = { all: 102_400, item: 8192, items: 512, writesAMinute: 120 }
/** The extension promises to gather what it writes, so that a minute never sees more calls. */
const GATHERED = 20

export class SyncStorage {
  readonly data = new Map<string, string>()
  /** Calls that wrote, or wanted to. */
  writes = 0
  /** Ms since the start of the story at which the browser last refused something here. */
  disturbedAt = Number.NEGATIVE_INFINITY
  /** Ms since the start of the story. */
  offLineUntil = Number.NEGATIVE_INFINITY
  readonly #device: Device
  readonly #account: Account
  readonly #random: Random
  /** Changed here, and not handed over yet. */
  #unsent = new Map<string, string | undefined>()
  /** The version of the account that is here. */
  #seen = 0
  #isExchangeDue = false
  /** Ms since the start of the story of the last calls that wrote. */
  #lastWrites: number[] = []

  constructor(device: Device, account: Account, random: Random) {
    this.#device = device
    this.#account = account
    this.#random = random
    account.join(this)
  }

  get(keys: string | readonly string[] | null): Data {
    return valuesIn(this.data, keys)
  }

  set(values: Data): void {
    this.#countWrite()
    const texts = new Map(Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)]))
    this.#checkRoom(texts)
    this.#change(texts)
  }

  remove(keys: string | readonly string[]): void {
    this.#countWrite()
    this.#change(new Map((typeof keys === 'string' ? [keys] : keys).map((key) => [key, undefined])))
  }

  /** The browser refused something here, as it does not with what is stored on the device alone. */
  disturb(): void {
    this.disturbedAt = this.#device.engine.now
    this.#account.unusual.push(this.#device.engine.now)
  }

  /** All of it is gone on this device, as after a file that broke; the browser asks the account for all of it again. */
  lose(): void {
    this.data.clear()
    this.#unsent.clear()
    this.#seen = 0
  }

  /** @param until ms since the start of the story */
  goOffLine(until: number): void {
    const { engine } = this.#device
    this.#account.unusual.push(engine.now)
    this.offLineUntil = Math.max(this.offLineUntil, until)
    engine.at(until, () => {
      this.#account.unusual.push(engine.now)
      this.exchangeSoon()
    })
  }

  /** Ends what keeps it off line. */
  goOnLine(): void {
    this.offLineUntil = Math.min(this.offLineUntil, this.#device.engine.now)
    this.exchangeSoon()
  }

  /** Some time after others wrote or this browser did, or after it can again. */
  exchangeSoon(): void {
    if (this.#isExchangeDue) return
    this.#isExchangeDue = true
    const { engine } = this.#device
    engine.at(engine.now + Math.floor(this.#random() * CARRIED_WITHIN), () => {
      this.#isExchangeDue = false
      if (this.#isConnected) this.#exchange()
    })
  }

  get #isConnected(): boolean {
    const { isBrowserOpen, state, engine } = this.#device
    return isBrowserOpen && state !== 'asleep' && engine.now >= this.offLineUntil
  }

  #exchange(): void {
    const account = this.#account
    const news = this.#seen < account.version ? account.since(this.#seen) : new Map()
    if (news.size === 0 && this.#unsent.size === 0) return
    account.onCarrying('before')
    // Of what was changed here as well, browsers keep now the one and now the other.
    for (const key of news.keys()) if (this.#unsent.has(key) && this.#random() < 0.5) this.#unsent.delete(key)
    this.#take(new Map([...news].filter(([key]) => !this.#unsent.has(key))))
    if (this.#unsent.size > 0) account.take(this, this.#unsent)
    this.#unsent = new Map()
    this.#seen = account.version
    account.onCarrying('after')
  }

  #change(texts: Texts): void {
    const changed = this.#take(texts)
    if (changed.length === 0) return
    for (const key of changed) this.#unsent.set(key, texts.get(key))
    this.exchangeSoon()
  }

  #countWrite(): void {
    const { now } = this.#device.engine
    this.writes++
    this.#lastWrites = [...this.#lastWrites.filter((at) => at > now - MINUTE), now]
    if (this.#lastWrites.length > GATHERED) this.#device.report('writes', `${this.#lastWrites.length} in a minute`)
    if (this.#lastWrites.length > QUOTA.writesAMinute) throw new Error('MAX_WRITE_OPERATIONS_PER_MINUTE')
  }

  #checkRoom(texts: ReadonlyMap<string, string>): void {
    const after = new Map([...this.data, ...texts])
    const sizes = [...after].map(([key, text]) => sizeOf(key, text))
    if (Math.max(0, ...sizes) > QUOTA.item) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded')
    if (after.size > QUOTA.items) throw new Error('MAX_ITEMS quota exceeded')
    if (sizes.reduce((sum, size) => sum + size, 0) > QUOTA.all) throw new Error('QUOTA_BYTES quota exceeded')
  }

  /** @returns the keys of what changed */
  #take(texts: Texts): readonly string[] {
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
}

/** As if the text were deflated: `fragment-text.ts` leaves quotes in it, which JSON writes with two characters each. */
function sizeOf(key: string, text: string): number {
  const value = parsed(text)
  return key.length + (typeof value === 'string' ? value.length + '""'.length : text.length)
}
