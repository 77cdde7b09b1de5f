import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { collectChromiumErrors } from './chromium-errors.ts'
import { keepInstalled } from './chromium-installed.ts'
import { serviceWorker } from './chromium-worker.ts'
import { endBrowser } from './end-browser.ts'
import { homePage } from './home-page.ts'
import type { ResolvedOptions } from './resolved-options.ts'
import type { Driver } from './types.ts'
import { waitFor } from './wait-for.ts'

/** Starts a Chromium (or Chrome, or Edge) with the extension. See `launchTracker`. */
export async function launchChromium(options: ResolvedOptions): Promise<Driver> {
  const installed = options.stays ? await keepInstalled(options.userDataDir, options.extensionDir) : undefined
  const browser = await puppeteer.launch({
    executablePath: options.executablePath,
    headless: options.headless,
    userDataDir: options.userDataDir,
    defaultViewport: options.viewport,
    env: { ...options.env, ...(options.locale ? { LANGUAGE: options.locale } : {}) },
    // Over the pipe an extension can be installed; branded Chrome ignores --load-extension since version 137.
    pipe: true,
    enableExtensions: true,
    args: [...switches(options), ...(options.args ?? [])],
  })
  try {
    return await drive(browser, options.extensionDir, installed)
  } catch (error) {
    await endBrowser(browser)
    throw error
  }
}

function switches({ headless, locale }: ResolvedOptions): string[] {
  // The sandbox cannot start as root, nor in most containers; a browser that a person uses keeps it wherever it can.
  const noSandbox = process.platform === 'linux' && (headless || process.getuid?.() === 0)
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--no-default-browser-check',
    '--hide-crash-restore-bubble',
    // On headless Chromium's own screen of 800 × 600 px the real popup has not the room that it asks for.
    ...(headless ? ['--disable-gpu', '--screen-info={1600x1200}'] : []),
    ...(noSandbox ? ['--no-sandbox'] : []),
    ...(locale ? [`--lang=${locale}`] : []),
  ]
}

/** @param installed the id of the extension that the profile has already */
async function drive(browser: Browser, extensionDir: string, installed: string | undefined): Promise<Driver> {
  const errors = collectChromiumErrors(browser)
  const extensionId = installed ?? (await browser.installExtension(extensionDir))
  await waitFor(async () => (await browser.extensions()).has(extensionId), { what: 'the extension to be there' })
  const origin = `chrome-extension://${extensionId}`
  const open = async (path: string) => {
    const page = await browser.newPage()
    await page.goto(`${origin}/${path}`)
    return page
  }
  const home = homePage(open)
  const worker = serviceWorker(browser, origin, home)
  let popup: Page | undefined

  const closePopup = async () => {
    // It may close by itself at the same moment.
    if (popup && !popup.isClosed()) await popup.close().catch(() => undefined)
    popup = undefined
  }

  return {
    browser,
    extensionId,
    origin,
    open,
    home,
    async openPopup() {
      await closePopup()
      const before = new Set(browser.targets())
      const extension = (await browser.extensions()).get(extensionId)
      const tab = (await browser.pages()).at(-1)
      if (!extension || !tab) throw new Error('The extension or a tab to open its popup in is gone.')
      await extension.triggerAction(tab)
      const target = await browser.waitForTarget((t) => !before.has(t) && t.url().startsWith(`${origin}/popup.html`))
      const page = await target.asPage()
      await waitFor(() => page.evaluate(() => document.readyState === 'complete'), { what: 'the popup to load' })
      popup = page
      return page
    },
    closePopup,
    clickNotification: (id, button) => worker.clickNotification(id, button),
    isBackgroundRunning: () => worker.isRunning(),
    async stopBackground() {
      await errors.readWorker()
      await worker.stop()
    },
    async update() {
      await browser.installExtension(extensionDir)
    },
    consoleErrors: async () => (await errors.all()).filter((error) => error.includes(origin)),
  }
}
