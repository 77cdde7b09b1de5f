import { millisecondsInMinute } from 'date-fns/constants'
import { browser } from 'wxt/browser'
import type { RunView } from '../plan/run-view.ts'
import { LONGEST_SLEEP, WAKE_ALARM } from '../plan/wake-alarm.ts'
import { isOpen, readBeginning } from './begun.ts'
import { STORAGE_KEYS } from './keys.ts'

/**
 * Wakes a background that would sleep for too long: its alarm is gone or overdue, the clock was changed after it was set,
 * or it died before it looked whether the record is gone. A commander who looks is to find a badge that is right, and the
 * record. The background hears that something was stored; an alarm would not do: after the clock was put back Chromium
 * lets none ring, not even a new one, until it has passed the last.
 *
 * @param runs what the commander follows; where all has ended the background may sleep
 * @param now epoch ms
 * @throws the browser's error
 */
export async function rouse(runs: readonly RunView[], now: number): Promise<void> {
  if (!isOpen(await readBeginning()) && !(await sleepsTooLong(runs, now))) return
  await browser.storage.local.set({ [STORAGE_KEYS.roused]: now })
}

async function sleepsTooLong(runs: readonly RunView[], now: number): Promise<boolean> {
  if (runs.every(({ status }) => status === 'ended')) return false
  const alarm = await browser.alarms.get(WAKE_ALARM)
  const ahead = alarm ? alarm.scheduledTime - now : Number.POSITIVE_INFINITY
  return ahead < -millisecondsInMinute || ahead > LONGEST_SLEEP + millisecondsInMinute
}
