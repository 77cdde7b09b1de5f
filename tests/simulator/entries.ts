/**
 * A record as a list of what was told, each by a name of its own.
 *
 * @module
 */

import type { Stamp, Stamped, TrackerRecord } from '../../utils/record/record.ts'

/** By names such as `runs id`; what was told of a mark is two. */
export type Entries = ReadonlyMap<string, Stamped<unknown>>

export function entriesOf({ settings, commanders, events, runs, marks }: TrackerRecord): Entries {
  const entries = new Map<string, Stamped<unknown>>()
  for (const [room, all] of Object.entries({ settings, commanders, events, runs })) {
    for (const [id, entry] of Object.entries(all)) if (entry) entries.set(`${room} ${id}`, entry as Stamped<unknown>)
  }
  for (const [id, { done, note }] of Object.entries(marks)) {
    if (done) entries.set(`marks ${id} done`, done)
    if (note) entries.set(`marks ${id} note`, note)
  }
  return entries
}

/** Whether a word is missing, or an older one than another. */
export function isOlder(word: Stamp | undefined, other: Stamp): boolean {
  return !word || word.at < other.at || (word.at === other.at && word.by < other.by)
}

/** Adds what another list has, where it is a later word. */
export function learn(known: Map<string, Stamped<unknown>>, entries: Entries): void {
  for (const [name, entry] of entries) if (isOlder(known.get(name), entry)) known.set(name, entry)
}
