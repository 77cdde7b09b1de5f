/**
 * Alarms as the two browsers keep them. When they ring, their timers decide: one for all in Chromium, one each in
 * Firefox.
 *
 * @module
 */

import type { Device } from './device.ts'
import { OwnTimers } from './own-timers.ts'
import { PollTimer } from './poll-timer.ts'

export interface Alarm {
  readonly name: string
  /** Epoch ms, by the clock. */
  scheduledTime: number
  /** Ms. */
  readonly period: number | undefined
}

/** What decides when alarms ring. */
export interface Timers {
  /** An alarm is new, or was moved on after it had rung. */
  arm(alarm: Alarm): void
  drop(alarm: Alarm): void
  /** The browser was closed or the device fell asleep: no timer runs. */
  halt(): void
  /** @param timers whether they counted on meanwhile, or only now go on */
  resume(timers: 'counted' | 'stood still'): void
  /** The browser starts anew: nothing is left but the alarms that it kept. */
  restart(): void
  /** Ms of real time for which no alarm rings, whatever is due; 0 where all is well. */
  readonly deafFor: number
}

const MINUTE = 60_000

export class Alarms {
  readonly timers: Timers
  readonly #alarms = new Map<string, Alarm>()
  readonly #device: Device

  constructor(device: Device) {
    this.#device = device
    const ring = (alarm: Alarm): void => this.#ring(alarm)
    this.timers =
      device.browserName === 'chromium' ? new PollTimer(device, this.#alarms, ring) : new OwnTimers(device, ring)
  }

  get(name: string): { name: string; scheduledTime: number; periodInMinutes?: number } | undefined {
    const alarm = this.#alarms.get(name)
    if (!alarm) return undefined
    const { scheduledTime, period } = alarm
    return { name, scheduledTime, ...(period !== undefined && { periodInMinutes: period / MINUTE }) }
  }

  create(name: string, info: { when?: number; delayInMinutes?: number; periodInMinutes?: number }): void {
    this.clear(name)
    const period = info.periodInMinutes === undefined ? undefined : info.periodInMinutes * MINUTE
    const delay = (info.delayInMinutes ?? info.periodInMinutes ?? 0) * MINUTE
    const alarm: Alarm = { name, scheduledTime: info.when ?? this.#device.clock + delay, period }
    this.#alarms.set(name, alarm)
    this.timers.arm(alarm)
  }

  clear(name: string): boolean {
    const alarm = this.#alarms.get(name)
    if (!alarm) return false
    this.#alarms.delete(name)
    this.timers.drop(alarm)
    return true
  }

  clearAll(): void {
    for (const name of [...this.#alarms.keys()]) this.clear(name)
  }

  #ring(alarm: Alarm): void {
    const device = this.#device
    const rung = this.get(alarm.name)
    if (alarm.period === undefined) {
      this.clear(alarm.name)
    } else {
      const missed = Math.max(Math.floor((device.clock - alarm.scheduledTime) / alarm.period), 0)
      alarm.scheduledTime += (missed + 1) * alarm.period
      this.timers.arm(alarm)
    }
    device.wake('alarms.onAlarm', [rung])
  }
}
