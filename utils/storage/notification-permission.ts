import { browser } from 'wxt/browser'

/** What is told where notifications are denied. */
export const NOTIFICATIONS_DENIED = 'Notifications of this extension are switched off in the browser.'

/**
 * Whether the commander denied them. Chromium then answers `create` as if all were well, and what is not seen must not
 * count as told; what else is asked of notifications it refuses. Firefox does not tell.
 */
export async function areNotificationsDenied(): Promise<boolean> {
  try {
    return (await browser.notifications.getPermissionLevel?.()) === 'denied'
  } catch {
    // Nobody knows: then showing one tells.
    return false
  }
}
