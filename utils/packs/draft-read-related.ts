/**
 * Reads a related event that is typed, and its windows.
 *
 * @module
 */

import { minutesInDay } from 'date-fns/constants'
import type { RelatedEvent, WindowSpan } from '../events/event.ts'
import { given } from '../events/given.ts'
import { codeOf, distinctCodes } from './code.ts'
import type { EventDraft, RelatedDraft, WindowDraft } from './draft.ts'
import { type BrokenEntry, hoursEntry, lengthEntry, linesOf, MOST_DAYS, wholeEntry } from './draft-entry.ts'
import { idOf } from './draft-id.ts'
import type { Take } from './draft-read.ts'

/** A related event as far as it could be read, and which of its windows those are. */
export interface RelatedReading {
  readonly relatedEvent: RelatedEvent
  /** For each window that could be read, its place among those that are typed. */
  readonly places: readonly number[]
}

/** @param field the start of the names of its fields, such as `related-0` */
export function readRelated(related: RelatedDraft, code: string, field: string, take: Take): RelatedReading {
  const read = related.windows.map((window, index) => {
    const entry = spanEntry(window)
    if (entry.ok) return { index, span: entry.value }
    take(`${field}-window-${index}-${entry.field}`, entry)
    return undefined
  })
  const windows = read.filter((each) => each !== undefined)
  const name = related.name.trim()
  const objectives = linesOf(related.objectives)
  return {
    relatedEvent: {
      id: related.id ?? idOf(name, 'related', related.key),
      name,
      code,
      ...given({
        points: take(`${field}-points`, wholeEntry(related.points)),
        minLevel: take(`${field}-min-level`, wholeEntry(related.minLevel)),
        maxLevel: take(`${field}-max-level`, wholeEntry(related.maxLevel)),
        objectives: objectives.length > 0 ? objectives : undefined,
      }),
      rewards: linesOf(related.rewards),
      windows: windows.map(({ span }) => span),
    },
    places: windows.map(({ index }) => index),
  }
}

/** Reads a window, or names the input at fault: `day`, `hour`, or a part of `lasts`. */
export function spanEntry(
  window: WindowDraft,
): { readonly ok: true; readonly value: WindowSpan } | (BrokenEntry & { readonly field: string }) {
  const day = wholeEntry(window.day, [1, MOST_DAYS])
  if (!day.ok) return { ...day, field: 'day' }
  if (day.value === undefined) return { ok: false, rule: 'missing', values: ['day'], field: 'day' }
  const hour = hoursEntry(window.hour, 23)
  if (!hour.ok) return { ...hour, field: 'hour' }
  const opensAfter = (day.value - 1) * minutesInDay + hour.value
  if (window.endless) return { ok: true, value: { opensAfter } }
  const lasts = lengthEntry(window.lasts)
  if (!lasts.ok) return { ...lasts, field: `lasts-${lasts.part}` }
  return { ok: true, value: { opensAfter, lasts: lasts.value } }
}

/**
 * The code of each related event: what was typed, or one proposed from its name that no other has; empty while there is
 * no name.
 */
export function codesOf({ related }: Pick<EventDraft, 'related'>): readonly string[] {
  const typed = related.map(({ code }) => code?.trim() ?? '')
  const open = related.flatMap(({ name }, index) => (typed[index] === '' && name.trim() !== '' ? [index] : []))
  const proposed = distinctCodes(
    open.map((index) => codeOf(related[index]?.name ?? '')),
    typed.filter(Boolean),
  )
  return typed.map((code, index) => code || (proposed[open.indexOf(index)] ?? ''))
}
