import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition, RelatedEvent } from '../../../utils/events/event.ts'
import {
  type ImportedEvent,
  type ImportedRun,
  type ImportItem,
  importEvents,
  newestOfEach,
  planImport,
  undoableOf,
  undoImport,
} from '../../../utils/record/import.ts'
import { merge } from '../../../utils/record/merge.ts'
import { eventOf, runOf } from '../../../utils/record/read.ts'
import { EMPTY_RECORD, FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import {
  changeRun,
  putEvent,
  putRun,
  removeEvent,
  removeRun,
  setDone,
  setNote,
  type Transition,
} from '../../../utils/record/transitions.ts'
import { everything } from '../support/everything.ts'
import { DAY, HOUR, recordOf, START } from '../support/records.ts'

/** Two days before the run. */
const NOW = START - 2 * DAY
const STAMP = { at: NOW, by: 'test' }
const WEEK = 7 * DAY

const day = (number: number, more: Partial<RelatedEvent> = {}): RelatedEvent => ({
  id: `day-${number}`,
  name: `Day ${number}`,
  code: `D${number}`,
  rewards: [],
  windows: [{ opensAfter: (number - 1) * 1440, lasts: 1440 }],
  ...more,
})

const EVENT: EventDefinition = {
  id: 'meta',
  name: 'Meta – SMS',
  shortName: 'Meta',
  rewards: [],
  relatedEvents: [day(1), day(2)],
  lasts: 2880,
  revision: 3,
}

const run = (startsAt = START, more: Partial<ImportedRun> = {}): ImportedRun => ({ id: 'meta.run', startsAt, ...more })
const of = (event: Partial<EventDefinition> = {}, ...runs: ImportedRun[]): ImportedEvent => ({
  event: { ...EVENT, ...event },
  runs,
})

/** The record after an import, which the real schema must still read. */
function imports(record: TrackerRecord, ...imported: readonly ImportedEvent[]): TrackerRecord {
  const next = importEvents(planImport(record, imported, NOW), NOW)(record, STAMP)
  const stored = JSON.parse(JSON.stringify(next))
  expect(parseRecord(stored)).toEqual({ kind: 'record', record: stored, problems: [] })
  expect(stored).toStrictEqual(next)
  return next
}

function planOf(record: TrackerRecord, imported: ImportedEvent, now = NOW): ImportItem {
  return planImport(record, [imported], now)[0] as ImportItem
}

/** As the commander did, on top of it. */
function then(record: TrackerRecord, ...transitions: Transition[]): TrackerRecord {
  return transitions.reduce((before, transition) => transition(before, STAMP), record)
}

const runIn = (record: TrackerRecord, id = 'meta.run') => record.runs[id]?.value
const known = imports(EMPTY_RECORD, of({}, run()))

describe('the status of an event', () => {
  const edited = then(known, putEvent({ ...EVENT, name: 'Mine', revision: 4, edited: true }))
  const cases: [string, TrackerRecord, ImportedEvent, ImportItem['status']][] = [
    ['nothing is known of', EMPTY_RECORD, of(), 'new'],
    ['was removed', then(known, removeEvent('meta')), of(), 'new'],
    ['is the same', known, of({}, run()), 'same'],
    ['has only a later revision', known, of({ revision: 9 }, run()), 'same'],
    ['has another name and the same revision', known, of({ name: 'X' }, run()), 'changed'],
    ['has another name and a later revision', known, of({ name: 'X', revision: 4 }, run()), 'changed'],
    ['has another start', known, of({}, run(START + HOUR)), 'changed'],
    ['has one more start', known, of({}, run(), run(START + 9 * DAY, { id: 'meta.next' })), 'changed'],
    ['has an earlier revision', known, of({ revision: 2 }, run()), 'older'],
    ['has an earlier revision and another name', known, of({ name: 'X', revision: 2 }, run()), 'older'],
    ['has no revision where one is known', known, of({ revision: undefined }, run()), 'older'],
    ['was edited by the commander', edited, of({ revision: 5 }, run()), 'edited'],
    ['was edited, from the file that was imported', edited, of({}, run()), 'edited'],
    ['was edited into what the file says by now', edited, of({ name: 'Mine', revision: 5 }, run()), 'same'],
    ['ships, unchanged', EMPTY_RECORD, { event: DEFENDER_OF_PEACE, runs: [] }, 'same'],
    ['ships, with another story', EMPTY_RECORD, { event: { ...DEFENDER_OF_PEACE, story: '…' }, runs: [] }, 'changed'],
  ]
  it.each(cases)('that %s', (_, record, each, status) => {
    expect(planOf(record, each).status).toBe(status)
  })

  it('does not depend on the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(EVENT).reverse()) as unknown as EventDefinition
    expect(planOf(known, { event: turned, runs: [run()] }).status).toBe('same')
  })
})

describe('what would change', () => {
  const cases: [string, ImportedEvent, ImportItem['changes']][] = [
    ['nothing', of({}, run()), []],
    ['the name', of({ name: 'Other' }, run()), [{ kind: 'name', from: 'Meta – SMS', to: 'Other' }]],
    ['the levels', of({ minLevel: 20 }, run()), [{ kind: 'levels', from: {}, to: { minLevel: 20 } }]],
    [
      'windows',
      of({ relatedEvents: [day(2, { windows: [{ opensAfter: 1440, lasts: 60 }] }), day(1), day(3)] }, run()),
      [{ kind: 'windows', added: 1, removed: 0, moved: 1 }, { kind: 'details' }],
    ],
    [
      'fewer windows',
      of({ relatedEvents: [day(1)] }, run()),
      [{ kind: 'windows', added: 0, removed: 1, moved: 0 }, { kind: 'details' }],
    ],
    [
      'only windows',
      of({ relatedEvents: [day(1, { windows: [{ opensAfter: 0 }] }), day(2)] }, run()),
      [{ kind: 'windows', added: 0, removed: 0, moved: 1 }],
    ],
    ['the end', of({ lasts: undefined }, run()), [{ kind: 'lasts', from: 2880, to: undefined }]],
    ['rewards', of({ rewards: ['Parsteel'] }, run()), [{ kind: 'details' }]],
    [
      'objectives of a day',
      of({ relatedEvents: [day(1, { objectives: ['Mine'] }), day(2)] }, run()),
      [{ kind: 'details' }],
    ],
    ['a start', of({}, run(START + HOUR)), [{ kind: 'run-moved', from: START, to: START + HOUR }]],
    [
      'the repetition',
      of({ repeatsEvery: 2 }, run(START, { repeatsEvery: 2 })),
      [{ kind: 'details' }, { kind: 'run-repeats', from: undefined, to: 2 }],
    ],
    ['nothing of an older one', of({ name: 'Old', revision: 1 }, run(START + HOUR)), []],
  ]
  it.each(cases)('%s', (_, each, changes) => {
    expect(planOf(known, each).changes).toEqual(changes)
  })

  it('names the runs of a new event, and those that are left out', () => {
    const next = run(START + 30 * DAY, { id: 'meta.next', repeatsEvery: 1 })
    const past = run(NOW - 2 * DAY, { id: 'meta.past' })
    const plan = planOf(EMPTY_RECORD, of({}, past, run(), next))
    expect(plan.changes).toEqual([
      { kind: 'run-added', startsAt: START, repeatsEvery: undefined },
      { kind: 'run-added', startsAt: START + 30 * DAY, repeatsEvery: 1 },
    ])
    expect(plan.leftOut).toEqual([{ reason: 'over', startsAt: NOW - 2 * DAY }])
    expect(plan.runIds).toEqual(['meta.run', 'meta.next'])
  })
})

describe('marks', () => {
  const marked = then(
    known,
    setDone(FIRST_COMMANDER, 'meta.run', 'day-1', true),
    setNote('other', 'meta.run', 'day-2', 'Took an hour'),
    setDone(FIRST_COMMANDER, 'meta.run#2', 'day-2', true),
    setDone(FIRST_COMMANDER, 'meta.run', 'day-2', false),
    setDone(FIRST_COMMANDER, 'elsewhere', 'day-1', true),
  )

  it('are counted, also those of days that go', () => {
    expect(planOf(marked, of({ name: 'X' }, run())).marks).toEqual({ kept: 3, hidden: 0 })
    expect(planOf(marked, of({ relatedEvents: [day(1)] }, run())).marks).toEqual({ kept: 1, hidden: 2 })
    expect(planOf(marked, of({ relatedEvents: [day(1)], revision: 1 }, run())).marks).toEqual({ kept: 3, hidden: 0 })
    expect(planOf(EMPTY_RECORD, of({}, run())).marks).toEqual({ kept: 0, hidden: 0 })
  })

  it('stay as they are', () => {
    const next = imports(marked, of({ relatedEvents: [day(3)], revision: 5 }, run(START + HOUR)))
    expect(next.marks).toBe(marked.marks)
  })
})

describe('a run', () => {
  it('is stored with the start that was imported', () => {
    expect(runIn(known)).toEqual({
      eventId: 'meta',
      startsAt: START,
      startAssumed: false,
      importedStart: START,
    })
    expect(
      runIn(imports(EMPTY_RECORD, of({}, run(START, { repeatsEvery: 2, repeatsUntil: START + 9 * WEEK })))),
    ).toEqual({
      eventId: 'meta',
      startsAt: START,
      startAssumed: false,
      repeatsEvery: 2,
      repeatsUntil: START + 9 * WEEK,
      importedUntil: START + 9 * WEEK,
      importedStart: START,
    })
  })

  const added: [string, Partial<EventDefinition>, ImportedRun, boolean][] = [
    ['ends now', {}, run(NOW - 2 * DAY), false],
    ['ends in a moment', {}, run(NOW - 2 * DAY + 1), true],
    ['has no known end', { lasts: undefined }, run(NOW - 900 * DAY), true],
    ['comes again', {}, run(NOW - 900 * DAY, { repeatsEvery: 4 }), true],
    ['came again until now', {}, run(NOW - 90 * DAY, { repeatsEvery: 4, repeatsUntil: NOW }), false],
    [
      'is on in the last region',
      { regions: [{ id: 'apac', name: 'APAC', startsAfter: 60 }] },
      run(NOW - 2 * DAY),
      true,
    ],
  ]
  it.each(added)('that %s is added only if it is not over', (_, event, each, isAdded) => {
    expect(runIn(imports(EMPTY_RECORD, of(event, each))) !== undefined).toBe(isAdded)
  })

  it('that the commander corrected stays, until the source says another start', () => {
    const corrected = then(known, changeRun('meta.run', { startsAt: START + 3 * HOUR }))
    expect(planOf(corrected, of({}, run())).status).toBe('same')
    expect(runIn(imports(corrected, of({ revision: 4 }, run())))).toMatchObject({ startsAt: START + 3 * HOUR })
    expect(runIn(imports(corrected, of({ revision: 4 }, run(START + HOUR))))).toEqual({
      eventId: 'meta',
      startsAt: START + HOUR,
      startAssumed: false,
      importedStart: START + HOUR,
    })
  })

  it('that the commander ended stays ended', () => {
    const ended = then(known, changeRun('meta.run', { endedAt: START + HOUR }))
    expect(runIn(imports(ended, of({}, run(START + HOUR))))).toMatchObject({
      startsAt: START + HOUR,
      endedAt: START + HOUR,
    })
  })

  it('that the commander removed stays removed', () => {
    const removed = then(known, removeRun('meta.run'))
    const plan = planOf(removed, of({ name: 'X' }, run()))
    expect(plan.leftOut).toEqual([{ reason: 'removed', startsAt: START }])
    expect(runIn(imports(removed, of({ name: 'X' }, run(START + HOUR))))).toEqual({ deleted: true })
    expect(planOf(removed, of({}, run())).status).toBe('same')
  })

  it('is repeated as the source says, where the source changed', () => {
    const weekly = imports(EMPTY_RECORD, of({ repeatsEvery: 1 }, run(START, { repeatsEvery: 1 })))
    const stopped = then(weekly, changeRun('meta.run', { repeatsEvery: undefined }))
    expect(runIn(imports(stopped, of({ repeatsEvery: 1 }, run(START, { repeatsEvery: 1 }))))).not.toHaveProperty(
      'repeatsEvery',
    )
    expect(runIn(imports(weekly, of({ repeatsEvery: 4 }, run(START, { repeatsEvery: 4 }))))).toMatchObject({
      repeatsEvery: 4,
    })
    expect(runIn(imports(weekly, of({}, run())))).not.toHaveProperty('repeatsEvery')
  })

  it('comes to an end where the source says so, but never later than the commander said', () => {
    const weekly = imports(EMPTY_RECORD, of({ repeatsEvery: 1 }, run(START, { repeatsEvery: 1 })))
    const until = (weeks: number) =>
      of({ repeatsEvery: 1 }, run(START, { repeatsEvery: 1, repeatsUntil: START + weeks * WEEK }))
    expect(planOf(weekly, until(5)).changes).toEqual([{ kind: 'run-until', to: START + 5 * WEEK }])
    const cut = then(weekly, changeRun('meta.run', { repeatsUntil: START + 3 * WEEK }))
    expect(runIn(imports(cut, until(5)))).toMatchObject({ repeatsUntil: START + 3 * WEEK })
    expect(runIn(imports(cut, until(2)))).toMatchObject({ repeatsUntil: START + 2 * WEEK })
  })

  describe('whose source takes its end back', () => {
    const of5 = of({ repeatsEvery: 1 }, run(START, { repeatsEvery: 1, repeatsUntil: START + 5 * WEEK }))
    const endless = of({ repeatsEvery: 1 }, run(START, { repeatsEvery: 1 }))
    const ended = imports(EMPTY_RECORD, of5)

    it('comes again', () => {
      expect(planOf(ended, endless)).toMatchObject({
        status: 'changed',
        changes: [{ kind: 'run-repeats', from: 1, to: 1 }],
      })
      const again = imports(ended, endless)
      expect(runIn(again)).toEqual({
        eventId: 'meta',
        startsAt: START,
        startAssumed: false,
        repeatsEvery: 1,
        importedStart: START,
      })
      expect(imports(again, endless)).toBe(again)
      expect(imports(again, of5)).toMatchObject({ runs: { 'meta.run': { value: { repeatsUntil: START + 5 * WEEK } } } })
    })

    it('has a later one where the source says so', () => {
      const later = of({ repeatsEvery: 1 }, run(START, { repeatsEvery: 1, repeatsUntil: START + 8 * WEEK }))
      expect(planOf(ended, later).changes).toEqual([{ kind: 'run-until', to: START + 8 * WEEK }])
      expect(runIn(imports(ended, later))).toMatchObject({ repeatsUntil: START + 8 * WEEK })
    })

    it('stays as the commander cut it, before its end or without one', () => {
      for (const repeatsUntil of [START + 2 * WEEK, START + WEEK + HOUR]) {
        const cut = then(ended, changeRun('meta.run', { repeatsUntil }))
        expect(imports(cut, endless)).toBe(cut)
        expect(imports(cut, of5)).toBe(cut)
      }
      const resumed = then(ended, changeRun('meta.run', { repeatsUntil: undefined }))
      expect(imports(resumed, of5)).toBe(resumed)
    })
  })

  const own = (startsAt: number, startAssumed: boolean, more: object = {}) =>
    then(known, removeRun('meta.run'), putRun('own', { eventId: 'meta', startsAt, startAssumed, ...more }))
  const other = (startsAt: number) => of({}, run(startsAt, { id: 'meta.other' }))

  it('that the commander tracks already is not there twice', () => {
    for (const shift of [0, HOUR, -2 * DAY + 1, 2 * DAY - 1]) {
      const next = imports(own(START, false), other(START + shift))
      expect(next.runs['meta.other']).toBeUndefined()
      expect(runIn(next, 'own')).toEqual({ eventId: 'meta', startsAt: START, startAssumed: false })
    }
    expect(imports(own(START, false), other(START + 2 * DAY)).runs['meta.other']).toBeDefined()
  })

  it('takes the place of one whose hour was only assumed', () => {
    expect(planOf(own(START, true), other(START + HOUR)).changes).toEqual([
      { kind: 'run-moved', from: START, to: START + HOUR },
    ])
    expect(planOf(own(START, true), other(START)).changes).toEqual([{ kind: 'run-confirmed', startsAt: START }])
    const next = imports(own(START, true), other(START + HOUR))
    expect(next.runs['meta.other']).toBeUndefined()
    expect(runIn(next, 'own')).toEqual({
      eventId: 'meta',
      startsAt: START + HOUR,
      startAssumed: false,
      importedStart: START + HOUR,
    })
  })

  it('that the source moved to another date is the same run', () => {
    const moved = imports(known, other(START + DAY))
    expect(Object.keys(moved.runs)).toEqual(['meta.run'])
    expect(runIn(moved)).toMatchObject({ startsAt: START + DAY, importedStart: START + DAY })
    expect(imports(moved, other(START + DAY))).toBe(moved)
  })

  it('that is one of a series is not there twice', () => {
    const series = own(START - 3 * WEEK, false, { repeatsEvery: 1 })
    expect(imports(series, other(START)).runs['meta.other']).toBeUndefined()
    expect(imports(series, other(START + HOUR)).runs['meta.other']).toBeDefined()
    const over = own(START - 3 * WEEK, false, { repeatsEvery: 1, repeatsUntil: START })
    expect(imports(over, other(START)).runs['meta.other']).toBeDefined()
  })

  it('that two events of one import claim is the first one’s, and the other is told so', () => {
    const first = of({}, run())
    const second = of({ id: 'other' }, run(START + HOUR))
    const plans = planImport(EMPTY_RECORD, [first, second], NOW)
    expect(plans.map(({ leftOut, runIds }) => [leftOut, runIds])).toEqual([
      [[], ['meta.run']],
      [[{ reason: 'taken', startsAt: START + HOUR }], []],
    ])
    expect(runIn(imports(EMPTY_RECORD, first, second))).toMatchObject({ eventId: 'meta', startsAt: START })
  })

  it('of another event is left alone, whatever its id', () => {
    const taken = then(EMPTY_RECORD, putRun('meta.run', { eventId: 'else', startsAt: START, startAssumed: false }))
    expect(planOf(taken, of({}, run(START + HOUR))).leftOut).toEqual([{ reason: 'taken', startsAt: START + HOUR }])
    expect(runIn(imports(taken, of({}, run(START + HOUR))))).toEqual({
      eventId: 'else',
      startsAt: START,
      startAssumed: false,
    })
  })
})

describe('what was chosen', () => {
  it('is put whole, and becomes the commander’s where it ships', () => {
    const event = { ...DEFENDER_OF_PEACE, story: undefined, minLevel: 12, edited: true, revision: 1 }
    const next = imports(EMPTY_RECORD, { event, runs: [] })
    expect(eventOf(next, DEFENDER_OF_PEACE.id)).toEqual({ ...event, story: undefined, edited: undefined })
    expect(next.events[DEFENDER_OF_PEACE.id]?.value).not.toHaveProperty('edited')
  })

  it('replaces what the commander edited only where the commander said so', () => {
    const edited = then(known, putEvent({ ...EVENT, name: 'Mine', revision: 4, edited: true }))
    const plan = planImport(known, [of({ name: 'Later', revision: 9 }, run())], NOW)
    expect(importEvents(plan, NOW)(edited, STAMP)).toBe(edited)
    expect(eventOf(imports(edited, of({ name: 'Later', revision: 9 }, run())), 'meta')?.name).toBe('Later')
  })

  it('with several files is the newest of each', () => {
    const one = of({ revision: 2, name: 'one' })
    const two = of({ revision: 5, name: 'two' })
    const three = of({ revision: 5, name: 'three' })
    const other = of({ id: 'other' })
    expect(newestOfEach([two, one, other])).toEqual([two, other])
    expect(newestOfEach([one, two, three])).toEqual([three])
  })
})

describe('undo', () => {
  it('puts back what stood there, and takes away what did not', () => {
    const before = then(known, setDone(FIRST_COMMANDER, 'meta.run', 'day-1', true))
    const chosen = planImport(
      before,
      [of({ name: 'X', revision: 8 }, run(START + HOUR)), of({ id: 'other' }, run(START, { id: 'other.run' }))],
      NOW,
    )
    const changed = importEvents(chosen, NOW)(before, STAMP)
    expect(Object.keys(changed.events)).toEqual(['meta', 'other'])
    const undone = undoImport({ before, after: changed, chosen })(changed, STAMP)
    expect(eventOf(undone, 'meta')).toEqual(EVENT)
    expect(runIn(undone)).toEqual(runIn(before))
    expect(everything(undone, changed)).toEqual(everything(before, changed))
    expect(undone.marks).toBe(before.marks)
    // A merge with what was imported must not bring it back.
    expect(merge(undone, changed)).toEqual(undone)
  })

  it('lets the same file be imported again, with the runs that it brought to an event that was known', () => {
    const list = [
      of({ name: 'X', revision: 8 }, run(), run(START + DAY, { id: 'more' })),
      of({ id: 'other' }, run(START, { id: 'other.run' })),
    ]
    const chosen = planImport(known, list, NOW)
    const changed = importEvents(chosen, NOW)(known, STAMP)
    const undone = undoImport({ before: known, after: changed, chosen })(changed, STAMP)
    expect(planImport(undone, list, NOW)).toEqual(chosen)
    const again = importEvents(chosen, NOW)(undone, { at: NOW + HOUR, by: 'test' })
    expect(everything(again)).toEqual(everything(changed))
    // What the commander removes stays removed.
    const removed = removeRun('other.run')(again, { at: NOW + HOUR, by: 'test' })
    expect(planImport(removed, list, NOW)[1]?.leftOut).toEqual([{ reason: 'removed', startsAt: START }])
  })

  it('leaves what the commander told of it since, with its runs, and takes back the rest', () => {
    const chosen = planImport(EMPTY_RECORD, [of({}, run()), of({ id: 'other' }, run(START, { id: 'other.run' }))], NOW)
    const after = importEvents(chosen, NOW)(EMPTY_RECORD, STAMP)
    const done = { before: EMPTY_RECORD, after, chosen }
    expect(undoableOf(after, done)).toHaveLength(2)
    for (const told of [
      putEvent({ ...(eventOf(after, 'meta') as EventDefinition), name: 'Mine', edited: true }),
      changeRun('meta.run', { startsAt: START + HOUR }),
    ]) {
      const since = told(after, { at: NOW + HOUR, by: 'test' })
      expect(undoableOf(since, done).map(({ imported }) => imported.event.id)).toEqual(['other'])
      const undone = undoImport(done)(since, { at: NOW + 2 * HOUR, by: 'test' })
      expect(undone.events.meta).toBe(since.events.meta)
      expect(undone.runs['meta.run']).toBe(since.runs['meta.run'])
      expect([eventOf(undone, 'other'), runOf(undone, 'other.run')]).toEqual([undefined, undefined])
    }
  })

  it.each(['constructor', 'toString'])('takes away what has the id "%s"', (id) => {
    const chosen = planImport(EMPTY_RECORD, [of({ id }, run(START, { id }))], NOW)
    const changed = importEvents(chosen, NOW)(EMPTY_RECORD, STAMP)
    expect(Object.keys(changed.runs)).toEqual([id])
    const undone = undoImport({ before: EMPTY_RECORD, after: changed, chosen })(changed, STAMP)
    expect(everything(undone)).toEqual(everything(EMPTY_RECORD, changed))
  })
})

describe('the laws', () => {
  const ids = ['a', 'b', 'defender-of-peace'] as const
  const minute = fc.integer({ min: 0, max: 3 }).map((days) => days * 1440)
  const event = fc
    .record(
      {
        id: fc.constantFrom(...ids),
        name: fc.constantFrom('One', 'Two'),
        revision: fc.integer({ min: 0, max: 3 }),
        lasts: fc.integer({ min: 1, max: 4 }).map((days) => days * 1440),
        repeatsEvery: fc.integer({ min: 1, max: 2 }),
        windows: fc.array(fc.record({ opensAfter: minute, lasts: minute.map((m) => m + 60) }), { maxLength: 2 }),
      },
      { requiredKeys: ['id', 'name', 'windows'] },
    )
    .map(
      ({ windows, ...fields }): EventDefinition => ({
        shortName: fields.name,
        rewards: [],
        relatedEvents: [day(1, { windows })],
        ...fields,
      }),
    )
  const startsAt = fc.integer({ min: -5, max: 5 }).map((days) => NOW + days * DAY)
  const source = event.chain((of) =>
    fc.uniqueArray(startsAt, { maxLength: 3 }).map(
      (starts): ImportedEvent => ({
        event: of,
        runs: starts.map((at) => ({
          id: `${of.id}.${new Date(at).toISOString().slice(0, 10)}`,
          startsAt: at,
          ...(of.repeatsEvery === undefined ? {} : { repeatsEvery: of.repeatsEvery }),
        })),
      }),
    ),
  )
  const sources = fc.array(source, { maxLength: 4 }).map(newestOfEach)
  const done = fc
    .tuple(fc.constantFrom(...ids), startsAt, fc.boolean())
    .map(
      ([id, at, value]): Transition =>
        setDone(FIRST_COMMANDER, `${id}.${new Date(at).toISOString().slice(0, 10)}`, 'day-1', value),
    )
  const ownRun = fc
    .tuple(fc.constantFrom(...ids), startsAt, fc.boolean())
    .map(
      ([eventId, at, startAssumed]): Transition =>
        putRun(`own-${eventId}-${at}`, { eventId, startsAt: at, startAssumed }),
    )
  const edit = event.map((changed): Transition => putEvent({ ...changed, edited: true }))
  const earlier = sources.map((list): Transition => importEvents(planImport(EMPTY_RECORD, list, NOW), NOW))
  const gone = fc
    .tuple(fc.constantFrom(...ids), startsAt)
    .map(([id, at]): Transition => removeRun(`${id}.${new Date(at).toISOString().slice(0, 10)}`))
  const record = fc
    .array(fc.oneof(done, ownRun, edit, earlier, gone), { maxLength: 6 })
    .map((transitions) => then(recordOf(), ...transitions))

  test('importing twice is importing once', () => {
    fc.assert(
      fc.property(record, sources, (before, list) => {
        const once = importEvents(planImport(before, list, NOW), NOW)(before, STAMP)
        const again = planImport(once, list, NOW)
        expect(importEvents(again, NOW)(once, STAMP)).toBe(once)
        expect(again.every(({ status, changes }) => ['same', 'older'].includes(status) && changes.length === 0)).toBe(
          true,
        )
      }),
      { numRuns: 1000 },
    )
  })

  test('marks are untouched, and an older revision changes nothing', () => {
    fc.assert(
      fc.property(record, source, (before, each) => {
        const plan = planImport(before, [each], NOW)
        const next = importEvents(plan, NOW)(before, STAMP)
        expect(next.marks).toBe(before.marks)
        const known = eventOf(before, each.event.id)
        const isOlder = known && !known.edited && (known.revision ?? 0) > (each.event.revision ?? 0)
        expect(plan[0]?.status === 'older').toBe(isOlder ?? false)
        if (isOlder) expect(next).toBe(before)
      }),
      { numRuns: 1000 },
    )
  })

  test('the plan tells the truth: nothing changes that it does not name, and undo leads back', () => {
    fc.assert(
      fc.property(record, sources, (before, list) => {
        const plan = planImport(before, list, NOW)
        const next = importEvents(plan, NOW)(before, STAMP)
        const events = new Set(
          plan.filter(({ status }) => status !== 'older').map(({ imported: { event } }) => event.id),
        )
        const runs = new Set(plan.flatMap(({ runIds }) => runIds))
        for (const id of Object.keys(next.events))
          if (next.events[id] !== before.events[id]) expect(events).toContain(id)
        for (const id of Object.keys(next.runs)) if (next.runs[id] !== before.runs[id]) expect(runs).toContain(id)
        const undone = undoImport({ before, after: next, chosen: plan })(next, STAMP)
        expect(everything(undone, next)).toEqual(everything(before, next))
        const again = importEvents(planImport(undone, list, NOW), NOW)(undone, STAMP)
        expect(everything(again, next)).toEqual(everything(next, again))
      }),
      { numRuns: 500 },
    )
  })
})
