/**
 * What a simulated week comes to in numbers.
 *
 * @module
 */

import type { Device } from './device.ts'
import type { Played } from './play.ts'
import { WEEK } from './story.ts'

const DAY = 24 * 60 * 60_000
const HOUR = 60 * 60_000

export interface WeekCounts {
  /** Kind of fault → how often. */
  readonly faults: Readonly<Record<string, number>>
  readonly shown: number
  /** How late a notice came at worst, in ms; counted from when the browser could show it. */
  readonly worstDelay: number
  /** Wakes of each day of each device. */
  readonly wakes: readonly number[]
  /** The same of days on which nothing unusual happened. */
  readonly ordinaryWakes: readonly number[]
}

export function countsOf({ devices, watches }: Played): WeekCounts {
  const faults: Record<string, number> = {}
  for (const { faults: of } of devices)
    for (const [kind, count] of of.counts) faults[kind] = (faults[kind] ?? 0) + count
  const days = devices.flatMap(daysOf)
  return {
    faults,
    shown: devices.reduce((sum, { notifications }) => sum + notifications.log.length, 0),
    worstDelay: Math.max(0, ...watches.flatMap(({ delays }) => delays)),
    wakes: days.map(({ wakes }) => wakes),
    ordinaryWakes: days.filter(({ isOrdinary }) => isOrdinary).map(({ wakes }) => wakes),
  }
}

export interface DayOfDevice {
  /** Ms since the start of the story. */
  readonly from: number
  readonly wakes: number
  /** Nothing was done, nothing went wrong, and the browser was open all day, and an hour before. */
  readonly isOrdinary: boolean
}

/** The days that are over by now. */
export function daysOf(device: Device): DayOfDevice[] {
  const past = Math.min(device.engine.now, WEEK * 60_000)
  return Array.from({ length: Math.floor(past / DAY) }, (_, day) => {
    const [from, to] = [day * DAY, (day + 1) * DAY]
    const wakes = device.wakes.filter((at) => at >= from && at < to).length
    const unusual = device.unusual.some((at) => at >= from - HOUR && at < to)
    return { from, wakes, isOrdinary: !unusual && device.wasOpen(from, to) }
  })
}
