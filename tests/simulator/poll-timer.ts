/**
 * Chromium has one timer for all alarms, which looks from time to time ("poll") whether one is due. It runs on real time
 * and is armed once, so a clock that is put forward lets it come late. What it remembers are instants on the clock: after
 * the clock was put back it rings nothing, not even a new alarm, before the clock has passed the last look again.
 *
 * As it was measured with a changed clock, and as `alarm_manager.cc` and `wall_clock_timer.cc` say. That another
 * extension's alarm can hold the timer is left out.
 *
 * @module
 */

import type { Alarm, Timers } from './alarms.ts'
import type { Device } from './device.ts'
import type { Due } from './engine.ts'

/** So far apart, in ms, are two looks for a packed extension. */
const GRANULARITY = 30_000

export class PollTimer implements Timers {
  /** Epoch ms by the clock; undefined before the first since the browser was started. */
  #lastPoll: number | undefined
  /** Epoch ms by the clock; undefined where there is no alarm. */
  #nextPoll: number | undefined
  #timer: Due | undefined
  readonly #device: Device
  readonly #alarms: ReadonlyMap<string, Alarm>
  readonly #ring: (alarm: Alarm) => void

  constructor(device: Device, alarms: ReadonlyMap<string, Alarm>, ring: (alarm: Alarm) => void) {
    this.#device = device
    this.#alarms = alarms
    this.#ring = ring
  }

  get deafFor(): number {
    const { clock } = this.#device
    return this.#lastPoll !== undefined && clock < this.#lastPoll ? this.#lastPoll + GRANULARITY - clock : 0
  }

  arm({ scheduledTime }: Alarm): void {
    if (this.#nextPoll === undefined || scheduledTime < this.#nextPoll) this.#schedule()
  }

  drop(): void {
    if (this.#alarms.size > 0) return
    this.halt()
    this.#nextPoll = undefined
  }

  halt(): void {
    if (this.#timer) this.#timer.cancelled = true
    this.#timer = undefined
  }

  /** The timer hears that the computer is awake again, and is armed anew by the clock. */
  resume(): void {
    this.#start()
  }

  restart(): void {
    this.#lastPoll = undefined
    this.#schedule()
  }

  #schedule(): void {
    const soonest = Math.min(...[...this.#alarms.values()].map(({ scheduledTime }) => scheduledTime))
    const possible = this.#lastPoll === undefined ? soonest : this.#lastPoll + GRANULARITY
    this.#nextPoll = this.#alarms.size > 0 ? Math.max(soonest, possible) : undefined
    this.#start()
  }

  #start(): void {
    this.halt()
    if (this.#nextPoll === undefined) return
    const { engine, clock } = this.#device
    this.#timer = engine.at(engine.now + Math.max(this.#nextPoll - clock, 0), () => this.#expire())
  }

  #expire(): void {
    const { clock } = this.#device
    if (this.#nextPoll === undefined || clock < this.#nextPoll) {
      this.#start()
      return
    }
    this.#lastPoll = clock
    for (const alarm of [...this.#alarms.values()]) if (alarm.scheduledTime <= clock) this.#ring(alarm)
    this.#schedule()
  }
}
