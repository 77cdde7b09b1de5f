import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import { canUseApt, installWithApt } from './apt.ts'
import { CACHE, downloadBrowser, downloadedBrowser } from './browser-download.ts'

export type BrowserName = 'chromium' | 'firefox'

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox']

/** What a search for a browser depends on; the real one is `here()`. */
export interface Surroundings {
  platform: NodeJS.Platform
  env: Record<string, string | undefined>
  isExecutable(path: string): boolean
}

/** Variables that name a browser's program, before any search. */
const VARIABLES = { chromium: ['CHROMIUM_PATH', 'CHROME_PATH'], firefox: ['FIREFOX_PATH'] } as const

const COMMANDS = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox'],
} as const

const MAC_APPLICATIONS = {
  chromium: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `${name}.app/Contents/MacOS/${name}`),
  firefox: ['Firefox.app/Contents/MacOS/firefox'],
} as const

const WINDOWS_PROGRAMS = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
} as const

/**
 * Where a browser's program may be on a system, the likeliest first. Nothing is looked up.
 *
 * @example
 * candidates('firefox', { platform: 'linux', env: { PATH: '/usr/bin' } }) // ['/usr/bin/firefox-esr', '/usr/bin/firefox']
 */
export function candidates(browser: BrowserName, { platform, env }: Pick<Surroundings, 'platform' | 'env'>): string[] {
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    )
    return WINDOWS_PROGRAMS[browser].flatMap((program) => folders.map((folder) => win32.join(folder, program)))
  }
  const inPath = COMMANDS[browser].flatMap((command) =>
    (env.PATH ?? '')
      .split(':')
      .filter(Boolean)
      .map((folder) => posix.join(folder, command)),
  )
  if (platform !== 'darwin') return inPath
  const folders = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])]
  return [
    ...MAC_APPLICATIONS[browser].flatMap((program) => folders.map((folder) => posix.join(folder, program))),
    ...inPath,
  ]
}

/**
 * The browser's program among what is installed, or undefined.
 *
 * @throws Error when a variable such as CHROMIUM_PATH names something that is not a program: it is never passed over.
 */
export function installedBrowser(browser: BrowserName, surroundings: Surroundings): string | undefined {
  for (const variable of VARIABLES[browser]) {
    const path = surroundings.env[variable]
    if (!path) continue
    if (surroundings.isExecutable(path)) return path
    throw new Error(`${variable} is set to ${path}, which is not a program. Correct it, or unset it to search for one.`)
  }
  return candidates(browser, surroundings).find(surroundings.isExecutable)
}

/** Installed or downloaded before. @throws Error that says what to do when there is none. */
export function findBrowser(browser: BrowserName): string {
  const found = installedBrowser(browser, here()) ?? downloadedBrowser(browser)
  if (!found) throw new Error(advice(browser))
  return found
}

/**
 * Makes sure that the browsers are there, installing or downloading what is missing.
 *
 * @throws Error that says what to do about every browser that could not be had.
 */
export async function ensureBrowsers(browsers: readonly BrowserName[]): Promise<void> {
  const isMissing = (browser: BrowserName) => !installedBrowser(browser, here()) && !downloadedBrowser(browser)
  const missing = browsers.filter(isMissing)
  if (missing.length > 0 && canUseApt()) installWithApt(packagesFor(missing))
  const problems: string[] = []
  for (const browser of missing.filter(isMissing)) {
    console.log(`No ${browser} is installed: downloading one ...`)
    await downloadBrowser(browser).catch((error: Error) => problems.push(`${advice(browser)}\n  (${error.message})`))
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

const here = (): Surroundings => ({ platform: process.platform, env: process.env, isExecutable })

const advice = (browser: BrowserName): string =>
  browser === 'chromium'
    ? 'No Chromium was found. Install Chromium, Google Chrome or Microsoft Edge, or set CHROMIUM_PATH to its program, ' +
      `and run this again. (On Debian: apt-get install chromium. A download would be kept in ${CACHE}.)`
    : 'No Firefox was found. Install Firefox, or set FIREFOX_PATH to its program, and run this again. ' +
      `(On Debian: apt-get install firefox-esr. A download would be kept in ${CACHE}.)`

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function packagesFor(browsers: BrowserName[]): string[] {
  const packages: string[] = browsers.map((browser) => (browser === 'firefox' ? 'firefox-esr' : 'chromium'))
  // Without any font, pages render no text at all.
  return hasFonts() ? packages : [...packages, 'fonts-dejavu-core']
}

function hasFonts(): boolean {
  try {
    return readdirSync('/usr/share/fonts', { recursive: true }).some((name) => /\.(ttf|otf|ttc)$/i.test(String(name)))
  } catch {
    return false
  }
}
