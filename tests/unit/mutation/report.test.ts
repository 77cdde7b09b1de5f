import { describe, expect, it } from 'vitest'
import type { Fate, Mutant } from '../../../tools/mutation/mutant.ts'
import { isReached, scoresOf, scoreTable, survivorList } from '../../../tools/mutation/report.ts'

const mutants = (file: string, fates: Partial<Record<Fate, number>>): Mutant[] =>
  Object.entries(fates).flatMap(([fate, count]) =>
    Array.from({ length: count }, (_, index) => ({
      file,
      line: index + 1,
      column: 3,
      name: 'a → b',
      fate: fate as Fate,
    })),
  )

const TIME = mutants('utils/time/zone.ts', { killed: 17, 'timed out': 1, survived: 2, invalid: 5 })
const PLAN = [
  ...mutants('utils/plan/plan.ts', { killed: 7 }),
  ...mutants('utils/plan/day.ts', { untested: 2, survived: 1 }),
]
const PLACES = ['utils/plan', 'utils/time']
const NAMED = new Set(TIME.filter(({ fate }) => fate === 'survived').slice(0, 1))

describe('scoresOf', () => {
  it('counts each room and all, the invalid nowhere and the equivalent as not killed', () => {
    expect(scoresOf([...TIME, ...PLAN], PLACES, NAMED)).toEqual([
      {
        place: 'utils/plan',
        mutants: 10,
        killed: 7,
        timedOut: 0,
        equivalent: 0,
        survived: 1,
        untested: 2,
        percent: 70,
      },
      {
        place: 'utils/time',
        mutants: 20,
        killed: 17,
        timedOut: 1,
        equivalent: 1,
        survived: 1,
        untested: 0,
        percent: 90,
      },
      {
        place: 'total',
        mutants: 30,
        killed: 24,
        timedOut: 1,
        equivalent: 1,
        survived: 2,
        untested: 2,
        percent: 2500 / 30,
      },
    ])
  })

  it('counts a file alone, and not what its name begins', () => {
    const named = ['utils/plan/plan.ts', 'utils/pl']
    expect(scoresOf(PLAN, named, new Set()).map(({ mutants }) => mutants)).toEqual([7, 0, 10])
  })

  it('has not reached the goal where nothing was mutated', () => {
    expect(scoresOf([], [], new Set()).map(isReached)).toEqual([false])
  })
})

it('the goal is 90 of a hundred', () => {
  const [plan, time] = scoresOf([...TIME, ...PLAN], PLACES, NAMED)
  expect([plan && isReached(plan), time && isReached(time)]).toEqual([false, true])
  const [almost] = scoresOf(mutants('utils/time/zone.ts', { killed: 8_999, survived: 1_001 }), [], new Set())
  expect(almost && isReached(almost)).toBe(false)
  expect(scoreTable(almost ? [almost] : [])).toContain('89.9 % ✗')
})

it('the table has a line for each score', () => {
  expect(scoreTable(scoresOf([...TIME, ...PLAN], PLACES, NAMED))).toBe(
    [
      'place       mutants  killed  timed out  equivalent  survived  untested  goal 90 %',
      'utils/plan       10       7          0           0         1         2   70.0 % ✗',
      'utils/time       20      17          1           1         1         0   90.0 % ✓',
      'total            30      24          1           1         2         2   83.3 % ✗',
    ].join('\n'),
  )
})

it('the list of survivors leaves out the equivalent', () => {
  expect(survivorList([...TIME, ...PLAN], NAMED).split('\n')).toEqual([
    'utils/time/zone.ts:2:3  a → b',
    'utils/plan/day.ts:1:3 (untested)  a → b',
    'utils/plan/day.ts:2:3 (untested)  a → b',
    'utils/plan/day.ts:1:3  a → b',
  ])
})
