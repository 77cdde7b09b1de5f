/**
 * What another device or a backup knows joins the record: a merge, and after it nobody's mark is out of sight that could
 * be seen before, but for those that somebody chose to hide.
 *
 * A merge alone hides more. One device removes a commander whom another, off line meanwhile, goes on to mark: the marks
 * are there, and nobody to show them. So of what is removed on one side and there on the other:
 *
 * - A removal holds, with all the marks that were known where it was made (`removal.ts`). Where the other side has one
 *   that was not known, what was removed is there again: a commander, an event, a run, a series, an occurrence.
 * - Nobody can remove the last commander. Where two devices each removed the other's last one, the later removal is void.
 * - The first commander, who is there untold where nobody else is, is told where others come in and there are marks.
 *
 * What comes back is told now, so that it comes back everywhere. Who removes it once more knows what is lost to sight.
 *
 * @module
 */

import { SHIPPED_EVENTS } from '../events/pack.ts'
import { merge, tookNothing } from './merge.ts'
import { own } from './own.ts'
import { runOf } from './read.ts'
import { type Deleted, FIRST_COMMANDER, type Stamp, type Stamped, type TrackerRecord } from './record.ts'
import { type Removable, unknownTo, type Word, withSeriesOf, wordsIn } from './removal.ts'
import { saidBy } from './said.ts'
import { toldRun } from './told-run.ts'
import { firstOfDefaults, isAnybodyTold, stampOver, type Transition } from './transitions.ts'

/**
 * @param other what another device, its replica or a backup says
 * @returns a transition of the whole record; it gives the same object where the other says nothing new
 */
export function joined(other: TrackerRecord): Transition {
  return (record, stamp) => {
    const merged = merge(record, other)
    if (tookNothing(record, merged)) return record
    const mends: readonly Mend[] = [commandersBack, lastBack, firstTold, runsBack, eventsBack]
    return mends.reduce((before, mend) => mend(before, [record, other], stamp), merged)
  }
}

/** @param sides the two that were merged */
type Mend = (merged: TrackerRecord, sides: readonly TrackerRecord[], stamp: Stamp) => TrackerRecord

/** Puts commanders back that were removed without knowing all of their marks. */
function commandersBack(merged: TrackerRecord, sides: readonly TrackerRecord[], stamp: Stamp): TrackerRecord {
  return putBack('commanders', merged, sides, stamp, (side, id) => saidBy(side).commander(id))
}

/**
 * As `commandersBack`, of events, after the runs: what was marked of one that stays removed brings nothing back. An event
 * that ships is there without what was told of it.
 */
function eventsBack(merged: TrackerRecord, sides: readonly TrackerRecord[], stamp: Stamp): TrackerRecord {
  return putBack('events', merged, sides, stamp, (side, id, _, unknown) => {
    if (SHIPPED_EVENTS.some((event) => event.id === id)) return undefined
    const isMissed = unknown.some(({ runId }) => runOf(side, runId) && !isRemoved(merged, runId))
    return isMissed ? saidBy(side).event(id) : undefined
  })
}

/** Whether a run was removed, itself or with its series. */
function isRemoved(record: TrackerRecord, runId: string): boolean {
  const [told] = withSeriesOf(runId).flatMap((id) => toldRun(record, id) ?? [])
  return told !== undefined && 'deleted' in told
}

/**
 * As `commandersBack`, of runs. Of an occurrence that is where its series has it, or of a series of which one side knows
 * only occurrences, the removal is taken back.
 */
function runsBack(merged: TrackerRecord, sides: readonly TrackerRecord[], stamp: Stamp): TrackerRecord {
  return putBack('runs', merged, sides, stamp, (side, id, removal, unknown) => {
    const told = toldRun(side, id)
    if (told ? 'deleted' in told : removal.untold) return undefined
    return unknown.some(({ runId }) => runOf(side, runId)) ? (told ?? { ...removal, untold: true }) : undefined
  })
}

/** @param shown what shows marks on one side that the removal did not know of; undefined: nothing does */
function putBack<K extends Removable>(
  room: K,
  merged: TrackerRecord,
  sides: readonly TrackerRecord[],
  stamp: Stamp,
  shown: (
    side: TrackerRecord,
    id: string,
    removal: Deleted,
    unknown: readonly Word[],
  ) => TrackerRecord[K][string]['value'] | undefined,
): TrackerRecord {
  // To know the words costs a look at all marks.
  if (Object.values<Stamped<object>>(merged[room]).every(({ value }) => !('deleted' in value))) return merged
  const withWords = sides.map((side) => [side, wordsIn(side, room)] as const)
  const back = Object.entries(merged[room]).flatMap(([id, entry]) => {
    const removal = entry.value
    if (!('deleted' in removal)) return []
    const [value] = withWords.flatMap(([side, words]) => {
      const unknown = unknownTo(removal, words.get(id) ?? [])
      return unknown.length === 0 ? [] : (shown(side, id, removal, unknown) ?? [])
    })
    return value ? [[id, stampOver(entry, value, stamp)] as const] : []
  })
  return back.length === 0 ? merged : { ...merged, [room]: { ...merged[room], ...Object.fromEntries(back) } }
}

/** Takes the later of two removals back that together left nobody. */
function lastBack(merged: TrackerRecord, sides: readonly TrackerRecord[], stamp: Stamp): TrackerRecord {
  if (isAnybodyTold(merged.commanders)) return merged
  const [last] = Object.entries(merged.commanders).sort(([, a], [, b]) => b.at - a.at || (a.by < b.by ? 1 : -1))
  if (!last) return merged
  const [id, removed] = last
  const [commander] = sides.flatMap((side) => saidBy(side).commander(id) ?? [])
  return commander ? withCommander(merged, id, stampOver(removed, commander, stamp)) : merged
}

/** Tells the first commander who was there untold and has marks. */
function firstTold(merged: TrackerRecord, sides: readonly TrackerRecord[], stamp: Stamp): TrackerRecord {
  if (!isAnybodyTold(merged.commanders) || own(merged.commanders, FIRST_COMMANDER)) return merged
  const isMarked = sides.some(
    (side) => saidBy(side).commander(FIRST_COMMANDER) && wordsIn(side, 'commanders').has(FIRST_COMMANDER),
  )
  return isMarked ? withCommander(merged, FIRST_COMMANDER, firstOfDefaults(stamp)) : merged
}

function withCommander(record: TrackerRecord, id: string, entry: TrackerRecord['commanders'][string]): TrackerRecord {
  return { ...record, commanders: { ...record.commanders, [id]: entry } }
}
