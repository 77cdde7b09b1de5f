/**
 * What each life of a worker, and each page, finds around it on a device: its browser, its locks, the computer's clock and
 * zone.
 *
 * @module
 */

import { browserApi } from './browser-api.ts'
import type { Extension, Life } from './bundle.ts'
import type { Context } from './context.ts'
import type { Device } from './device.ts'
import { simulatedDate, simulatedIntl } from './globals.ts'
import type { Random } from './random.ts'

/** @returns starts the code anew for a context of the device */
export function livesOn(device: Device, life: Life, random: Random): (context: Context) => Extension {
  const date = simulatedDate(() => device.clock)
  const intl = simulatedIntl(() => device.zone)
  return (context) =>
    life({
      simulated: { browser: browserApi(device, context) },
      navigator: { locks: device.locks.of(context) },
      Date: date,
      Intl: intl,
      crypto: { randomUUID: () => uuid(random) },
      performance: { now: () => device.engine.now },
      setTimeout: (run, delay) => context.later(delay, run),
      console: { warn: () => {}, error: () => {}, log: () => {} },
    })
}

function uuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
