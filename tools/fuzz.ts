/**
 * `npm run fuzz [-- --cases 200000] [--seed 1] [--processes 4]`: files and stored values, made wrong in many ways, through
 * every door that takes the unknown. None may crash it, hold it up, change what it was given, or leave a record that cannot
 * be read again. Each case has a seed of its own, and the first is `--seed`; without it a fresh one is taken and printed.
 */
import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import '../tests/fuzz/surroundings.ts'
import { DOORS } from '../tests/fuzz/doors.ts'
import type { Rule } from '../tests/fuzz/judge.ts'
import { caseOf, type PlayedCase, printed } from '../tests/fuzz/play-case.ts'
import { caseText, summaryOf, Tally } from './fuzz/summary.ts'
import { progressBar } from './seeded/progress.ts'
import { seedsFrom } from './seeded/seeds.ts'
import { wholeNumber } from './seeded/whole-number.ts'

/** Cases that a process is given at a time. */
const BATCH = 200
/** So many violations are made short and printed. */
const TOLD = 5
/** In ms: a case that takes longer has no end. */
const PATIENCE = 120_000
const USAGE = 'Usage: npm run fuzz [-- --cases 200000] [--seed 1] [--processes 4]'

const values = chosen()
const cases = wholeNumber('cases', values.cases)
const seed = values.seed === undefined ? randomInt(2 ** 31) : wholeNumber('seed', values.seed)
const processes = Math.min(wholeNumber('processes', values.processes ?? String(availableParallelism())), cases)

console.log(`Playing ${cases} cases from seed ${seed} in ${processes} processes through ${DOORS.length} doors ...`)
const started = performance.now()
const tally = new Tally()
const showProgress = progressBar(cases)
const nextSeeds = seedsFrom(seed, cases, BATCH)
await Promise.all(Array.from({ length: processes }, () => work()))
console.log(summaryOf(tally, (performance.now() - started) / 1000))
console.log(`${tally.cases - tally.broken.length} passed, ${tally.broken.length} failed`)
process.exitCode = tally.broken.length > 0 ? 1 : 0

/** One process after another, until nothing is left to do: a case may take its process with it. */
async function work(): Promise<void> {
  let left: readonly number[] | undefined = []
  while (left) left = await workUntilItEnds(left)
}

/**
 * One process, until nothing is left to do, or until a case ends it.
 *
 * @param first seeds that it is given before any other
 * @returns the seeds that it still had to play; undefined where there are none, nor any other
 */
function workUntilItEnds(first: readonly number[]): Promise<readonly number[] | undefined> {
  const current = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT))
  const worker = new Worker(new URL('fuzz/worker.ts', import.meta.url), { workerData: current })
  let left = first
  return new Promise((resolve) => {
    let heard = performance.now()
    const end = (unplayed: readonly number[] | undefined): void => {
      clearInterval(watch)
      void worker.terminate().then(() => resolve(unplayed))
    }
    const fail = (rule: Rule, what: string): void => {
      const failed = current[0] || (left[0] ?? seed)
      add(endedCase(failed, rule, what))
      end(left.filter((each) => each !== failed))
    }
    const watch = setInterval(() => {
      if (performance.now() - heard > PATIENCE) fail('hangs', `no answer within ${PATIENCE / 1000} s`)
    }, 1000)
    const next = (): void => {
      if (left.length === 0) left = nextSeeds()
      if (left.length > 0) worker.postMessage({ seeds: left, shrinks: tally.broken.length < TOLD })
      else end(undefined)
    }
    worker.on('message', (message: PlayedCase | 'idle') => {
      heard = performance.now()
      if (message === 'idle') return next()
      left = left.filter((each) => each !== message.seed)
      add(message)
    })
    worker.on('error', (error) => fail('dies', String(error)))
    next()
  })
}

function add(played: PlayedCase): void {
  tally.add(played)
  // At once: many cases may still be to come.
  if (played.broken && tally.broken.length <= TOLD) console.log(`\n${caseText(played.broken)}\n`)
  showProgress(tally.cases, tally.broken.length)
}

/** A case that ended its process, told as well as it can be told without it. */
function endedCase(failed: number, rule: Rule, what: string): PlayedCase {
  const { door, input } = caseOf(failed, DOORS)
  const broken = { seed: failed, door: door.name, fault: { rule, what }, input: printed(input) }
  return { seed: failed, door: door.name, milliseconds: 0, broken }
}

function chosen(): { readonly cases: string; readonly seed?: string; readonly processes?: string } {
  try {
    const { help, ...rest } = parseArgs({
      options: {
        cases: { type: 'string', default: '200000' },
        seed: { type: 'string' },
        processes: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values
    if (!help) return rest
    console.log(`${USAGE}\nDoors: ${DOORS.map(({ name }) => name).join(', ')}`)
    process.exit(0)
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`)
    process.exit(2)
  }
}
