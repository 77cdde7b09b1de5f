/** What a state of a page is: the storage that leads to it, the steps in the page, and how to know it when it is there. */

import type { Page } from 'puppeteer-core'
import type { Role } from '../../../utils/record/record.ts'
import type { Holds } from './scene.ts'

/** Wednesday, 12:34 UTC: 20 h 34 min after 16:00, when a day starts. The pages are shown this clock. */
export const NOW = Date.UTC(2026, 10, 25, 12, 34)
/** The zone that the browser is started in. */
export const HOST_ZONE = 'Europe/London'

/** What stands in `storage.local`, by its keys. */
export type Items = Readonly<Record<string, unknown>>

export interface State {
  /** Unique in its page, also the name of its pictures. */
  readonly name: string
  readonly page: 'popup' | 'options'
  /** What the page's clock shows when it opens, in epoch ms. */
  readonly now: number
  /** @param now epoch ms */
  readonly seed: (now: number, role: Role) => Items
  /** What lies in the browser's sync. Absent: nothing. */
  readonly synced?: Items
  /** What was typed before the page was closed, as it stands in `localStorage` at `now` (epoch ms). */
  readonly drafts?: (now: number) => Readonly<Record<string, string>>
  /** What is done in the page, as a commander would. */
  readonly act?: (page: Page) => Promise<void>
  /** Selectors that all match when the state is there. */
  readonly expect: readonly string[]
  /** A state in which a commander sees the page most of the time: a popup must not scroll in it. */
  readonly main: boolean
  /** Selector of the part of a long page in which the state shows. Absent: the whole page. */
  readonly part?: string
  /** What the browser's storage refuses. */
  readonly refuses?: 'get' | 'set'
  /** What the browser holds and allows at `now` (epoch ms). Absent: what it really does. */
  readonly holds?: (now: number) => Holds
}

type Parts = Pick<State, 'seed'> & Partial<Omit<State, 'seed' | 'name' | 'page' | 'expect'>>

/**
 * @param state what the popup calls it
 * @param expect more selectors
 */
export function popup(name: string, state: string, parts: Parts, ...expect: string[]): State {
  return { now: NOW, main: true, ...parts, name, page: 'popup', expect: [`[data-state="${state}"]`, ...expect] }
}

export function options(name: string, parts: Parts, ...expect: string[]): State {
  return { now: NOW, main: true, ...parts, name, page: 'options', expect: ['[data-status]', ...expect] }
}
