/**
 * The rules between the fields of an event. Each passes over what has the wrong form, which is named elsewhere: so all
 * that is wrong with an event is found at once.
 *
 * @module
 */

import { daysInWeek, minutesInDay } from 'date-fns/constants'
import { EVENT_LIMITS } from '../events/schema.ts'
import type { Finding } from './findings.ts'
import type { Path } from './problem.ts'
import { PACK_LIMITS } from './schema.ts'
import { isFields } from './shape.ts'

type Fields = Readonly<Record<string, unknown>>

/** What is wrong between the fields of an event, whatever the value is. */
export function ruleFindings(event: unknown): readonly Finding[] {
  const fields = fieldsOf(event)
  const relatedEvents = listOf(fields.relatedEvents, EVENT_LIMITS.relatedEvents)
  return [
    ...levelsReversed(fields, []),
    ...repeatedIds(relatedEvents, ['relatedEvents']),
    ...repeatedIds(listOf(fields.regions, EVENT_LIMITS.regions), ['regions']),
    ...nothingToTrack(fields),
    ...repeatsTooSoon(fields),
    ...tooManyWindows(relatedEvents),
    ...relatedEvents.flatMap((relatedEvent, index) => {
      const path: Path = ['relatedEvents', index]
      return [
        ...levelsReversed(relatedEvent, path),
        ...levelsOutside(relatedEvent, fields, path),
        ...windowFindings(relatedEvent, numberOf(fields.lasts), [...path, 'windows']),
      ]
    }),
  ]
}

/**
 * Entries of a list with an id that stood before.
 *
 * @param path of the list
 */
export function repeatedIds(list: readonly Fields[], path: Path): readonly Finding[] {
  const first = new Map<string, Path>()
  return list.flatMap(({ id }, index): readonly Finding[] => {
    if (typeof id !== 'string') return []
    const here = [...path, index, 'id']
    const there = first.get(id)
    if (there) return [{ path: here, rule: 'duplicate-id', values: [id, there] }]
    first.set(id, here)
    return []
  })
}

function nothingToTrack({ relatedEvents }: Fields): readonly Finding[] {
  if (!Array.isArray(relatedEvents)) return []
  const hasWindow = relatedEvents.some((relatedEvent) => {
    const { windows } = fieldsOf(relatedEvent)
    return !Array.isArray(windows) || windows.length > 0
  })
  return hasWindow ? [] : [{ path: ['relatedEvents'], rule: 'nothing-to-track', values: [] }]
}

/** An event is on once: it must be over before it comes again. */
function repeatsTooSoon({ lasts, repeatsEvery }: Fields): readonly Finding[] {
  const minutes = numberOf(lasts)
  const weeks = numberOf(repeatsEvery)
  if (minutes === undefined || weeks === undefined || weeks < 1) return []
  const interval = weeks * daysInWeek * minutesInDay
  return minutes > interval ? [{ path: ['repeatsEvery'], rule: 'repeats-too-soon', values: [minutes, interval] }] : []
}

function tooManyWindows(relatedEvents: readonly Fields[]): readonly Finding[] {
  const counts = relatedEvents.map(({ windows }) => (Array.isArray(windows) ? windows.length : 0))
  const total = counts.reduce((sum, count) => sum + count, 0)
  // One that has too many on its own is named by itself.
  if (total <= PACK_LIMITS.windows || counts.some((count) => count > EVENT_LIMITS.windows)) return []
  return [{ path: ['relatedEvents'], rule: 'too-many-windows', values: [total, PACK_LIMITS.windows] }]
}

function levelsReversed({ minLevel, maxLevel }: Fields, path: Path): readonly Finding[] {
  const least = numberOf(minLevel)
  const most = numberOf(maxLevel)
  if (least === undefined || most === undefined || least <= most) return []
  return [{ path: [...path, 'maxLevel'], rule: 'levels-reversed', values: [least, most] }]
}

/** A bracket in which nobody is who can take part in the event. */
function levelsOutside(relatedEvent: Fields, event: Fields, path: Path): readonly Finding[] {
  const own = bracketOf(relatedEvent)
  const around = bracketOf(event)
  if (own.least > own.most || around.least > around.most) return []
  const above = own.least > around.most
  if (!above && own.most >= around.least) return []
  const values = [own, around].flatMap(({ least, most }) => [least, Number.isFinite(most) ? most : 0])
  return [{ path: [...path, above ? 'minLevel' : 'maxLevel'], rule: 'levels-outside', values }]
}

function windowFindings(relatedEvent: Fields, eventLasts: number | undefined, path: Path): readonly Finding[] {
  const stretches = listOf(relatedEvent.windows, EVENT_LIMITS.windows)
    .map(({ opensAfter, lasts }, index) => {
      const start = numberOf(opensAfter)
      const length = lasts === undefined ? Number.POSITIVE_INFINITY : numberOf(lasts)
      return { index, start: start ?? Number.NaN, end: (start ?? Number.NaN) + (length ?? Number.NaN) }
    })
    .filter(({ start, end }) => end > start)
  return [...overlaps(stretches, path), ...stretches.flatMap((stretch) => outside(stretch, eventLasts, path))]
}

/** A window, as far as it can be read. */
interface Stretch {
  readonly index: number
  /** Minutes after the start of the event. */
  readonly start: number
  /** Infinity: not told. */
  readonly end: number
}

function outside({ index, start, end }: Stretch, eventLasts: number | undefined, path: Path): readonly Finding[] {
  if (eventLasts === undefined || eventLasts <= 0) return []
  if (start >= eventLasts) {
    return [{ path: [...path, index, 'opensAfter'], rule: 'window-outside', values: [start, eventLasts] }]
  }
  if (end <= eventLasts || end === Number.POSITIVE_INFINITY) return []
  return [{ path: [...path, index, 'lasts'], rule: 'window-outside', values: [end, eventLasts] }]
}

/** Two windows of one related event that are open at once could not be told apart. */
function overlaps(stretches: readonly Stretch[], path: Path): readonly Finding[] {
  const found: Finding[] = []
  let longest: Stretch | undefined
  for (const stretch of stretches.toSorted((a, b) => a.start - b.start || a.index - b.index)) {
    if (longest && stretch.start < longest.end) {
      found.push({ path: [...path, stretch.index], rule: 'windows-overlap', values: [[...path, longest.index]] })
    }
    if (!longest || stretch.end > longest.end) longest = stretch
  }
  return found
}

function bracketOf({ minLevel, maxLevel }: Fields): { readonly least: number; readonly most: number } {
  return { least: numberOf(minLevel) ?? 0, most: numberOf(maxLevel) ?? Number.POSITIVE_INFINITY }
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

/** @param most entries that are looked at: a list that is longer is refused anyway */
function listOf(value: unknown, most: number): readonly Fields[] {
  return Array.isArray(value) ? value.slice(0, most).map(fieldsOf) : []
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}
