/**
 * The windows of a preview in words.
 *
 * @module
 */

import { levelsText } from '../../../components/level-words.ts'
import { durationText } from '../../../utils/i18n/duration.ts'
import { language, message, plural } from '../../../utils/i18n/messages.ts'
import type { Audience } from '../../../utils/schedule/schedule.ts'
import { countdown } from '../../../utils/time/countdown.ts'
import { type InstantLabel, labelsFor } from '../../../utils/time/labels.ts'
import type { PreviewRow } from './preview-rows.ts'

/** Labels by instant (epoch ms). */
export type PreviewLabels = Readonly<Record<number, InstantLabel>>

/** The dates and hours of the rows that are drawn, asked for at once. */
export function previewLabels(rows: readonly PreviewRow[], timeZone: string, now: number): PreviewLabels {
  const known = rows.flatMap(({ window }) => [window.startsAt, window.endsAt]).filter(Number.isFinite)
  return labelsFor({ instants: known, timeZone, locale: language(), now }).byInstant
}

/**
 * When a window is open; the date is left out where the heading above says it, the zone where it is that of the start.
 *
 * @param heading the label of the day under which it stands
 * @example "16:00 – Tue 24 Nov, 16:00"
 */
export function windowText({ window }: PreviewRow, labels: PreviewLabels, heading: InstantLabel | undefined): string {
  const from = labels[window.startsAt]
  const start = momentAfter(from, heading, heading)
  if (window.endsAt === Number.POSITIVE_INFINITY) return message('options_preview_endless', start)
  return message('options_preview_range', start, momentAfter(labels[window.endsAt], from, heading))
}

/** What else there is to say of a window: length, points, levels, region. */
export function windowFacts({ window }: PreviewRow): string {
  const { relatedEvent, region, startsAt, endsAt } = window
  const { points } = relatedEvent
  return [
    endsAt === Number.POSITIVE_INFINITY ? '' : durationText(countdown(endsAt - startsAt)),
    points === undefined ? '' : plural('options_preview_points', points),
    levelsText(relatedEvent),
    region?.name ?? '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Why the commander's game does not show a window. */
export function hiddenText({ window, hidden }: PreviewRow, audience: Audience | undefined): string {
  if (hidden === 'region') return message('options_preview_hidden_region', window.region?.name ?? '')
  return message('options_preview_hidden_level', audience?.level ?? '')
}

function momentAfter(
  label: InstantLabel | undefined,
  before: InstantLabel | undefined,
  heading: InstantLabel | undefined,
): string {
  if (!label) return ''
  const time = label.zone === heading?.zone ? label.time : message('options_days_time', label.time, label.zone)
  if (before && label.date === before.date) return time
  return message('options_preview_moment', label.weekday, label.date, time)
}
