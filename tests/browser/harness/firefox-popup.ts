import type { Browser, Page } from 'puppeteer-core'
import { connectionOf, type FirefoxSystem } from './firefox-system.ts'
import { waitFor } from './wait-for.ts'

interface Popup {
  open(): Promise<Page>
  close(): Promise<void>
}

/**
 * Firefox's real toolbar popup as a puppeteer page, with real clicks.
 *
 * The protocol knows tabs only. The popup's `<browser>` element lacks two things that a tab's has: a `permanentKey`, from
 * which its id is made, and a place in the list where ids are looked up. With both given, every command of the protocol
 * works on it; puppeteer is then told of a new page, as the browser would tell it of a tab.
 * https://searchfox.org/mozilla-central/source/remote/shared/NavigableManager.sys.mjs
 */
export function firefoxPopup(browser: Browser, system: FirefoxSystem, extensionId: string, origin: string): Popup {
  const connection = connectionOf(browser)
  const address = `${origin}/popup.html`
  let contextId: string | undefined

  const close = async () => {
    if (!contextId) return
    await system.run(() => {
      for (const panel of document.querySelectorAll('panel')) {
        if (panel.querySelector('browser[webextension-view-type=popup]'))
          (panel as unknown as { hidePopup(): void }).hidePopup()
      }
    })
    const isGone = () => system.run(() => !document.querySelector('browser[webextension-view-type=popup]'))
    await waitFor(isGone, { what: 'the popup to close' })
    connection.emit('browsingContext.contextDestroyed', { ...information(contextId, address), children: [] })
    contextId = undefined
  }

  const open = async () => {
    await close()
    await system.run(askForPopup, extensionId)
    const id = await waitFor(() => system.run(adoptPopup, address), { what: 'the popup to appear' })
    contextId = id
    const before = new Set(await browser.pages())
    const clientWindow = await system.clientWindow()
    connection.emit('browsingContext.contextCreated', { ...information(id, address), clientWindow })
    return waitFor(
      async () => {
        const page = (await browser.pages()).find((candidate) => !before.has(candidate) && candidate.url() === address)
        return page && (await page.evaluate(() => document.readyState === 'complete')) && page
      },
      { what: 'the popup to load' },
    )
  }

  return { open, close }
}

const information = (context: string, url: string) => ({
  context,
  url,
  parent: null,
  children: null,
  userContext: 'default',
  originalOpener: null,
})

/** In Firefox's own window: what a click on the toolbar button does. */
async function askForPopup(id: string): Promise<void> {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
  const { extension } = WebExtensionPolicy.getByID(id)
  await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, false)
}

/** In Firefox's own window: makes the open popup known to the protocol. Its id, or null if it is not there yet. */
function adoptPopup(address: string): string | null {
  const selector = 'browser[webextension-view-type=popup]'
  const path = 'chrome://remote/content/shared/NavigableManager.sys.mjs'
  const { NavigableManager: manager } = ChromeUtils.importESModule(path)
  const popup = document.querySelector<FirefoxBrowserElement>(selector)
  if (!popup?.currentURI.spec.startsWith(address)) return null
  // While the page loads it stands in a panel that is never shown; it then moves to another <browser> in the real one.
  if ((popup.closest('panel') as (Element & { state?: string }) | null)?.state !== 'open') return null
  popup.permanentKey ??= {}
  if (!manager.trackerPopups) {
    manager.trackerPopups = true
    const tabWith = manager.getBrowserById.bind(manager)
    manager.getBrowserById = (id) => {
      const popups = Array.from(document.querySelectorAll<FirefoxBrowserElement>(selector))
      return popups.find((one) => one.permanentKey && manager.getIdForBrowser(one) === id) ?? tabWith(id)
    }
  }
  return manager.getIdForBrowser(popup)
}
