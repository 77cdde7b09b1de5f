/**
 * Web Locks of one browser: who dies gives back what it held and loses its place.
 *
 * @module
 */

import type { Context } from './context.ts'

interface Request {
  readonly context: Context
  readonly grant: () => void
}

export class Locks {
  readonly #queues = new Map<string, Request[]>()

  /** `navigator.locks` as one context sees it. */
  of(context: Context): { request<T>(name: string, work: () => Promise<T>): Promise<T> } {
    return {
      request: (name, work) =>
        new Promise((resolve, reject) => {
          // What is left of a life that just ended takes no lock with it.
          if (!context.alive) return
          let endWaiting = (): void => {}
          const request: Request = {
            context,
            grant: () => {
              endWaiting()
              if (context.alive) {
                Promise.resolve()
                  .then(work)
                  .then(resolve, reject)
                  .finally(() => this.#release(name, request))
              }
            },
          }
          const queue = this.#queues.get(name) ?? []
          this.#queues.set(name, queue)
          queue.push(request)
          if (queue.length === 1) request.grant()
          else endWaiting = context.awaitLock()
        }),
    }
  }

  /** Takes away what a context held or waited for. */
  drop(context: Context): void {
    for (const [name, queue] of this.#queues) {
      const [holder] = queue
      const left = queue.filter((request) => request.context !== context)
      this.#queues.set(name, left)
      if (holder && holder.context === context) left[0]?.grant()
    }
  }

  #release(name: string, request: Request): void {
    const queue = this.#queues.get(name) ?? []
    // It was dropped with its context.
    if (queue[0] !== request) return
    queue.shift()
    queue[0]?.grant()
  }
}
