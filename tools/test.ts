// Everything that must hold: `npm test`. With --check, --unit, --component or --browser only these; several may be given.
// With --faults what takes minutes and is no part of it: `npm run test:faults`.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { BROWSERS, ensureBrowsers } from './browsers.ts'
import { buildExtension, ROOT, runPackage, runTool } from './commands.ts'
import { ensureFaketime } from './faketime.ts'
import { closingLine, countReport, type Outcome } from './vitest-report.ts'

const GROUPS = ['check', 'unit', 'component', 'browser', 'faults'] as const
/** Where none is named. */
const USUAL: readonly string[] = GROUPS.filter((group) => group !== 'faults')

interface Step {
  name: string
  /** Absent: belongs to every group. */
  groups?: readonly (typeof GROUPS)[number][]
  /** Names of steps without which this one would test something old, or nothing. */
  needs?: string[]
  run(): Promise<Outcome>
}

/** The hosts' zones that the unit tests run in: with a whole offset, with daylight saving, with half an hour. */
const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata']

const BUILDS = BROWSERS.map((browser) => ({ name: `build for ${browser}`, browser }))
const IN_BROWSERS = ['browser', 'faults'] as const

const STEPS: Step[] = [
  // First, for Vitest and tsc read what it writes into .wxt.
  { name: 'prepare', run: async () => ((await runPackage('wxt', ['prepare'])) === 0 ? PASS : FAIL) },
  check('format and lint', () => runPackage('@biomejs/biome', ['ci', '.'])),
  check('types', () => runPackage('typescript', ['--noEmit'], { command: 'tsc' })),
  check('dead code', () => runPackage('knip', [])),
  ...ZONES.map((zone) => vitest(`unit tests in ${zone}`, 'unit', { env: { TZ: zone } })),
  vitest('component tests', 'component'),
  // The same each time, and some that nobody has seen yet: their seed is printed.
  tool('simulated weeks', 'simulate.ts', ['--weeks', '300', '--seed', '1']),
  tool('fresh simulated weeks', 'simulate.ts', ['--weeks', '10']),
  tool('mutated files and stored values', 'fuzz.ts', ['--cases', '5000', '--seed', '1']),
  tool('fresh mutated ones', 'fuzz.ts', ['--cases', '500']),
  // Before the builds: without a browser they need not be waited for.
  { ...check('browsers', () => ensureBrowsers(BROWSERS).then(() => 0)), groups: IN_BROWSERS },
  { ...check('libfaketime', libfaketime), groups: ['faults'] },
  ...BUILDS.map(({ name, browser }) => ({ ...check(name, () => buildExtension(browser)), groups: IN_BROWSERS })),
  vitest('browser tests', 'browser', { needs: ['browsers', ...BUILDS.map(({ name }) => name)] }),
  vitest('fault tests', 'faults', { needs: ['browsers', ...BUILDS.map(({ name }) => name)] }),
]

function check(name: string, run: () => Promise<number>): Step {
  return { name, groups: ['check'], run: async () => ((await run()) === 0 ? PASS : FAIL) }
}

async function libfaketime(): Promise<number> {
  ensureFaketime()
  return 0
}

function tool(name: string, file: string, args: string[]): Step {
  return { ...check(name, () => runTool(file, args)), groups: ['unit'] }
}

function vitest(
  name: string,
  project: (typeof GROUPS)[number],
  more: { env?: Record<string, string>; needs?: string[] } = {},
): Step {
  const report = join(ROOT, '.output', 'test', `${name.replace(/\W+/g, '-')}.json`)
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const run = async () => {
    // Else a crash would be counted by the report of the last time.
    rmSync(report, { force: true })
    mkdirSync(dirname(report), { recursive: true })
    const code = await runPackage('vitest', args, more.env ? { env: more.env } : {})
    return countReport(read(report), code)
  }
  return { name, groups: [project], run, ...(more.needs ? { needs: more.needs } : {}) }
}

const PASS: Outcome = { passed: 1, failed: 0, skipped: 0 }
const FAIL: Outcome = { passed: 0, failed: 1, skipped: 0 }

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

async function runStep(step: Step, broken: Set<string>): Promise<Outcome> {
  const lacking = step.needs?.filter((name) => broken.has(name)) ?? []
  if (lacking.length > 0) {
    console.log(`Not run, because this failed: ${lacking.join(', ')}`)
    return FAIL
  }
  try {
    return await step.run()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return FAIL
  }
}

const options = Object.fromEntries(GROUPS.map((group) => [group, { type: 'boolean' as const }]))
const named = Object.keys(chosenGroups())
const chosen = named.length > 0 ? named : USUAL
const broken = new Set<string>()
const total: Outcome = { passed: 0, failed: 0, skipped: 0 }
const summary: string[] = []

for (const step of STEPS.filter(({ groups }) => !groups || groups.some((group) => chosen.includes(group)))) {
  console.log(`\n── ${step.name} ──`)
  const start = performance.now()
  const outcome = await runStep(step, broken)
  if (outcome.failed > 0) broken.add(step.name)
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += outcome[key]
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  summary.push(`${outcome.failed > 0 ? '✗' : '✓'} ${step.name}: ${closingLine(outcome)} (${seconds} s)`)
  console.log(summary.at(-1))
}

console.log(`\n${summary.join('\n')}\n\n${closingLine(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0

function chosenGroups(): Record<string, unknown> {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    console.error(
      `${(error as Error).message}\nUsage: npm test [-- ${GROUPS.map((group) => `--${group}`).join(' | ')}]`,
    )
    process.exit(2)
  }
}
