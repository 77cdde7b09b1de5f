/**
 * Firefox arms a timer for each alarm, for the real time that is left when it is armed. It does not notice when the clock
 * is changed, and rings whatever the clock shows then.
 *
 * @module
 */

import type { Alarm, Timers } from './alarms.ts'
import type { Device } from './device.ts'
import type { Due } from './engine.ts'

interface Timer {
  due: Due
  /** Ms of real time left, while the device sleeps and timers stand still. */
  left: number
}

export class OwnTimers implements Timers {
  readonly deafFor = 0
  readonly #timers = new Map<Alarm, Timer>()
  readonly #device: Device
  readonly #ring: (alarm: Alarm) => void

  constructor(device: Device, ring: (alarm: Alarm) => void) {
    this.#device = device
    this.#ring = ring
  }

  arm(alarm: Alarm): void {
    this.#start(alarm, Math.max(alarm.scheduledTime - this.#device.clock, 0))
  }

  drop(alarm: Alarm): void {
    const timer = this.#timers.get(alarm)
    if (timer) timer.due.cancelled = true
    this.#timers.delete(alarm)
  }

  halt(): void {
    for (const timer of this.#timers.values()) {
      timer.left = timer.due.at - this.#device.engine.now
      timer.due.cancelled = true
    }
  }

  resume(timers: 'counted' | 'stood still'): void {
    for (const [alarm, { left }] of [...this.#timers]) {
      if (timers === 'counted') this.arm(alarm)
      else this.#start(alarm, left)
    }
  }

  restart(): void {
    this.resume('counted')
  }

  #start(alarm: Alarm, left: number): void {
    this.drop(alarm)
    const { engine } = this.#device
    this.#timers.set(alarm, { due: engine.at(engine.now + left, () => this.#ring(alarm)), left })
  }
}
