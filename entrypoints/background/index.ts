/**
 * Listeners only. Each is registered synchronously, so that it is there when the event comes that woke the worker, and
 * returns its promise, so that the worker lives until the work is done.
 *
 * @module
 */

import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { parseDelivery } from '../../utils/storage/delivery.ts'
import { parseReplicaState } from '../../utils/storage/replica-state.ts'
import type { WakeCause } from '../../utils/storage/wakes.ts'
import { type StoredChanges, watch } from '../../utils/storage/watch.ts'
import { onNoticeButton, onNoticeClick } from './notice-clicks.ts'
import {
  beginReplication,
  compareAtStart,
  keepFirstStart,
  onLocalChanged,
  onSyncChanged,
  replicateSoon,
} from './replication.ts'
import { begin, wake } from './wake.ts'

export default defineBackground({
  main() {
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') return Promise.all([keepFirstStart(), wake('installed')])
      compareAtStart()
      return wake('updated')
    })
    browser.runtime.onStartup.addListener(() => {
      compareAtStart()
      return wake('startup')
    })
    browser.alarms.onAlarm.addListener(({ scheduledTime }) => wake('alarm', scheduledTime))
    browser.notifications.onClicked.addListener(onNoticeClick)
    // Firefox has no buttons on notifications; what they do is in the popup too.
    browser.notifications.onButtonClicked?.addListener((id, button) => onNoticeButton(id, button, Date.now()))
    watch(['record', 'shelved', 'delivery', 'roused'], (changes) => {
      const cause = causeIn(changes)
      return cause && wake(cause)
    })
    // Another device changed the replica, or this one the record: the two are compared.
    browser.storage.onChanged.addListener((changes, area) => (area === 'sync' ? onSyncChanged(changes) : undefined))
    watch(['record', 'shelf', 'replica'], ({ record, shelf, replica }) =>
      record || shelf || (replica && isSwitchedOn(replica)) ? replicateSoon() : undefined,
    )
    watch(['begun', 'roused'], onLocalChanged)
    // Switched off and on again, the extension hears none of these events and has lost badge and alarm:
    // https://github.com/w3c/webextensions/issues/353. So each start of the worker is a wake as well.
    begin()
    beginReplication()
  },
})

/** @returns undefined: what was stored is no news */
function causeIn({ roused, delivery, ...others }: StoredChanges): WakeCause | undefined {
  if (Object.keys(others).length > 0 || (delivery && isNews(delivery))) return 'changed'
  return roused && 'roused'
}

function isSwitchedOn({ oldValue, newValue }: NonNullable<StoredChanges['replica']>): boolean {
  return parseReplicaState(newValue).on && !parseReplicaState(oldValue).on
}

/** What this worker wrote of its own notices changes no plan; what was snoozed does. */
function isNews({ oldValue, newValue }: NonNullable<StoredChanges['delivery']>): boolean {
  const [before, after] = [parseDelivery(oldValue), parseDelivery(newValue)]
  return JSON.stringify(before.snoozed) !== JSON.stringify(after.snoozed)
}
