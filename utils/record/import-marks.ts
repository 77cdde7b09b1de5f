/**
 * What an import means for the commander's marks.
 *
 * @module
 */

import type { EventDefinition } from '../events/event.ts'
import { RUN_OF_2023 } from '../events/pack.ts'
import { splitOccurrenceId } from '../schedule/repeat.ts'
import { scheduleOf } from '../schedule/schedule.ts'
import type { TrackerRecord } from './record.ts'
import { toldRun } from './told-run.ts'

/** Days done and notes: how many the event still shows, and how many stand on days that it would not have any more. */
export interface MarkCount {
  readonly kept: number
  readonly hidden: number
}

const NO_MARKS: MarkCount = { kept: 0, hidden: 0 }

/** Counts the marks of one event after another; the record is gone through once. */
export function markCounter(record: TrackerRecord): (event: EventDefinition) => MarkCount {
  let byEvent: ReadonlyMap<string, readonly string[]> | undefined
  return (event) => {
    byEvent ??= markedWindows(record)
    const marked = byEvent.get(event.id)
    if (!marked) return NO_MARKS
    const { windows } = scheduleOf(event, { eventId: event.id, startsAt: 0, startAssumed: false })
    const known = new Set(windows.map(({ id }) => id))
    const kept = marked.filter((windowId) => known.has(windowId)).length
    return { kept, hidden: marked.length - kept }
  }
}

/** The ids of windows that carry a mark or a note, by event; one for each commander and run. */
function markedWindows(record: TrackerRecord): ReadonlyMap<string, readonly string[]> {
  const byEvent = new Map<string, string[]>()
  for (const [markId, { done, note }] of Object.entries(record.marks)) {
    if (!done?.value && !note?.value) continue
    const [, runId = '', windowId = ''] = markId.split('/')
    const eventId = eventIdOf(record, runId)
    if (eventId === undefined) continue
    const windowIds = byEvent.get(eventId)
    if (windowIds) windowIds.push(windowId)
    else byEvent.set(eventId, [windowId])
  }
  return byEvent
}

function eventIdOf(record: TrackerRecord, runId: string): string | undefined {
  if (runId === RUN_OF_2023.id) return RUN_OF_2023.eventId
  const told = toldRun(record, runId) ?? toldRun(record, splitOccurrenceId(runId).seriesId)
  return told && 'eventId' in told ? told.eventId : undefined
}
