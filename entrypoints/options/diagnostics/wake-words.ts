/**
 * A wake in words.
 *
 * @module
 */

import { dayText, labelOf } from '../../../components/instant-words.ts'
import { type MessageKey, message } from '../../../utils/i18n/messages.ts'
import type { NoticeKind } from '../../../utils/plan/notice.ts'
import type { LoadStatus } from '../../../utils/storage/load.ts'
import type { Output, Wake, WakeCause } from '../../../utils/storage/wakes.ts'
import type { Page } from '../page.ts'

const CAUSES = {
  installed: 'options_diagnostics_cause_installed',
  updated: 'options_diagnostics_cause_updated',
  startup: 'options_diagnostics_cause_startup',
  started: 'options_diagnostics_cause_started',
  alarm: 'options_diagnostics_cause_alarm',
  changed: 'options_diagnostics_cause_changed',
  roused: 'options_diagnostics_cause_roused',
  slept: 'options_diagnostics_cause_slept',
} as const satisfies Record<WakeCause, MessageKey>

const OUTPUTS = {
  plan: 'options_diagnostics_output_plan',
  alarm: 'options_diagnostics_output_alarm',
  badge: 'options_diagnostics_output_badge',
  labels: 'options_diagnostics_output_labels',
  notifications: 'options_diagnostics_output_notifications',
  delivery: 'options_diagnostics_output_delivery',
} as const satisfies Record<Output, MessageKey>

const STATUSES = {
  ok: 'options_diagnostics_status_ok',
  newer: 'options_diagnostics_status_newer',
  unreadable: 'options_diagnostics_status_unreadable',
  failed: 'options_diagnostics_status_failed',
} as const satisfies Record<LoadStatus, MessageKey>

/** The same where the storage stands in a list of troubles. */
const STORAGE_TROUBLE = {
  newer: 'options_diagnostics_storage_newer',
  unreadable: 'options_diagnostics_storage_unreadable',
  failed: 'options_diagnostics_storage_failed',
} as const satisfies Record<Exclude<LoadStatus, 'ok'>, MessageKey>

const KINDS = {
  start: 'options_diagnostics_kind_start',
  lead: 'options_diagnostics_kind_lead',
  snooze: 'options_diagnostics_kind_snooze',
  result: 'options_diagnostics_kind_result',
  away: 'options_diagnostics_kind_away',
} as const satisfies Record<NoticeKind, MessageKey>

export function isNoticeKind(kind: string): kind is NoticeKind {
  return Object.hasOwn(KINDS, kind)
}

/** @example kindText('lead') // "reminder" */
export function kindText(kind: string): string {
  return message(isNoticeKind(kind) ? KINDS[kind] : 'options_diagnostics_kind_unknown')
}

export function statusText(status: LoadStatus): string {
  return message(STATUSES[status])
}

/** @example causeTexts(wake) // ["Browser started", "Alarm"]; ["Change stored ×12"] */
export function causeTexts({ causes, times = 1 }: Wake): readonly string[] {
  const texts = causes.map((cause) => message(CAUSES[cause]))
  return times > 1 ? texts.map((text) => message('options_diagnostics_times', text, times)) : texts
}

/** What was to be shown, by kinds, each once. @example kindTexts(wake) // ["start of a day", "reminder"] */
export function kindTexts({ due }: Wake): readonly string[] {
  return [...new Set(due.map(kindText))]
}

/** What was wrong; none where nothing was. @example troubleTexts(wake) // ["Not done: alarm, badge"] */
export function troubleTexts({ status, failed }: Wake): readonly string[] {
  const refused = failed.map((output) => message(OUTPUTS[output])).join(', ')
  return [
    ...(status === 'ok' ? [] : [message(STORAGE_TROUBLE[status])]),
    ...(refused ? [message('options_diagnostics_not_done', refused)] : []),
  ]
}

/** @param instant epoch ms @example hourOf(instant, page) // "13:00 GMT", which no line break parts */
export function hourOf(instant: number, { zone, now }: Page): string {
  const { time, zone: name } = labelOf(instant, zone.timeZone, now)
  return unbroken(message('options_days_time', time, name))
}

/** @param instant epoch ms @example dateOf(instant, page) // "Wed 25 Nov", which no line break parts */
export function dateOf(instant: number, { zone, now }: Page): string {
  return unbroken(dayText(instant, zone.timeZone, now))
}

function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}
