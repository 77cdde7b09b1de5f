/**
 * What a file names and nobody can read: it is not known what the file says of it, so it says nothing of it.
 *
 * @module
 */

import { isObject } from './is-object.ts'
import { ROOMS, type TrackerRecord } from './record.ts'

type Room = (typeof ROOMS)[number]

/** By room the ids of entries that could not be read; `all` where the room itself could not. */
export type Unread = { readonly [R in Room]?: readonly string[] | 'all' }

/**
 * @param parts the record as it stands in the file, or each of its parts
 * @param record what of it could be read
 * @example unreadIn([{ version: 3, settings: {}, runs: { a: 7 }, … }], EMPTY_RECORD) // { runs: ['a'] }
 */
export function unreadIn(parts: readonly unknown[], record: TrackerRecord): Unread {
  const unread = ROOMS.map((room) => {
    const rooms = parts.map((part) => (isObject(part) ? part[room] : undefined))
    return [room, unreadOf(rooms, record[room])] as const
  })
  return Object.fromEntries(unread.filter(([, ids]) => ids.length > 0))
}

function unreadOf(rooms: readonly unknown[], read: object): readonly string[] | 'all' {
  if (!rooms.every(isObject)) return 'all'
  return rooms.flatMap((entries) => Object.keys(entries)).filter((id) => !Object.hasOwn(read, id))
}

/** Whether an entry is one that a file names and nobody can read, or may be. */
export function isUnread(unread: Unread, room: Room, id: string): boolean {
  const ids = unread[room]
  return ids === 'all' || (ids?.includes(id) ?? false)
}
