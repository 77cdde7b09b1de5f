/**
 * `npm run test:mutation [-- utils/time utils/plan/badge.ts] [--incremental]`: would the tests notice a fault?
 *
 * Stryker changes the pure floors in one place at a time (a mutant), and runs the unit tests that reach it: one must
 * fail. Folders and files may be named, else it is all of them; that takes about half an hour on four processors. With
 * --incremental only what changed since the last run is tested anew; it does not see changes of the tests' own helpers.
 * Fails where less than 90 of a hundred are killed in a room, or where `tests/mutation/equivalent.ts` is not true.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { EQUIVALENT } from '../tests/mutation/equivalent.ts'
import { ROOT } from './commands.ts'
import { mutantsOf } from './mutation/mutant.ts'
import { lookUp } from './mutation/named.ts'
import { isIn, isReached, scoresOf, scoreTable, survivorList } from './mutation/report.ts'

const ROOMS = ['utils/time', 'utils/events', 'utils/schedule', 'utils/record', 'utils/plan']

/** Its own package has an enum for the levels of its log, and is none of ours. */
type StrykerOptions = Required<ConstructorParameters<typeof Stryker>[0]>

/** Everything that is written, under the root. */
const OUT = '.output/mutation'

const { places, isIncremental } = chosen()
const started = performance.now()
const results = await run({
  mutate: places.map((place) => (place.endsWith('.ts') ? place : `${place}/*.ts`)),
  plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/vitest-runner'))],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: Math.max(1, availableParallelism() - 1),
  // Only these are copied. tsconfig.json must not be: Stryker would read it with a `typescript` that has still got an
  // API in JavaScript, and version 7 has none.
  ignorePatterns: [
    '*',
    '!package.json',
    '!{utils,tests,entrypoints,components}',
    '!{utils,tests,entrypoints,components}/**',
  ],
  // Endless loops are found by counting; the clock is for the few that it misses, and a busy machine is no loop.
  timeoutMS: 30_000,
  timeoutFactor: 4,
  tempDirName: `${OUT}/sandbox`,
  cleanTempDir: 'always',
  incremental: true,
  incrementalFile: `${OUT}/incremental.json`,
  force: !isIncremental,
  reporters: ['html', process.stdout.isTTY ? 'progress' : 'progress-append-only'],
  htmlReporter: { fileName: `${OUT}/report.html` },
  logLevel: 'warn' as StrykerOptions['logLevel'],
  // That mutants of what runs while a file is loaded are slow is known; not to test them would hide them.
  warnings: { slow: false, unknownOptions: true, preprocessorErrors: true, unserializableOptions: true },
})

/** From the root, with slashes. */
const nameOf = (path: string) => relative(ROOT, path).split(sep).join('/')
const ofFile = Map.groupBy(results, ({ fileName }) => nameOf(fileName))
// Stryker hands over what an earlier run left of other files as well.
const isAsked = (file: string) => places.some((place) => isIn(file, place))
const mutants = [...ofFile]
  .filter(([file]) => isAsked(file))
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .flatMap(([file, ofOne]) => mutantsOf(file, readFileSync(join(ROOT, file), 'utf8'), ofOne))
const { equivalent, problems } = lookUp(
  mutants,
  EQUIVALENT.filter(({ file }) => places === ROOMS || isAsked(file)),
)
const scores = scoresOf(mutants, places, equivalent)
const survivors = survivorList(mutants, equivalent)
mkdirSync(join(ROOT, OUT), { recursive: true })
writeFileSync(join(ROOT, OUT, 'survivors.txt'), `${survivors}\n`)

const missed = scores.filter((score) => !isReached(score)).map(({ place }) => place)
if (survivors) console.log(`\nAlive and not named as equivalent:\n${survivors}`)
for (const problem of problems) console.error(`\ntests/mutation/equivalent.ts: ${problem}`)
console.log(`\n${scoreTable(scores)}\n`)
console.log(`Full report: ${OUT}/report.html, the survivors alone: ${OUT}/survivors.txt`)
const minutes = Math.ceil((performance.now() - started) / 60_000)
if (missed.length > 0) console.error(`Not enough killed: ${missed.join(', ')}.`)
console.log(`${missed.length + problems.length === 0 ? 'Passed' : 'Failed'} after ${minutes} min`)
if (missed.length + problems.length > 0) process.exitCode = 1

/** Ends the process where the tests fail without a mutant already; Stryker has told which by then. */
async function run(options: Partial<StrykerOptions>) {
  try {
    return await new Stryker(options).runMutationTest()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

/** What the command line asks for; ends the process where that is nothing that can be mutated. */
function chosen(): { places: string[]; isIncremental: boolean } {
  const { values, positionals } = readArguments()
  const places = positionals.map((place) => place.split(sep).join('/').replace(/\/$/, ''))
  for (const place of places) {
    const isMutated = ROOMS.includes(place) || (place.endsWith('.ts') && ROOMS.some((room) => isIn(place, room)))
    if (isMutated && existsSync(join(ROOT, place))) continue
    console.error(`${place} is none of the rooms that are mutated, and no file of one: ${ROOMS.join(', ')}.`)
    process.exit(2)
  }
  return { places: places.length > 0 ? places : ROOMS, isIncremental: values.incremental ?? false }
}

function readArguments() {
  try {
    return parseArgs({ options: { incremental: { type: 'boolean' } }, allowPositionals: true })
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: npm run test:mutation [-- utils/time ...] [--incremental]`)
    process.exit(2)
  }
}
