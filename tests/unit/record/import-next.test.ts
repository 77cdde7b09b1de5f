/** A source that uses one id for one week after the other. */

import { describe, expect, it } from 'vitest'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { viewAt } from '../../../utils/plan/view.ts'
import { type ImportedRun, importEvents, planImport } from '../../../utils/record/import.ts'
import { runOf, storedRunsOf } from '../../../utils/record/read.ts'
import { EMPTY_RECORD, FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import { removeRun, setDone } from '../../../utils/record/transitions.ts'
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

  it('another hour moves all of it, whichever week the source names', () => {
    const later = imported(series, { startsAt: START + WEEK + HOUR, repeatsEvery: 1 }, START + 2 * DAY)
    expect(runOf(later, 'feed-1.run')).toMatchObject({ startsAt: START + HOUR })
    expect(runOf(later, 'feed-1.run#2')).toMatchObject({ startsAt: START + WEEK + HOUR })
  })
})
