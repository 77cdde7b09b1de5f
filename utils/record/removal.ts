/**
 * What a removal says. A commander, an event or a run that is removed takes its marks out of sight, on all devices; but only
 * those that were known where it was removed: nobody decided about the others. So a removal names the last word of each device
 * on the marks that it hides, and whoever has another can tell (`join.ts`).
 *
 * Clocks do not come into it, but for one device with itself: of what it told, the later is what has a later stamp. Unless
 * its clock was ahead and was set right: what it tells then has an earlier one. So words that come from the future, as the
 * clock says where it is removed, are named one by one.
 *
 * @module
 */

import { splitOccurrenceId } from '../schedule/repeat.ts'
import type { Run } from '../schedule/run.ts'
import type { Deleted, KnownWord, Stamp, TrackerRecord } from './record.ts'
import { toldRun } from './told-run.ts'

/** What can be removed with marks on it. */
export type Removable = 'commanders' | 'events' | 'runs'

/** Where more come from the future it is rather the clock here that is behind. */
const NAMED_ALONE = 50

/** A day done or a note. What was taken back, a day or the words of a note, is none: nothing of it is to be seen. */
export interface Word extends Stamp {
  readonly runId: string
}

/** By the id of what would hide them. */
type Words = ReadonlyMap<string, readonly Word[]>

/** What a record says of marks, for all removals in a room; the marks of an occurrence go with its series too. */
export function wordsIn({ marks, runs }: TrackerRecord, room: Removable): Words {
  const byId = new Map<string, Word[]>()
  const idsIn: { readonly [K in Removable]: (commanderId: string, runId: string) => readonly string[] } = {
    commanders: (commanderId) => [commanderId],
    events: (_, runId) => [...new Set(withSeriesOf(runId).flatMap((id) => eventIdIn(toldRun({ runs }, id))))],
    runs: (_, runId) => withSeriesOf(runId),
  }
  for (const [markId, { done, note }] of Object.entries(marks)) {
    const [commanderId = '', runId = ''] = markId.split('/', 2)
    const words = [...(done?.value ? [{ ...done, runId }] : []), ...(note?.value ? [{ ...note, runId }] : [])]
    for (const id of words.length > 0 ? idsIn[room](commanderId, runId) : []) {
      const others = byId.get(id)
      if (others) others.push(...words)
      else byId.set(id, [...words])
    }
  }
  return byId
}

function eventIdIn(run: Run | Deleted | undefined): readonly string[] {
  return run && 'eventId' in run ? [run.eventId] : []
}

/**
 * The entry that removes a commander, an event, a run or a series, and what it knows.
 *
 * @param words of the whole record
 * @param now epoch ms, as the clock says
 */
export function removalOf(words: Words, id: string, now: number): Deleted {
  const known = words.get(id) ?? []
  const ahead = known.filter(({ at }) => at > now)
  const alone = ahead.length > NAMED_ALONE ? [] : ahead
  const last = new Map<string, number>()
  for (const { at, by } of alone.length > 0 ? known.filter((word) => word.at <= now) : known) {
    last.set(by, Math.max(at, last.get(by) ?? 0))
  }
  const knew: readonly KnownWord[] = [
    ...[...last].map(([by, at]) => ({ at, by })),
    ...alone.map(({ at, by }) => ({ at, by, only: true as const })),
  ]
  if (knew.length === 0) return { deleted: true }
  return { deleted: true, knew: [...knew].sort((a, b) => (a.by === b.by ? a.at - b.at : a.by < b.by ? -1 : 1)) }
}

/** Those that a removal did not know of. */
export function unknownTo({ knew = [] }: Deleted, words: readonly Word[]): readonly Word[] {
  const last = new Map(knew.filter(({ only }) => !only).map(({ at, by }) => [by, at]))
  const alone = new Set(knew.filter(({ only }) => only).map(nameOf))
  return words.filter((word) => word.at > (last.get(word.by) ?? 0) && !alone.has(nameOf(word)))
}

function nameOf({ at, by }: Stamp): string {
  return `${at} ${by}`
}

/** A run, and the series of which it may be an occurrence. */
export function withSeriesOf(runId: string): readonly string[] {
  const { seriesId } = splitOccurrenceId(runId)
  return seriesId === runId ? [runId] : [runId, ...withSeriesOf(seriesId)]
}
