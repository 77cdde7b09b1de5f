/**
 * Alarms as the two browsers keep them. Both arm a timer for the real time that is left when it is armed, and do not
 * notice when the clock is changed. Chromium then looks whether the alarm is due by the clock, and if not arms the timer
 * anew; Firefox fires.
 *
 * @module
 */

import type { Device } from './device.ts'
import type { Due } from './engine.ts'

interface Alarm {
  readonly name: string
  /** Epoch ms, by the clock. */
  scheduledTime: number
  readonly period: number | undefined
  timer: Due | undefined
  /** Ms of real time left, while the device sleeps and timers stand still. */
  left: number | undefined
}

/** Chromium fires an alarm of a packed extension no more often, in ms. */
const LEAST_PERIOD = 30_000
const MINUTE = 60_000

export class Alarms {
  readonly #alarms = new Map<string, Alarm>()
  readonly #device: Device
  #firedAt = Number.NEGATIVE_INFINITY

  constructor(device: Device) {
    this.#device = device
  }

  get(name: string): { name: string; scheduledTime: number; periodInMinutes?: number } | undefined {
    const alarm = this.#alarms.get(name)
    if (!alarm) return undefined
    const { scheduledTime, period } = alarm
    return { name, scheduledTime, ...(period !== undefined && { periodInMinutes: period / MINUTE }) }
  }

  get all(): readonly { name: string; scheduledTime: number }[] {
    return [...this.#alarms.values()]
  }

  create(name: string, info: { when?: number; delayInMinutes?: number; periodInMinutes?: number }): void {
    this.clear(name)
    const period = info.periodInMinutes === undefined ? undefined : info.periodInMinutes * MINUTE
    const delay = (info.delayInMinutes ?? info.periodInMinutes ?? 0) * MINUTE
    const scheduledTime = info.when ?? this.#device.clock + delay
    const alarm: Alarm = { name, scheduledTime, period, timer: undefined, left: undefined }
    this.#alarms.set(name, alarm)
    this.#arm(alarm)
  }

  clear(name: string): boolean {
    const alarm = this.#alarms.get(name)
    if (alarm?.timer) alarm.timer.cancelled = true
    return this.#alarms.delete(name)
  }

  clearAll(): void {
    for (const name of [...this.#alarms.keys()]) this.clear(name)
  }

  /** The browser was closed or the device fell asleep: no timer runs. */
  halt(): void {
    for (const alarm of this.#alarms.values()) {
      if (!alarm.timer) continue
      alarm.left = alarm.timer.at - this.#device.engine.now
      alarm.timer.cancelled = true
      alarm.timer = undefined
    }
  }

  /** @param timers whether the timers counted on meanwhile, or only now go on */
  resume(timers: 'counted' | 'stood still'): void {
    for (const alarm of this.#alarms.values()) this.#arm(alarm, timers === 'stood still' ? alarm.left : undefined)
  }

  #arm(alarm: Alarm, left?: number): void {
    const { engine, clock, browserName } = this.#device
    const wanted = left ?? Math.max(alarm.scheduledTime - clock, 0)
    const delay = browserName === 'chromium' ? Math.max(wanted, this.#firedAt + LEAST_PERIOD - engine.now) : wanted
    if (alarm.timer) alarm.timer.cancelled = true
    alarm.left = undefined
    alarm.timer = engine.at(engine.now + delay, () => this.#expire(alarm))
  }

  #expire(alarm: Alarm): void {
    const device = this.#device
    alarm.timer = undefined
    if (device.browserName === 'chromium' && alarm.scheduledTime > device.clock) {
      this.#arm(alarm)
      return
    }
    this.#firedAt = device.engine.now
    const fired = this.get(alarm.name)
    if (alarm.period === undefined) {
      this.#alarms.delete(alarm.name)
    } else {
      const missed = Math.max(Math.floor((device.clock - alarm.scheduledTime) / alarm.period), 0)
      alarm.scheduledTime += (missed + 1) * alarm.period
      this.#arm(alarm)
    }
    device.wake('alarms.onAlarm', [fired])
  }
}
