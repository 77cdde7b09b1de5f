/** A Chromium to measure in: the extensions side by side, and nothing of puppeteer attached to the measured pages. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type CDPSession, type Extension, type Page } from 'puppeteer-core'
import { endBrowser } from '../../tests/browser/harness/end-browser.ts'

/** One of the extensions that are compared. */
export interface Subject {
  readonly browser: Browser
  readonly extension: Extension
  readonly origin: string
  /**
   * The manifest in a tab: it runs no code of the extension, keeps the extension's process alive from one opening to the
   * next, and gives a script the extension's interfaces.
   */
  readonly home: Page
  readonly homeSession: CDPSession
  /** The empty tab that is shown all the time: a process with a page on the screen does not run as fast as the others. */
  readonly stage: Page
}

export interface Laboratory {
  /** Such as "Chrome/141.0.7390.54". */
  readonly version: string
  /** In the order of the folders. */
  readonly subjects: readonly Subject[]
  close(): Promise<void>
}

/**
 * Starts a browser with a fresh profile and installs the extensions.
 *
 * @throws Error when the browser does not start or refuses an extension.
 */
export async function openLaboratory(executablePath: string, extensionDirs: readonly string[]): Promise<Laboratory> {
  const userDataDir = await mkdtemp(join(tmpdir(), 'tracker-bench-'))
  const discard = () => rm(userDataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  let browser: Browser | undefined
  const close = async () => {
    if (browser) await endBrowser(browser)
    await discard()
  }
  try {
    browser = await puppeteer.launch({
      executablePath,
      userDataDir,
      headless: true,
      pipe: true,
      enableExtensions: true,
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--no-default-browser-check',
        '--disable-gpu',
        // The sandbox cannot start as root, nor in most containers.
        ...(process.platform === 'linux' ? ['--no-sandbox'] : []),
      ],
    })
    const stage = await browser.newPage()
    const subjects: Subject[] = []
    for (const dir of extensionDirs) subjects.push(await install(browser, dir, stage))
    await stage.bringToFront()
    return { version: await browser.version(), subjects, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function install(browser: Browser, dir: string, stage: Page): Promise<Subject> {
  const id = await browser.installExtension(dir)
  const extension = (await browser.extensions()).get(id)
  if (!extension) throw new Error(`Chromium does not know the extension of ${dir} after it was installed.`)
  const origin = `chrome-extension://${id}`
  const home = await browser.newPage()
  await home.goto(`${origin}/manifest.json`)
  return { browser, extension, origin, home, homeSession: await home.createCDPSession(), stage }
}
