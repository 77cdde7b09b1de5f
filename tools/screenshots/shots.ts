/** Which pictures there are, and how one is drawn. */

import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import type { Tracker } from '../../tests/browser/harness/types.ts'
import { measure } from '../../tests/browser/states/measure.ts'
import {
  OPTIONS_SIZE,
  openState,
  POPUP_SIZE,
  ROLES,
  setTheme,
  settled,
  THEMES,
} from '../../tests/browser/states/stage.ts'
import type { State } from '../../tests/browser/states/state.ts'
import type { Role } from '../../utils/record/record.ts'

/** How a page is looked at beside the usual way; each adds its name to the file's. */
type Manner = 'plain' | 'narrow' | 'zoomed' | 'forced-colors' | 'rtl'

/** One page that is opened; it gives a picture for each theme. */
interface Shot {
  readonly state: State
  readonly role: Role
  readonly manner: Manner
}

/** The pictures of one shot. */
export interface Drawn extends Shot {
  readonly files: readonly { readonly name: string; readonly theme: string }[]
  /** What is wrong with them, in words. */
  readonly complaints: readonly string[]
}

/** Options states that are drawn for each role; popup states all are. */
const OPTIONS_IN_ROLES = ['fresh', 'with-run']
const MANNERS: Readonly<Record<string, readonly Manner[]>> = {
  'popup first-use': ['rtl', 'forced-colors'],
  'popup missed': ['rtl', 'forced-colors'],
  'options with-run': ['narrow', 'zoomed', 'forced-colors', 'rtl'],
  'options fresh': ['narrow'],
  'options level-word': ['narrow'],
  'options zone-list': ['narrow', 'forced-colors'],
  'options set-aside-delete': ['narrow'],
  'options diagnostics-trouble': ['narrow', 'zoomed', 'forced-colors', 'rtl'],
}

export function shotsOf(state: State): readonly Shot[] {
  const roles = state.page === 'popup' || OPTIONS_IN_ROLES.includes(state.name) ? ROLES : (['hero'] as const)
  const manners = MANNERS[`${state.page} ${state.name}`] ?? []
  return [
    ...roles.map((role) => ({ state, role, manner: 'plain' as const })),
    ...manners.map((manner) => ({ state, role: 'hero' as const, manner })),
  ]
}

/** Opens the state and draws it in each theme. @param folder where the files go */
export async function drawShot(tracker: Tracker, shot: Shot, folder: string): Promise<Drawn> {
  const { state, role, manner } = shot
  const width = manner === 'narrow' ? 320 : manner === 'zoomed' ? OPTIONS_SIZE.width / 2 : undefined
  const { page, said } = await openState(tracker, state, role, width)
  if (manner === 'rtl') await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  if (manner !== 'plain') await settled(page)
  const { height, overflows } = await measure(page)
  const size = {
    width: width ?? (state.page === 'popup' ? POPUP_SIZE : OPTIONS_SIZE).width,
    height: state.page === 'popup' ? Math.min(height, POPUP_SIZE.height) : height,
  }
  await page.setViewport({ ...size, deviceScaleFactor: state.page === 'popup' || manner === 'zoomed' ? 2 : 1 })
  const files = []
  for (const theme of THEMES) {
    await (manner === 'forced-colors' ? forceColors(page, theme) : setTheme(page, theme))
    const name = `${[state.page, state.name, theme, role, ...(manner === 'plain' ? [] : [manner])].join('-')}.png`
    const clip = manner === 'plain' && state.part ? await boxOf(page, state.part) : undefined
    await page.screenshot({ path: join(folder, name) as `${string}.png`, ...(clip ? { clip } : {}) })
    files.push({ name, theme })
  }
  await page.close()

  const title = `${state.page} ${state.name} (${role}, ${manner})`
  const tooHigh = state.page === 'popup' && state.main && height > POPUP_SIZE.height
  return {
    ...shot,
    files,
    complaints: [
      ...overflows.map((overflow) => `${title}: ${overflow}`),
      ...said.map((words) => `${title}: said ${words}`),
      ...(tooHigh ? [`${title}: ${height} px high, ${POPUP_SIZE.height} fit`] : []),
    ],
  }
}

/** A part of the page with a little of what is around it, in CSS px. */
function boxOf(page: Page, selector: string): Promise<{ x: number; y: number; width: number; height: number }> {
  return page.evaluate((wanted) => {
    const { x, y, width, height } = (document.querySelector(wanted) as Element).getBoundingClientRect()
    const around = 16
    return { x: x + scrollX - around, y: y + scrollY - around, width: width + 2 * around, height: height + 2 * around }
  }, selector)
}

/** puppeteer's own call knows no forced colours. What a session sets ends with it, so it stays as long as the page. */
async function forceColors(page: Page, theme: string): Promise<void> {
  const session = await page.createCDPSession()
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  })
}
