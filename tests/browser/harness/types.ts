import type { Browser, Page } from 'puppeteer-core'
import type { BrowserName } from '../../../tools/browsers.ts'

/** A page of the extension. */
type ExtensionPage = 'popup.html' | 'options.html'

export type StorageArea = 'local' | 'sync' | 'session'

export interface LaunchOptions {
  /** The built extension; by default what `wxt build` wrote for this browser. */
  extensionDir?: string
  /** What to start; by default the browser that `findBrowser` finds. */
  executablePath?: string
  /** The host's time zone, an IANA name; by default the one of this process. */
  timeZone?: string
  /** The browser's language, such as 'de'. In Chromium it needs that language's files to be installed. */
  locale?: string
  /** Default: true. */
  headless?: boolean
  /** A profile to keep. By default a fresh one that `close` removes. */
  userDataDir?: string
  /** The extension stays installed in the kept profile: the next launch finds it there. See `keptProfile`. */
  stays?: boolean
  env?: Record<string, string>
  /** Size of the tabs in px; by default 1000 × 800. Not of the real popup: that is as large as its content. */
  width?: number
  height?: number
  /** More switches for the browser's command line. */
  args?: string[]
  /** More preferences for Firefox. */
  firefoxPrefs?: Record<string, unknown>
}

interface Badge {
  text: string
  /** Red, green, blue, alpha: 0–255 each. */
  backgroundColor: number[]
  title: string
}

/** A real browser with the extension in it. */
export interface Tracker {
  readonly browserName: BrowserName
  /** What puppeteer offers beyond this interface. */
  readonly browser: Browser
  readonly extensionId: string
  /** Such as `chrome-extension://abc`, without a slash at the end. */
  readonly origin: string

  /** Opens a page of the extension in a tab of its own and waits until it has loaded. */
  openPage(path: ExtensionPage): Promise<Page>
  /**
   * Opens the real toolbar popup and waits until it has loaded. Both browsers close it by themselves when another tab
   * is opened or focused (Firefox only when headful): open the other pages first.
   */
  openPopup(): Promise<Page>
  /** Closes the real popup if it is open. */
  closePopup(): Promise<void>

  /**
   * Runs a function inside a page of the extension that runs none of the extension's code. `chrome.*` answers with
   * promises there in both browsers. The function sees its arguments only.
   */
  evaluate<Args extends unknown[], Result>(
    callback: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>
  badge(): Promise<Badge>
  /** By time, the next first. */
  alarms(): Promise<chrome.alarms.Alarm[]>
  /** What is shown now, by id. Firefox tells the details; Chromium tells only `true`. */
  notifications(): Promise<Record<string, { title?: string; message?: string } | true>>
  /**
   * What a click on the notification, or on one of its buttons (0 or 1; Chromium only), does.
   *
   * Firefox: the callback of the alert that is on the screen, so it wakes a stopped background.
   * Chromium offers no way to it: the background is started if it is stopped, then the event is raised inside it.
   *
   * @throws Error when no such notification is shown, or for a button in Firefox.
   */
  clickNotification(id: string, button?: number): Promise<void>
  storage: {
    get(area?: StorageArea): Promise<Record<string, unknown>>
    set(items: Record<string, unknown>, area?: StorageArea): Promise<void>
    /** Without an area: what the extension stores for this device and for the others. */
    clear(area?: StorageArea): Promise<void>
  }

  isBackgroundRunning(): Promise<boolean>
  /** Stops the service worker or the event page, as the browser does when idle, and waits until it has stopped. */
  stopBackground(): Promise<void>
  /**
   * Installs again what lies in `extensionDir`, over what is installed: an update, once its version has grown. Both
   * browsers close the extension's pages.
   */
  update(): Promise<void>

  /** Errors so far: uncaught, unhandled rejections, console.error; of all pages, the popup and the background. */
  consoleErrors(): Promise<string[]>
  /** Ends the browser and removes its profile, unless that was given. */
  close(): Promise<void>
}

/** What the browsers do each in its own way; the rest of a Tracker is built on it. */
export interface Driver extends Pick<Tracker, 'browser' | 'extensionId' | 'origin' | 'openPopup' | 'closePopup'> {
  /** A page of the extension without its code; see `homePage`. */
  home(): Promise<Page>
  /** Opens an address of the extension in a tab of its own. */
  open(path: string): Promise<Page>
  clickNotification(id: string, button: number | undefined): Promise<void>
  isBackgroundRunning(): Promise<boolean>
  stopBackground(): Promise<void>
  update(): Promise<void>
  consoleErrors(): Promise<string[]>
}
