/**
 * The account that carries `storage.sync` from one browser to the others, item by item. Each browser has a copy of its
 * own, and hands over and fetches while it can.
 *
 * @module
 */

import { parsed } from './parsed.ts'
import type { Random } from './random.ts'
import type { SyncStorage } from './sync-storage.ts'

/** JSON of values by their keys; undefined: removed. */
export type Texts = ReadonlyMap<string, string | undefined>

interface Item {
  readonly text: string | undefined
  /** It came as so many things came before it. */
  readonly version: number
}

/**
 * - `lost`: nothing is left
 * - `cut`: each item ends somewhere in the middle
 * - `foreign`: something else stands under each key
 */
export type AccountHarm = 'lost' | 'cut' | 'foreign'

const FOREIGN = [17, null, ['a'], { a: 1 }, '', 'garbage', '{}', '{"version":2,"marks":[]}'] as const

export class Account {
  /** Ms since the start of the story at which something happened on any device that is not of an ordinary day. */
  readonly unusual: number[] = []
  /** Is called before and after something in the account, or in the copies of it, is not what a browser put there. */
  onCarrying: (when: 'before' | 'after') => void = () => {}
  version = 0
  readonly #items = new Map<string, Item>()
  readonly #members = new Set<SyncStorage>()

  join(storage: SyncStorage): void {
    this.#members.add(storage)
  }

  /** JSON of all values that are there, by their keys. */
  get texts(): ReadonlyMap<string, string> {
    const there = [...this.#items].flatMap(([key, { text }]) => (text === undefined ? [] : [[key, text] as const]))
    return new Map(there)
  }

  /** What came after so many things had come. */
  since(version: number): Texts {
    const news = [...this.#items].filter(([, item]) => item.version > version)
    return new Map(news.map(([key, { text }]) => [key, text]))
  }

  /** A browser hands over what was changed in it; the others that are there hear of it. */
  take(from: SyncStorage | undefined, texts: Texts): void {
    this.version++
    for (const [key, text] of texts) this.#items.set(key, { text, version: this.version })
    for (const member of this.#members) if (member !== from) member.exchangeSoon()
  }

  harm(harm: AccountHarm, random: Random): void {
    const harmed = [...this.texts].map(([key, text]) => [key, harmedBy(harm, text, random)] as const)
    this.onCarrying('before')
    this.take(undefined, new Map(harmed))
    this.onCarrying('after')
  }
}

function harmedBy(harm: AccountHarm, text: string, random: Random): string | undefined {
  if (harm === 'lost') return undefined
  if (harm === 'foreign') return JSON.stringify(FOREIGN[Math.floor(random() * FOREIGN.length)])
  const value = parsed(text)
  return JSON.stringify(typeof value === 'string' ? value.slice(0, Math.floor(random() * value.length)) : value)
}
