/**
 * An event while it is typed: texts as they stand in the inputs, so that nothing typed is lost because it is wrong.
 *
 * @module
 */

import { minutesInDay, minutesInHour } from 'date-fns/constants'
import type { EventDefinition, RelatedEvent, WindowSpan } from '../events/event.ts'
import { timeInputValue } from '../time/wall-time.ts'
import { shortNameOf } from './code.ts'
import { lengthInWindows } from './draft-length.ts'

/** Makes a key that no other row has; the caller's, because chance has no place here. */
export type NewKey = () => string

export interface LengthDraft {
  readonly days: string
  readonly hours: string
  readonly minutes: string
}

export interface WindowDraft {
  /** Names the row while it is moved about. */
  readonly key: string
  /** From 1. */
  readonly day: string
  /** Hours after the day's start: `7` or `7:30`. */
  readonly hour: string
  readonly lasts: LengthDraft
  /** Nobody knows its end; `lasts` keeps what was typed before. */
  readonly endless: boolean
}

export interface RelatedDraft {
  readonly key: string
  /** Absent until it is saved; then it stays, because marks hang on it. */
  readonly id: string | undefined
  readonly name: string
  /** Undefined: proposed from the name. */
  readonly code: string | undefined
  readonly points: string
  readonly minLevel: string
  readonly maxLevel: string
  /** One a line. */
  readonly objectives: string
  /** One a line. */
  readonly rewards: string
  readonly windows: readonly WindowDraft[]
}

export interface RegionDraft {
  readonly key: string
  readonly id: string | undefined
  readonly name: string
  /** Hours after the first start: `7` or `7:30`. */
  readonly after: string
}

export interface EventDraft {
  readonly name: string
  /** Undefined: proposed from the name. */
  readonly shortName: string | undefined
  readonly story: string
  readonly prerequisite: string
  readonly minLevel: string
  readonly maxLevel: string
  /** One a line. */
  readonly rewards: string
  /** `windows`: until the last window ends; `unknown`: nobody knows. */
  readonly lasts: 'windows' | 'unknown' | LengthDraft
  /** `HH:MM` in UTC; empty: none. */
  readonly assumed: string
  /** Weeks; empty: it does not come again. */
  readonly repeats: string
  readonly serverWide: boolean
  readonly serverName: string
  readonly regions: readonly RegionDraft[]
  readonly related: readonly RelatedDraft[]
  /** Typed into "how many days"; undefined: the field shows how many there are. */
  readonly days: string | undefined
  /** Related events that a smaller number of days took away: a larger one brings them back. */
  readonly spare: readonly RelatedDraft[]
}

/** Most events of this game that were looked at in 2026 start at this hour of UTC. */
const USUAL_HOUR = '16:00'

/** An event of which nothing is typed yet. */
export const NEW_DRAFT: EventDraft = {
  name: '',
  shortName: undefined,
  story: '',
  prerequisite: '',
  minLevel: '',
  maxLevel: '',
  rewards: '',
  lasts: 'windows',
  assumed: USUAL_HOUR,
  repeats: '',
  serverWide: false,
  serverName: '',
  regions: [],
  related: [],
  days: undefined,
  spare: [],
}

/** An event as it stands in the inputs at first. `readDraft` is its twin. */
export function draftOf(event: EventDefinition, newKey: NewKey): EventDraft {
  const { assumedStart } = event
  return {
    ...NEW_DRAFT,
    ...bracketOf(event),
    name: event.name,
    shortName: event.shortName === shortNameOf(event.name) ? undefined : event.shortName,
    story: event.story ?? '',
    prerequisite: event.prerequisite ?? '',
    rewards: linesText(event.rewards),
    lasts: lastsOf(event),
    assumed: assumedStart === undefined ? '' : timeInputValue(hourOf(assumedStart)),
    repeats: textOf(event.repeatsEvery),
    serverWide: event.serverWide ?? false,
    serverName: event.serverEvent?.name ?? '',
    regions: (event.regions ?? []).map(({ id, name, startsAfter }) => ({
      key: newKey(),
      id,
      name,
      after: hoursText(startsAfter),
    })),
    related: event.relatedEvents.map((relatedEvent) => relatedOf(relatedEvent, newKey)),
  }
}

/**
 * A length as its inputs show it.
 *
 * @param minutes whole
 * @example lengthDraft(1530) // { days: '1', hours: '1', minutes: '30' }
 */
export function lengthDraft(minutes: number): LengthDraft {
  const { hour, minute } = hourOf(minutes % minutesInDay)
  return { days: String(Math.floor(minutes / minutesInDay)), hours: String(hour), minutes: String(minute) }
}

/**
 * A window as its inputs show it.
 *
 * @example windowDraft({ opensAfter: 1890, lasts: 60 }, 'k') // { key: 'k', day: '2', hour: '7:30', … }
 */
export function windowDraft({ opensAfter, lasts }: WindowSpan, key: string): WindowDraft {
  return {
    key,
    day: String(Math.floor(opensAfter / minutesInDay) + 1),
    hour: hoursText(opensAfter % minutesInDay),
    lasts: lengthDraft(lasts ?? minutesInDay),
    endless: lasts === undefined,
  }
}

function relatedOf(relatedEvent: RelatedEvent, newKey: NewKey): RelatedDraft {
  return {
    ...bracketOf(relatedEvent),
    key: newKey(),
    id: relatedEvent.id,
    name: relatedEvent.name,
    // Known to the commander from the badge: another name does not change it.
    code: relatedEvent.code,
    points: textOf(relatedEvent.points),
    objectives: linesText(relatedEvent.objectives ?? []),
    rewards: linesText(relatedEvent.rewards),
    windows: relatedEvent.windows.map((span) => windowDraft(span, newKey())),
  }
}

function lastsOf({ lasts, relatedEvents }: EventDefinition): EventDraft['lasts'] {
  if (lasts === lengthInWindows(relatedEvents)) return 'windows'
  return lasts === undefined ? 'unknown' : lengthDraft(lasts)
}

function bracketOf({ minLevel, maxLevel }: Pick<EventDefinition, 'minLevel' | 'maxLevel'>) {
  return { minLevel: textOf(minLevel), maxLevel: textOf(maxLevel) }
}

/** Each text on a line of its own: one that a pack wrote on several must not come back as several. */
function linesText(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/\s*[\r\n]+\s*/g, ' ')).join('\n')
}

function textOf(number: number | undefined): string {
  return number === undefined ? '' : String(number)
}

/** @example hoursText(450) // '7:30' */
function hoursText(minutes: number): string {
  const { hour, minute } = hourOf(minutes)
  return minute === 0 ? String(hour) : `${hour}:${String(minute).padStart(2, '0')}`
}

function hourOf(minutes: number): { hour: number; minute: number } {
  return { hour: Math.floor(minutes / minutesInHour), minute: minutes % minutesInHour }
}
