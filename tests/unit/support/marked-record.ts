/** A record in which every name, id, code and note gives itself away wherever it turns up. */

import type { EventDefinition, RelatedEvent } from '../../../utils/events/event.ts'
import type { Commander, Deleted, Stamped, TrackerRecord } from '../../../utils/record/record.ts'
import type { Run } from '../../../utils/schedule/run.ts'

/** Short enough to be seen in what was cut. */
export const MARK = 'zq'

const mark = (text: string) => `${MARK}${text}`
/** An id in parts, as that of a mark. */
const markAll = (id: string) => id.split('/').map(mark).join('/')
const markMaybe = (text: string | undefined) => text && mark(text)

/** The same record, in which the same ids still mean the same. */
export function markedRecord({ version, settings, commanders, events, runs, marks }: TrackerRecord): TrackerRecord {
  const { commander, commanderOrder } = settings
  const record: TrackerRecord = {
    version,
    settings: {
      ...settings,
      commander: commander && { ...commander, value: mark(commander.value) },
      commanderOrder: commanderOrder && { ...commanderOrder, value: commanderOrder.value.map(mark) },
    },
    commanders: entriesOf(commanders, markCommander),
    events: entriesOf(events, markEvent),
    runs: entriesOf(runs, markRun),
    marks: Object.fromEntries(
      Object.entries(marks).map(([id, { done, note }]) => [
        markAll(id),
        { done: done && by(done), note: note && { ...by(note), value: mark(note.value) } },
      ]),
    ),
  }
  // As the storage gives it back: nothing that is undefined.
  return JSON.parse(JSON.stringify(record))
}

const by = <T>(entry: Stamped<T>): Stamped<T> => ({ ...entry, by: mark(entry.by) })

function entriesOf<T extends object>(
  entries: { readonly [id: string]: Stamped<T | Deleted> },
  change: (value: T) => T,
): Record<string, Stamped<T | Deleted>> {
  return Object.fromEntries(
    Object.entries(entries).map(([id, entry]) => {
      const value = 'deleted' in entry.value ? markRemoval(entry.value) : change(entry.value)
      return [mark(id), { ...by(entry), value }]
    }),
  )
}

function markRemoval({ knew, ...removal }: Deleted): Deleted {
  return { ...removal, knew: knew?.map((word) => ({ ...word, by: mark(word.by) })) }
}

function markCommander(commander: Commander): Commander {
  return { ...commander, name: mark(commander.name), server: mark(commander.server) }
}

function markRun(run: Run): Run {
  return { ...run, eventId: mark(run.eventId) }
}

function markEvent(event: EventDefinition): EventDefinition {
  return {
    ...event,
    id: mark(event.id),
    name: mark(event.name),
    shortName: mark(event.shortName),
    prerequisite: markMaybe(event.prerequisite),
    relatedEvents: event.relatedEvents.map(markRelatedEvent),
  }
}

function markRelatedEvent(related: RelatedEvent): RelatedEvent {
  const { id, name, code } = related
  return { ...related, id: mark(id), name: mark(name), code: mark(code), objectives: [mark('objective')] }
}
