import type { Browser } from 'puppeteer-core'

/** Closes the browser; kills it if it has not gone after ten seconds. */
export async function endBrowser(browser: Browser): Promise<void> {
  const process = browser.process()
  const kill = setTimeout(() => process?.kill('SIGKILL'), 10_000)
  await browser.close().catch(() => process?.kill('SIGKILL'))
  clearTimeout(kill)
}
