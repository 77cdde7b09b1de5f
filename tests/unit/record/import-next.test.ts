/** A source that uses one id for one week after the other. */

import { describe, expect, it } from 'vitest'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { historyOf } from '../../../utils/plan/history.ts'
import { viewAt } from '../../../utils/plan/view.ts'
import { type ImportedRun, importEvents, planImport, undoImport } from '../../../utils/record/import.ts'
import { runOf, storedRunsOf } from '../../../utils/record/read.ts'
import { EMPTY_RECORD, FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import { changeRun, putRun, removeRun, setDone } from '../../../utils/record/transitions.ts'
import { DAY, HOUR, START } from '../support/records.ts'

const WEEK = 7 * DAY
const event: EventDefinition = {
  id: 'feed-1',
  name: 'Weekly',
  shortName: 'Weekly',
  rewards: [],
  lasts: 1440,
  relatedEvents: [{ id: 'feed-1', name: 'Weekly', code: 'W', rewards: [], windows: [{ opensAfter: 0, lasts: 1440 }] }],
}

function imported(record: TrackerRecord, run: Partial<ImportedRun>, now: number): TrackerRecord {
  const weekly = run.repeatsEvery === undefined ? event : { ...event, repeatsEvery: run.repeatsEvery }
  const items = planImport(record, [{ event: weekly, runs: [{ id: 'feed-1.run', startsAt: START, ...run }] }], now)
  return importEvents(items, now)(record, { at: now, by: 'test' })
}

const marked = (record: TrackerRecord, at: number) =>
  setDone(FIRST_COMMANDER, 'feed-1.run', 'feed-1', true)(record, { at, by: 'test' })

describe('of an event that comes once', () => {
  const first = marked(imported(EMPTY_RECORD, {}, START - DAY), START + HOUR)

  it('a new week is a new run: the old one keeps its marks, the new one has none', () => {
    const second = imported(first, { startsAt: START + WEEK }, START + 2 * DAY)
    expect(storedRunsOf(second).map(({ id, startsAt }) => [id, startsAt])).toEqual([
      ['feed-1.run', START],
      ['feed-1.run.2026-11-30', START + WEEK],
    ])
    expect(viewAt(second, START + WEEK).shown).toMatchObject([{ status: 'open', daysDone: 0 }])
    expect(imported(second, { startsAt: START + WEEK }, START + 2 * DAY)).toBe(second)
    const moved = imported(second, { startsAt: START + WEEK + HOUR }, START + 3 * DAY)
    expect(runOf(moved, 'feed-1.run.2026-11-30')).toMatchObject({ startsAt: START + WEEK + HOUR })
    expect(storedRunsOf(moved)).toHaveLength(2)
  })

  it('a third week is a third run', () => {
    const second = imported(first, { startsAt: START + WEEK }, START + 2 * DAY)
    const third = imported(second, { startsAt: START + 2 * WEEK }, START + WEEK + 2 * DAY)
    expect(storedRunsOf(third).map(({ startsAt }) => startsAt)).toEqual([START, START + WEEK, START + 2 * WEEK])
  })

  it('a week that was removed stays removed', () => {
    const second = imported(first, { startsAt: START + WEEK }, START + 2 * DAY)
    const removed = removeRun('feed-1.run.2026-11-30')(second, { at: START + 3 * DAY, by: 'test' })
    expect(storedRunsOf(imported(removed, { startsAt: START + WEEK }, START + 4 * DAY))).toHaveLength(1)
  })

  it('a week whose id another event has, or gets by the same import, is left out, and this is said', () => {
    const NOW = START + 2 * DAY
    const second = { event, runs: [{ id: 'feed-1.run', startsAt: START + WEEK }] }
    const leftOut = { changes: [], leftOut: [{ reason: 'taken', startsAt: START + WEEK }], runIds: [] }
    const others = { eventId: 'else', startsAt: START, startAssumed: false }
    const taken = putRun('feed-1.run.2026-11-30', others)(first, { at: NOW, by: 'test' })
    expect(planImport(taken, [second], NOW)).toMatchObject([leftOut])
    const other = { event: { ...event, id: 'other' }, runs: [{ id: 'feed-1.run.2026-11-30', startsAt: START + WEEK }] }
    expect(planImport(first, [other, second], NOW)).toMatchObject([{ runIds: ['feed-1.run.2026-11-30'] }, leftOut])
  })

  it('a start that is put off before it was over is the same run', () => {
    const moved = imported(first, { startsAt: START + 2 * HOUR }, START + HOUR)
    expect(storedRunsOf(moved).map(({ id, startsAt }) => [id, startsAt])).toEqual([['feed-1.run', START + 2 * HOUR]])
  })
})

describe('of an event that repeats', () => {
  const series = marked(imported(EMPTY_RECORD, { repeatsEvery: 1 }, START - DAY), START + HOUR)

  it('a start that is put forward by whole weeks leaves the series and its marks where they are', () => {
    const later = imported(series, { startsAt: START + 2 * WEEK, repeatsEvery: 1 }, START + 2 * DAY)
    expect(runOf(later, 'feed-1.run')).toMatchObject({ startsAt: START })
    expect(viewAt(later, START + 2 * WEEK).shown).toMatchObject([{ status: 'open', run: { id: 'feed-1.run#3' } }])
  })

  it('a start that is put back by whole weeks once it has begun leaves them too', () => {
    const sooner = imported(series, { startsAt: START - 2 * WEEK, repeatsEvery: 1 }, START + 2 * DAY)
    expect(runOf(sooner, 'feed-1.run')).toMatchObject({ startsAt: START })
    const ahead = imported(EMPTY_RECORD, { startsAt: START + 2 * WEEK, repeatsEvery: 1 }, START - DAY)
    const moved = imported(ahead, { startsAt: START + WEEK, repeatsEvery: 1 }, START - DAY)
    expect(runOf(moved, 'feed-1.run')).toMatchObject({ startsAt: START + WEEK })
  })

  it('another hour moves all of it, whichever week the source names', () => {
    const later = imported(series, { startsAt: START + WEEK + HOUR, repeatsEvery: 1 }, START + 2 * DAY)
    expect(runOf(later, 'feed-1.run')).toMatchObject({ startsAt: START + HOUR })
    expect(runOf(later, 'feed-1.run#2')).toMatchObject({ startsAt: START + WEEK + HOUR })
  })
})

describe('of an event whose rhythm the source changes', () => {
  const begun = imported(EMPTY_RECORD, { repeatsEvery: 1 }, START - DAY)
  /** Each of its first four weeks is marked; it is the fourth week. */
  const NOW = START + 3 * WEEK + DAY
  const four = ['feed-1.run', 'feed-1.run#2', 'feed-1.run#3', 'feed-1.run#4'].reduce(
    (record, id) => setDone(FIRST_COMMANDER, id, 'feed-1', true)(record, { at: NOW, by: 'test' }),
    begun,
  )
  const past = (record: TrackerRecord, now: number) =>
    historyOf(record, now).map(({ run, daysDone }) => [run.id, (run.startsAt - START) / WEEK, daysDone])
  const firstFour = [
    ['feed-1.run#4', 3, 1],
    ['feed-1.run#3', 2, 1],
    ['feed-1.run#2', 1, 1],
    ['feed-1.run', 0, 1],
  ]
  const shownAt = (record: TrackerRecord, weeks: number) =>
    viewAt(record, START + weeks * WEEK).shown.map(({ run, status }) => [run.id, status])

  it('what has started keeps its times and marks, and the new rhythm is a run of its own', () => {
    const second = imported(four, { repeatsEvery: 2 }, NOW)
    expect(past(second, NOW)).toEqual(firstFour)
    expect(shownAt(second, 4)).toEqual([['feed-1.run.2026-12-21', 'open']])
    expect(shownAt(second, 5)).toEqual([['feed-1.run.2026-12-21#2', 'upcoming']])
    expect(shownAt(second, 6)).toEqual([['feed-1.run.2026-12-21#2', 'open']])
    expect(imported(second, { repeatsEvery: 2 }, NOW + DAY)).toBe(second)
    expect(imported(second, { repeatsEvery: 2 }, NOW + 5 * WEEK)).toBe(second)
    expect(past(second, START + 5 * WEEK).slice(1)).toEqual(firstFour)
  })

  it('says so beforehand, and can be undone', () => {
    const weekly = { ...event, repeatsEvery: 2 }
    const runs = [{ id: 'feed-1.run', startsAt: START, repeatsEvery: 2 }]
    const items = planImport(four, [{ event: weekly, runs }], NOW)
    expect(items).toMatchObject([
      {
        status: 'changed',
        changes: [
          { kind: 'details' },
          { kind: 'run-until', to: START + 4 * WEEK },
          { kind: 'run-added', startsAt: START + 4 * WEEK, repeatsEvery: 2 },
        ],
      },
    ])
    const changed = importEvents(items, NOW)(four, { at: NOW, by: 'test' })
    const undone = undoImport({ before: four, after: changed, chosen: items })(changed, { at: NOW + 1, by: 'test' })
    expect(past(undone, NOW)).toEqual(firstFour)
    expect(shownAt(undone, 5)).toEqual([['feed-1.run#6', 'open']])
  })

  it('follows what the source says of the new rhythm: another hour, an end, another rhythm', () => {
    const second = imported(four, { repeatsEvery: 2 }, NOW)
    const later = imported(second, { repeatsEvery: 2, startsAt: START + HOUR }, NOW)
    expect(runOf(later, 'feed-1.run.2026-12-21')).toMatchObject({ startsAt: START + 4 * WEEK + HOUR })
    expect(past(later, NOW)).toEqual(firstFour)
    const ended = imported(later, { repeatsEvery: 2, startsAt: START + HOUR, repeatsUntil: START + 5 * WEEK }, NOW)
    expect(shownAt(ended, 6)).toEqual([['feed-1.run.2026-12-21', 'ended']])
    const third = imported(second, { repeatsEvery: 3 }, START + 4 * WEEK + DAY)
    expect(shownAt(third, 6)).toEqual([['feed-1.run.2027-01-04', 'open']])
    expect(past(third, START + 5 * WEEK).slice(1)).toEqual(firstFour)
    const soon = imported(second, { repeatsEvery: 3 }, NOW + DAY)
    expect(shownAt(soon, 6)).toEqual([['feed-1.run.2026-12-21', 'open']])
  })

  it('what is no longer repeated has had its weeks, and the source may go on with single ones', () => {
    const once = imported(four, {}, NOW)
    expect(past(once, NOW)).toEqual(firstFour)
    expect(shownAt(once, 5)).toEqual([['feed-1.run#4', 'ended']])
    expect(imported(once, {}, NOW + DAY)).toBe(once)
    const single = imported(once, { startsAt: START + 6 * WEEK }, START + 5 * WEEK)
    expect(shownAt(single, 6)).toEqual([['feed-1.run.2027-01-04', 'open']])
    expect(imported(single, { startsAt: START + 6 * WEEK }, START + 5 * WEEK)).toBe(single)
    expect(past(single, START + 7 * WEEK).slice(1)).toEqual(firstFour)
    const next = imported(single, { startsAt: START + 8 * WEEK }, START + 7 * WEEK)
    expect(shownAt(next, 8)).toEqual([['feed-1.run.2027-01-18', 'open']])
  })

  it('what is repeated again goes on', () => {
    const again = imported(imported(four, {}, NOW), { repeatsEvery: 1 }, NOW + DAY)
    expect(shownAt(again, 4)).toEqual([['feed-1.run#5', 'open']])
    const other = imported(imported(four, {}, NOW), { repeatsEvery: 2 }, NOW + DAY)
    expect(shownAt(other, 4)).toEqual([['feed-1.run.2026-12-21', 'open']])
  })

  it('what the commander stopped stays stopped', () => {
    const stopped = changeRun('feed-1.run', { repeatsUntil: NOW })(four, { at: NOW, by: 'test' })
    expect(shownAt(imported(stopped, { repeatsEvery: 2 }, NOW), 4)).toEqual([['feed-1.run#4', 'ended']])
    const soon = changeRun('feed-1.run', { repeatsUntil: START + 7 * WEEK })(four, { at: NOW, by: 'test' })
    const second = imported(soon, { repeatsEvery: 2 }, NOW)
    expect(shownAt(second, 6)).toEqual([['feed-1.run.2026-12-21#2', 'open']])
    expect(shownAt(second, 8)).toEqual([['feed-1.run.2026-12-21#2', 'ended']])
    expect(imported(second, { repeatsEvery: 2 }, NOW + DAY)).toBe(second)
  })

  it('what the commander removed stays removed', () => {
    const second = imported(four, { repeatsEvery: 2 }, NOW)
    const removed = removeRun('feed-1.run.2026-12-21')(second, { at: NOW, by: 'test' })
    for (const at of [NOW, NOW + 3 * WEEK]) expect(imported(removed, { repeatsEvery: 2 }, at)).toBe(removed)
  })

  it('what was told of a week that the new rhythm replaces does not stand in its way', () => {
    const moved = changeRun('feed-1.run#5', { startsAt: START + 4 * WEEK })(four, { at: NOW, by: 'test' })
    expect(shownAt(imported(moved, { repeatsEvery: 2 }, NOW), 4)).toEqual([['feed-1.run.2026-12-21', 'open']])
  })

  it('what has not started takes the new rhythm', () => {
    const second = imported(begun, { repeatsEvery: 2 }, START - DAY)
    expect(storedRunsOf(second).map(({ id, repeatsEvery }) => [id, repeatsEvery])).toEqual([['feed-1.run', 2]])
  })

  it('a run that is over and repeats from a later week on keeps its marks', () => {
    const first = marked(imported(EMPTY_RECORD, {}, START - DAY), START + HOUR)
    const weekly = imported(first, { startsAt: START + WEEK, repeatsEvery: 1 }, START + 2 * DAY)
    expect(past(weekly, START + 2 * DAY)).toEqual([['feed-1.run', 0, 1]])
    expect(shownAt(weekly, 2)).toEqual([['feed-1.run.2026-11-30#2', 'open']])
    expect(imported(weekly, { startsAt: START + WEEK, repeatsEvery: 1 }, START + 2 * WEEK)).toBe(weekly)
  })
})
