/**
 * The ways in which a backup comes into the record, and the way back.
 *
 * @module
 */

import { sameJson } from '../events/same-json.ts'
import { joined } from './join.ts'
import { FIRST_COMMANDER, type TrackerRecord } from './record.ts'
import { towards } from './towards.ts'
import { isAnybodyTold, type Transition } from './transitions.ts'
import { isUnread, type Unread } from './unread.ts'

/** Of each fact the later word counts, as between two devices. */
export function mergeBackup(incoming: TrackerRecord): Transition {
  return joined(incoming)
}

/**
 * Makes the record say what the file says, and nothing else. What changes by it is stamped as told now, what goes is
 * removed by an entry: so other devices follow.
 *
 * @param unread what the file names but cannot be read: of that the record says what it said
 */
export function replaceByBackup(incoming: TrackerRecord, unread: Unread = {}): Transition {
  // It had commanders, so the first one of defaults is none of its.
  const isFirstUnread = unread.commanders !== undefined && !isAnybodyTold(incoming.commanders)
  return towards(incoming, ({ room, id }) => {
    if (room === 'commanders' && id === FIRST_COMMANDER && isFirstUnread) return false
    return !isUnread(unread, room, id)
  })
}

/**
 * Takes an import back: every entry that it changed says again what it said before, unless it was changed since.
 *
 * @param before the record right before the import
 * @param after the record right after it
 */
export function undoBackup(before: TrackerRecord, after: TrackerRecord): Transition {
  return (record, stamp) =>
    towards(before, ({ told }) => {
      const imported = told(after)
      // The first commander, of whom nothing is told, may have to be told to stand beside those that go.
      if (told(before) === undefined && imported === undefined) return told(record) === undefined
      return !sameJson(told(before), imported) && sameJson(told(record), imported)
    })(record, stamp)
}

/** Whether an import left anything that is still as it came, so that it can be taken back. */
export function isUndoable(record: TrackerRecord, before: TrackerRecord, after: TrackerRecord): boolean {
  return undoBackup(before, after)(record, { at: 0, by: '' }) !== record
}
