/**
 * Reads an event that is typed: the event as far as it goes, and everything that is wrong with it, each at its field.
 *
 * @module
 */

import type { EventDefinition, Region } from '../events/event.ts'
import { given } from '../events/given.ts'
import { checkEvent } from './check.ts'
import { shortNameOf } from './code.ts'
import type { EventDraft } from './draft.ts'
import { DAYS_RANGE } from './draft-edit.ts'
import { clockEntry, type Entry, hoursEntry, lengthEntry, linesOf, MOST_DAYS, wholeEntry } from './draft-entry.ts'
import { fieldOf, windowNumber } from './draft-field.ts'
import { regionIdOf } from './draft-id.ts'
import { lengthInWindows } from './draft-length.ts'
import { codesOf, readRelated } from './draft-read-related.ts'
import type { PackRule } from './problem.ts'

export interface DraftProblem {
  /** The input at fault, such as `related-0-code`; empty: none of them. */
  readonly field: string
  readonly rule: PackRule
  /** As in `PackProblem`; of `windows-overlap` the number of the other window, from 1. */
  readonly values: readonly (string | number)[]
}

export interface DraftReading {
  /** What could not be read is left out. */
  readonly event: EventDefinition
  /** None: the event can be saved. */
  readonly problems: readonly DraftProblem[]
}

/** Gives the value of an entry; of a broken one nothing, and keeps the problem. */
export type Take = <T>(field: string, entry: Entry<T>) => T | undefined

/** Stands for the id of an event that was never saved. */
const UNSAVED_ID = 'unsaved'

/**
 * @param initial the event as it was before; what the form does not show of it stays
 * @example readDraft(draftOf(event, newKey), event) // { event, problems: [] }
 */
export function readDraft(draft: EventDraft, initial?: EventDefinition): DraftReading {
  const problems: DraftProblem[] = []
  const take: Take = (field, entry) => {
    if (entry.ok) return entry.value
    problems.push({ field, rule: entry.rule, values: entry.values })
    return undefined
  }
  if (draft.days !== undefined) take('event-days', wholeEntry(draft.days, DAYS_RANGE))
  const codes = codesOf(draft)
  const related = draft.related.map((each, index) => readRelated(each, codes[index] ?? '', `related-${index}`, take))
  const relatedEvents = related.map(({ relatedEvent }) => relatedEvent)
  const name = draft.name.trim()
  const serverName = draft.serverName.trim()
  const event: EventDefinition = {
    id: initial?.id ?? UNSAVED_ID,
    name,
    shortName: draft.shortName?.trim() || shortNameOf(name),
    ...given({
      story: draft.story.trim() || undefined,
      minLevel: take('event-min-level', wholeEntry(draft.minLevel)),
      maxLevel: take('event-max-level', wholeEntry(draft.maxLevel)),
      prerequisite: draft.prerequisite.trim() || undefined,
    }),
    rewards: linesOf(draft.rewards),
    relatedEvents,
    ...given({
      lasts: lastsOf(draft, relatedEvents, take),
      assumedStart: take('event-assumed', clockEntry(draft.assumed)),
      serverEvent: serverName ? { rewards: [], ...initial?.serverEvent, name: serverName } : undefined,
      serverWide: draft.serverWide || initial?.serverWide !== undefined ? draft.serverWide : undefined,
      regions: draft.regions.length > 0 ? regionsOf(draft, take) : undefined,
      repeatsEvery: take('event-repeats', wholeEntry(draft.repeats)),
      revision: initial?.revision,
      edited: initial?.edited,
    }),
  }
  const known = new Set(problems.map(({ field }) => field))
  const placesOf = (index: number): readonly number[] => related[index]?.places ?? []
  for (const { path, rule, values } of checkEvent(event)) {
    const field = fieldOf(path, rule, placesOf)
    // Ids are not typed: one that was there before stays as it is.
    if (known.has(field) || /^(id|relatedEvents\[\d+\]\.id)$/.test(path)) continue
    // Made from a name while nothing is typed: it is the name that is wrong.
    if (path === 'shortName' && !draft.shortName?.trim()) continue
    if (rule === 'text-empty' && path.endsWith('.code')) continue
    problems.push({ field, rule, values: rule === 'windows-overlap' ? [windowNumber(values[0], placesOf)] : values })
  }
  return { event, problems }
}

function lastsOf(
  { lasts }: EventDraft,
  relatedEvents: EventDefinition['relatedEvents'],
  take: Take,
): number | undefined {
  if (lasts === 'unknown') return undefined
  if (lasts === 'windows') return lengthInWindows(relatedEvents)
  const entry = lengthEntry(lasts)
  return entry.ok ? entry.value : take(`event-lasts-${entry.part}`, entry)
}

function regionsOf({ regions }: EventDraft, take: Take): readonly Region[] {
  return regions.map(({ id, name, after }, index) => ({
    id: id ?? (regionIdOf(name) || `region-${index + 1}`),
    name: name.trim(),
    startsAfter: take(`region-${index}-after`, hoursEntry(after, MOST_DAYS * 24)) ?? 0,
  }))
}
