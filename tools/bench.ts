/**
 * `npm run bench [-- --openings 20] [--json results.json] [--against folder]`: how fast the tracker is, beside the least
 * that can be built.
 *
 * Measures in a real Chromium, in one run and in turns: the toolbar popup with a run in progress, a bare Preact popup,
 * a static page, and the popup with the full record (20 commanders, 200 runs, 2,000 events and all their marks), at
 * normal speed and with the processor slowed four times; a wake of the stopped background beside an empty worker; what
 * the full record costs beside one run; and what everything weighs. A missed goal is told and is no failure; what cannot
 * be measured is one.
 *
 * --against takes the folder of another build of the tracker (`.output/chrome-mv3` of an older clone): its popups are
 * opened in turns with the others. Where its record has an older version, --against-version tells which.
 */
import { writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { bigRecord } from '../tests/unit/support/big-record.ts'
import { RECORD_VERSION } from '../utils/record/record.ts'
import { buildAll } from './bench/build.ts'
import { openLaboratory } from './bench/chromium.ts'
import { footprintOf } from './bench/footprint.ts'
import { measureOpenings } from './bench/openings.ts'
import { type Results, reportOf, verdictsOf } from './bench/report.ts'
import { changedRecord, EXPECTED_TEXT, recordWithRun, seed } from './bench/seed.ts'
import { sizesOf } from './bench/sizes.ts'
import { measureWakes, type WakeSubject } from './bench/wakes.ts'
import { ensureBrowsers, findBrowser } from './browsers.ts'

/** In a round. */
const RECONCILES = 10

const { values } = parseArgs({
  options: {
    openings: { type: 'string', default: '20' },
    json: { type: 'string' },
    against: { type: 'string' },
    'against-version': { type: 'string', default: String(RECORD_VERSION) },
  },
})
const rounds = Number(values.openings)
if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--openings takes a whole number, not ${values.openings}.`)

await ensureBrowsers(['chromium'])
const built = await buildAll(values.against)
const started = performance.now()
const progress = (what: string) => (round: number) => {
  if (round % 5 === 0 || round === rounds) console.log(`  ${what}: ${round} of ${rounds}`)
}

const laboratory = await openLaboratory(findBrowser('chromium'), [
  built.tracker,
  built.bare,
  built.static,
  built.full,
  ...built.others,
])
try {
  const [tracker, bare, staticPage, full, ...others] = laboratory.subjects
  if (!tracker || !bare || !staticPage || !full) throw new Error('An extension is missing.')
  const now = Date.now()
  const record = recordWithRun(now)
  await seed(tracker, record)
  const big = bigRecord(now)
  const near = await seed(full, big)
  for (const [index, each] of [record, big].entries()) {
    const other = others[index]
    if (other) await seed(other, each, Number(values['against-version']))
  }
  console.log('Opening popups ...')
  const openings = await measureOpenings(
    laboratory.subjects,
    [EXPECTED_TEXT, 'hello', 'hello', EXPECTED_TEXT, ...others.map(() => EXPECTED_TEXT)],
    rounds,
    progress('rounds of openings'),
  )
  console.log('Waking backgrounds ...')
  const wakeTracker: WakeSubject = { subject: tracker, change: (n) => changedRecord(record, now, n) }
  const wakeFull: WakeSubject = { subject: full, change: (n) => changedRecord(near, now, n) }
  const wakes = await measureWakes(
    [wakeTracker, { subject: bare, change: (n) => ({ wake: n }) }, wakeFull],
    { counted: rounds, uncounted: 2 },
    progress('rounds of wakes'),
  )
  console.log('Measuring what the full record costs ...')
  const reconciles = RECONCILES * rounds
  const footprints = { one: await footprintOf(wakeTracker, reconciles), full: await footprintOf(wakeFull, reconciles) }
  const results: Results = {
    browser: laboratory.version,
    processors: availableParallelism(),
    load: loadavg()[0] ?? 0,
    openings,
    wakes,
    footprints,
    sizes: await sizesOf(built.tracker, built.zip),
  }
  console.log(`\n${reportOf(results)}\n\n${Math.round((performance.now() - started) / 1_000)} s`)
  if (values.json) {
    await writeFile(values.json, JSON.stringify({ ...results, verdicts: verdictsOf(results) }, undefined, 2))
  }
} finally {
  await laboratory.close()
}
