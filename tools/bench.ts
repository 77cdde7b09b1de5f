/**
 * `npm run bench [-- --openings 20] [--json results.json]`: how fast the tracker is, beside the least that can be built.
 *
 * Measures in a real Chromium, in one run and in turns: the toolbar popup with a run in progress, a bare Preact popup
 * and a static page, at normal speed and with the processor slowed four times; a wake of the stopped background beside
 * an empty worker; and what everything weighs. A missed goal is told and is no failure; what cannot be measured is one.
 */
import { writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { buildAll } from './bench/build.ts'
import { openLaboratory } from './bench/chromium.ts'
import { measureOpenings } from './bench/openings.ts'
import { type Results, reportOf, verdictsOf } from './bench/report.ts'
import { changedRecord, EXPECTED_TEXT, recordWithRun, seed } from './bench/seed.ts'
import { sizesOf } from './bench/sizes.ts'
import { measureWakes } from './bench/wakes.ts'
import { ensureBrowsers, findBrowser } from './browsers.ts'

const { values } = parseArgs({ options: { openings: { type: 'string', default: '20' }, json: { type: 'string' } } })
const rounds = Number(values.openings)
if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--openings takes a whole number, not ${values.openings}.`)

await ensureBrowsers(['chromium'])
const built = await buildAll()
const started = performance.now()
const progress = (what: string) => (round: number) => {
  if (round % 5 === 0 || round === rounds) console.log(`  ${what}: ${round} of ${rounds}`)
}

const laboratory = await openLaboratory(findBrowser('chromium'), [built.tracker, built.bare, built.static])
try {
  const [tracker, bare, staticPage] = laboratory.subjects
  if (!tracker || !bare || !staticPage) throw new Error('An extension is missing.')
  const now = Date.now()
  const record = recordWithRun(now)
  await seed(tracker, record)
  console.log('Opening popups ...')
  const openings = await measureOpenings(
    [tracker, bare, staticPage],
    [EXPECTED_TEXT, 'hello', 'hello'],
    rounds,
    progress('rounds of openings'),
  )
  console.log('Waking backgrounds ...')
  const wakes = await measureWakes(
    [
      { subject: tracker, change: (n) => changedRecord(record, now, n) },
      { subject: bare, change: (n) => ({ wake: n }) },
    ],
    { counted: rounds, uncounted: 2 },
    progress('rounds of wakes'),
  )
  const results: Results = {
    browser: laboratory.version,
    processors: availableParallelism(),
    load: loadavg()[0] ?? 0,
    openings,
    wakes,
    sizes: await sizesOf(built.tracker, built.zip),
  }
  console.log(`\n${reportOf(results)}\n\n${Math.round((performance.now() - started) / 1_000)} s`)
  if (values.json) {
    await writeFile(values.json, JSON.stringify({ ...results, verdicts: verdictsOf(results) }, undefined, 2))
  }
} finally {
  await laboratory.close()
}
