/**
 * Takes events from outside into the record: first what would happen, then the one transition that does it. Marks are
 * never touched; they are kept under ids, and those stay.
 *
 * @module
 */

import type { EventDefinition } from '../events/event.ts'
import { sameJson } from '../events/same-json.ts'
import { type DefinitionChange, definitionChanges, isSameDefinition } from './import-changes.ts'
import type { ImportedRun } from './import-known.ts'
import { type MarkCount, markCounter } from './import-marks.ts'
import { type LeftOutRun, planRuns, type RunPlan } from './import-runs.ts'
import { eventOf } from './read.ts'
import type { TrackerRecord } from './record.ts'
import { type Place, towards } from './towards.ts'
import { stampOver, type Transition } from './transitions.ts'

export type { ImportedRun }

/** An event with its known runs, as a file or a feed gives it. */
export interface ImportedEvent {
  readonly event: EventDefinition
  readonly runs: readonly ImportedRun[]
}

/**
 * - `new`: the record has no event of this id
 * - `changed`: the same or a later revision, and it differs, or a run is new or moved
 * - `same`: nothing would change but perhaps the revision
 * - `older`: the record has a later revision: it stays
 * - `edited`: the commander changed it: only replaced where the commander says so, whatever the revision
 */
export type ImportStatus = 'new' | 'changed' | 'same' | 'older' | 'edited'

export type ImportChange =
  | DefinitionChange
  /** Epoch ms; `repeatsEvery` in weeks. */
  | { readonly kind: 'run-added'; readonly startsAt: number; readonly repeatsEvery?: number | undefined }
  | { readonly kind: 'run-moved'; readonly from: number; readonly to: number }
  /** Its start, epoch ms, was only assumed. */
  | { readonly kind: 'run-confirmed'; readonly startsAt: number }
  /** Weeks; undefined: it comes once. Where both are the same, its source no longer ends it. */
  | { readonly kind: 'run-repeats'; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: 'run-until'; readonly to: number }

/** What an import would do with one event. */
export interface ImportItem {
  readonly imported: ImportedEvent
  readonly status: ImportStatus
  /** What would change; for an `older` one nothing. */
  readonly changes: readonly ImportChange[]
  /** Runs that are not taken over. */
  readonly leftOut: readonly LeftOutRun[]
  /** The runs that would be stored. */
  readonly runIds: readonly string[]
  readonly marks: MarkCount
}

/**
 * What an import would do, event by event.
 *
 * @param now epoch ms: a run that is over is not added
 * @example planImport(EMPTY_RECORD, [{ event, runs: [{ id: 'run', startsAt }] }], now)[0].status // 'new'
 */
export function planImport(
  record: TrackerRecord,
  imported: readonly ImportedEvent[],
  now: number,
): readonly ImportItem[] {
  return plansOf(record, imported, now).map(({ item }) => item)
}

/**
 * Takes the chosen events over, all of them in one step. What is older stays out; so does what the commander changed
 * since the plan was shown.
 */
export function importEvents(chosen: readonly ImportItem[], now: number): Transition {
  return (record, stamp) => {
    const events = { ...record.events }
    const runs = { ...record.runs }
    let changed = false
    const plans = plansOf(
      record,
      chosen.map(({ imported }) => imported),
      now,
    )
    plans.forEach(({ item, runPlans }, index) => {
      if (item.status === 'older') return
      if (item.status === 'edited' && chosen[index]?.status !== 'edited') return
      const event = plain(item.imported.event)
      if (putsEvent(eventOf(record, event.id), item)) {
        events[event.id] = stampOver(record.events[event.id], event, stamp)
        changed = true
      }
      for (const { id, after } of runPlans) {
        if (!after) continue
        runs[id] = stampOver(runs[id], after, stamp)
        changed = true
      }
    })
    return changed ? { ...record, events, runs } : record
  }
}

/** An import that was done: the record right before and right after it, and what was chosen. */
export interface DoneImport {
  readonly before: TrackerRecord
  readonly after: TrackerRecord
  readonly chosen: readonly ImportItem[]
}

/**
 * Takes an import back: its events and runs say again what they said before it. What nobody had told before is removed by
 * an entry, or another device would bring it back; a run as if it had never been told, so that the same file can be
 * imported again. An event of which something was told since stays, with its runs.
 */
export function undoImport(done: DoneImport): Transition {
  return (record, stamp) => {
    const items = undoableOf(record, done)
    const ids = {
      events: new Set(items.map(({ imported }) => imported.event.id)),
      runs: new Set(items.flatMap(({ runIds }) => runIds)),
    }
    const isOpen = ({ room, id }: Place): boolean => (room === 'events' || room === 'runs') && ids[room].has(id)
    return towards(done.before, isOpen)(record, stamp)
  }
}

/** What of an import is still as it was imported. */
export function undoableOf(record: TrackerRecord, { after, chosen }: DoneImport): readonly ImportItem[] {
  return chosen.filter(
    ({ imported, runIds }) =>
      isAsStamped(record.events, after.events, imported.event.id) &&
      runIds.every((id) => isAsStamped(record.runs, after.runs, id)),
  )
}

function isAsStamped(
  current: TrackerRecord['events'] | TrackerRecord['runs'],
  after: typeof current,
  id: string,
): boolean {
  return current[id]?.at === after[id]?.at && current[id]?.by === after[id]?.by
}

/**
 * Each event once, of several with one id the one with the latest revision, of equal ones the last.
 *
 * @param imported from several files, in their order
 */
export function newestOfEach(imported: readonly ImportedEvent[]): readonly ImportedEvent[] {
  const newest = new Map<string, ImportedEvent>()
  for (const each of imported) {
    const known = newest.get(each.event.id)
    if (!known || revisionOf(each.event) >= revisionOf(known.event)) newest.set(each.event.id, each)
  }
  return [...newest.values()]
}

interface Plan {
  readonly item: ImportItem
  readonly runPlans: readonly RunPlan[]
}

function plansOf(record: TrackerRecord, imported: readonly ImportedEvent[], now: number): readonly Plan[] {
  const plannedRuns = planRuns(record, now)
  const marksOf = markCounter(record)
  return imported.map((each): Plan => {
    const before = eventOf(record, each.event.id)
    const runPlans = plannedRuns(each, before)
    const runChanges = runPlans.flatMap(changesOf)
    const status = statusOf(before, each.event, runChanges.length > 0)
    const isKept = status === 'older'
    return {
      runPlans,
      item: {
        imported: each,
        status,
        changes: isKept ? [] : [...(before ? definitionChanges(before, each.event) : []), ...runChanges],
        leftOut: isKept ? [] : runPlans.flatMap(({ leftOut }) => leftOut ?? []),
        runIds: isKept ? [] : runPlans.flatMap(({ id, after }) => (after ? [id] : [])),
        marks: marksOf(isKept && before ? before : each.event),
      },
    }
  })
}

function statusOf(before: EventDefinition | undefined, event: EventDefinition, runsChange: boolean): ImportStatus {
  if (!before) return 'new'
  const isSame = isSameDefinition(before, event) && !runsChange
  // Before the revision: the editor raises it, so each file that the commander has would be older.
  if (before.edited) return isSame ? 'same' : 'edited'
  if (revisionOf(before) > revisionOf(event)) return 'older'
  return isSame ? 'same' : 'changed'
}

/** Where nothing but the revision differs, only a later one is worth a write. */
function putsEvent(before: EventDefinition | undefined, { status, imported: { event } }: ImportItem): boolean {
  if (!before) return true
  return status === 'same' ? revisionOf(event) > revisionOf(before) : !sameJson(before, event)
}

function changesOf({ before, after }: RunPlan): readonly ImportChange[] {
  if (!after) return []
  if (!before) return [{ kind: 'run-added', startsAt: after.startsAt, repeatsEvery: after.repeatsEvery }]
  const changes: ImportChange[] = []
  if (before.startsAt !== after.startsAt) changes.push({ kind: 'run-moved', from: before.startsAt, to: after.startsAt })
  else if (before.startAssumed && !after.startAssumed) {
    changes.push({ kind: 'run-confirmed', startsAt: after.startsAt })
  }
  const isUntilNew = before.repeatsUntil !== after.repeatsUntil
  if (before.repeatsEvery !== after.repeatsEvery || (isUntilNew && after.repeatsUntil === undefined)) {
    changes.push({ kind: 'run-repeats', from: before.repeatsEvery, to: after.repeatsEvery })
  }
  if (isUntilNew && after.repeatsUntil !== undefined) changes.push({ kind: 'run-until', to: after.repeatsUntil })
  return changes
}

function revisionOf({ revision = 0 }: EventDefinition): number {
  return revision
}

/** As it is stored: Chromium would store an undefined field as null. What comes from outside nobody here has edited. */
function plain({ edited, ...event }: EventDefinition): EventDefinition {
  return JSON.parse(JSON.stringify(edited === false ? { ...event, edited } : event))
}
