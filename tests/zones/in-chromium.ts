/** Runs the comparison with native `Temporal` in a real Chromium whose own zone is chosen. */
import { fileURLToPath } from 'node:url'
import puppeteer from 'puppeteer-core'
import { build } from 'vite'
import type * as Page from './compare.ts'
import type { Comparison, ComparisonRequest } from './compare.ts'

export interface HostComparison extends Comparison {
  hostZone: string
}

/** What is compared, and where; `zones` left out means every zone that the browser names. */
interface ZoneRun extends Omit<ComparisonRequest, 'zones'> {
  executablePath: string
  hostZones: readonly string[]
  zones?: readonly string[]
  onProgress?: (hostZone: string, done: number, all: number) => void
}

/** The hosts that the design names: none, one with DST, one with half an hour, one whose DST is half an hour. */
export const HOST_ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']

/** Zones that broke other libraries: half hours, a lost day, negative DST, DST at midnight, Ramadan, odd pasts. */
const AWKWARD_ZONES = [
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'America/Vancouver',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Africa/Monrovia',
  'Asia/Kathmandu',
  'Asia/Gaza',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Antarctica/Troll',
  'UTC',
]

const ZONES_AT_ONCE = 15

/** Bundles the code for the page: one script that defines `zoneComparison`. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('compare.ts', import.meta.url)),
        formats: ['iife'],
        name: 'zoneComparison',
      },
    },
  })
  const output = Array.isArray(built) ? built[0] : built
  if (!output || !('output' in output)) throw new Error('Vite gave no bundle.')
  return output.output[0].code
}

/**
 * Compares under each host zone, two at a time.
 *
 * @throws Error if the browser does not start, has no `Temporal`, or did not take the host zone
 */
export async function compareInChromium(run: ZoneRun): Promise<HostComparison[]> {
  const script = await bundle()
  const results: HostComparison[] = []
  const waiting = [...run.hostZones]
  const worker = async () => {
    for (let hostZone = waiting.shift(); hostZone; hostZone = waiting.shift()) {
      results.push(await compareUnderHost(script, hostZone, run))
    }
  }
  await Promise.all([worker(), worker()])
  return results
}

/** The part that takes seconds: awkward zones, two hosts, 100 random instants. The caller names the seed when it fails. */
export function compareSample(executablePath: string, seed: number): Promise<HostComparison[]> {
  return compareInChromium({
    executablePath,
    hostZones: ['America/New_York', 'Asia/Kolkata'],
    zones: AWKWARD_ZONES,
    transitionsFrom: Date.UTC(2020, 0),
    transitionsUntil: Date.UTC(2036, 0),
    randomInstants: 100,
    randomFrom: Date.UTC(1900, 0),
    randomUntil: Date.UTC(2100, 0),
    seed,
  })
}

async function compareUnderHost(script: string, hostZone: string, run: ZoneRun): Promise<HostComparison> {
  const browser = await puppeteer.launch({
    executablePath: run.executablePath,
    headless: true,
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    env: { ...process.env, TZ: hostZone },
    protocolTimeout: 600_000,
  })
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: script })
    const { seen, named } = await page.evaluate(() => {
      const { allZones, hostZone } = (globalThis as unknown as { zoneComparison: typeof Page }).zoneComparison
      return { seen: hostZone(), named: allZones() }
    })
    if (!sameZone(seen, hostZone)) throw new Error(`The browser should live in ${hostZone} but says ${seen}.`)
    const zones = run.zones ?? named
    const sum: HostComparison = { hostZone, zones: 0, transitions: 0, comparisons: 0, mismatches: 0, examples: [] }
    for (let start = 0; start < zones.length; start += ZONES_AT_ONCE) {
      const part = await page.evaluate(
        (request) => (globalThis as unknown as { zoneComparison: typeof Page }).zoneComparison.compare(request),
        requestOf(run, zones.slice(start, start + ZONES_AT_ONCE)),
      )
      add(sum, part)
      run.onProgress?.(hostZone, sum.zones, zones.length)
    }
    return sum
  } finally {
    await browser.close()
  }
}

function requestOf(run: ZoneRun, zones: string[]): ComparisonRequest {
  const { transitionsFrom, transitionsUntil, randomInstants, randomFrom, randomUntil, seed } = run
  return { zones, transitionsFrom, transitionsUntil, randomInstants, randomFrom, randomUntil, seed }
}

function add(sum: HostComparison, part: Comparison): void {
  sum.zones += part.zones
  sum.transitions += part.transitions
  sum.comparisons += part.comparisons
  sum.mismatches += part.mismatches
  sum.examples.push(...part.examples)
}

/** Chromium calls some zones by a former name: Asia/Calcutta for Asia/Kolkata. */
function sameZone(one: string, other: string): boolean {
  const canonical = (zone: string) => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  return canonical(one) === canonical(other)
}
