import { millisecondsInMinute } from 'date-fns/constants'
import { browser } from 'wxt/browser'
import type { RunView } from '../plan/run-view.ts'
import { LONGEST_SLEEP, WAKE_ALARM } from '../plan/wake-alarm.ts'
import { STORAGE_KEYS } from './keys.ts'

/**
 * Wakes a background that would sleep for too long: its alarm is gone or overdue, or the clock was changed after it was
 * set. A commander who looks is to find a badge that is right. The background hears that something was stored; an alarm
 * would not do: after the clock was put back Chromium lets none ring, not even a new one, until it has passed the last.
 *
 * @param runs what the commander follows; where all has ended the background may sleep
 * @param now epoch ms
 * @throws the browser's error
 */
export async function rouse(runs: readonly RunView[], now: number): Promise<void> {
  if (runs.every(({ status }) => status === 'ended')) return
  const alarm = await browser.alarms.get(WAKE_ALARM)
  const ahead = alarm ? alarm.scheduledTime - now : Number.POSITIVE_INFINITY
  if (ahead >= -millisecondsInMinute && ahead <= LONGEST_SLEEP + millisecondsInMinute) return
  await browser.storage.local.set({ [STORAGE_KEYS.roused]: now })
}
