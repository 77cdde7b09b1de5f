import type { Browser } from 'puppeteer-core'
import { connectionOf } from './firefox-system.ts'

interface Tree {
  contexts: { context: string }[]
}

/**
 * Tells puppeteer which of its pages have gone: Firefox closes the extension's tabs at an update, and its protocol says
 * nothing of tabs of an extension.
 */
export async function noticeClosedPages(browser: Browser): Promise<void> {
  const connection = connectionOf(browser)
  const { result } = await connection.send('browsingContext.getTree', {})
  const open = new Set((result as Tree).contexts.map(({ context }) => context))
  for (const page of await browser.pages()) {
    const { _id: context } = page.mainFrame() as unknown as { _id: string }
    if (open.has(context)) continue
    connection.emit('browsingContext.contextDestroyed', {
      context,
      url: page.url(),
      parent: null,
      children: [],
      userContext: 'default',
      originalOpener: null,
    })
  }
}
