/**
 * One life of the worker, or one page: it has its own instance of the code and dies with all that it awaits.
 *
 * @module
 */

import type { Extension } from './bundle.ts'
import type { Device } from './device.ts'
import { SILENT } from './engine.ts'

/** Who waits for longer, in ms, is not at work. */
const AT_ONCE = 1000

export type ContextKind = 'worker' | 'page'

/** Listeners by the name of their event. */
export type Listeners = Map<string, ((...args: never[]) => unknown)[]>

export class Context {
  alive = true
  /** Calls without an answer, locks that are waited for, short timers, and listeners whose promise has not settled. */
  pending = 0
  /** Of those, timers and listeners: who only waits for a timer is not at work. */
  #timers = 0
  #listeners = 0
  /** Ms since the start of the story at which it last did anything. */
  usedAt: number
  /** Whether it asked for what it plans by, since it was told of a change of that. */
  hasRead = false
  readonly listeners: Listeners = new Map()
  readonly kind: ContextKind
  readonly extension: Extension
  readonly #device: Device

  constructor(device: Device, kind: ContextKind) {
    this.#device = device
    this.kind = kind
    this.usedAt = device.engine.now
    this.extension = device.newLife(this)
  }

  /** It awaits more than a timer. */
  get isAtWork(): boolean {
    return this.pending > this.#timers + this.#listeners
  }

  /** It awaits more than a timer that is far away. */
  get isBusy(): boolean {
    return this.pending > this.#listeners
  }

  /** @returns ends the waiting */
  awaitLock(): () => void {
    this.pending++
    return () => {
      this.pending--
    }
  }

  /** What it awaits never comes, what it asked for already may still happen. */
  die(): void {
    this.alive = false
    this.#device.locks.drop(this)
    this.#device.onDeath(this)
  }

  /** Calls the listeners of an event; whoever returns a promise is at work until it settles. */
  dispatch(event: string, args: readonly unknown[]): void {
    if (!this.alive) return
    this.usedAt = this.#device.engine.now
    for (const listener of [...(this.listeners.get(event) ?? [])]) {
      this.track(() => listener(...(args as never[])), event)
    }
  }

  /** Runs something of the extension's; a rejection that nobody takes is a fault of the extension. */
  track(work: () => unknown, what: string): void {
    this.pending++
    this.#listeners++
    const settle = (): void => {
      this.pending--
      this.#listeners--
    }
    try {
      Promise.resolve(work()).then(settle, (error) => {
        settle()
        if (this.alive) this.#device.report('unhandled', `${what}: ${String(error)}`)
      })
    } catch (error) {
      settle()
      this.#device.report('unhandled', `${what}: ${String(error)}`)
    }
  }

  /** A timer: it stands still while the computer sleeps, and dies with its life. @param delay in ms */
  later(delay: number, run: () => void): void {
    if (delay > AT_ONCE) {
      this.#device.after(delay, () => this.alive && run())
      return
    }
    this.pending++
    this.#timers++
    this.#device.after(delay, () => {
      if (!this.alive) return
      this.pending--
      this.#timers--
      run()
    })
  }

  /** A call to the browser: the request goes out, has its effect, and the answer comes back. */
  call<T>(name: string, effect: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (!this.alive) return
      const device = this.#device
      this.pending++
      this.usedAt = device.engine.now
      const fault = device.faults.next(this.kind, name)
      if (fault?.kind === 'die-before') return this.die()
      const answer = (settle: () => void) =>
        device.after(device.latency(), () => {
          if (!this.alive) return
          this.pending--
          this.usedAt = device.engine.now
          settle()
        })
      device.after(device.latency() + (fault?.kind === 'slow' ? fault.by : 0), () => {
        if (fault?.kind === 'reject') return answer(() => reject(new Error('The browser could not do it.')))
        try {
          const value = fault?.kind === 'empty' ? ({} as T) : effect()
          if (fault?.kind === 'die-after') return this.die()
          answer(() => resolve(value))
        } catch (error) {
          answer(() => reject(error))
        }
        // Who asked goes on with the answer.
        return SILENT
      })
    })
  }
}
