/**
 * `npm run simulate [-- --weeks 10000] [--seed 1] [--processes 4]`: the background's own code in a simulated browser, for
 * as many weeks as wanted, with all that can go wrong. Each week has a seed of its own, and the first is `--seed`; without
 * it a fresh one is taken and printed.
 */
import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { bundles } from '../tests/simulator/code.ts'
import type { Week } from '../tests/simulator/week.ts'
import { progressBar } from './seeded/progress.ts'
import { seedsFrom } from './seeded/seeds.ts'
import { wholeNumber } from './seeded/whole-number.ts'
import { storyOf, summaryOf, Tally } from './simulate/summary.ts'

/** Weeks that a process is given at a time. */
const BATCH = 5
/** Stories of so many violations are printed. */
const TOLD = 5

const { values } = parseArgs({
  options: { weeks: { type: 'string', default: '500' }, seed: { type: 'string' }, processes: { type: 'string' } },
})
const weeks = wholeNumber('weeks', values.weeks)
const seed = values.seed === undefined ? randomInt(2 ** 31) : wholeNumber('seed', values.seed)
const processes = Math.min(wholeNumber('processes', values.processes ?? String(availableParallelism())), weeks)

// Each life makes its functions anew, and few are called often enough to be compiled otherwise.
setFlagsFromString('--always-sparkplug')

console.log(`Simulating ${weeks} weeks from seed ${seed} in ${processes} processes ...`)
const started = performance.now()
const tally = new Tally()
const showProgress = progressBar(weeks)
const nextSeeds = seedsFrom(seed, weeks, BATCH)
const texts = await bundles()
await Promise.all(Array.from({ length: processes }, () => work()))
console.log(summaryOf(tally, (performance.now() - started) / 1000))
console.log(`${tally.weeks - tally.broken.length} passed, ${tally.broken.length} failed`)
process.exitCode = tally.broken.length > 0 ? 1 : 0

/** One process, until nothing is left to do. */
function work(): Promise<void> {
  const worker = new Worker(new URL('simulate/worker.ts', import.meta.url), {
    workerData: texts,
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  })
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const seeds = nextSeeds()
      if (seeds.length > 0) worker.postMessage({ seeds, shortens: tally.broken.length < TOLD })
      else void worker.terminate().then(() => resolve())
    }
    worker.on('message', (message: Week | 'idle') => {
      if (message === 'idle') return next()
      tally.add(message)
      // At once: thousands of weeks may still be to come.
      if (message.broken && tally.broken.length <= TOLD) console.log(`\n${storyOf(message)}\n`)
      showProgress(tally.weeks, tally.broken.length)
    })
    worker.on('error', reject)
    next()
  })
}
