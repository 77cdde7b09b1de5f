import type { Browser, CDPSession, Page } from 'puppeteer-core'
import { waitFor } from './wait-for.ts'

interface ServiceWorkerControl {
  isRunning(): Promise<boolean>
  stop(): Promise<void>
  clickNotification(id: string, button: number | undefined): Promise<void>
}

/**
 * The extension's service worker: is it running, stop it, raise an event in it.
 *
 * @param home A page of the extension: the protocol answers for the workers of a page's origin.
 */
export function serviceWorker(browser: Browser, origin: string, home: () => Promise<Page>): ServiceWorkerControl {
  const states = new Map<string, string>()
  let page: Page | undefined
  let session: Promise<CDPSession> | undefined

  const connect = async (to: Page) => {
    const created = await to.createCDPSession()
    created.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const version of versions) {
        if (version.scriptURL.startsWith(origin)) states.set(version.versionId, version.runningStatus)
      }
    })
    await created.send('ServiceWorker.enable')
    return created
  }
  const connected = async () => {
    const to = await home()
    // An update closes the page and brings other workers.
    if (to !== page) {
      page = to
      states.clear()
      session = connect(to)
    }
    return session as Promise<CDPSession>
  }

  const isRunning = () => [...states.values()].includes('running')
  const isStopped = () => [...states.values()].every((state) => state === 'stopped')

  return {
    async isRunning() {
      await connected()
      return !isStopped()
    },

    async stop() {
      const page = await connected()
      // An event that came while it was about to stop starts it again in the same moment.
      const stop = async () => {
        await page.send('ServiceWorker.stopAllWorkers')
        return isStopped()
      }
      await waitFor(stop, { what: 'the service worker to stop' })
    },

    async clickNotification(id, button) {
      const page = await connected()
      if (!isRunning()) await page.send('ServiceWorker.startWorker', { scopeURL: `${origin}/` })
      await waitFor(isRunning, { what: 'the service worker to start' })
      const target = await browser.waitForTarget((t) => t.type() === 'service_worker' && t.url().startsWith(origin))
      const worker = await target.createCDPSession()
      const event = button === undefined ? 'onClicked' : 'onButtonClicked'
      const args = button === undefined ? [id] : [id, button]
      // `dispatch` raises the event for the listeners in this worker. No typing has it, for it is not for extensions.
      const expression = `(async () => {
        if (!(${JSON.stringify(id)} in await chrome.notifications.getAll())) throw new Error('not shown: ' + ${JSON.stringify(id)})
        chrome.notifications.${event}.dispatch(...${JSON.stringify(args)})
      })()`
      const { exceptionDetails } = await worker.send('Runtime.evaluate', { expression, awaitPromise: true })
      await worker.detach()
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    },
  }
}
