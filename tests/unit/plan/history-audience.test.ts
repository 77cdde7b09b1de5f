/** What levels and regions make of a history: each commander has the days of their own game. */

import { describe, expect, it } from 'vitest'
import type { EventDefinition, LevelBracket } from '../../../utils/events/event.ts'
import { historyOf } from '../../../utils/plan/history.ts'
import { hasBracket } from '../../../utils/plan/history-days.ts'
import { DEFAULT_COMMANDER } from '../../../utils/record/record.ts'
import { putCommander, putEvent, putRun, setDone } from '../../../utils/record/transitions.ts'
import { DAY, recordOf, START, type Told } from '../support/records.ts'

const END = START + 3 * DAY
/** In minutes. */
const ONE_DAY = 24 * 60

const told = (transition: Told[0]): Told => [transition, START - DAY]
const commander = (id: string, more: object): Told => told(putCommander(id, { ...DEFAULT_COMMANDER, ...more }))
const done = (by: string, windowId: string): Told => told(setDone(by, 'arc', windowId, true))

/** A related event on day `day` (from 1) of the run. */
interface Part extends LevelBracket {
  readonly id: string
  readonly day: number
}

/** An event of two days with these related events, in these regions, and a run of it. */
function arc(parts: readonly Part[], regions?: EventDefinition['regions']): Told[] {
  const event: EventDefinition = {
    id: 'arc',
    name: 'Arc – SMS',
    shortName: 'Arc',
    rewards: [],
    lasts: 2 * ONE_DAY,
    ...(regions ? { regions } : {}),
    relatedEvents: parts.map(({ id, day, ...bracket }) => ({
      id,
      name: id,
      code: 'ARC',
      rewards: [],
      windows: [{ opensAfter: (day - 1) * ONE_DAY, lasts: ONE_DAY }],
      ...bracket,
    })),
  }
  return [told(putEvent(event)), told(putRun('arc', { eventId: 'arc', startsAt: START, startAssumed: false }))]
}

/** Commander → the days of the run with their numbers and states. */
function days(...entries: readonly Told[]): Record<string, string[]> {
  const results = historyOf(recordOf(...entries), END)
  return Object.fromEntries(
    results.map((each) => [
      each.commander.id,
      each.days.map(({ window, number, state }) => `${number} ${window.id} ${state}`),
    ]),
  )
}

const REGIONS = [
  { id: 'eu', name: 'EU', startsAfter: 0 },
  { id: 'us', name: 'US', startsAfter: 7 * 60 },
]

describe('two commanders who told nothing of a run', () => {
  const all = { id: 'all', day: 1 }
  it.each([
    ['the lowest level', { minLevel: 30 }, ['1 all missed'], ['1 all missed', '2 own missed']],
    ['the highest level', { maxLevel: 30 }, ['1 all missed', '2 own missed'], ['1 all missed']],
    ['both', { minLevel: 20, maxLevel: 29 }, ['1 all missed', '2 own missed'], ['1 all missed']],
  ])('miss each what their level shows: a day with %s', (_, bracket, low, high) => {
    const entries = arc([all, { id: 'own', day: 2, ...bracket }])
    expect(days(...entries, commander('low', { level: 20 }), commander('high', { level: 40 }))).toMatchObject({
      low,
      high,
    })
  })

  it('miss each what their region shows', () => {
    const entries = arc([all], REGIONS)
    expect(days(...entries, commander('a', { region: 'eu' }), commander('b', { region: 'us' }))).toMatchObject({
      a: ['1 all#eu missed'],
      b: ['1 all#us missed'],
    })
  })
})

it('keeps apart what each of several commanders did', () => {
  const entries = arc([
    { id: 'first', day: 1 },
    { id: 'second', day: 2 },
  ])
  const marks = [done('a', 'first'), done('b', 'second'), done('b', 'first')]
  expect(days(...entries, commander('a', {}), commander('b', {}), commander('c', {}), ...marks)).toMatchObject({
    a: ['1 first done', '2 second missed'],
    b: ['1 first done', '2 second done'],
    c: ['1 first missed', '2 second missed'],
  })
})

describe('what is done that the game does not show', () => {
  it('stands by its start, with the numbers of all', () => {
    const entries = arc([
      { id: 'low', day: 1, minLevel: 20, maxLevel: 39 },
      { id: 'all', day: 2 },
    ])
    const high = commander('high', { level: 40 })
    expect(days(...entries, high)).toMatchObject({ high: ['1 all missed'] })
    expect(days(...entries, high, done('high', 'low'))).toMatchObject({ high: ['1 low done', '2 all missed'] })
  })

  it('takes the place of no other that is done', () => {
    const entries = arc([
      { id: 'low', day: 1, maxLevel: 39 },
      { id: 'high', day: 1, minLevel: 40 },
    ])
    const marks = [done('a', 'low'), done('a', 'high')]
    expect(days(...entries, commander('a', {}), ...marks)).toMatchObject({ a: ['1 low done', '2 high done'] })
  })

  it('leaves the other days of its own region', () => {
    const entries = arc(
      [
        { id: 'first', day: 1 },
        { id: 'second', day: 2 },
      ],
      REGIONS,
    )
    expect(days(...entries, commander('a', {}), done('a', 'first#us'))).toMatchObject({
      a: ['1 first#us done', '2 second#us missed'],
    })
  })
})

it.each([
  [{}, false],
  [{ minLevel: 1 }, true],
  [{ maxLevel: 1 }, true],
  [{ minLevel: 20, maxLevel: 39 }, true],
])('levels matter in %o: %s', (bracket, expected) => expect(hasBracket(bracket)).toBe(expected))
