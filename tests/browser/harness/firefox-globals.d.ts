// What Firefox's own window offers beyond a web page, as far as the harness uses it.
// https://searchfox.org/mozilla-central/source/toolkit/components/extensions/Extension.sys.mjs

interface FirefoxBrowsingContext {
  id: number
}

interface FirefoxBrowserElement extends Element {
  permanentKey?: object
  currentURI: { spec: string }
  browsingContext: FirefoxBrowsingContext
}

interface FirefoxAlert {
  observe(subject: null, topic: string): void
}

interface FirefoxExtension {
  backgroundState: 'starting' | 'running' | 'suspending' | 'stopped'
  terminateBackground(options: { ignoreDevToolsAttached: boolean; disableResetIdleForTest: boolean }): Promise<void>
}

interface FirefoxModules {
  'resource://gre/modules/ExtensionParent.sys.mjs': {
    ExtensionParent: {
      apiManager: {
        global: {
          browserActionFor(extension: FirefoxExtension): { openPopup(window: Window, withUserInput: boolean): unknown }
        }
        asyncGetAPI(
          name: 'notifications',
          extension: FirefoxExtension,
        ): Promise<{ notificationsMap: Map<string, FirefoxAlert> }>
      }
    }
  }
  'chrome://remote/content/shared/NavigableManager.sys.mjs': {
    NavigableManager: {
      trackerPopups?: boolean
      getBrowserById(id: string): FirefoxBrowserElement | null
      getIdForBrowser(browser: FirefoxBrowserElement): string
    }
  }
}

declare const ChromeUtils: {
  importESModule<Path extends keyof FirefoxModules>(path: Path): FirefoxModules[Path]
}

declare const WebExtensionPolicy: {
  getByID(id: string): { extension: FirefoxExtension }
  getActiveExtensions(): { id: string }[]
}

declare const Ci: { nsIScriptError: { warningFlag: number } }

declare const Services: {
  obs: { notifyObservers(subject: null, topic: string): void }
  locale: { availableLocales: string[]; requestedLocales: string[] }
  console: {
    getMessageArray(): {
      message: string
      QueryInterface(type: unknown): { sourceName: string; errorMessage: string; flags: number }
    }[]
  }
  ppmm: {
    addMessageListener(name: string, listener: (message: { data: string }) => void): void
    loadProcessScript(url: string, alsoInLaterProcesses: boolean): void
  }
}
