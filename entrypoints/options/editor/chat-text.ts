/**
 * An event as plain text for a chat: Discord, or the one in the game. Hours stand in the commander's zone with its
 * distance from UTC, because a chat in the game cannot work out the reader's own.
 *
 * @module
 */

import { millisecondsInDay } from 'date-fns/constants'
import { levelsText } from '../../../components/level-words.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { language, message, plural } from '../../../utils/i18n/messages.ts'
import type { Schedule, Window } from '../../../utils/schedule/schedule.ts'
import { type Labels, labelsFor } from '../../../utils/time/labels.ts'
import { offsetText } from '../words.ts'

export interface EventTextRequest {
  readonly event: EventDefinition
  /** Its windows are told; what is hidden in it is not. */
  readonly schedule: Schedule
  /** An IANA name. */
  readonly timeZone: string
  /** Epoch ms; dates of its year are written without a year. */
  readonly now: number
}

/** Characters below which a message is taken by Discord, the chat with the longer ones. */
const LIMIT = 2000

/**
 * The event with each window, at most 1,999 characters long: objectives are left out before windows are, and what is
 * left out of these is counted.
 *
 * @example eventText({ event: DEFENDER_OF_PEACE, schedule, timeZone: 'Europe/London', now })
 */
export function eventText({ event, schedule, timeZone, now }: EventTextRequest): string {
  const clock = clockOf(schedule, timeZone, now)
  const levels = levelsText(event)
  const head = [
    plain(event.name),
    [rangeOf(schedule, clock), schedule.startAssumed ? message('options_text_assumed') : ''].filter(Boolean).join(', '),
    message('options_text_times', clock.zone),
    levels ? message('options_text_levels', levels) : '',
    event.repeatsEvery === undefined ? '' : plural('options_preview_repeats', event.repeatsEvery),
  ].filter(Boolean)
  const lines = schedule.windows.map((window) => windowLine(window, schedule.startsAt, clock))
  const told = new Set<string>()
  const whole = schedule.windows.map((window, index) => {
    // Of a related event that comes back the objectives stand once.
    const isFirst = !told.has(window.relatedEvent.id)
    told.add(window.relatedEvent.id)
    return [lines[index] ?? '', isFirst ? objectivesLine(window) : ''].filter(Boolean).join('\n')
  })
  const text = [...head, ...whole].join('\n')
  return text.length < LIMIT ? text : shortened(head, lines)
}

interface Clock {
  readonly labels: Labels
  /** `London (UTC+1)`; only the city where the distance changes meanwhile, it then stands at each hour. */
  readonly zone: string
  readonly isMixed: boolean
}

function clockOf(schedule: Schedule, timeZone: string, now: number): Clock {
  const instants = [schedule, ...schedule.windows].flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
  const known = instants.filter(Number.isFinite)
  const labels = labelsFor({ instants: known, timeZone, locale: language(), now })
  const offset = offsetText(labels.byInstant[schedule.startsAt]?.offset ?? 0)
  const isMixed = new Set(Object.values(labels.byInstant).map((label) => label.offset)).size > 1
  const isPlain = isMixed || labels.zoneName === offset
  return { labels, isMixed, zone: isPlain ? labels.zoneName : `${labels.zoneName} (${offset})` }
}

function windowLine(window: Window, start: number, clock: Clock): string {
  const { relatedEvent, region } = window
  const day = Math.floor((window.startsAt - start) / millisecondsInDay) + 1
  const facts = [
    message('options_text_named', plain(relatedEvent.name), plain(relatedEvent.code)),
    relatedEvent.points === undefined ? '' : plural('options_preview_points', relatedEvent.points),
    levelsText(relatedEvent),
    region ? plain(region.name) : '',
  ].filter(Boolean)
  return message('options_text_window', day, rangeOf(window, clock), facts.join(', '))
}

function objectivesLine({ relatedEvent: { objectives = [] } }: Window): string {
  return objectives.map(plain).filter(Boolean).join(message('common_or'))
}

function rangeOf({ startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number }, clock: Clock): string {
  const start = momentOf(startsAt, clock)
  if (endsAt === Number.POSITIVE_INFINITY) return message('options_preview_endless', start)
  return message('options_preview_range', start, momentOf(endsAt, clock))
}

function momentOf(instant: number, { labels, isMixed }: Clock): string {
  const label = labels.byInstant[instant]
  if (!label) return ''
  const time = isMixed ? message('options_days_time', label.time, offsetText(label.offset)) : label.time
  return message('options_preview_moment', label.weekday, label.date, time)
}

/** As many windows as fit, without objectives. */
function shortened(head: readonly string[], lines: readonly string[]): string {
  for (let shown = lines.length; shown > 0; shown--) {
    const rest = lines.length - shown
    const more = rest > 0 ? [plural('options_text_more', rest)] : []
    const text = [...head, ...lines.slice(0, shown), ...more].join('\n')
    if (text.length < LIMIT) return text
  }
  return head.join('\n').slice(0, LIMIT - 1)
}

/** What a chat reads as markup, a mention or a tag, as a sign that looks like it. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '*': '∗',
  _: ' ',
  '~': '∼',
  '|': '/',
  '\\': '/',
  '`': '’',
  '@': '＠',
  '<': '‹',
  '>': '›',
}

/** A text of an event, which may come from anywhere, as one line that no chat takes for more than words. */
function plain(text: string): string {
  return text
    .replace(/[*_~|\\`@<>]/g, (sign) => LOOKALIKES[sign] ?? ' ')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\s]+/gu, ' ')
    .trim()
    .replace(/^[#\-+\s]+/, '')
}
