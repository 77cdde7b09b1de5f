/**
 * The notifications on the screen, and a log of all that were ever shown.
 *
 * @module
 */

export interface Shown {
  readonly id: string
  /** Ms since the start of the story. */
  readonly at: number
  /** Epoch ms by the clock. */
  readonly clock: number
  readonly title: string
  /** The life of the worker that showed it. */
  readonly wake: number
}

/**
 * Denied: Firefox refuses the call, Chromium says so where it is asked and else as little as hidden: then the operating
 * system shows nothing and says nothing.
 */
export type Permission = 'granted' | 'denied' | 'hidden'

export class Notifications {
  permission: Permission = 'granted'
  readonly standing = new Map<string, string>()
  readonly log: Shown[] = []

  show(shown: Shown): void {
    if (this.permission !== 'granted') return
    this.standing.set(shown.id, shown.title)
    this.log.push(shown)
  }
}
