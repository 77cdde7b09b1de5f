/**
 * `npm run test:zones [-- --seed 42] [--years 2020-2035]`: holds zone arithmetic against native `Temporal` in Chromium.
 *
 * Every zone, around each offset change of those years, and at 1,000 random instants from 1900 to 2100, under four host
 * zones. It takes about a minute; with `--years 1850-2100` a few.
 */
import { parseArgs } from 'node:util'
import { compareInChromium, HOST_ZONES } from '../tests/zones/in-chromium.ts'
import { ensureBrowsers, findBrowser } from './browsers.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, years: { type: 'string', default: '2020-2035' } },
})
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed)
if (!Number.isInteger(seed)) throw new Error(`--seed takes a whole number, not ${values.seed}.`)
const years = /^(\d{4})-(\d{4})$/.exec(values.years)
if (!years) throw new Error(`--years takes two years such as 2020-2035, not ${values.years}.`)
console.log(`seed ${seed}, offset changes of ${values.years}`)

await ensureBrowsers(['chromium'])
const started = performance.now()
const results = await compareInChromium({
  executablePath: findBrowser('chromium'),
  hostZones: HOST_ZONES,
  transitionsFrom: Date.UTC(Number(years[1]), 0),
  transitionsUntil: Date.UTC(Number(years[2]) + 1, 0),
  randomInstants: 1_000,
  randomFrom: Date.UTC(1900, 0),
  randomUntil: Date.UTC(2100, 0),
  seed,
  onProgress: (hostZone, done, all) => {
    if (done % 90 === 0 || done === all) console.log(`  host ${hostZone}: ${done} of ${all} zones`)
  },
})

for (const { hostZone, zones, transitions, comparisons, mismatches } of results) {
  console.log(
    `host ${hostZone}: ${zones} zones, ${transitions} transitions, ${comparisons} comparisons, ${mismatches} mismatches`,
  )
}
for (const { hostZone, examples } of results) {
  for (const { timeZone, asked, ours, native } of examples.slice(0, 10)) {
    console.error(`host ${hostZone}, ${timeZone}, ${asked}: ${ours}, native ${native}`)
  }
}
const mismatches = results.reduce((sum, result) => sum + result.mismatches, 0)
const comparisons = results.reduce((sum, result) => sum + result.comparisons, 0)
const seconds = Math.round((performance.now() - started) / 1_000)
console.log(`${results.length} host zones, ${comparisons} comparisons, ${mismatches} mismatches, ${seconds} s`)
if (mismatches > 0 || comparisons === 0) process.exitCode = 1
