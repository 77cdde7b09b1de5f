import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserName, findBrowser } from '../../../tools/browsers.ts'
import { launchChromium } from './chromium.ts'
import { endBrowser } from './end-browser.ts'
import { extensionCalls } from './extension-calls.ts'
import { launchFirefox } from './firefox.ts'
import type { LaunchOptions, Tracker } from './types.ts'

const OUTPUT = fileURLToPath(new URL('../../../.output/', import.meta.url))

/** Where `wxt build` writes the extension for a browser. */
export const builtExtension = (browser: BrowserName): string =>
  join(OUTPUT, browser === 'firefox' ? 'firefox-mv3' : 'chrome-mv3')

/**
 * Starts a real browser with the extension installed.
 *
 * @throws Error when the browser is not installed (what to do stands in it) or the extension is not built.
 */
export async function launchTracker(browserName: BrowserName, options: LaunchOptions = {}): Promise<Tracker> {
  const temporary = options.userDataDir ? undefined : await mkdtemp(join(tmpdir(), 'tracker-profile-'))
  const discard = async () => {
    // The browser's helpers may still be writing for a moment after its end.
    if (temporary) await rm(temporary, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  try {
    const launch = browserName === 'firefox' ? launchFirefox : launchChromium
    const driver = await launch({
      ...options,
      executablePath: options.executablePath ?? findBrowser(browserName),
      extensionDir: options.extensionDir ?? builtExtension(browserName),
      headless: options.headless ?? true,
      userDataDir: options.userDataDir ?? (temporary as string),
      env: {
        ...(process.env as Record<string, string>),
        ...(options.timeZone ? { TZ: options.timeZone } : {}),
        ...options.env,
      },
      viewport: options.headless === false ? null : { width: options.width ?? 1000, height: options.height ?? 800 },
    })
    return {
      ...driver,
      ...extensionCalls(driver.home),
      browserName,
      openPage: (path) => driver.open(path),
      openPopup: async () => {
        // A popup closes when another tab opens: the page that answers the helpers' questions must be there before.
        await driver.home()
        return driver.openPopup()
      },
      clickNotification: (id, button) => driver.clickNotification(id, button),
      close: async () => {
        await endBrowser(driver.browser)
        await discard()
      },
    }
  } catch (error) {
    await discard()
    throw error
  }
}
