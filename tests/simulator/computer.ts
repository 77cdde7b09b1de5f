/**
 * A computer with a browser: a clock that can be changed, a zone, and whether the browser is open and the computer awake,
 * with what that does to all that is still to come.
 *
 * @module
 */

import { type Engine, type Happening, SILENT } from './engine.ts'

export type State = 'awake' | 'asleep' | 'closed'

export class Computer {
  readonly engine: Engine
  zone: string
  /** Epoch ms minus ms since the start of the story. */
  offset: number
  /** Ms since the start of the story at which something last went wrong that a wake has to mend. */
  disturbedAt = Number.NEGATIVE_INFINITY
  /** Ms since the start of the story at which something happened that is not of an ordinary day, also on other devices. */
  readonly unusual: number[]
  /** Ms since the start of the story since which the browser could show what is due. */
  ableAt = 0
  readonly #states: { at: number; state: State }[] = [{ at: 0, state: 'closed' }]
  /** What came due while it slept. */
  #deferred: Happening[] = []
  /** How often the browser was closed. */
  #session = 0

  /**
   * @param startsAt epoch ms by the clock at the start of the story
   * @param unusual shared with the devices that hear of what happens here
   */
  constructor(engine: Engine, zone: string, startsAt: number, unusual: number[]) {
    this.engine = engine
    this.zone = zone
    this.offset = startsAt
    this.unusual = unusual
  }

  /** Epoch ms, as this computer's clock shows it. */
  get clock(): number {
    return this.engine.now + this.offset
  }

  get state(): State {
    return this.#states.at(-1)?.state ?? 'closed'
  }

  /** Whether the browser was open and the computer awake all the time between two moments of the story, in ms. */
  wasOpen(from: number, to: number): boolean {
    return this.#states.every(({ at, state }, place) => {
      const until = this.#states[place + 1]?.at ?? Number.POSITIVE_INFINITY
      return state === 'awake' || until <= from || at >= to
    })
  }

  /** What was done until now need not be right any more. */
  disturb(): void {
    this.disturbedAt = this.engine.now
    this.unusual.push(this.engine.now)
  }

  /** From now on it can show what is due. */
  becomeAble(): void {
    this.ableAt = this.engine.now
    this.unusual.push(this.engine.now)
  }

  /** Somebody changes the clock. @param by in ms */
  changeClock(by: number): void {
    this.offset += by
    this.disturb()
    this.becomeAble()
  }

  /** As `Engine.at`; it waits while the computer sleeps and is dropped where the browser was closed meanwhile. */
  after(delay: number, run: Happening): void {
    const session = this.#session
    const happen = (): unknown => {
      if (session !== this.#session) return SILENT
      if (this.state !== 'asleep') return run()
      this.#deferred.push(happen)
      return SILENT
    }
    this.engine.at(this.engine.now + delay, happen)
  }

  /** What came due while it slept happens now. */
  protected catchUp(): void {
    const deferred = this.#deferred
    this.#deferred = []
    for (const run of deferred) run()
  }

  protected become(state: State): void {
    this.#states.push({ at: this.engine.now, state })
    if (state === 'awake') this.becomeAble()
    if (state !== 'closed') return
    this.#session++
    this.#deferred = []
  }
}
