import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import puppeteer, { type Browser } from 'puppeteer-core'
import { endBrowser } from './end-browser.ts'
import { noticeClosedPages } from './firefox-closed-pages.ts'
import { firefoxErrors, listenToConsole } from './firefox-errors.ts'
import { SIDELOAD_PREFS, sideload } from './firefox-installed.ts'
import { firefoxPopup } from './firefox-popup.ts'
import { type FirefoxSystem, firefoxSystem } from './firefox-system.ts'
import { homePage } from './home-page.ts'
import type { ResolvedOptions } from './resolved-options.ts'
import type { Driver } from './types.ts'
import { waitFor } from './wait-for.ts'

/** Firefox gives an extension a random address in each profile; here it is always this one. */
const UUID = '3b9a6c52-5f0e-4d7b-9c1d-0d3fe5a81700'

/** Starts a Firefox with the extension. See `launchTracker`. */
export async function launchFirefox(options: ResolvedOptions): Promise<Driver> {
  const manifest: { browser_specific_settings: { gecko: { id: string } } } = JSON.parse(
    await readFile(join(options.extensionDir, 'manifest.json'), 'utf8'),
  )
  const extensionId = manifest.browser_specific_settings.gecko.id
  if (options.stays) await sideload(options.userDataDir, options.extensionDir, extensionId)
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executablePath,
    headless: options.headless,
    userDataDir: options.userDataDir,
    defaultViewport: options.viewport,
    env: options.env,
    args: ['--remote-allow-system-access', ...(options.args ?? [])],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: UUID }),
      // A kept profile keeps what the extension stored, though it is installed anew at each start.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      // Else the manifest opens in a viewer that has no extension interfaces.
      'devtools.jsonview.enabled': false,
      ...(options.headless
        ? {
            // Without a desktop its notification service is missing, and each notification would vanish at once.
            'alerts.useSystemBackend': false,
            // The popup stays open when a test opens another page.
            'ui.popup.disable_autohide': true,
          }
        : {}),
      ...(options.stays ? SIDELOAD_PREFS : {}),
      ...options.firefoxPrefs,
    },
  })
  try {
    const system = firefoxSystem(browser)
    await listenToConsole(system)
    if (options.locale) await setLocale(system, options.locale)
    if (options.stays) await waitFor(() => system.run(isActive, extensionId), { what: 'the extension to be there' })
    else await browser.installExtension(options.extensionDir)
    return drive(browser, system, extensionId, options)
  } catch (error) {
    await endBrowser(browser)
    throw error
  }
}

/** Formats and messages follow at once; Firefox's own menus would need a language pack. */
const setLocale = (system: FirefoxSystem, locale: string): Promise<boolean> =>
  system.run((wanted) => {
    Services.locale.availableLocales = [...Services.locale.availableLocales, wanted]
    Services.locale.requestedLocales = [wanted]
    return true
  }, locale)

/** In Firefox's own window: whether the extension is installed and runs. */
function isActive(extensionId: string): boolean {
  return WebExtensionPolicy.getActiveExtensions().some(({ id }) => id === extensionId)
}

function drive(
  browser: Browser,
  system: FirefoxSystem,
  extensionId: string,
  { extensionDir, stays }: ResolvedOptions,
): Driver {
  const origin = `moz-extension://${UUID}`
  const popup = firefoxPopup(browser, system, extensionId, origin)
  const state = () => system.run((id) => WebExtensionPolicy.getByID(id).extension.backgroundState, extensionId)

  const open = async (path: string) => {
    const page = await browser.newPage()
    // The navigation never reports its end for such an address: it is started, and its effect awaited.
    await page.goto(`${origin}/${path}`, { timeout: 1 }).catch(() => undefined)
    const isLoaded = (address: string) => location.href === address && document.readyState === 'complete'
    await waitFor(() => page.evaluate(isLoaded, `${origin}/${path}`), { what: `${path} to load` })
    return page
  }

  return {
    browser,
    extensionId,
    origin,
    open,
    home: homePage(open),
    openPopup: popup.open,
    closePopup: popup.close,
    async clickNotification(id, button) {
      if (button !== undefined) throw new Error('Firefox shows no buttons on a notification.')
      await system.run(clickAlert, extensionId, id)
    },
    isBackgroundRunning: async () => (await state()) !== 'stopped',
    async stopBackground() {
      const stop = () => system.run(terminateBackground, extensionId)
      await waitFor(async () => (await stop()) === 'stopped', { what: 'the event page to stop' })
    },
    async update() {
      if (stays) throw new Error('In Firefox what stays in a profile is updated by a restart only.')
      await browser.installExtension(extensionDir)
      await noticeClosedPages(browser)
    },
    consoleErrors: () => firefoxErrors(system, origin),
  }
}

/**
 * In Firefox's own window: stops the event page also in the middle of its work. Without `disableResetIdleForTest` a
 * listener whose promise is pending keeps it alive: the call answers as if all were well and stops nothing.
 *
 * @returns the state right after; an event that waited may start it again
 */
async function terminateBackground(extensionId: string): Promise<string> {
  const { extension } = WebExtensionPolicy.getByID(extensionId)
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
  return extension.backgroundState
}

/** In Firefox's own window: what the alert on the screen calls when it is clicked. */
async function clickAlert(extensionId: string, id: string): Promise<void> {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
  const { extension } = WebExtensionPolicy.getByID(extensionId)
  const { notificationsMap } = await ExtensionParent.apiManager.asyncGetAPI('notifications', extension)
  const alert = notificationsMap.get(id)
  if (!alert) throw new Error(`not shown: ${id}`)
  alert.observe(null, 'alertclickcallback')
}
