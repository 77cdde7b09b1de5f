/** A run that was taken back is as if it had never been told, in whatever asks for it. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { RUN_OF_2023, SHIPPED_EVENTS } from '../../../utils/events/pack.ts'
import { historyOf } from '../../../utils/plan/history.ts'
import { viewAt } from '../../../utils/plan/view.ts'
import { planImport } from '../../../utils/record/import.ts'
import { markCounter } from '../../../utils/record/import-marks.ts'
import { runAt, runOf, runsNear, runsUntil, storedRunsOf } from '../../../utils/record/read.ts'
import { FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import { piecesOf } from '../../../utils/record/replica/pieces.ts'
import { addRun, changeRun, putRun, setDone } from '../../../utils/record/transitions.ts'
import type { Run } from '../../../utils/schedule/run.ts'
import { arbitraryRecord, EVENT_IDS, instant, RUN_IDS } from '../support/arbitrary-record.ts'
import { everything } from '../support/everything.ts'
import { DAY, dayId, recordOf, START } from '../support/records.ts'

function withoutUntold(record: TrackerRecord): TrackerRecord {
  const runs = Object.entries(record.runs).filter(([, { value }]) => !('untold' in value))
  return { ...record, runs: Object.fromEntries(runs) }
}

const OF_RECORD: Readonly<Record<string, (record: TrackerRecord, now: number) => unknown>> = {
  'the runs that are stored': (record) => storedRunsOf(record),
  'the runs that are near': runsNear,
  'the runs that began': runsUntil,
  'the run of an id': (record) => RUN_IDS.map((id) => runOf(record, id)),
  'the run at an instant': (record, now) => EVENT_IDS.map((id) => runAt(record, id, now)),
  'the history': historyOf,
  'what is shown': viewAt,
  'the marks of an event': (record) => {
    const countOf = markCounter(record)
    return [
      ...SHIPPED_EVENTS,
      ...Object.values(record.events).flatMap(({ value }) => ('id' in value ? [value] : [])),
    ].map(countOf)
  },
  'what an import would do': (record, now) =>
    planImport(
      record,
      SHIPPED_EVENTS.map((event) => ({ event, runs: RUN_IDS.map((id) => ({ id, startsAt: now, repeatsEvery: 1 })) })),
      now,
    ),
  'the order of marks in the replica': (record) =>
    piecesOf(record).flatMap(({ name, at }) => (name.startsWith('4') ? [[name, at]] : [])),
}

const WEEKLY = { eventId: DEFENDER_OF_PEACE.id, startsAt: START - 7 * DAY, startAssumed: false, repeatsEvery: 1 }
/** A series, and a word on one of its occurrences, or on the run that ships, that was taken back. */
const takenBack = (id: string, more: Partial<Run> = {}): TrackerRecord => ({
  ...recordOf(
    [putRun('weekly', { ...WEEKLY, ...more }), START - 9 * DAY],
    [setDone(FIRST_COMMANDER, RUN_OF_2023.id, dayId(1), true), START],
  ),
  runs: {
    ...recordOf([putRun('weekly', { ...WEEKLY, ...more }), START - 9 * DAY]).runs,
    [id]: { value: { deleted: true, untold: true }, at: START, by: 'test' },
  },
})

describe('a run that was taken back', () => {
  it.each(Object.entries(OF_RECORD))('changes nothing of %s (law)', (_, ask) => {
    fc.assert(
      fc.property(arbitraryRecord, instant, (record, now) => {
        expect(ask(record, now)).toEqual(ask(withoutUntold(record), now))
      }),
      { numRuns: 400 },
    )
  })

  it.each([
    ['the next of a series', takenBack('weekly#3'), START],
    [
      'the last of a series that is over for long',
      takenBack('weekly#2', { repeatsUntil: START + DAY }),
      START + 90 * DAY,
    ],
    ['the run that ships', takenBack(RUN_OF_2023.id), START],
  ])('%s is where it was', (_, record, now) => {
    for (const ask of Object.values(OF_RECORD)) expect(ask(record, now)).toEqual(ask(withoutUntold(record), now))
    const changed = changeRun(RUN_OF_2023.id, { startsAt: START })
    expect(changed(record, { at: START, by: 'here' })).toBe(record)
  })

  it('changes nothing of what a change of a run, or a new one, makes of the record (law)', () => {
    const run = fc.record({ eventId: fc.constantFrom(...EVENT_IDS), startsAt: instant, startAssumed: fc.boolean() })
    const change = fc.constantFrom(...RUN_IDS).chain((id) =>
      fc.oneof(
        run.map(({ startsAt }) => changeRun(id, { startsAt })),
        run.map(addRun),
      ),
    )
    fc.assert(
      fc.property(arbitraryRecord, instant, change, (record, at, transition) => {
        const [after, other] = [record, withoutUntold(record)].map((each) => transition(each, { at, by: 'here' })) as [
          TrackerRecord,
          TrackerRecord,
        ]
        expect(everything(after, other)).toEqual(everything(other, after))
      }),
      { numRuns: 400 },
    )
  })
})
