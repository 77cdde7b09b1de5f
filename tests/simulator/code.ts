/**
 * The bundles of both browsers, ready to be started, and what checks them.
 *
 * @module
 */

import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' }
import { BROWSERS, type BrowserName } from '../../tools/browsers.ts'
import { formatMessage, type Message } from '../setup/messages.ts'
import { type Bundle, bundle, lifeOf } from './bundle.ts'
import { simulatedIntl } from './globals.ts'
import type { Code } from './play.ts'

const MESSAGES: Readonly<Record<string, Message>> = catalogue

/** @returns for each browser the text of its bundle; made once, and handed to each process */
export async function bundles(): Promise<Record<BrowserName, Bundle>> {
  const texts = await Promise.all(BROWSERS.map(async (browser) => [browser, await bundle(browser)] as const))
  return Object.fromEntries(texts) as Record<BrowserName, Bundle>
}

export function codesOf(texts: Readonly<Record<BrowserName, Bundle>>): Record<BrowserName, Code> {
  const codes = BROWSERS.map((browser) => [browser, codeOf(texts[browser])] as const)
  return Object.fromEntries(codes) as Record<BrowserName, Code>
}

function codeOf(text: Bundle): Code {
  const life = lifeOf(text)
  const oracle = life({
    simulated: {
      browser: {
        i18n: {
          getMessage: (key: string, values: unknown) => formatMessage(MESSAGES[key], values),
          getUILanguage: () => 'en-GB',
        },
      },
    },
    navigator: { locks: undefined },
    Date,
    Intl: simulatedIntl(() => 'UTC'),
    crypto,
    performance,
    setTimeout,
    console,
  })
  return { life, oracle }
}
