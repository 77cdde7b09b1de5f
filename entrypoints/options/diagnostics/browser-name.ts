import { browser } from 'wxt/browser'
import { answer } from './answer.ts'

/** What Chromium tells of itself: https://wicg.github.io/ua-client-hints/#interface */
interface Brands {
  readonly brands: readonly { readonly brand: string; readonly version: string }[]
}

/** Only in Firefox, so the types that are Chromium's do not know it. */
interface FirefoxRuntime {
  getBrowserInfo?(): Promise<{ readonly name: string; readonly version: string }>
}

/** The browser, its version and the system, for a bug report. Rejects never. @example "Firefox 153.0 on linux" */
export async function browserName(): Promise<string> {
  const runtime = browser.runtime as FirefoxRuntime
  const [info, platform] = await Promise.all([
    answer(async () => runtime.getBrowserInfo?.()),
    answer(async () => browser.runtime.getPlatformInfo()),
  ])
  const name = info ? `${info.name} ${info.version}` : brandName()
  return platform ? `${name} on ${platform.os}` : name
}

function brandName(): string {
  const { userAgentData } = navigator as { readonly userAgentData?: Brands }
  // One of the brands is none, so that nobody counts on their places; and each browser of the family says "Chromium" too.
  const brands = (userAgentData?.brands ?? []).filter(({ brand }) => !/not.a.brand/i.test(brand))
  const own = brands.find(({ brand }) => brand !== 'Chromium') ?? brands[0]
  return own ? `${own.brand} ${own.version}` : navigator.userAgent
}
