/**
 * What the page does with commanders beyond `utils/record/transitions`. Each looks at the record as it stands when the
 * lock is held: another tab or device may have added, archived or removed one since the page was drawn.
 *
 * @module
 */

import { activeCommandersOf, commandersOf } from '../../../utils/record/read.ts'
import { type Commander, DEFAULT_COMMANDER, readableInstant, type TrackerRecord } from '../../../utils/record/record.ts'
import {
  changeCommander,
  moveCommander,
  putCommander,
  removeCommander,
  setSetting,
  type Transition,
} from '../../../utils/record/transitions.ts'

/** More are not added; those that came from another device are shown all the same. */
export const MOST_COMMANDERS = 50

/**
 * Whether nobody else is played: such a commander can be neither archived nor removed.
 *
 * @example isLastPlayed(EMPTY_RECORD, FIRST_COMMANDER) // true
 */
export function isLastPlayed(record: TrackerRecord, id: string): boolean {
  const played = activeCommandersOf(record)
  return played.length === 1 && played[0]?.id === id
}

/** Adds a commander of whom nothing is told, after all others. Not where there are as many as may be. */
export function addCommander(id: string): Transition {
  return (record, stamp) => {
    const ids = idsOf(commandersOf(record))
    if (ids.length >= MOST_COMMANDERS || ids.includes(id)) return record
    const added = putCommander(id, { ...DEFAULT_COMMANDER, addedAt: readableInstant(stamp.at) })(record, stamp)
    // Without an order they would stand by their ids, which nobody sees.
    return setSetting('commanderOrder', [...ids, id])(added, stamp)
  }
}

/** As `changeCommander`, but one that was removed meanwhile stays removed. */
export function editCommander(id: string, change: Partial<Commander>): Transition {
  return (record, stamp) =>
    idsOf(commandersOf(record)).includes(id) ? changeCommander(id, change)(record, stamp) : record
}

/** Archives a commander, unless nobody else is played, or brings one back. */
export function archiveCommander(id: string, archived: boolean): Transition {
  return (record, stamp) => {
    if (archived && isLastPlayed(record, id)) return record
    const archivedAt = archived ? readableInstant(stamp.at) : undefined
    return editCommander(id, { archived, archivedAt })(record, stamp)
  }
}

/** Removes a commander, unless nobody else is played. The marks stay, so that `putCommander` undoes it whole. */
export function dropCommander(id: string): Transition {
  return (record, stamp) => (isLastPlayed(record, id) ? record : removeCommander(id)(record, stamp))
}

/** Moves a commander past the one who is played before (-1) or after (1), over archived ones in between. */
export function shiftCommander(id: string, step: -1 | 1): Transition {
  return (record, stamp) => {
    const all = idsOf(commandersOf(record))
    const played = idsOf(activeCommandersOf(record))
    const from = played.indexOf(id)
    const beside = played[from + step]
    if (from < 0 || beside === undefined) return record
    return moveCommander(id, all.indexOf(beside) - all.indexOf(id))(record, stamp)
  }
}

function idsOf(commanders: readonly { readonly id: string }[]): readonly string[] {
  return commanders.map(({ id }) => id)
}
