/**
 * From what a file or a feed says to what the record takes.
 *
 * @module
 */

import { millisecondsInWeek } from 'date-fns/constants'
import { isOwnEvent } from '../../../utils/events/own-event.ts'
import { eventOfGroup } from '../../../utils/packs/feed-event.ts'
import type { FeedGroup } from '../../../utils/packs/group-feed.ts'
import type { PackedEvent } from '../../../utils/packs/read-pack.ts'
import type { ImportedEvent, ImportedRun } from '../../../utils/record/import.ts'

/** An event of a pack; its runs are named by the date (UTC) on which they start. */
export function importedOfPacked({ event, starts }: PackedEvent): ImportedEvent {
  // What another commander wrote is not this one's: changing it is an edit.
  const foreign = isOwnEvent(event) ? { ...event, edited: false } : event
  return { event: foreign, runs: runsOf(event.id, starts, event.repeatsEvery) }
}

/** An event of the feed: its one run keeps its id whenever it is moved. */
export function importedOfGroup(group: FeedGroup): ImportedEvent {
  const { event, runId, startsAt, repeatsEvery } = eventOfGroup(group)
  return { event, runs: [{ id: runId, startsAt, ...(repeatsEvery === undefined ? {} : { repeatsEvery }) }] }
}

/**
 * Runs at the known starts. Of an event that comes again, a start that a run reaches by itself is no run of its own; one
 * out of step ends the series before it and begins another.
 *
 * @param starts epoch ms, in order, each once
 * @param repeatsEvery weeks
 */
function runsOf(eventId: string, starts: readonly number[], repeatsEvery: number | undefined): readonly ImportedRun[] {
  const runs: ImportedRun[] = []
  const ids = new Set<string>()
  for (const startsAt of starts) {
    const last = runs.at(-1)
    if (repeatsEvery !== undefined && last) {
      if ((startsAt - last.startsAt) % (repeatsEvery * millisecondsInWeek) === 0) continue
      runs[runs.length - 1] = { ...last, repeatsUntil: startsAt }
    }
    const [date = '', hour = ''] = new Date(startsAt).toISOString().split('T')
    const dated = `${eventId}.${date}`
    // A second start on one date.
    const id = ids.has(dated) ? `${dated}.${hour.slice(0, 5).replace(':', '')}` : dated
    ids.add(id)
    runs.push({ id, startsAt, ...(repeatsEvery === undefined ? {} : { repeatsEvery }) })
  }
  return runs
}
