/**
 * What goes wrong, once armed: each fault hits a call and is used up.
 *
 * @module
 */

import type { ContextKind } from './context.ts'

export type CallFault =
  | { readonly kind: 'die-before' | 'die-after' | 'reject' | 'empty' }
  | { readonly kind: 'slow'; readonly by: number }

export type StorageFault = 'reject' | 'empty' | 'slow'

export class Faults {
  /** How many were used, by kind. */
  readonly counts = new Map<string, number>()
  readonly #deaths: Record<ContextKind, { calls: number; after: boolean }[]> = { worker: [], page: [] }
  readonly #reads: StorageFault[] = []
  readonly #writes: StorageFault[] = []
  /** Whether the last read came back empty. */
  #wasEmpty = false
  readonly #onHit: () => void

  /** @param onHit is called for each fault that hits */
  constructor(onHit: () => void) {
    this.#onHit = onHit
  }

  /** The worker (or the page) dies at its call number `calls` from now, before or after it has its effect. */
  die(kind: ContextKind, calls: number, after: boolean): void {
    this.#deaths[kind].push({ calls, after })
  }

  /** The next `count` reads or writes of the storage fail. */
  storage(of: 'reads' | 'writes', fault: StorageFault, count: number): void {
    const queue = of === 'reads' ? this.#reads : this.#writes
    // Nobody can tell a browser that gives back nothing again and again from one that has nothing.
    if (fault === 'empty' && queue.includes('empty')) return
    for (let left = fault === 'empty' ? 1 : count; left > 0; left--) queue.push(fault)
  }

  count(kind: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1)
  }

  /** What hits this call, if anything. */
  next(kind: ContextKind, call: string): CallFault | undefined {
    const [death] = this.#deaths[kind]
    if (death && --death.calls <= 0) {
      this.#deaths[kind].shift()
      return this.#hit(`${kind} died at a call`, { kind: death.after ? 'die-after' : 'die-before' })
    }
    const queue = call === 'storage.get' ? this.#reads : call === 'storage.set' ? this.#writes : undefined
    const fault = queue?.shift()
    const isEmpty = fault === 'empty' && !this.#wasEmpty
    if (queue === this.#reads) this.#wasEmpty = isEmpty
    if (!fault || (fault === 'empty' && !isEmpty)) return undefined
    const name = queue === this.#reads ? 'read' : 'write'
    return this.#hit(`${name}: ${fault}`, fault === 'slow' ? { kind: 'slow', by: 15_000 } : { kind: fault })
  }

  #hit(name: string, fault: CallFault): CallFault {
    this.count(name)
    this.#onHit()
    return fault
  }
}
