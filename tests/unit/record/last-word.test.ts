/**
 * The law on which several devices rest: what a device says wins over what the replica still holds. Whatever changes the
 * record, also what takes a change back, says so by an entry with a later stamp, and never by taking an entry away.
 */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as changes from '../../../entrypoints/options/commanders/changes.ts'
import * as saving from '../../../entrypoints/options/editor/save-event.ts'
import * as backups from '../../../utils/record/backup-transitions.ts'
import * as imports from '../../../utils/record/import.ts'
import * as joining from '../../../utils/record/join.ts'
import { merge } from '../../../utils/record/merge.ts'
import { commandersOf } from '../../../utils/record/read.ts'
import { INSTANT_RANGE, type Settings, type Stamp, type TrackerRecord } from '../../../utils/record/record.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import type { Transition } from '../../../utils/record/transitions.ts'
import * as transitions from '../../../utils/record/transitions.ts'
import {
  arbitraryRecord,
  COMMANDER_IDS,
  commander,
  EVENT_IDS,
  eventOf,
  instant,
  RUN_IDS,
  run,
  SETTINGS,
  WINDOW_IDS,
} from '../support/arbitrary-record.ts'
import { everything } from '../support/everything.ts'
import { DAY, START } from '../support/records.ts'

const commanderId = fc.constantFrom(...COMMANDER_IDS, 'new')
const runId = fc.constantFrom(...RUN_IDS, 'a#4', 'new', 'new#2', 'constructor')
const event = fc.constantFrom(...EVENT_IDS, 'constructor').chain(eventOf)
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const stamp: fc.Arbitrary<Stamp> = fc.record({
  // A clock may have been put back, or be far ahead.
  at: fc.oneof(instant, fc.constantFrom(0, START + 3650 * DAY, INSTANT_RANGE.max + DAY)),
  by: fc.constantFrom('here', 'there', 'elsewhere'),
})
const plain = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  arbitrary.map((value) => JSON.parse(JSON.stringify(value)))

const setting = fc
  .constantFrom(...(Object.keys(SETTINGS) as (keyof Settings)[]))
  .chain((key) => fc.tuple(fc.constant(key), SETTINGS[key] as fc.Arbitrary<Settings[typeof key]>))
const partOf = <T extends object>(whole: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> =>
  whole.chain((value) =>
    fc
      .subarray(Object.keys(value))
      .map((keys) => Object.fromEntries(keys.map((key) => [key, value[key as keyof T]])) as Partial<T>),
  )
const runPart = partOf(run).map(({ eventId: _, ...part }) => part)
const mark = fc.tuple(commanderId, runId, fc.constantFrom(...WINDOW_IDS))

const imported = fc.uniqueArray(
  fc.record({
    event,
    runs: fc.uniqueArray(
      plain(
        fc.record({
          id: runId,
          startsAt: instant,
          repeatsEvery: optional(fc.constantFrom(1, 2)),
          repeatsUntil: optional(instant),
        }),
      ),
      { selector: ({ id }) => id, maxLength: 3 },
    ),
  }),
  { selector: ({ event: { id } }) => id, maxLength: 4 },
)
const now = instant

/** By its name, each way in which a record may change, with anything that it may be given. */
const WAYS: Readonly<Record<string, fc.Arbitrary<Transition>>> = {
  setSetting: setting.map(([key, value]) => transitions.setSetting(key, value)),
  // Of those who are there: only `putCommander` adds one beside the first.
  changeCommander: fc.tuple(fc.nat(), partOf(commander)).map(([index, part]) => (record, told) => {
    const all = commandersOf(record)
    return transitions.changeCommander(all[index % all.length]?.id ?? '', part)(record, told)
  }),
  changeChosenCommander: partOf(commander).map(transitions.changeChosenCommander),
  putCommander: fc.tuple(commanderId, commander).map((of) => transitions.putCommander(...of)),
  removeCommander: commanderId.map(transitions.removeCommander),
  moveCommander: fc.tuple(commanderId, fc.integer({ min: -3, max: 3 })).map((of) => transitions.moveCommander(...of)),
  putEvent: plain(event).map(transitions.putEvent),
  removeEvent: fc.constantFrom(...EVENT_IDS).map(transitions.removeEvent),
  putRun: fc.tuple(runId, run).map((of) => transitions.putRun(...of)),
  addRun: run.map(transitions.addRun),
  changeRun: fc.tuple(runId, runPart).map((of) => transitions.changeRun(...of)),
  removeRun: runId.map(transitions.removeRun),
  setDone: fc.tuple(mark, fc.boolean()).map(([of, done]) => transitions.setDone(...of, done)),
  setNote: fc.tuple(mark, fc.constantFrom('', 'x')).map(([of, note]) => transitions.setNote(...of, note)),
  addCommander: commanderId.map(changes.addCommander),
  editCommander: fc.tuple(commanderId, partOf(commander)).map((of) => changes.editCommander(...of)),
  archiveCommander: fc.tuple(commanderId, fc.boolean()).map((of) => changes.archiveCommander(...of)),
  dropCommander: commanderId.map(changes.dropCommander),
  shiftCommander: fc
    .tuple(commanderId, fc.constantFrom(-1, 1))
    .map((of) => changes.shiftCommander(...(of as [string, 1]))),
  saveEvent: fc.tuple(plain(event), optional(plain(event))).map((of) => saving.saveEvent(...of)),
  importEvents: fc
    .tuple(imported, arbitraryRecord, now)
    .map(([list, planned, at]) => imports.importEvents(imports.planImport(planned, list, at), at)),
  joined: arbitraryRecord.map(joining.joined),
  mergeBackup: arbitraryRecord.map(backups.mergeBackup),
  replaceByBackup: arbitraryRecord.map(backups.replaceByBackup),
}

/** What takes a change back: what it is made of, the change and the record before and after it, is known to who did it. */
const UNDOS: Readonly<Record<string, fc.Arbitrary<(record: TrackerRecord, stamp: Stamp) => Undoable>>> = {
  undoImport: fc.tuple(imported, now).map(([list, at]) => (before, told) => {
    const chosen = imports.planImport(before, list, at)
    const after = imports.importEvents(chosen, at)(before, told)
    return { after, undo: imports.undoImport({ before, after, chosen }) }
  }),
  undoBackup: fc
    .tuple(arbitraryRecord, fc.constantFrom(backups.mergeBackup, backups.replaceByBackup))
    .map(([incoming, by]) => (before, told) => {
      const after = by(incoming)(before, told)
      return { after, undo: backups.undoBackup(before, after) }
    }),
}

interface Undoable {
  readonly after: TrackerRecord
  readonly undo: Transition
}

/** What these rooms export beside transitions. */
const OTHERS = [
  ...['stampOver', 'firstOfDefaults', 'isAnybodyTold', 'isLastPlayed', 'newEventId'],
  ...['planImport', 'undoableOf', 'newestOfEach', 'isUndoable'],
]

it('is asked of every transition that there is', () => {
  const exported = [transitions, changes, saving, imports, joining, backups].flatMap((room) =>
    Object.entries(room).flatMap(([name, value]) => (typeof value === 'function' ? [name] : [])),
  )
  expect([...Object.keys(WAYS), ...Object.keys(UNDOS), ...OTHERS].sort()).toEqual(exported.sort())
})

describe.each(Object.entries(WAYS))('%s', (_, way) => {
  it('has the last word over what the replica still holds, and keeps the schema (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, way, stamp, (record, transition, told) => {
        const after = transition(record, told)
        expect(merge(record, after)).toEqual(after)
        expect(merge(after, record)).toEqual(after)
        expect(parseRecord(JSON.parse(JSON.stringify(after)))).toEqual({ kind: 'record', record: after, problems: [] })
      }),
      { numRuns: 300 },
    )
  })
})

describe.each(Object.entries(WAYS))('%s', (_, way) => {
  it('is followed by a device that knew the same: what it removes stays removed (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, way, stamp, (record, transition, told) => {
        const after = transition(record, told)
        const elsewhere = joining.joined(after)(record, told)
        expect(everything(elsewhere, record, after)).toEqual(everything(after, record, elsewhere))
      }),
      { numRuns: 300 },
    )
  })
})

describe.each(Object.entries(UNDOS))('%s', (_, undoable) => {
  it('has the last word over what the replica still holds, and keeps the schema (law)', () => {
    const since = fc.option(fc.oneof(...Object.values(WAYS)), { nil: (record: TrackerRecord) => record })
    fc.assert(
      fc.property(arbitraryRecord, undoable, since, stamp, stamp, (before, change, later, told, undoneAt) => {
        const { after, undo } = change(before, told)
        const current = later(after, told)
        const undone = undo(current, undoneAt)
        expect(merge(current, undone)).toEqual(undone)
        expect(merge(undone, after)).toEqual(undone)
        expect(merge(before, undone)).toEqual(undone)
        expect(parseRecord(JSON.parse(JSON.stringify(undone)))).toEqual({
          kind: 'record',
          record: undone,
          problems: [],
        })
      }),
      { numRuns: 500 },
    )
  })

  it('gives back what was shown, also on a device that has heard of the change (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, undoable, stamp, stamp, (before, change, told, undoneAt) => {
        const { after, undo } = change(before, told)
        const undone = undo(after, undoneAt)
        expect(everything(undone, before, after)).toEqual(everything(before, undone, after))
        const elsewhere = merge(after, undone)
        expect(everything(elsewhere, before, after)).toEqual(everything(before, elsewhere, after))
      }),
      { numRuns: 500 },
    )
  })
})
