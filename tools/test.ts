// Everything that must hold: `npm test`. With --check, --unit, --component or --browser only these; several may be given.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { BROWSERS, ensureBrowsers } from './browsers.ts'
import { buildExtension, ROOT, runPackage, runTool } from './commands.ts'
import { closingLine, countReport, type Outcome } from './vitest-report.ts'

const GROUPS = ['check', 'unit', 'component', 'browser'] as const

interface Step {
  name: string
  /** Absent: belongs to every group. */
  group?: (typeof GROUPS)[number]
  /** Names of steps without which this one would test something old, or nothing. */
  needs?: string[]
  run(): Promise<Outcome>
}

/** The hosts' zones that the unit tests run in: with a whole offset, with daylight saving, with half an hour. */
const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata']

const STEPS: Step[] = [
  // First, for Vitest and tsc read what it writes into .wxt.
  { name: 'prepare', run: async () => ((await runPackage('wxt', ['prepare'])) === 0 ? PASS : FAIL) },
  check('format and lint', () => runPackage('@biomejs/biome', ['ci', '.'])),
  check('types', () => runPackage('typescript', ['--noEmit'], { command: 'tsc' })),
  check('dead code', () => runPackage('knip', [])),
  ...ZONES.map((zone) => vitest(`unit tests in ${zone}`, 'unit', { env: { TZ: zone } })),
  vitest('component tests', 'component'),
  // The same weeks each time, and some that nobody has seen yet: their seed is printed.
  simulate('simulated weeks', ['--weeks', '300', '--seed', '1']),
  simulate('fresh simulated weeks', ['--weeks', '40']),
  // Before the builds: without a browser they need not be waited for.
  { ...check('browsers', () => ensureBrowsers(BROWSERS).then(() => 0)), group: 'browser' },
  ...BROWSERS.map(
    (browser): Step => ({ ...check(`build for ${browser}`, () => buildExtension(browser)), group: 'browser' }),
  ),
  vitest('browser tests', 'browser', { needs: ['browsers', ...BROWSERS.map((browser) => `build for ${browser}`)] }),
]

function check(name: string, run: () => Promise<number>): Step {
  return { name, group: 'check', run: async () => ((await run()) === 0 ? PASS : FAIL) }
}

function simulate(name: string, args: string[]): Step {
  return { ...check(name, () => runTool('simulate.ts', args)), group: 'unit' }
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
  return { name, group: project, run, ...(more.needs ? { needs: more.needs } : {}) }
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
const chosen = Object.keys(chosenGroups())
const broken = new Set<string>()
const total: Outcome = { passed: 0, failed: 0, skipped: 0 }
const summary: string[] = []

for (const step of STEPS.filter(({ group }) => chosen.length === 0 || !group || chosen.includes(group))) {
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
