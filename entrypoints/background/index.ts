/**
 * Listeners only. Each is registered synchronously, so that it is there when the event comes that woke the worker, and
 * returns its promise, so that the worker lives until the work is done.
 *
 * @module
 */

import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { watch } from '../../utils/storage/watch.ts'
import { onNoticeButton, onNoticeClick } from './notice-clicks.ts'
import { reconcile } from './reconcile.ts'

export default defineBackground({
  main() {
    const wake = (): Promise<void> => reconcile(Date.now())
    browser.runtime.onInstalled.addListener(wake)
    browser.runtime.onStartup.addListener(wake)
    browser.alarms.onAlarm.addListener(wake)
    browser.notifications.onClicked.addListener(onNoticeClick)
    // Firefox has no buttons on notifications; what they do is in the popup too.
    browser.notifications.onButtonClicked?.addListener((id, button) => onNoticeButton(id, button, Date.now()))
    watch(['record', 'shelved', 'delivery'], wake)
    // Switched off and on again, the extension hears none of these events and has lost badge and alarm:
    // https://github.com/w3c/webextensions/issues/353. So each start of the worker is a wake as well.
    wake()
  },
})
