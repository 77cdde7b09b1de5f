/**
 * One of the processes of `npm run simulate`: plays the weeks whose seeds it is given.
 *
 * @module
 */

import { parentPort, workerData } from 'node:worker_threads'
import { codesOf } from '../../tests/simulator/code.ts'
import { playWeek } from '../../tests/simulator/week.ts'

const codes = codesOf(workerData)
process.on('unhandledRejection', (error) => {
  throw error
})

parentPort?.on('message', async ({ seeds, shortens }: { seeds: readonly number[]; shortens: boolean }) => {
  for (const seed of seeds) parentPort?.postMessage(await playWeek(seed, codes, shortens))
  parentPort?.postMessage('idle')
})
