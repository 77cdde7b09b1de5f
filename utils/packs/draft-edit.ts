/**
 * Everything that a commander does to the rows of an event that is typed.
 *
 * @module
 */

import { minutesInDay } from 'date-fns/constants'
import type { WindowSpan } from '../events/event.ts'
import type { EventDraft, NewKey, RelatedDraft, WindowDraft } from './draft.ts'
import { windowDraft } from './draft.ts'
import { wholeEntry } from './draft-entry.ts'
import { spanEntry } from './draft-read-related.ts'

/** Days that can be asked for at once; more related events can be added one by one. */
export const DAYS_RANGE = [1, 100] as const

/** A related event of which nothing is typed yet, open for the 24 hours of a day. */
function newRelated(day: number, newKey: NewKey): RelatedDraft {
  return {
    key: newKey(),
    id: undefined,
    name: '',
    code: undefined,
    points: '',
    minLevel: '',
    maxLevel: '',
    objectives: '',
    rewards: '',
    windows: [dayWindow(day, newKey())],
  }
}

/** Whether the related events are one-day events in a row: then their number is the number of days. */
export function isDayByDay({ related }: EventDraft): boolean {
  return related.every(({ windows }, index) => {
    const span = windows.length === 1 && windows[0] ? spanOf(windows[0]) : undefined
    return span?.opensAfter === index * minutesInDay && span.lasts === minutesInDay
  })
}

/**
 * What was typed into "how many days". A number makes as many one-day related events; those that it takes away come back
 * with a larger one, because on the way to 12 there is a 1.
 */
export function withDays(draft: EventDraft, typed: string, newKey: NewKey): EventDraft {
  const days = wholeEntry(typed, DAYS_RANGE)
  if (!days.ok || days.value === undefined || !isDayByDay(draft)) return { ...draft, days: typed }
  const { value } = days
  const kept = draft.related.slice(0, value)
  const back = draft.spare.slice(0, value - kept.length).map((each, index) => {
    const [window] = each.windows
    return { ...each, windows: [dayWindow(kept.length + index + 1, window?.key ?? newKey())] }
  })
  const related = [...kept, ...back]
  while (related.length < value) related.push(newRelated(related.length + 1, newKey))
  const spare = [...draft.related.slice(value), ...draft.spare.slice(back.length)]
  return { ...draft, days: typed, related, spare }
}

/** Adds a related event on the day after the last one. */
export function addRelated(draft: EventDraft, newKey: NewKey): EventDraft {
  const day = dayAfter(draft.related.flatMap(({ windows }) => windows))
  return { ...draft, days: undefined, related: [...draft.related, newRelated(day, newKey)] }
}

/** Puts a copy behind a related event, at the same hours: for another level bracket, or to be moved. */
export function duplicateRelated(draft: EventDraft, index: number, newKey: NewKey): EventDraft {
  const related = draft.related[index]
  if (!related) return draft
  const windows = related.windows.map((window) => ({ ...window, key: newKey() }))
  const copy = { ...related, key: newKey(), id: undefined, code: undefined, windows }
  return { ...draft, days: undefined, related: inserted(draft.related, index + 1, copy) }
}

/** Moves a related event up (`by` −1) or down (1). Where each has its day, the two that change places change days too. */
export function moveRelated(draft: EventDraft, index: number, by: -1 | 1): EventDraft {
  const moved = draft.related[index]
  const other = draft.related[index + by]
  if (!moved || !other) return draft
  const swaps = isDayByDay(draft)
  const related = draft.related.map((each) => {
    if (each === moved) return swaps ? { ...other, windows: moved.windows } : other
    if (each === other) return swaps ? { ...moved, windows: other.windows } : moved
    return each
  })
  return { ...draft, related }
}

/** Adds a window on the day after the last one of the related event, as long as that. */
export function addWindow(related: RelatedDraft, newKey: NewKey): RelatedDraft {
  const last = related.windows.at(-1)
  const day = dayAfter(related.windows)
  const window = last ? { ...last, key: newKey(), day: String(day), endless: false } : dayWindow(day, newKey())
  return { ...related, windows: [...related.windows, window] }
}

/** Changes the windows of a related event, wherever it stands by now. */
export function withWindows(
  draft: EventDraft,
  key: string,
  change: (windows: readonly WindowDraft[]) => readonly WindowDraft[],
): EventDraft {
  const related = draft.related.map((each) => (each.key === key ? { ...each, windows: change(each.windows) } : each))
  return { ...draft, related }
}

/** The list with one entry changed. */
export function changed<T>(list: readonly T[], index: number, change: Partial<T>): readonly T[] {
  return list.map((each, at) => (at === index ? { ...each, ...change } : each))
}

/** The list with one more entry; at its end where it is shorter than that. */
export function inserted<T>(list: readonly T[], index: number, entry: T): readonly T[] {
  return [...list.slice(0, index), entry, ...list.slice(index)]
}

/** The list without the row of a key, wherever it stands by now. */
export function without<T extends { readonly key: string }>(list: readonly T[], key: string): readonly T[] {
  return list.filter((each) => each.key !== key)
}

function dayWindow(day: number, key: string): WindowDraft {
  return windowDraft({ opensAfter: (day - 1) * minutesInDay, lasts: minutesInDay }, key)
}

function spanOf(window: WindowDraft): WindowSpan | undefined {
  const entry = spanEntry(window)
  return entry.ok ? entry.value : undefined
}

/** The first day (from 1) that starts after all windows; of one whose end is not known its start counts. */
function dayAfter(windows: readonly WindowDraft[]): number {
  const ends = windows.map((window) => {
    const span = spanOf(window)
    return span ? span.opensAfter + (span.lasts ?? 1) : 0
  })
  return Math.ceil(Math.max(0, ...ends) / minutesInDay) + 1
}
