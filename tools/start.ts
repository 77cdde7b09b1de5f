// Builds the tracker and opens it in a real browser: `npm start [-- --browser firefox] [-- --run today]`.
import { mkdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { launchTracker } from '../tests/browser/harness/launch.ts'
import type { Tracker } from '../tests/browser/harness/types.ts'
import { type BrowserName, ensureBrowsers } from './browsers.ts'
import { buildExtension, ROOT } from './commands.ts'
import { startRunToday } from './start-run-today.ts'

const USAGE = 'Usage: npm start [-- [--browser chromium|firefox] [--run today]]'

interface Choice {
  browser: BrowserName
  runToday: boolean
}

function readArguments(): Choice {
  const {
    browser = 'chromium',
    run,
    help,
  } = parseArgs({
    options: { browser: { type: 'string' }, run: { type: 'string' }, help: { type: 'boolean' } },
  }).values
  if (help) {
    console.log(USAGE)
    process.exit(0)
  }
  const known: Record<string, BrowserName> = { chromium: 'chromium', chrome: 'chromium', firefox: 'firefox' }
  const name = known[browser]
  if (!name) throw new Error(`Unknown browser "${browser}".`)
  if (run !== undefined && run !== 'today') throw new Error(`Unknown run "${run}".`)
  return { browser: name, runToday: run === 'today' }
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

async function start({ browser, runToday }: Choice): Promise<void> {
  await ensureBrowsers([browser])
  if ((await buildExtension(browser)) !== 0) throw new Error('The build failed; its message stands above.')
  const headless = !hasDisplay()
  const profile = join(ROOT, '.output', `profile-${browser}`)
  await mkdir(profile, { recursive: true })
  const tracker = await launchTracker(browser, { headless, userDataDir: profile })
  try {
    if (runToday && !(await startRunToday(tracker))) console.log('The tracker has a run already; none was started.')
    await (headless ? report(tracker) : show(tracker, profile))
  } finally {
    await tracker.close()
  }
}

/** Opens the popup and waits until the browser is closed, or Ctrl+C. */
async function show(tracker: Tracker, profile: string): Promise<void> {
  await tracker.openPopup()
  console.log(`The tracker runs; its profile is kept in ${relative(ROOT, profile)}. Close the browser to end.`)
  await new Promise((resolve) => {
    tracker.browser.once('disconnected', resolve)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve)
  })
}

/** Without a display: pictures instead of windows. */
async function report(tracker: Tracker): Promise<void> {
  console.log('There is no display, so the browser runs headless.')
  const folder = join(ROOT, '.output', 'start')
  await mkdir(folder, { recursive: true })
  const pages = { options: () => tracker.openPage('options.html'), popup: () => tracker.openPopup() }
  for (const [name, open] of Object.entries(pages)) {
    const page = await open()
    // A button in the page itself: the header alone stands there before the rest has come.
    await page.waitForSelector('section button')
    const path = join(folder, `${tracker.browserName}-${name}.png`)
    await page.screenshot({ path: path as `${string}.png` })
    console.log(`Picture of the ${name}: ${relative(ROOT, path)}`)
  }
  const { text } = await tracker.badge()
  console.log(`Badge: ${text || '(empty)'}`)
  const [next] = await tracker.alarms()
  const at = next && new Date(next.scheduledTime)
  console.log(`Next alarm: ${at ? `${at.toISOString()} (${at.toLocaleString()} local time)` : 'none'}`)
}

try {
  await start(choose())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function choose(): Choice {
  try {
    return readArguments()
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`)
    process.exit(2)
  }
}
