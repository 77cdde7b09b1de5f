import type { Browser } from 'puppeteer-core'

/** The part of puppeteer's own connection that is needed here. It is not public, and Firefox allows no second one. */
export interface BidiConnection {
  send(method: string, params: Record<string, unknown>): Promise<{ result: unknown }>
  emit(event: string, params: unknown): void
}

export const connectionOf = (browser: Browser): BidiConnection =>
  (browser as unknown as { connection: BidiConnection }).connection

/** Runs code with the browser's own rights. */
export interface FirefoxSystem {
  /**
   * Runs a function in Firefox's own window (`browser.xhtml`), where `Services` and `ChromeUtils` are.
   *
   * @param callback Sees its arguments only; arguments and result are plain JSON.
   */
  run<Args extends unknown[], Result>(
    callback: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>
  /** The id of the operating system's window, as the protocol names it. */
  clientWindow(): Promise<string>
}

interface Tree {
  contexts: { context: string; clientWindow: string; url: string }[]
}

/**
 * Access to the browser's own window. It needs `--remote-allow-system-access`.
 *
 * https://firefox-source-docs.mozilla.org/remote/Security.html
 */
export function firefoxSystem(browser: Browser): FirefoxSystem {
  const connection = connectionOf(browser)

  const mainWindow = async () => {
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
    const found = (result as Tree).contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml')
    if (!found) throw new Error('Firefox has no window of its own, or does not let it be reached.')
    return found
  }

  return {
    async run<Args extends unknown[], Result>(callback: (...args: Args) => Result | Promise<Result>, ...args: Args) {
      const { context } = await mainWindow()
      const { result } = await connection.send('script.callFunction', {
        // As JSON text, for the protocol has its own form of every value.
        functionDeclaration: `async (args) => JSON.stringify(await (${callback})(...JSON.parse(args)))`,
        arguments: [{ type: 'string', value: JSON.stringify(args) }],
        awaitPromise: true,
        target: { context },
      })
      const answer = result as { result?: { value?: string }; exceptionDetails?: { text: string } }
      if (answer.exceptionDetails) throw new Error(`In Firefox's own window: ${answer.exceptionDetails.text}`)
      const text = answer.result?.value
      return (text === undefined ? undefined : JSON.parse(text)) as Result
    },
    clientWindow: async () => (await mainWindow()).clientWindow,
  }
}
