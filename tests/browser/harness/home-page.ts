import type { Page } from 'puppeteer-core'

/**
 * A page of the extension to run the harness's own calls in, opened at the first call.
 *
 * The manifest itself serves: it has the extension's origin, so both browsers give it the extension's interfaces, and it
 * runs no code that could change what is tested.
 *
 * @param open Opens an address of the extension in a tab.
 */
export function homePage(open: (path: string) => Promise<Page>): () => Promise<Page> {
  let page: Promise<Page> | undefined
  return async () => {
    if (!page || (await page).isClosed()) page = open('manifest.json')
    return page
  }
}
