import { browser } from 'wxt/browser'

const ALARM = 'wake'

/**
 * One alarm, for whatever comes next. It is created only where it differs: to create it again postpones it.
 *
 * @param wakeAt epoch ms; undefined: nothing is to come
 */
export async function applyAlarm(wakeAt: number | undefined): Promise<void> {
  const alarm = await browser.alarms.get(ALARM)
  if (wakeAt === undefined) {
    if (alarm) await browser.alarms.clear(ALARM)
  } else if (alarm?.scheduledTime !== wakeAt) {
    await browser.alarms.create(ALARM, { when: wakeAt })
  }
}
