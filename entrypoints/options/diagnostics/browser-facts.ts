/**
 * What the browser itself holds and allows. Each question is asked for itself: what one of them fails for is often the
 * trouble that the others explain.
 *
 * @module
 */

import { browser } from 'wxt/browser'
import { WAKE_ALARM } from '../../../utils/plan/wake-alarm.ts'
import { loadWakes, type Wake } from '../../../utils/storage/wakes.ts'
import { answer } from './answer.ts'
import { browserName } from './browser-name.ts'

export interface BrowserFacts {
  /** The newest first; undefined: the browser could not read its storage. */
  readonly wakes: readonly Wake[] | undefined
  /** Epoch ms for which the browser holds the alarm; null: it holds none; undefined: it did not say. */
  readonly alarm: number | null | undefined
  /** Whether it lets the extension notify; undefined: it does not tell, as Firefox. */
  readonly permission: 'granted' | 'denied' | undefined
  /** Its name, version and system. */
  readonly browser: string
}

/** Rejects never. */
export async function askBrowser(): Promise<BrowserFacts> {
  const [wakes, alarm, permission, name] = await Promise.all([
    answer(loadWakes),
    answer(async () => (await browser.alarms.get(WAKE_ALARM))?.scheduledTime ?? null),
    // https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/notifications: Firefox has none.
    answer(async () => browser.notifications.getPermissionLevel?.()),
    browserName(),
  ])
  return { wakes, alarm, permission, browser: name }
}
