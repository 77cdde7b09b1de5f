/** Brings a page of the extension into a state of the catalogue, in Chromium. */

import type { Page } from 'puppeteer-core'
import type { Role } from '../../../utils/record/record.ts'
import type { Tracker } from '../harness/types.ts'
import { setScene } from './scene.ts'
import type { State } from './state.ts'
import { find } from './steps.ts'

export type Theme = 'dark' | 'light'
export const THEMES: readonly Theme[] = ['dark', 'light']
export const ROLES: readonly Role[] = ['none', 'hero', 'villain']

/** Wide as the popup's body; high as the browsers let a popup become. */
export const POPUP_SIZE = { width: 380, height: 600 } as const
export const OPTIONS_SIZE = { width: 1000, height: 800 } as const

export interface Staged {
  readonly page: Page
  /** Everything that the page wrote to the console or failed with, so far. */
  readonly said: readonly string[]
}

/**
 * Opens a state in a window of its own, so that it is visible beside others and its timers run.
 *
 * @throws Error naming the selector that does not come
 */
export async function openState(tracker: Tracker, state: State, role: Role, width?: number): Promise<Staged> {
  const page = await tracker.browser.newPage({ type: 'window' })
  const said: string[] = []
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => said.push(error instanceof Error ? error.message : String(error)))
  const size = state.page === 'popup' ? POPUP_SIZE : OPTIONS_SIZE
  await page.setViewport({ ...size, ...(width === undefined ? {} : { width }) })
  await page.emulateFocusedPage(true)
  await setTheme(page, 'dark')
  await page.evaluateOnNewDocument(setScene, {
    now: state.now,
    items: state.seed(state.now, role),
    synced: state.synced ?? {},
    drafts: state.drafts?.(state.now) ?? {},
    refuses: state.refuses,
    holds: state.holds?.(state.now),
  })
  await page.goto(`${tracker.origin}/${state.page}.html`)
  try {
    await reach(page, state)
  } catch (error) {
    throw new Error(`${state.page} ${state.name}: ${(error as Error).message}\n${said.join('\n')}`)
  }
  return { page, said }
}

/** Does what leads from the opened page to the state, and waits until it is there and drawn to its end. */
export async function reach(page: Page, state: State): Promise<void> {
  await find(page, '[data-state], [data-status]')
  await state.act?.(page)
  for (const selector of state.expect) await find(page, selector)
  await settled(page)
}

/** Without animations: a picture or a check of colours must not fall into the middle of one. */
export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ])
}

/** Waits until nothing in the document has changed for a moment: labels come after the first paint. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    (quiet) =>
      new Promise<void>((resolve) => {
        const done = () => {
          observer.disconnect()
          resolve()
        }
        let timer = setTimeout(done, quiet)
        const observer = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(done, quiet)
        })
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      }),
    150,
  )
}
