import { describe, expect, it } from 'vitest'
import type { EventDefinition } from '../../../utils/events/event.ts'
import {
  type ImportedRun,
  isDatedId,
  isOnWith,
  isOver,
  isOwn,
  isSame,
  movedStart,
  plainRun,
  startsWith,
} from '../../../utils/record/import-known.ts'
import type { Run } from '../../../utils/schedule/run.ts'
import { ownEvent } from '../support/own-events.ts'
import { DAY, HOUR, START } from '../support/records.ts'

const WEEK = 7 * DAY

/** It lasts for a day. */
const EVENT = ownEvent('meta', [], { lasts: 1440 })
const ENDLESS: EventDefinition = { ...EVENT, lasts: undefined }
const IN_REGIONS: EventDefinition = { ...EVENT, regions: [{ id: 'us', name: 'US', startsAfter: 60 }] }

const known = (more: Partial<Run> = {}): Run => ({ eventId: 'meta', startsAt: START, startAssumed: false, ...more })
const run = (startsAt: number, more: Partial<ImportedRun> = {}): ImportedRun => ({ id: 'meta.run', startsAt, ...more })

describe('an id under which a source went on', () => {
  const cases: [string, boolean][] = [
    ['meta.run.2026-11-30', true],
    ['meta.run', false],
    ['meta.run.', false],
    ['meta.run.next', false],
    ['meta.run.2026-11-3', false],
    ['meta.run.2026-11-30.2026-12-07', false],
    ['meta.run.2026-11-30#2', false],
    ['meta.run.x2026-11-30', false],
    ['meta.run-2026-11-30', false],
    ['meta.2026-11-30', false],
  ]
  it.each(cases)('%s: %s', (id, expected) => {
    expect(isDatedId(id, 'meta.run')).toBe(expected)
  })
})

describe('where a run moves to', () => {
  const weekly = known({ repeatsEvery: 1 })
  const cases: [string, Run, number, boolean, number][] = [
    ['one that comes once: where the source says', known(), 2 * WEEK, true, 2 * WEEK],
    ['a series: not by whole repetitions', weekly, 2 * WEEK, false, 0],
    ['a series: by the hours beside them', weekly, 2 * WEEK + HOUR, false, HOUR],
    ['a series: back by whole repetitions', weekly, -2 * WEEK, false, -2 * WEEK],
    ['one that is fixed: not back either', weekly, -2 * WEEK, true, 0],
    ['one that is fixed: back by the hours beside them', weekly, -2 * WEEK - HOUR, true, -HOUR],
    ['every other week: by the one in between', known({ repeatsEvery: 2 }), 5 * WEEK - HOUR, true, WEEK - HOUR],
  ]
  it.each(cases)('%s', (_, each, said, isFixed, moved) => {
    expect(movedStart(each, run(START + said), isFixed) - START).toBe(moved)
  })
})

describe('what the record knows', () => {
  it.each<[Partial<Run>, boolean]>([
    [{}, true],
    [{ startAssumed: true }, false],
    [{ importedStart: START }, false],
    [{ importedStart: START, startAssumed: true }, false],
  ])('%j: told by the commander: %s', (more, expected) => {
    expect(isOwn(known(more))).toBe(expected)
  })

  it('is stored without what was only known beside it, and without what is undefined', () => {
    const all = { endedAt: 2, importedStart: 3, repeatsEvery: 4, repeatsUntil: 5, importedUntil: 6 }
    expect(plainRun({ ...known(all), id: 'meta.run', toldAt: 1, nextAt: 7 } as Run)).toStrictEqual(known(all))
    expect(plainRun(known({ endedAt: undefined, repeatsEvery: undefined }))).toStrictEqual(known())
  })

  it.each<[Partial<Run>, boolean]>([
    [{}, true],
    [{ endedAt: START + HOUR }, true],
    [{ startsAt: START + 1 }, false],
    [{ startAssumed: true }, false],
    [{ importedStart: START }, false],
    [{ repeatsEvery: 1 }, false],
    [{ repeatsUntil: START }, false],
    [{ importedUntil: START }, false],
  ])('%j: says the same of when it is: %s', (more, expected) => {
    expect(isSame(known(), known(more))).toBe(expected)
  })
})

describe('a start that is known', () => {
  const weekly = known({ repeatsEvery: 1, repeatsUntil: START + 2 * WEEK })
  const cases: [string, Run, number, boolean][] = [
    ['at the same instant', known(), 0, true],
    ['an hour later', known(), HOUR, false],
    ['where it was imported, before the commander corrected it', known({ importedStart: START - HOUR }), -HOUR, true],
    ['where the commander put it', known({ importedStart: START - HOUR }), 0, true],
    ['a week later, of what comes once', known(), WEEK, false],
    ['a week later, of a series', weekly, WEEK, true],
    ['at the end of a series', weekly, 2 * WEEK, false],
    ['a week before a series', weekly, -WEEK, false],
  ]
  it.each(cases)('%s', (_, each, after, expected) => {
    expect(startsWith(each, run(START + after))).toBe(expected)
  })
})

describe('two runs that would be on at once', () => {
  const cases: [string, Run, ImportedRun, EventDefinition, boolean][] = [
    ['at one instant', known(), run(START), EVENT, true],
    ['just before the first is over', known(), run(START + DAY - 1), EVENT, true],
    ['when the first is over', known(), run(START + DAY), EVENT, false],
    ['just before the second is over', known(), run(START - DAY + 1), EVENT, true],
    ['when the second is over', known(), run(START - DAY), EVENT, false],
    ['of which nobody knows the end', known(), run(START), ENDLESS, false],
    ['of which the known one repeats', known({ repeatsEvery: 1 }), run(START), EVENT, false],
    ['of which the imported one repeats', known(), run(START, { repeatsEvery: 1 }), EVENT, false],
    ['that both repeat', known({ repeatsEvery: 1 }), run(START, { repeatsEvery: 1 }), EVENT, false],
  ]
  it.each(cases)('%s', (_, each, imported, event, expected) => {
    expect(isOnWith(each, imported, event)).toBe(expected)
  })
})

describe('the end of the last of its times', () => {
  const weekly = (until?: number) => run(START, { repeatsEvery: 1, repeatsUntil: until })
  const cases: [string, ImportedRun, EventDefinition, number][] = [
    ['of what comes once', run(START), EVENT, DAY],
    ['in the last region', run(START), IN_REGIONS, DAY + HOUR],
    ['of a series of three', weekly(START + 3 * WEEK), EVENT, 2 * WEEK + DAY],
    ['of a series that ends within its third week', weekly(START + 2 * WEEK + 1), EVENT, 2 * WEEK + DAY],
    ['of a series that ends before it starts', weekly(START - WEEK), EVENT, DAY],
    ['of a series of two of which nobody knows the end', weekly(START + 2 * WEEK), ENDLESS, 2 * WEEK],
  ]
  it.each(cases)('%s', (_, imported, event, after) => {
    expect(isOver(imported, event, START + after - 1)).toBe(false)
    expect(isOver(imported, event, START + after)).toBe(true)
  })

  it('never comes where nobody knows it', () => {
    expect(isOver(weekly(), EVENT, START + 500 * WEEK)).toBe(false)
    expect(isOver(run(START), ENDLESS, START + 500 * WEEK)).toBe(false)
  })
})
