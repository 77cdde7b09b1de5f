import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { RUN_OF_2023 } from '../../../utils/events/pack.ts'
import type { Delivery } from '../../../utils/plan/notice.ts'
import { planAt } from '../../../utils/plan/plan.ts'
import type { RunView } from '../../../utils/plan/run-view.ts'
import { runViewById, viewAt } from '../../../utils/plan/view.ts'
import { merge } from '../../../utils/record/merge.ts'
import { EMPTY_RECORD, FIRST_COMMANDER, type Stamp, type TrackerRecord } from '../../../utils/record/record.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import { shelve, staysNear } from '../../../utils/record/shelve.ts'
import {
  changeCommander,
  putEvent,
  putRun,
  removeEvent,
  removeRun,
  setDone,
  setSetting,
  type Transition,
} from '../../../utils/record/transitions.ts'
import type { Run } from '../../../utils/schedule/run.ts'
import { arbitraryRecord, instant } from '../support/arbitrary-record.ts'
import { DAY, dayId, HOUR, recordOf, START, type Told } from '../support/records.ts'

const EVENT = { ...DEFENDER_OF_PEACE, id: 'own' }
const told = (...transitions: Transition[]): TrackerRecord =>
  recordOf(...transitions.map((transition): Told => [transition, START - 90 * DAY]))
/** A run of five days that starts so many days after `START`. */
const runAt = (id: string, days: number, more: Partial<Run> = {}): Transition =>
  putRun(id, { eventId: EVENT.id, startsAt: START + days * DAY, startAssumed: false, ...more })
const done = (runId: string): Transition => setDone(FIRST_COMMANDER, runId, dayId(1), true)
const marked = (record: TrackerRecord) => Object.keys(record.marks).map((id) => id.split('/')[1])

describe('what is near', () => {
  it.each([
    ['on', -1, {}, true],
    ['over for a ms less than four days', -9, { startsAt: START - 9 * DAY + 1 }, true],
    ['over for four days', -9, {}, false],
    ['to come in 14 days', 14, {}, true],
    ['to come in 14 days and a ms', 14, { startsAt: START + 14 * DAY + 1 }, false],
    ['ended by the commander less than four days ago', -30, { endedAt: START - 4 * DAY + 1 }, true],
    ['ended by the commander four days ago', -1, { endedAt: START - 4 * DAY }, false],
  ] as const)('a run that is %s', (_, days, more, isNear) => {
    // One that ended later and one that starts sooner: the last and the next are near in any case.
    const others = [
      runAt('last', -9, { endedAt: START - 4 * DAY }),
      runAt('next', 14, { startsAt: START + 14 * DAY + 1 }),
    ]
    const record = told(putEvent(EVENT), ...others, runAt('z', days, more), done('z'))
    const { near, shelf } = shelve(record, START)
    const [has, lacks] = isNear ? [near, shelf] : [shelf, near]
    expect([Object.keys(has.runs), marked(has)]).toEqual([expect.arrayContaining(['z']), ['z']])
    expect([lacks.runs.z, marked(lacks)]).toEqual([undefined, []])
    expect(near.events.own).toBeDefined()
  })

  it('is the run that ended last and the one that starts next, however long ago and far ahead', () => {
    const record = told(putEvent(EVENT), ...[-300, -200, 200, 300].map((days) => runAt(`r${days + 500}`, days)))
    const { near, dueAt } = shelve(record, START)
    expect(Object.keys(near.runs)).toEqual(['r300', 'r700'])
    expect(dueAt).toBe(START + 186 * DAY)
    expect(shelve(record, START + 186 * DAY)).toMatchObject({
      near: { runs: { r700: {}, r800: {} } },
      dueAt: undefined,
    })
  })

  it('is the one that starts next beside a series, however far ahead its next one is', () => {
    const series = runAt('s', -7, { repeatsEvery: 4 })
    const { near, dueAt } = shelve(told(putEvent(EVENT), series, runAt('far', 30), runAt('further', 40)), START)
    expect([Object.keys(near.runs), dueAt]).toEqual([['s', 'far'], START + 16 * DAY])
  })

  it('are the marks of an occurrence that was removed and would be near', () => {
    const series = runAt('s', -70, { repeatsEvery: 1 })
    const record = told(putEvent(EVENT), series, removeRun('s#9'), removeRun('s#10'), done('s#9'), done('s#10'))
    expect(marked(shelve(record, START).near)).toEqual(['s#10'])
  })

  it('is a series that is not over, with all that was said of its occurrences, and marks from the first that is near', () => {
    const record = told(
      putEvent(EVENT),
      runAt('s', -70, { repeatsEvery: 1 }),
      runAt('s#3', -55),
      removeRun('s#4'),
      runAt('last', -9),
      ...['s', 's#3', 's#10', 's#11', 's#12', 's#99'].map(done),
      runAt('other', -80, { repeatsEvery: 1, repeatsUntil: START - 30 * DAY }),
      runAt('other#2', -73),
      done('other#3'),
      runAt('gone', -1, { repeatsEvery: 1 }),
      runAt('gone#2', 6),
      removeRun('gone'),
    )
    const { near, shelf } = shelve(record, START)
    expect(Object.keys(near.runs)).toEqual(['s', 's#3', 's#4', 'last'])
    // Number 10 was over for two days, 11 starts now.
    expect(marked(near)).toEqual(['s#10', 's#11', 's#12', 's#99'])
    expect(Object.keys(shelf.runs)).toEqual(['other', 'other#2', 'gone', 'gone#2'])
  })

  it('is the last one of a series that was stopped, with what was said of the series and its own marks', () => {
    const record = told(
      putEvent(EVENT),
      runAt('s', -70, { repeatsEvery: 1, repeatsUntil: START - 49 * DAY }),
      removeRun('s#3'),
      runAt('before', -90),
      ...['s', 's#2', 's#3', 'before'].map(done),
    )
    const { near, shelf } = shelve(record, START)
    expect([Object.keys(near.runs), marked(near)]).toEqual([['s', 's#3'], ['s#2']])
    expect(Object.keys(shelf.runs)).toEqual(['before'])
    expect(viewAt(near, START).shown.map(({ run, points }) => [run.id, points])).toEqual([['s#2', 100]])
  })

  it('are all settings and commanders, what replaces an event that ships, and the marks of the run that ships', () => {
    const record = told(
      setSetting('startOfDay', false),
      putEvent(DEFENDER_OF_PEACE),
      putEvent(EVENT),
      removeEvent('another'),
      done(RUN_OF_2023.id),
    )
    const { near, shelf } = shelve(record, START)
    expect([Object.keys(near.settings), Object.keys(near.events)]).toEqual([['startOfDay'], [DEFENDER_OF_PEACE.id]])
    expect(runViewById(near, RUN_OF_2023.id, START)?.points).toBe(100)
    expect([Object.keys(shelf.settings), Object.keys(shelf.events)]).toEqual([[], ['own', 'another']])
  })
})

/** A run that starts more than 14 days ahead: the plan says nothing of it yet. */
const isFar = ({ run, status }: RunView, now: number): boolean => status === 'upcoming' && run.startsAt > now + 14 * DAY

describe('shelve', () => {
  it('splits a record into two that can be read and are the whole together (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, instant, (record, now) => {
        const { near, shelf, dueAt } = shelve(record, now)
        expect(merge(near, shelf)).toEqual(record)
        expect(parseRecord(shelf)).toEqual({ kind: 'record', record: shelf, problems: [] })
        for (const room of ['events', 'runs', 'marks'] as const) {
          expect(Object.keys(near[room]).filter((id) => shelf[room][id])).toEqual([])
        }
        expect(dueAt).toSatisfy((at) => at === undefined || at > now)
        expect(shelve(near, now).near).toEqual(near)
      }),
    )
  })

  // The law of this room: who reads only what is near says what they would have said with everything.
  it('keeps near all that is planned and shown until it is due (law)', () => {
    fc.assert(
      fc.property(
        arbitraryRecord,
        instant,
        fc.integer({ min: 0, max: 60 * 24 }),
        fc.constantFrom('Europe/London', 'Pacific/Auckland'),
        fc.boolean(),
        (record, shelvedAt, hours, zone, atTheLast) => {
          const { near, dueAt } = shelve(record, shelvedAt)
          const last = (dueAt ?? Number.POSITIVE_INFINITY) - 1
          const now = atTheLast && dueAt ? last : Math.min(shelvedAt + hours * HOUR, last)

          const spoken = planAt(record, NOTHING, zone, now - HOUR)
          const delivery: Delivery = {
            delivered: Object.fromEntries(spoken.notices.flatMap(({ ids }) => ids.map((id) => [id, now - HOUR]))),
            snoozed: {},
          }
          for (const each of [NOTHING, delivery]) {
            const { wakeAt: wholeWakeAt, ...whole } = planAt(record, each, zone, now)
            const { wakeAt, ...plan } = planAt(near, each, zone, now, dueAt)
            expect(plan).toEqual(whole)
            expect(wakeAt).toBe(
              wholeWakeAt === undefined || dueAt === undefined ? wholeWakeAt : Math.min(wholeWakeAt, dueAt),
            )
          }

          const { runs: wholeRuns, shown: wholeShown, ...wholeView } = viewAt(record, now)
          const { runs, shown, ...view } = viewAt(near, now)
          expect(view).toEqual(wholeView)
          const ids = new Set(runs.map(({ run }) => run.id))
          const missing = wholeRuns.filter(({ run }) => !ids.has(run.id))
          expect(missing.filter((each) => !isFar(each, now))).toEqual([])
          expect(runs).toEqual(wholeRuns.filter((each) => !missing.includes(each)))
          expect(shown).toEqual(wholeShown.filter((each) => !missing.includes(each)))
          // Of those that are far, the next one is there.
          const next = runs.find((each) => isFar(each, now) || each.status !== 'ended')
          expect(missing.length === 0 || next !== undefined).toBe(true)
          expect(runViewById(near, RUN_OF_2023.id, now)).toEqual(runViewById(record, RUN_OF_2023.id, now))
        },
      ),
      { numRuns: 500 },
    )
  })
})

const NOTHING: Delivery = { delivered: {}, snoozed: {} }

describe('a change of what is near', () => {
  const { near } = shelve(
    // The mark of an occurrence far ahead is near from the beginning.
    told(putEvent(EVENT), runAt('on', -1), runAt('s', -70, { repeatsEvery: 1 }), done('on'), done('s#99')),
    START,
  )
  const changed = (transition: Transition, now = START) =>
    staysNear(near, transition(near, { at: now, by: 'test' }), now)

  it.each([
    ['a setting', setSetting('startOfDay', false), true],
    ['a mark', done('on'), true],
    ['the first mark of a window', setDone('second', 'on', dayId(5), true), true],
    ['the first mark of an occurrence', done('s#11'), true],
    ['the first mark of the run that ships', done(RUN_OF_2023.id), true],
    ['the first mark of an occurrence long ago', done('s#2'), false],
    ['the first mark of a run that is not there', done('elsewhere'), false],
    [
      'the first marks of one that is near and of one that is not',
      (record: TrackerRecord, stamp: Stamp) => done('elsewhere')(done('s#11')(record, stamp), stamp),
      false,
    ],
    ['a new run', runAt('new', 1), false],
    ['a removed run', removeRun('on'), false],
    ['a new event', putEvent({ ...EVENT, id: 'new' }), false],
    ['a commander', changeCommander(FIRST_COMMANDER, { name: 'Kirk' }), false],
    ['nothing', (record: TrackerRecord) => record, false],
  ] as const)('of %s', (_, transition, expected) => {
    expect(changed(transition)).toBe(expected)
  })

  it('comes to the same as the change of the whole (law)', () => {
    const transition = fc.oneof(
      fc
        .tuple(fc.constantFrom('a', 'a#2', 'a#3', 'a#7', 'b', 'c', 'gone'), fc.boolean())
        .map(([runId, value]) => setDone(FIRST_COMMANDER, runId, 'first', value)),
      fc.boolean().map((value) => setSetting('startOfDay', value)),
      fc.constantFrom('a', 'b', 'a#3').map((id) => removeRun(id)),
      instant.map((startsAt) => putRun('new', { eventId: 'arc', startsAt, startAssumed: true })),
    )
    fc.assert(
      fc.property(
        arbitraryRecord,
        instant,
        fc.integer({ min: 0, max: 40 * 24 }),
        transition,
        (record, at, hours, change) => {
          const { near: before, shelf } = shelve(record, at)
          const now = at + hours * HOUR
          const stamp = { at: now, by: 'here' }
          const after = change(before, stamp)
          fc.pre(staysNear(before, after, now))
          expect(merge(after, shelf)).toEqual(change(record, stamp))
        },
      ),
      { numRuns: 500 },
    )
  })
})

it('shelves nothing of an empty record', () => {
  expect(shelve(EMPTY_RECORD, START)).toEqual({ near: EMPTY_RECORD, shelf: EMPTY_RECORD, dueAt: undefined })
})
