/** The plan of single runs, as exact as it is stored. How an import as a whole behaves is in import.test.ts. */

import { describe, expect, it } from 'vitest'
import type { EventDefinition } from '../../../utils/events/event.ts'
import type { ImportedRun } from '../../../utils/record/import-known.ts'
import { planRuns, type RunPlan } from '../../../utils/record/import-runs.ts'
import { type Deleted, EMPTY_RECORD, type TrackerRecord } from '../../../utils/record/record.ts'
import type { Run } from '../../../utils/schedule/run.ts'
import { ownEvent } from '../support/own-events.ts'
import { DAY, HOUR, START } from '../support/records.ts'

const WEEK = 7 * DAY

/** It lasts for a day. */
const EVENT = ownEvent('meta', [], { lasts: 1440 })
const OTHER: EventDefinition = { ...EVENT, id: 'other' }
const ID = 'meta.run'
const SECOND = 'meta.run.2026-11-30'
const THIRD = 'meta.run.2026-12-07'
const FIFTH = 'meta.run.2026-12-21'

type Told = Readonly<Record<string, Run | Deleted>>

// Here and below, starts and `now` are in ms after START.
const own = (startsAt: number, more: Partial<Run> = {}): Run => ({
  eventId: 'meta',
  startsAt: START + startsAt,
  startAssumed: false,
  ...more,
})
const imported = (startsAt: number, more: Partial<Run> = {}): Run =>
  own(startsAt, { importedStart: START + startsAt, ...more })
const run = (startsAt: number, more: Partial<ImportedRun> = {}): ImportedRun => ({
  id: ID,
  startsAt: START + startsAt,
  ...more,
})

function recordOf(told: Told): TrackerRecord {
  const entries = Object.entries(told).map(([id, value]) => [id, { value, at: START - WEEK, by: 'test' }] as const)
  return { ...EMPTY_RECORD, runs: Object.fromEntries(entries) }
}

interface Rhythm {
  readonly event?: EventDefinition
  /** Weeks after which the event came again before. */
  readonly before?: number
}

/** What becomes of imported runs; the event repeats as the first of them does. */
function planOf(told: Told, now: number, runs: readonly ImportedRun[], { event = EVENT, before }: Rhythm = {}) {
  const every = runs[0]?.repeatsEvery
  const plan = planRuns(recordOf(told), START + now)
  return plan({ event: { ...event, repeatsEvery: every }, runs }, { ...event, repeatsEvery: before })
}

describe('an id', () => {
  it('that the source names is no other run, wherever that one was', () => {
    const told = { [ID]: imported(0) }
    expect(planOf(told, -DAY, [run(9 * DAY), run(0, { id: 'meta.next' })])).toStrictEqual([
      { id: ID, before: told[ID], after: imported(9 * DAY) },
      { id: 'meta.next', after: imported(0) },
    ])
  })

  it('of a run that was left out is free for the next event, that of one that is added is not', () => {
    const plan = planRuns(EMPTY_RECORD, START + 2 * DAY)
    const over = { id: ID, leftOut: { reason: 'over', startsAt: START } }
    const added = { id: ID, after: imported(WEEK, { eventId: 'other' }) }
    expect(plan({ event: EVENT, runs: [run(0)] }, undefined)).toStrictEqual([over])
    expect(plan({ event: OTHER, runs: [run(WEEK)] }, undefined)).toStrictEqual([added])
    const taken = { id: ID, leftOut: { reason: 'taken', startsAt: START + WEEK } }
    expect(plan({ event: EVENT, runs: [run(WEEK)] }, undefined)).toStrictEqual([taken])
  })
})

describe('of several runs under dated ids, the source means', () => {
  // Long before all of them: none is over.
  const NOW = -4 * WEEK
  const cases: [string, Told, number, string][] = [
    ['the last', { [SECOND]: imported(WEEK), [THIRD]: imported(2 * WEEK) }, 3 * WEEK, THIRD],
    ['the last by its start', { [SECOND]: imported(3 * WEEK), [THIRD]: imported(2 * WEEK) }, 4 * WEEK, SECOND],
    ['the last by its id, of two at once', { [SECOND]: imported(WEEK), [THIRD]: imported(WEEK) }, 3 * WEEK, THIRD],
    ['the first of all, where none is later', { [SECOND]: imported(-WEEK) }, 3 * WEEK, ID],
    ['the first of all, where the other is at once', { [SECOND]: imported(0) }, 3 * WEEK, ID],
    ['none that is the commander’s', { [SECOND]: own(WEEK), [THIRD]: imported(-WEEK) }, 3 * WEEK, ID],
    ['none whose id has no date', { 'meta.run.next': imported(WEEK) }, 3 * WEEK, ID],
  ]
  it.each(cases)('%s', (_, dated, said, id) => {
    const told: Told = { [ID]: imported(0), ...dated }
    expect(planOf(told, NOW, [run(said)])).toStrictEqual([{ id, before: told[id], after: imported(said) }])
  })

  it('the first of all, where it goes back to its date', () => {
    expect(planOf({ [ID]: imported(0), [SECOND]: imported(WEEK) }, NOW, [run(0)])).toStrictEqual([{ id: ID }])
  })

  it('the last, where that was imported with the same date', () => {
    const last = own(WEEK, { importedStart: START })
    expect(planOf({ [ID]: imported(0), [SECOND]: last }, NOW, [run(0)])).toStrictEqual([{ id: SECOND }])
  })

  it('the last, where the first of all is a series that is over', () => {
    const first = imported(0, { repeatsEvery: 1, repeatsUntil: START + 2 * WEEK, importedUntil: START + 2 * WEEK })
    const last = own(2 * WEEK + HOUR, { repeatsEvery: 2, importedStart: START + HOUR })
    const said = [run(0, { repeatsEvery: 2 })]
    // Back at the hour that the source had named before.
    const after = own(2 * WEEK, { repeatsEvery: 2, importedStart: START })
    expect(planOf({ [ID]: first, [THIRD]: last }, NOW, said, { before: 2 })).toStrictEqual([
      { id: THIRD, before: last, after },
    ])
  })
})

describe('a run that is known under another id', () => {
  const same: [string, Run, ImportedRun, number | undefined][] = [
    ['the commander’s, at the same instant', own(0), run(0), undefined],
    ['imported, that the commander moved', own(HOUR, { importedStart: START }), run(0), undefined],
    ['imported, whose source repeats it', own(HOUR, { importedStart: START }), run(0, { repeatsEvery: 1 }), undefined],
    ['moved by the commander to that instant', own(HOUR, { importedStart: START }), run(HOUR), undefined],
    ['an assumed series that comes again then', own(-WEEK, { startAssumed: true, repeatsEvery: 1 }), run(0), 1],
  ]
  it.each(same)('stays as it is: %s', (_, known, each, before) => {
    expect(planOf({ 'meta.known': known }, -DAY, [each], before ? { before } : {})).toStrictEqual([
      { id: 'meta.known' },
    ])
  })

  it('is confirmed where it was assumed', () => {
    const assumed = own(0, { startAssumed: true })
    expect(planOf({ 'meta.known': assumed }, -DAY, [run(0)])).toStrictEqual([
      { id: 'meta.known', before: assumed, after: imported(0) },
    ])
  })

  const two = [run(HOUR), run(-HOUR, { id: 'meta.next' })]

  it('stands for each that would be on with it where it is the commander’s', () => {
    expect(planOf({ 'meta.known': own(0) }, -DAY, two)).toStrictEqual([{ id: 'meta.known' }, { id: 'meta.known' }])
  })

  it('is moved by one of two alone where it was imported', () => {
    const known = imported(0)
    expect(planOf({ 'meta.known': known }, -DAY, two)).toStrictEqual([
      { id: 'meta.known', before: known, after: imported(HOUR) },
      { id: 'meta.next', after: imported(-HOUR) },
    ])
  })

  it('is not moved where another imported run is this one', () => {
    expect(planOf({ 'meta.known': imported(0) }, -DAY, [run(HOUR), run(0, { id: 'meta.next' })])).toStrictEqual([
      { id: ID, after: imported(HOUR) },
      { id: 'meta.known' },
    ])
  })
})

describe('a run that is known by its id', () => {
  it('stays where it is the commander’s', () => {
    expect(planOf({ [ID]: own(0) }, -DAY, [run(HOUR)])).toStrictEqual([{ id: ID }])
  })

  it('stays removed', () => {
    expect(planOf({ [ID]: { deleted: true } }, -DAY, [run(HOUR)])).toStrictEqual([
      { id: ID, leftOut: { reason: 'removed', startsAt: START + HOUR } },
    ])
  })

  it('has started at the instant at which it starts: a series is not put back by whole weeks then', () => {
    const known = imported(0, { repeatsEvery: 1 })
    const said = [run(-2 * WEEK, { repeatsEvery: 1 })]
    const fixed = own(0, { repeatsEvery: 1, importedStart: START - 2 * WEEK })
    expect(planOf({ [ID]: known }, 0, said, { before: 1 })).toStrictEqual([{ id: ID, before: known, after: fixed }])
    const moved = imported(-2 * WEEK, { repeatsEvery: 1 })
    expect(planOf({ [ID]: known }, -1, said, { before: 1 })).toStrictEqual([{ id: ID, before: known, after: moved }])
  })
})

describe('a source that uses an id again', () => {
  const known = imported(0)
  const moved = (startsAt: number, before = known): RunPlan => ({
    id: ID,
    before,
    after: { ...before, ...imported(startsAt) },
  })
  const next: RunPlan = { id: SECOND, after: imported(WEEK) }
  const nextDay: RunPlan = { id: 'meta.run.2026-11-24', after: imported(DAY) }
  const ended = imported(0, { endedAt: START + HOUR })
  const corrected = own(0, { importedStart: START + WEEK })
  const endless = { ...EVENT, lasts: undefined }
  const cases: [string, Run, EventDefinition, { now: number; said: number }, RunPlan][] = [
    ['means the next run where the last is over', known, EVENT, { now: DAY, said: WEEK }, next],
    ['puts off the one that is not over', known, EVENT, { now: DAY - 1, said: WEEK }, moved(WEEK)],
    ['means the next one from the end of the last on', known, EVENT, { now: DAY, said: DAY }, nextDay],
    ['corrects the one that is over before its end', known, EVENT, { now: DAY, said: DAY - 1 }, moved(DAY - 1)],
    ['means the next one after one that was ended', ended, EVENT, { now: HOUR, said: WEEK }, next],
    ['puts off one that is to be ended', ended, EVENT, { now: HOUR - 1, said: WEEK }, moved(WEEK, ended)],
    ['means the next one where only the commander knew the end', ended, endless, { now: HOUR, said: WEEK }, next],
    ['puts off one whose end nobody knows', known, endless, { now: 3 * DAY, said: WEEK }, moved(WEEK)],
    ['means the one that the commander corrected', corrected, EVENT, { now: DAY, said: WEEK }, { id: ID }],
  ]
  it.each(cases)('%s', (_, before, event, { now, said }, plan) => {
    expect(planOf({ [ID]: before }, now, [run(said)], { event })).toStrictEqual([plan])
  })

  it('names one that is over by now', () => {
    expect(planOf({ [ID]: known }, 3 * WEEK, [run(WEEK)])).toStrictEqual([
      { id: SECOND, leftOut: { reason: 'over', startsAt: START + WEEK } },
    ])
  })

  it('names one that the commander removed', () => {
    expect(planOf({ [ID]: known, [SECOND]: { deleted: true } }, 2 * DAY, [run(WEEK)])).toStrictEqual([
      { id: SECOND, leftOut: { reason: 'removed', startsAt: START + WEEK } },
    ])
  })

  it('names one that is the commander’s by now, under its id or another', () => {
    const moved = own(WEEK + 3 * DAY)
    expect(planOf({ [ID]: known, [SECOND]: moved }, 2 * DAY, [run(WEEK)])).toStrictEqual([{ id: SECOND }])
    expect(planOf({ [ID]: known, mine: own(WEEK) }, 2 * DAY, [run(WEEK)])).toStrictEqual([{ id: 'mine' }])
    expect(planOf({ [ID]: known, mine: moved }, 2 * DAY, [run(WEEK)])).toStrictEqual([next])
  })

  it('names one whose id is that of another event’s run, in the record or by this import', () => {
    const taken = { id: SECOND, leftOut: { reason: 'taken', startsAt: START + WEEK } }
    const others = imported(3 * WEEK, { eventId: 'other' })
    expect(planOf({ [ID]: known, [SECOND]: others }, 2 * DAY, [run(WEEK)])).toStrictEqual([taken])
    const plan = planRuns(recordOf({ [ID]: known }), START + 2 * DAY)
    const added = plan({ event: OTHER, runs: [run(3 * WEEK, { id: SECOND })] }, undefined)
    expect(added).toStrictEqual([{ id: SECOND, after: others }])
    expect(plan({ event: EVENT, runs: [run(WEEK)] }, EVENT)).toStrictEqual([taken])
  })

  it('repeats the next one as it says', () => {
    const repeated = { repeatsEvery: 1, repeatsUntil: START + 4 * WEEK }
    const after = imported(WEEK, { ...repeated, importedUntil: START + 4 * WEEK })
    expect(planOf({ [ID]: known }, 2 * DAY, [run(WEEK, repeated)])).toStrictEqual([{ id: SECOND, after }])
  })
})

describe('a source that changes the rhythm', () => {
  const weekly = imported(0, { repeatsEvery: 1 })
  const until = (end: number): Partial<Run> => ({ repeatsUntil: START + end, importedUntil: START + end })
  const cut = (end: number, before = weekly): RunPlan => ({ id: ID, before, after: { ...before, ...until(end) } })
  /** A rhythm that goes on under an id of its own, of which the source still names the first start of all. */
  const goesOn = (id: string, startsAt: number, more: Partial<Run>): RunPlan => ({
    id,
    after: own(startsAt, { importedStart: START, ...more }),
  })
  const inRhythm = (told: Run | Told, now: number, said: ImportedRun) =>
    planOf('eventId' in told ? { [ID]: told as Run } : (told as Told), now, [said], { before: 1 })
  /** In the fourth week, when that run is over. */
  const NOW = 3 * WEEK + 2 * DAY
  const fortnightly = run(0, { repeatsEvery: 2 })

  it('repeats from now on what came once and has started', () => {
    const known = imported(0)
    expect(planOf({ [ID]: known }, HOUR, [run(0, { repeatsEvery: 1 })])).toStrictEqual([
      { id: ID, before: known, after: weekly },
    ])
  })

  it('goes on in it from the instant on at which the series starts', () => {
    const second = goesOn(THIRD, 2 * WEEK, { repeatsEvery: 2 })
    expect(inRhythm(weekly, 0, fortnightly)).toStrictEqual([cut(WEEK), second])
    const after = imported(0, { repeatsEvery: 2 })
    expect(inRhythm(weekly, -1, fortnightly)).toStrictEqual([{ id: ID, before: weekly, after }])
  })

  it('does not cut a series of which the event has no rhythm', () => {
    expect(planOf({ [ID]: weekly }, NOW, [run(0)])).toStrictEqual([{ id: ID }])
  })

  it('leaves a series that the commander stopped before as it is', () => {
    const stopped = { ...weekly, repeatsUntil: START + 2 * WEEK }
    expect(inRhythm(stopped, NOW, fortnightly)).toStrictEqual([{ id: ID }])
    // Another week day, which the old rhythm would have left free.
    const soon = { ...weekly, repeatsUntil: START + 3 * WEEK + 2 * DAY }
    const said = run(3 * WEEK + DAY + HOUR, { repeatsEvery: 2 })
    expect(inRhythm(soon, 3 * WEEK + HOUR, said)).toStrictEqual([{ id: ID }])
  })

  it('starts it after the run that is on', () => {
    const said = run(0, { repeatsEvery: 3 })
    const next = goesOn('meta.run.2027-01-04', 6 * WEEK, { repeatsEvery: 3 })
    expect(inRhythm(weekly, 3 * WEEK + HOUR, said)).toStrictEqual([cut(4 * WEEK), next])
  })

  describe('after a series that is over', () => {
    const over = { ...weekly, ...until(2 * WEEK) }
    const cases: [string, number, string, number][] = [
      ['with the run that is on', 6 * WEEK + HOUR, 'meta.run.2027-01-04', 6],
      ['with the run that is just not over', 6 * WEEK + DAY - 1, 'meta.run.2027-01-04', 6],
      ['not with the run that is over right now', 6 * WEEK + DAY, 'meta.run.2027-01-18', 8],
    ]
    it.each(cases)('goes on %s', (_, now, id, weeks) => {
      const next = goesOn(id, weeks * WEEK, { repeatsEvery: 2 })
      expect(inRhythm(over, now, fortnightly)).toStrictEqual([{ id: ID }, next])
    })

    it('goes on with a run that comes once, from the end of the last on', () => {
      const said = run(WEEK + DAY)
      const next = { id: 'meta.run.2026-12-01', after: imported(WEEK + DAY) }
      expect(inRhythm(over, WEEK + HOUR, said)).toStrictEqual([{ id: ID }, next])
      expect(inRhythm(over, WEEK + HOUR, run(WEEK + DAY - 1))).toStrictEqual([{ id: ID }])
      expect(inRhythm(over, NOW, run(0))).toStrictEqual([{ id: ID }])
    })
  })

  it('ends with it where the source ends before the next start', () => {
    const ends = (end: number) => run(0, { repeatsEvery: 2, repeatsUntil: START + end })
    expect(inRhythm(weekly, NOW, ends(4 * WEEK - HOUR))).toStrictEqual([cut(4 * WEEK)])
    expect(inRhythm(weekly, NOW, ends(4 * WEEK))).toStrictEqual([cut(4 * WEEK)])
    const next = goesOn(FIFTH, 4 * WEEK, { repeatsEvery: 2, ...until(4 * WEEK + 1) })
    expect(inRhythm(weekly, NOW, ends(4 * WEEK + 1))).toStrictEqual([cut(4 * WEEK), next])
  })

  describe('does not put off where the commander stopped the series', () => {
    const stopped = (end: number) => ({ ...weekly, repeatsUntil: START + end })
    const cases: [string, { stop: number; every: number; end?: number }, RunPlan | undefined][] = [
      ['before its first start', { stop: 7 * WEEK, every: 10 }, undefined],
      ['at its first start', { stop: 10 * WEEK, every: 10 }, undefined],
      [
        'right after its first start',
        { stop: 10 * WEEK + 1, every: 10 },
        goesOn('meta.run.2027-02-01', 10 * WEEK, { repeatsEvery: 10, repeatsUntil: START + 10 * WEEK + 1 }),
      ],
      [
        'before the source does',
        { stop: 7 * WEEK, every: 2, end: 9 * WEEK },
        goesOn(FIFTH, 4 * WEEK, { repeatsEvery: 2, ...until(9 * WEEK), repeatsUntil: START + 7 * WEEK }),
      ],
      [
        'after the source does',
        { stop: 9 * WEEK, every: 2, end: 7 * WEEK },
        goesOn(FIFTH, 4 * WEEK, { repeatsEvery: 2, ...until(7 * WEEK) }),
      ],
    ]
    it.each(cases)('%s', (_, { stop, every, end }, next) => {
      const said = run(0, { repeatsEvery: every, ...(end === undefined ? {} : { repeatsUntil: START + end }) })
      const known = stopped(stop)
      expect(inRhythm(known, NOW, said)).toStrictEqual([cut(4 * WEEK, known), ...(next ? [next] : [])])
    })
  })

  it('counts a run that the commander told of for its first, but none of the series itself', () => {
    expect(inRhythm({ [ID]: weekly, mine: own(4 * WEEK) }, NOW, fortnightly)).toStrictEqual([
      cut(4 * WEEK),
      { id: 'mine' },
    ])
    const next = goesOn(FIFTH, 4 * WEEK, { repeatsEvery: 2 })
    expect(inRhythm({ [ID]: weekly, [`${ID}#5`]: own(4 * WEEK) }, NOW, fortnightly)).toStrictEqual([
      cut(4 * WEEK),
      next,
    ])
  })
})
