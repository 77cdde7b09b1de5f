/**
 * Where an event comes from and how it stands, in words.
 *
 * @module
 */

import { instantText } from '../../../components/instant-words.ts'
import { isOwnEvent } from '../../../utils/events/own-event.ts'
import { message } from '../../../utils/i18n/messages.ts'
import { isFeedId } from '../../../utils/packs/feed-id.ts'
import { nearRunOf } from '../near-run.ts'
import type { Page } from '../page.ts'
import { statusText } from '../run-status.ts'
import type { KnownEvent } from './known-events.ts'
import { repeatsText } from './shape-text.ts'

/** Where an event comes from, and whether the commander changed it. */
export function sourceText({ event, isShipped }: KnownEvent): readonly string[] {
  return [originText(event, isShipped), ...(event.edited ? [message('options_library_edited')] : [])]
}

function originText(event: KnownEvent['event'], isShipped: boolean): string {
  if (isShipped) return message('options_library_shipped')
  if (isFeedId(event.id)) return message('options_library_from_feed')
  return message(isOwnEvent(event) ? 'options_library_own' : 'options_library_stored')
}

/** How the first of its runs stands that is not over; empty where none is tracked. */
export function trackedText({ event, tracked }: KnownEvent, page: Page): string {
  const near = nearRunOf(page.view, event.id)
  if (near) {
    const { series } = near.run
    const status = statusText(near, page)
    return series ? message('options_library_comes', status, repeatsText(series.every)) : status
  }
  const [run] = tracked
  if (!run) return ''
  const when = instantText(run.startsAt, page.zone.timeZone, page.now)
  const isToCome = run.startsAt > page.now
  if (run.repeatsEvery === undefined) {
    return message(isToCome ? 'options_library_tracked' : 'options_library_tracked_since', when)
  }
  const every = repeatsText(run.repeatsEvery)
  return isToCome
    ? message('options_library_start_again', every, when)
    : message('options_library_tracked_again', when, every)
}
