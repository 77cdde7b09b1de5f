import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Browser, Cache, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers'
import type { BrowserName } from './browsers.ts'

/** Where downloaded browsers are kept: with the other output, not in anybody's home. */
export const CACHE = '.output/browsers'

const cacheDir = fileURLToPath(new URL(`../${CACHE}`, import.meta.url))

const KINDS = { chromium: Browser.CHROME, firefox: Browser.FIREFOX } as const

/** The program of a browser that was downloaded before, or undefined. */
export function downloadedBrowser(browser: BrowserName): string | undefined {
  const installed = new Cache(cacheDir).getInstalledBrowsers().filter((one) => one.browser === KINDS[browser])
  return installed.map((one) => one.executablePath).find((path) => existsSync(path))
}

/** Downloads the current stable version. @throws Error when that fails, or there is none for this system. */
export async function downloadBrowser(browser: BrowserName): Promise<void> {
  const platform = detectBrowserPlatform()
  if (!platform) throw new Error(`There is no download for ${process.platform} ${process.arch}.`)
  const kind = KINDS[browser]
  await install({ browser: kind, buildId: await resolveBuildId(kind, platform, 'stable'), cacheDir, platform })
}
