/**
 * One of the processes of `npm run fuzz`: plays the cases whose seeds it is given, and always lets be seen which one.
 *
 * @module
 */

import { parentPort, workerData } from 'node:worker_threads'
import '../../tests/fuzz/surroundings.ts'
import { DOORS } from '../../tests/fuzz/doors.ts'
import { playCase } from '../../tests/fuzz/play-case.ts'

/** The seed of the case that is played, for who waits in vain. */
const current = workerData as Float64Array

process.on('unhandledRejection', (error) => {
  throw error
})

parentPort?.on('message', async ({ seeds, shrinks }: { seeds: readonly number[]; shrinks: boolean }) => {
  for (const seed of seeds) {
    current[0] = seed
    parentPort?.postMessage(await playCase(seed, DOORS, shrinks))
  }
  parentPort?.postMessage('idle')
})
