/** What an import writes of events, what it leaves out, and what of it can still be undone. */

import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import type { ImportedRun } from '../../../utils/record/import.ts'
import {
  type ImportedEvent,
  type ImportItem,
  importEvents,
  planImport,
  undoableOf,
  undoImport,
} from '../../../utils/record/import.ts'
import { merge } from '../../../utils/record/merge.ts'
import { EMPTY_RECORD, type TrackerRecord } from '../../../utils/record/record.ts'
import { putEvent, putRun } from '../../../utils/record/transitions.ts'
import { everything } from '../support/everything.ts'
import { DAY, HOUR, START } from '../support/records.ts'

/** Two days before the run. */
const NOW = START - 2 * DAY
const STAMP = { at: NOW, by: 'test' }
const WEEK = 7 * DAY

const EVENT: EventDefinition = {
  id: 'meta',
  name: 'Meta – SMS',
  shortName: 'Meta',
  rewards: [],
  relatedEvents: [{ id: 'day-1', name: 'Day 1', code: 'D1', rewards: [], windows: [{ opensAfter: 0, lasts: 1440 }] }],
  lasts: 2880,
  revision: 3,
}

const of = (event: Partial<EventDefinition> = {}, ...runs: ImportedRun[]): ImportedEvent => ({
  event: { ...EVENT, ...event },
  runs,
})
const run = (startsAt = START, id = 'meta.run'): ImportedRun => ({ id, startsAt })

function imports(record: TrackerRecord, imported: readonly ImportedEvent[], now = NOW): TrackerRecord {
  return importEvents(planImport(record, imported, now), now)(record, { at: now, by: 'test' })
}

/** The record after the commander put an event, or had it imported. */
const withEvent = (event: Partial<EventDefinition>) => putEvent({ ...EVENT, ...event })(EMPTY_RECORD, STAMP)

describe('of an event that says the same', () => {
  const cases: [string, Partial<EventDefinition>, Partial<EventDefinition>, boolean][] = [
    ['a later revision is stored', {}, { revision: 4 }, true],
    ['the same revision is not', {}, {}, false],
    ['the first revision is stored', { revision: undefined }, { revision: 1 }, true],
    ['revision 0 is none', { revision: undefined }, { revision: 0 }, false],
    ['one that the commander edited stays edited', { edited: true }, {}, false],
    ['one that the commander edited stays, with its later revision', { edited: true }, { revision: 2 }, false],
    ['one that the commander edited gives way to a later revision', { edited: true }, { revision: 4 }, true],
  ]
  it.each(cases)('%s', (_, told, imported, isWritten) => {
    const before = withEvent(told)
    expect(planImport(before, [of(imported)], NOW)[0]?.status).toBe('same')
    const next = imports(before, [of(imported)])
    if (!isWritten) expect(next).toBe(before)
    else expect(next.events.meta).toStrictEqual({ value: { ...EVENT, ...imported }, at: NOW + 1, by: 'test' })
  })
})

it('of an older one nothing is said and nothing is written, not even what would be left out', () => {
  const before = withEvent({})
  const older = of({ name: 'Old', revision: 2 }, run(), run(NOW - 2 * DAY, 'meta.past'))
  expect(planImport(before, [older], NOW)).toStrictEqual([
    { imported: older, status: 'older', changes: [], leftOut: [], runIds: [], marks: { kept: 0, hidden: 0 } },
  ])
  expect(imports(before, [older])).toBe(before)
})

describe('whether a commander edited it', () => {
  const cases: [string, Partial<EventDefinition>, Partial<EventDefinition>][] = [
    ['is not known of what comes from outside', {}, {}],
    ['is not taken over: nobody here did', { edited: true }, {}],
    // A file of another commander's event says so, or it would be taken for one's own.
    ['is taken over where it says that nobody did', { edited: false }, { edited: false }],
  ]
  it.each(cases)('%s', (_, imported, stored) => {
    expect(imports(EMPTY_RECORD, [of(imported)]).events.meta?.value).toStrictEqual({ ...EVENT, ...stored })
  })
})

describe('of a run', () => {
  it.each([
    ['that starts as assumed', START, true, [{ kind: 'run-confirmed', startsAt: START }]],
    ['that starts at another time', START + HOUR, true, [{ kind: 'run-moved', from: START + HOUR, to: START }]],
    ['that the commander told', START, false, []],
  ] as const)('%s it is told what changes', (_, startsAt, startAssumed, changes) => {
    const told = putRun('meta.run', { eventId: 'meta', startsAt, startAssumed })(withEvent({}), STAMP)
    expect(planImport(told, [of({}, run())], NOW)[0]?.changes).toStrictEqual(changes)
  })
})

describe('an id of which another event’s run of the same import has come first', () => {
  /** The week after, under the id that the run goes on under. */
  const dated = `meta.run.${new Date(START + WEEK).toISOString().slice(0, 10)}`
  const later = START + 4 * DAY
  const other = of({ id: 'other' }, run(START + 2 * WEEK, dated))
  const meta = of({}, run(START + WEEK))

  it('stays the other’s', () => {
    const before = imports(EMPTY_RECORD, [of({}, run())])
    // Alone it goes on under that id.
    expect(imports(before, [meta], later).runs[dated]?.value).toMatchObject({ eventId: 'meta' })
    const next = imports(before, [other, meta], later)
    expect(next.runs[dated]?.value).toStrictEqual({
      eventId: 'other',
      startsAt: START + 2 * WEEK,
      startAssumed: false,
      importedStart: START + 2 * WEEK,
    })
    expect(next.runs['meta.run']).toBe(before.runs['meta.run'])
  })
})

describe('what can be undone', () => {
  const idsOf = (items: readonly ImportItem[]) => items.map(({ imported }) => imported.event.id)

  function doneImport(imported: ImportedEvent) {
    const chosen = planImport(EMPTY_RECORD, [imported], NOW)
    return { before: EMPTY_RECORD, after: importEvents(chosen, NOW)(EMPTY_RECORD, STAMP), chosen }
  }

  it('is an import that stands, once', () => {
    const done = doneImport(of({}, run()))
    expect(idsOf(undoableOf(done.after, done))).toEqual(['meta'])
    const undone = undoImport(done)(done.after, STAMP)
    // By entries, or another device that has the import would bring it back.
    const over = { at: STAMP.at + 1, by: STAMP.by }
    expect(undone).toEqual({
      ...EMPTY_RECORD,
      events: { meta: { value: { deleted: true }, ...over } },
      runs: { 'meta.run': { value: { deleted: true, untold: true }, ...over } },
    })
    expect(everything(undone)).toEqual(everything(EMPTY_RECORD, undone))
    expect(merge(undone, done.after)).toEqual(undone)
    expect(undoableOf(undone, done)).toEqual([])
    expect(undoImport(done)(undone, STAMP)).toBe(undone)
  })

  it('is a run of the event that ships, of which nothing was written', () => {
    const done = doneImport({ event: DEFENDER_OF_PEACE, runs: [run()] })
    expect(done.after.events).toEqual({})
    expect(idsOf(undoableOf(done.after, done))).toEqual([DEFENDER_OF_PEACE.id])
    const undone = undoImport(done)(done.after, STAMP)
    expect(undone.events).toEqual({})
    expect(everything(undone)).toEqual(everything(EMPTY_RECORD, undone))
    // It was changed since: that is the commander's.
    const since = putEvent({ ...DEFENDER_OF_PEACE, story: '…', edited: true })(done.after, STAMP)
    expect(undoableOf(since, done)).toEqual([])
    expect(undoImport(done)(since, STAMP)).toEqual(since)
  })

  it('is nothing that another device told at the same instant', () => {
    const done = doneImport(of({}, run()))
    const { events, runs } = done.after
    const elsewhere = <T extends object | undefined>(entry: T) => ({ ...entry, by: 'elsewhere' }) as T
    const cases = [
      { ...done.after, events: { meta: elsewhere(events.meta) } },
      { ...done.after, runs: { 'meta.run': elsewhere(runs['meta.run']) } },
    ] as readonly TrackerRecord[]
    expect(cases.map((record) => undoableOf(record, done))).toEqual([[], []])
  })
})
