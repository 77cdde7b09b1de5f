/**
 * Virtual time: what happens is a queue of things that are due at an instant. Nothing waits for a real clock.
 *
 * @module
 */

/** What happened lets no promise go on: nothing comes of it at once. */
export const SILENT = Symbol('silent')
/** Returns `SILENT`, or anything else. */
export type Happening = () => unknown

export interface Due {
  /** Ms since the start of the story; it never goes back. */
  readonly at: number
  readonly run: Happening
  cancelled: boolean
}

export class Engine {
  /** Ms since the start of the story, as a clock that nobody can change counts them. */
  now = 0
  /** Is called after each thing that happened, when all that came of it has come. */
  onSettled: () => void = () => {}
  readonly #queue: Due[] = []

  /** Something is to happen at `at`, after everything that is due at the same instant already. */
  at(at: number, run: Happening): Due {
    const due: Due = { at: Math.max(at, this.now), run, cancelled: false }
    let low = 0
    let high = this.#queue.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#queue[middle] as Due).at <= due.at) low = middle + 1
      else high = middle
    }
    this.#queue.splice(low, 0, due)
    return due
  }

  /** Lets everything happen that is due until an instant, and what comes of it. */
  async runUntil(end: number): Promise<void> {
    await settled()
    for (let due = this.#queue[0]; due && due.at <= end; due = this.#queue[0]) {
      this.#queue.shift()
      if (due.cancelled) continue
      this.now = due.at
      if (due.run() !== SILENT) await settled()
      this.onSettled()
    }
    this.now = end
  }
}

/** Resolves when every promise that can go on has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve))
}
