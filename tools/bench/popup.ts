/** Opens the real toolbar popup of an extension once and measures it. */

import type { CDPSession, Target } from 'puppeteer-core'
import { waitFor } from '../../tests/browser/harness/wait-for.ts'
import type { Subject } from './chromium.ts'
import { collect, OBSERVATION, type Opening, QUIET, timeOfWork, watchDom } from './probe.ts'

/** Openings that may be lost in a row because the page was quicker than the probe. */
const ATTEMPTS = 8
/** Nothing loads for so long, in ms: that one is lost. */
const LOST_AFTER = 5000

export interface MeasuredOpening extends Opening {
  /** How long a fixed piece of work took in the popup after the observation, in ms; only where it was asked for. */
  work?: number
}

/** Asks something of the popup while it is open. */
type Question = (popup: CDPSession) => Promise<void>

/**
 * Slows the main thread of the extension's pages, from now on.
 *
 * The rate holds for a renderer's whole main thread, and all pages of an extension share one: set through the tab that
 * stays open, it is in force before a popup's first script. It does not reach the threads of workers, nor the browser.
 */
export async function slowDown({ homeSession }: Subject, rate: number): Promise<void> {
  await homeSession.send('Emulation.setCPUThrottlingRate', { rate })
}

/**
 * Opens the popup as a click on the toolbar does, watches it, closes it, and waits until it is gone.
 *
 * @param also What else to ask of it, after the observation.
 * @throws Error when it does not open, paints nothing, or could not be watched from its start.
 */
export async function measurePopup(subject: Subject, withWork = false, also?: Question): Promise<MeasuredOpening> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptPopup(subject, withWork, also)
    } catch (error) {
      if (attempt === ATTEMPTS) throw error
    }
  }
}

async function attemptPopup({ browser, extension, origin, stage }: Subject, withWork: boolean, also?: Question) {
  let popup: Target | undefined
  let loaded: Promise<CDPSession> | undefined
  const onCreated = (target: Target) => {
    if (popup || target.type() === 'service_worker') return
    popup = target
    // At this moment the popup is still an empty document: what is sent now is there before it navigates.
    loaded = watchLoading(target, `${origin}/popup.html`)
    loaded.catch(() => undefined)
  }
  browser.on('targetcreated', onCreated)
  let session: CDPSession | undefined
  try {
    await extension.triggerAction(stage)
    await waitFor(() => popup, { what: 'the popup to open', interval: 5 })
    session = (await loaded) as CDPSession
    const opening: MeasuredOpening = await call(session, collect, OBSERVATION, QUIET)
    if (withWork) opening.work = await call(session, timeOfWork)
    await also?.(session)
    return opening
  } finally {
    browser.off('targetcreated', onCreated)
    await closePopup(popup, session)
  }
}

/** @returns a session of the page once its load event came */
async function watchLoading(target: Target, url: string): Promise<CDPSession> {
  const session = await target.createCDPSession()
  const loaded = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The popup did not load, or before it was watched.')), LOST_AFTER)
    let navigated = false
    session.on('Page.frameNavigated', ({ frame }) => {
      if (!frame.parentId) navigated = frame.url === url
    })
    session.on('Page.loadEventFired', () => {
      if (!navigated) return
      clearTimeout(late)
      resolve()
    })
  })
  loaded.catch(() => undefined)
  await Promise.all([
    session.send('Page.enable'),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchDom})()` }),
  ])
  await loaded
  return session
}

async function closePopup(target: Target | undefined, session: CDPSession | undefined): Promise<void> {
  if (!target) return
  const closing = session ?? (await target.createCDPSession().catch(() => undefined))
  await closing?.send('Page.close').catch(() => undefined)
  await waitFor(() => !target.browser().targets().includes(target), { what: 'the popup to close', interval: 10 })
}

/** Runs a function in a page without making puppeteer's page object, whose sessions would slow it. */
async function call<Args extends unknown[], Result>(
  session: CDPSession,
  callback: (...args: Args) => Result | Promise<Result>,
  ...args: Args
): Promise<Result> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: `(${callback})(...${JSON.stringify(args)})`,
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value as Result
}
