import type { Browser, CDPSession, Protocol, Target } from 'puppeteer-core'

interface Errors {
  /** Those so far, each as "where: what". */
  all(): Promise<string[]>
  /** Reads those of the service worker; they are gone when it has stopped. */
  readWorker(): Promise<void>
}

/**
 * Collects the errors of the extensions' pages and service workers.
 *
 * A page has a session for as long as it lives. A worker must not have one: it would neither go to sleep nor wake as it
 * does for a commander. It gets one for a moment when it is asked, and then the browser repeats what happened before
 * (as it does for a page whose session came late).
 */
export function collectChromiumErrors(browser: Browser): Errors {
  const errors = new Map<string, string>()
  const attached = new WeakSet<Target>()

  const listen = async (target: Target): Promise<CDPSession | undefined> => {
    const report = (what: string, timestamp: number) =>
      errors.set(`${target.url()} ${timestamp} ${what}`, `${target.url()}: ${what}`)
    try {
      const session = await target.createCDPSession()
      session.on('Runtime.exceptionThrown', ({ exceptionDetails, timestamp }) =>
        report(describe(exceptionDetails), timestamp),
      )
      session.on('Runtime.consoleAPICalled', ({ type, args, timestamp }) => {
        if (type === 'error' || type === 'assert') report(args.map(text).join(' '), timestamp)
      })
      session.on('Log.entryAdded', ({ entry }) => {
        if (entry.level === 'error') report(`${entry.text} ${entry.url ?? ''}`, entry.timestamp)
      })
      await session.send('Runtime.enable')
      await session.send('Log.enable')
      return session
    } catch {
      return undefined // The target has gone meanwhile: a popup that was closed at once.
    }
  }

  const attach = async (target: Target) => {
    if (attached.has(target) || target.type() === 'service_worker' || !isOfExtension(target)) return
    attached.add(target)
    await listen(target)
  }
  browser.on('targetcreated', attach)
  browser.on('targetchanged', attach)

  const readWorker = async () => {
    for (const target of browser.targets()) {
      if (target.type() !== 'service_worker' || !isOfExtension(target)) continue
      await (await listen(target))?.detach().catch(() => undefined)
    }
  }

  return {
    readWorker,
    async all() {
      await readWorker()
      return [...errors.values()]
    },
  }
}

const isOfExtension = (target: Target): boolean => target.url().startsWith('chrome-extension://')

const describe = ({ text, exception }: Protocol.Runtime.ExceptionDetails): string =>
  `${text} ${exception?.description ?? exception?.value ?? ''}`

const text = ({ value, description }: Protocol.Runtime.RemoteObject): string => String(value ?? description)
