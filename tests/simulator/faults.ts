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

const READ = 'storage.get'
/** Calls that can fail → how they are called in a summary. */
const NAMES = {
  [READ]: 'read',
  'storage.set': 'write',
  'sync.get': 'sync.get',
  'sync.set': 'sync.set',
  'sync.remove': 'sync.remove',
} as const

type FailingCall = keyof typeof NAMES

export class Faults {
  /** How many were used, by kind. */
  readonly counts = new Map<string, number>()
  readonly #deaths: Record<ContextKind, { calls: number; after: boolean }[]> = { worker: [], page: [] }
  readonly #queues: Record<FailingCall, StorageFault[]> = {
    [READ]: [],
    'storage.set': [],
    'sync.get': [],
    'sync.set': [],
    'sync.remove': [],
  }
  /** Whether the last read came back empty. */
  #wasEmpty = false
  readonly #onHit: (call: string) => void

  /** @param onHit is called for each fault that hits */
  constructor(onHit: (call: string) => void) {
    this.#onHit = onHit
  }

  /** The worker (or the page) dies at its call number `calls` from now, before or after it has its effect. */
  die(kind: ContextKind, calls: number, after: boolean): void {
    this.#deaths[kind].push({ calls, after })
  }

  /** The next `count` reads or writes of the storage fail. */
  storage(of: 'reads' | 'writes', fault: StorageFault, count: number): void {
    const queue = this.#queues[of === 'reads' ? READ : 'storage.set']
    // Nobody can tell a browser that gives back nothing again and again from one that has nothing.
    if (fault === 'empty' && queue.includes('empty')) return
    for (let left = fault === 'empty' ? 1 : count; left > 0; left--) queue.push(fault)
  }

  /** The next `count` calls to the replica fail. */
  sync(of: 'get' | 'set' | 'remove', fault: 'reject' | 'slow', count: number): void {
    const queue = this.#queues[`sync.${of}`]
    for (let left = count; left > 0; left--) queue.push(fault)
  }

  /** Nothing that was armed happens any more. */
  disarm(): void {
    for (const queue of [...Object.values(this.#deaths), ...Object.values(this.#queues)]) queue.length = 0
  }

  count(kind: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1)
  }

  /** What hits this call, if anything. */
  next(kind: ContextKind, call: string): CallFault | undefined {
    const [death] = this.#deaths[kind]
    if (death && --death.calls <= 0) {
      this.#deaths[kind].shift()
      // Whoever dies may have been at anything.
      return this.#hit(`${kind} died at a call`, '', { kind: death.after ? 'die-after' : 'die-before' })
    }
    if (!isFailing(call)) return undefined
    const fault = this.#queues[call].shift()
    const isEmpty = fault === 'empty' && !this.#wasEmpty
    if (call === READ) this.#wasEmpty = isEmpty
    if (!fault || (fault === 'empty' && !isEmpty)) return undefined
    return this.#hit(
      `${NAMES[call]}: ${fault}`,
      call,
      fault === 'slow' ? { kind: 'slow', by: 15_000 } : { kind: fault },
    )
  }

  #hit(name: string, call: string, fault: CallFault): CallFault {
    this.count(name)
    this.#onHit(call)
    return fault
  }
}

function isFailing(call: string): call is FailingCall {
  return call in NAMES
}
