/**
 * The account that carries `storage.sync` from one browser to the others: after a while, while they are open and awake,
 * item by item, and of two that were written at the same time the one that arrives last.
 *
 * @module
 */

import type { SyncStorage } from './sync-storage.ts'

/** One item as it arrived; undefined: it was removed. */
interface Arrived {
  readonly key: string
  readonly text: string | undefined
  readonly from: SyncStorage
}

export class Account {
  readonly #log: Arrived[] = []
  readonly #seen = new Map<SyncStorage, number>()

  join(storage: SyncStorage): void {
    this.#seen.set(storage, this.#log.length)
  }

  /** A browser hands over what was changed in it; all that are there hear of it. */
  arrive(from: SyncStorage, texts: ReadonlyMap<string, string | undefined>): void {
    for (const [key, text] of texts) this.#log.push({ key, text, from })
    for (const storage of this.#seen.keys()) storage.pullSoon()
  }

  /** What others wrote since this browser last asked. */
  pull(storage: SyncStorage): ReadonlyMap<string, string | undefined> {
    const news = this.#log.slice(this.#seen.get(storage) ?? 0).filter(({ from }) => from !== storage)
    this.#seen.set(storage, this.#log.length)
    return new Map(news.map(({ key, text }) => [key, text]))
  }
}
