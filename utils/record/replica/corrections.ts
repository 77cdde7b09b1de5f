/**
 * What the replica says wrong. What finds no room in it is what is oldest; so the later word on a run may be left out while
 * the replica still holds the earlier one, which a device that was off for long wrote: a run that was moved far back since,
 * a series that was removed. Nobody would ever correct it. So the later words of such entries come first, in an item of their
 * own, which everybody who writes hands on.
 *
 * @module
 */

import { merge } from '../merge.ts'
import { EMPTY_RECORD, ROOMS, type Stamp, type TrackerRecord } from '../record.ts'
import type { Piece } from './pieces.ts'

/** More would not find room either. */
const MOST = 500

/** What lies in the replica. */
export interface Standing {
  readonly record: TrackerRecord
  /** What stands in it as a correction. */
  readonly corrections: TrackerRecord
}

/**
 * @param record all that is known, also what the replica says
 * @param kept of it, what finds room in the order of its time
 * @returns the entries to be corrected, or handed on, that found none; those that were told last come first
 */
export function correctionsOf(record: TrackerRecord, kept: TrackerRecord, standing: Standing): readonly Piece[] {
  const said = standing.record
  const later = merge(said, record)
  return ROOMS.flatMap((room) => {
    const [is, was, has, handedOn] = [later, said, kept, standing.corrections].map((each) => entriesOf(each, room))
    return Object.keys(was ?? {}).flatMap((id): readonly Piece[] => {
      const entry = is?.[id]
      const isWrong = entry !== was?.[id] || handedOn?.[id] !== undefined
      if (!entry || !isWrong || has?.[id] !== undefined) return []
      return [{ name: `${room} ${id}`, at: lastTold(entry), fragment: { ...EMPTY_RECORD, [room]: { [id]: entry } } }]
    })
  })
    .sort((a, b) => b.at - a.at || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
}

type Entries = { readonly [id: string]: object | undefined }

function entriesOf(record: TrackerRecord, room: (typeof ROOMS)[number]): Entries {
  return record[room]
}

/** Epoch ms; of a mark, of its later half. */
function lastTold(entry: object): number {
  const { at, done, note } = entry as Partial<Stamp> & { readonly done?: Stamp; readonly note?: Stamp }
  return Math.max(at ?? 0, done?.at ?? 0, note?.at ?? 0)
}
