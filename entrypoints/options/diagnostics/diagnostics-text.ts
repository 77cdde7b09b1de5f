/**
 * Diagnostics as plain text for a bug report: always in English, instants in UTC, one fact a line. Only what is named
 * here gets in: of what the commander told counts, of what the browser said words that are known, and of the badge what
 * the tracker itself writes there.
 *
 * @module
 */

import { SHIPPED_EVENTS } from '../../../utils/events/pack.ts'
import type { Outlook, Silence } from '../../../utils/plan/next-notice.ts'
import type { Wake } from '../../../utils/storage/wakes.ts'
import type { Zone } from '../zone-of.ts'
import type { Diagnostics, StoredCounts } from './diagnostics.ts'
import { isNoticeKind } from './wake-words.ts'

/** What the badge says that no commander has typed: nothing, done, unreadable, and the codes that ship. */
const BADGES = new Set([
  ...['', '✓', '!'],
  ...SHIPPED_EVENTS.flatMap(({ relatedEvents }) => relatedEvents.map(({ code }) => code)),
])
/** What is left of the last hour. */
const MINUTES = /^[1-9]\d?m$/

/** @param version of the extension */
export function diagnosticsText(diagnostics: Diagnostics, version: string): string {
  const { now, zone, status, setAside, stored, wakes } = diagnostics
  const facts: readonly (readonly [string, string])[] = [
    ['made', isoOf(now)],
    ['version', version],
    ['browser', diagnostics.browser],
    ['notifications', diagnostics.permission ?? 'not told'],
    ['zone', `${zone.timeZone} (${zoneOrigin(zone)})`],
    ['storage', `${status}, set aside ${setAside}`],
    ['stored', stored ? countsOf(stored) : 'unknown'],
    ['next reminder', diagnostics.outlook ? nextOf(diagnostics.outlook) : 'unknown'],
    ['held back', diagnostics.outlook ? heldOf(diagnostics.outlook, diagnostics) : 'unknown'],
    ['next wake', instantOr(diagnostics.planned)],
    ['alarm', instantOr(diagnostics.alarm)],
    ['trouble', diagnostics.trouble ?? 'none'],
  ]
  return [
    'Defender of Peace Tracker: diagnostics',
    ...facts.map(([name, value]) => `${name}: ${value}`),
    '',
    wakes ? `last wakes, the newest first: ${wakes.length}` : 'last wakes: unknown',
    ...(wakes ?? []).map(wakeLine),
    '',
  ].join('\n')
}

function countsOf({ commanders, runsNear, marks }: StoredCounts): string {
  return `commanders ${commanders}, runs near ${runsNear}, marks ${marks}`
}

function nextOf({ next, silence }: Outlook): string {
  if (!next) return silence === undefined ? 'none' : `none (${silence})`
  const { kind, dueAt, heldBy } = next
  return `${isoOf(dueAt)} ${kind}${heldBy === 'quiet' ? ', put off (quiet)' : ''}`
}

/** A result comes also where no reminder does. */
const SILENCED = { untracked: 'all', hidden: 'all', off: 'reminders', done: 'today' } as const satisfies Record<
  Silence,
  string
>

function heldOf({ holds, silence }: Outlook, { permission }: Diagnostics): string {
  const held = [
    ...(permission === 'denied' ? ['all (denied)'] : []),
    ...(silence === undefined ? [] : [`${SILENCED[silence]} (${silence})`]),
    ...holds.map(({ by, until }) => `until ${isoOf(until)} (${by})`),
  ]
  return held.join(', ') || 'nothing'
}

function wakeLine({ at, causes, times = 1, status, badge, due, shown, wakeAt, failed }: Wake): string {
  return [
    `${isoOf(at)} ${causes.join(', ') || 'unknown'}${times > 1 ? ` ×${times}` : ''}`,
    `storage ${status}`,
    `badge ${badgeOf(badge ?? '')}`,
    `notices ${[`${shown} of ${due.length}`, ...due.map(kindOf)].join(' ')}`,
    `next ${instantOr(wakeAt ?? null)}`,
    `refused ${failed.join(', ') || 'none'}`,
  ].join(' | ')
}

/** The code of an event that the commander wrote or imported may be a name. */
function badgeOf(text: string): string {
  return BADGES.has(text) || MINUTES.test(text) ? `"${text}"` : 'own event'
}

/** A kind that this version does not know might be anything. */
function kindOf(kind: string): string {
  return isNoticeKind(kind) ? kind : 'other'
}

function zoneOrigin({ isSystem, unknown }: Zone): string {
  if (unknown !== undefined) return 'this computer’s, for the one chosen is unknown'
  return isSystem ? 'same as this computer' : 'chosen'
}

/** @param instant epoch ms; null: there is none; undefined: unknown */
function instantOr(instant: number | null | undefined): string {
  return instant === undefined ? 'unknown' : instant === null ? 'none' : isoOf(instant)
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString()
}
