/**
 * The life of a worker: it is started, and the browser stops it when it has had no work for a while.
 *
 * @module
 */

import { Context } from './context.ts'
import type { Device } from './device.ts'
import { SILENT } from './engine.ts'

/** A worker without work is stopped after, in ms. */
const IDLE = 30_000

/** @param onMade is called before its code runs */
export function startWorker(device: Device, onMade: (worker: Context) => void): Context {
  const worker = new Context(device, 'worker')
  onMade(worker)
  worker.track(() => worker.extension.background.main(), 'main')
  stopWhenIdle(device, worker)
  return worker
}

function stopWhenIdle(device: Device, worker: Context): void {
  const { engine } = device
  engine.at(Math.max(worker.usedAt + IDLE, engine.now + 1), () => {
    if (!worker.alive) return SILENT
    const isIdle = device.state === 'awake' && worker.pending === 0
    if (isIdle && engine.now >= worker.usedAt + IDLE) return worker.die()
    if (isIdle) stopWhenIdle(device, worker)
    else engine.at(engine.now + 1000, () => stopWhenIdle(device, worker))
    return SILENT
  })
}
