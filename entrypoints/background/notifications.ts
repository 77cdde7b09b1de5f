import { type Browser, browser } from 'wxt/browser'
import { message } from '../../utils/i18n/messages.ts'
import type { Notice } from '../../utils/plan/notice.ts'
import type { Plan } from '../../utils/plan/plan.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { recordDelivered } from '../../utils/storage/delivery.ts'
import { areNotificationsDenied, NOTIFICATIONS_DENIED } from '../../utils/storage/notification-permission.ts'
import { noticeText } from './notice-text.ts'
import { isStale } from './stale.ts'

/** The buttons of a day's notification, in the order in which `onButtonClicked` counts them. */
export const NOTICE_BUTTONS = ['mark', 'snooze'] as const

const ICON = '/icon/128.png'

/** The record that notices are of. */
interface Told {
  readonly record: TrackerRecord
  /** A later version wrote it: no button of a notification can change it. */
  readonly isReadOnly: boolean
}

/**
 * Shows what is due and takes away what no longer holds. A notice is recorded as delivered after it was shown: a crash
 * in between repeats it, over itself.
 *
 * @param onShown is called for each that the browser took
 * @throws the first refusal of the browser, after all the rest is done
 */
export async function applyNotices(
  plan: Plan,
  told: Told,
  timeZone: string,
  now: number,
  onShown: () => void,
): Promise<void> {
  const isDenied = await areNotificationsDenied()
  const failures: unknown[] = isDenied && plan.notices.length > 0 ? [new Error(NOTIFICATIONS_DENIED)] : []
  for (const notice of isDenied ? [] : plan.notices) {
    // Those that are left may be of a day that is over by now; the wake that follows knows.
    if (isStale(now)) break
    try {
      await browser.notifications.create(notice.id, optionsOf(notice, told, timeZone, now))
      onShown()
      // An instant of its own binds a message of several things to what it told: `standingAway`.
      await recordDelivered(notice.ids, notice.about ? now - 1 : now)
    } catch (error) {
      // One that is refused must not keep the others back.
      failures.push(error)
    }
  }
  // Also where they are denied: what was shown before may stand until they are allowed again.
  const standing = new Set(plan.standing)
  for (const id of Object.keys(await browser.notifications.getAll())) {
    // An id without a slash is none of a run's: the test notification.
    if (id.includes('/') && !standing.has(id)) await browser.notifications.clear(id)
  }
  if (failures.length > 0) throw failures[0]
}

function optionsOf(
  notice: Notice,
  { record, isReadOnly }: Told,
  timeZone: string,
  now: number,
): Browser.notifications.NotificationCreateOptions {
  const options = {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL(ICON),
    ...noticeText(notice, record, timeZone, now),
  }
  // Firefox throws on buttons: https://bugzilla.mozilla.org/show_bug.cgi?id=1190681
  if (import.meta.env.FIREFOX || !notice.day || isReadOnly) return options
  return {
    ...options,
    buttons: [{ title: message('background_button_mark') }, { title: message('background_button_snooze') }],
  }
}
