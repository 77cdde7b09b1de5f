/** The order in which runs want to be looked at. */

import { describe, expect, it } from 'vitest'
import { byUrgency, runViewsAt } from '../../../utils/plan/run-view.ts'
import { chosenCommanderOf } from '../../../utils/record/read.ts'
import { DEFAULT_COMMANDER, FIRST_COMMANDER } from '../../../utils/record/record.ts'
import { changeChosenCommander, changeRun, putCommander, setDone } from '../../../utils/record/transitions.ts'
import { ownRun, viewsOf } from '../support/own-events.ts'
import { DAY, HOUR, recordOf, running, START, type Told } from '../support/records.ts'

const NOW = START + HOUR / 2
const level: Told = [changeChosenCommander({ level: 30 }), START - 2 * DAY]
const hidden = { minLevel: 40 }

function orderOf(told: readonly Told[], now = NOW): readonly (readonly [id: string, status: string])[] {
  return viewsOf(recordOf(...told), now).map(({ run, status }) => [run.id, status])
}

function done(id: string): Told {
  return [setDone(FIRST_COMMANDER, id, 'w1', true), NOW]
}

/** A run in each status at `NOW`; neither their ids nor what comes next in each give the order. */
const EACH: Readonly<Record<string, readonly Told[]>> = {
  ended: ownRun('a', [[0, 1]], -2),
  upcoming: ownRun('b', [[0, 1]], 1),
  closing: ownRun('c', [[0, 1]], -2, { lasts: 180 }),
  'all-done': [...ownRun('d', [[0, 2]]), done('d')],
  waiting: ownRun(
    'e',
    [
      [0, 1],
      [3, 4],
    ],
    -2,
  ),
  done: [
    ...ownRun('f', [
      [0, 5],
      [5, 6],
    ]),
    done('f'),
  ],
  open: ownRun('g', [[0, 30]]),
  urgent: ownRun('h', [[0, 1]]),
}
const ORDER = ['urgent', 'open', 'done', 'waiting', 'all-done', 'closing', 'upcoming', 'ended']

describe('runs of the same commander', () => {
  it('stand by what they want', () => {
    expect(orderOf(Object.values(EACH).flat()).map(([, status]) => status)).toEqual(ORDER)
  })

  it('that the game does not show come after all that it shows, in the same order, and before what is over', () => {
    const unseen = [
      level,
      ...ownRun('x', [[0, 1]], 1, hidden),
      ...ownRun('y', [[0, 30]], 0, hidden),
      ...ownRun('z', [[0, 1]], 0, hidden),
    ]
    expect(orderOf([...Object.values(EACH).flat(), ...unseen])).toEqual([
      ['h', 'urgent'],
      ['g', 'open'],
      ['f', 'done'],
      ['e', 'waiting'],
      ['d', 'all-done'],
      ['c', 'closing'],
      ['b', 'upcoming'],
      ['z', 'urgent'],
      ['y', 'open'],
      ['x', 'upcoming'],
      ['a', 'ended'],
    ])
  })

  it('that are over stand by their end, the latest first, whether or not the game shows them', () => {
    const told = [
      level,
      ...ownRun('a', [[0, 1]], -4),
      ...ownRun('b', [[0, 1]], -2),
      ...ownRun('c', [[0, 1]], -3, hidden),
    ]
    expect(orderOf(told).map(([id]) => id)).toEqual(['b', 'c', 'a'])
  })

  it.each([
    [
      'what closes first, though its run closes last',
      [
        ...ownRun('a', [[0, 12]]),
        ...ownRun('b', [
          [0, 10],
          [20, 30],
        ]),
      ],
      ['b', 'a'],
    ],
    [
      'what closes first, though its next day opens last',
      [
        ...ownRun('a', [
          [0, 12],
          [14, 30],
        ]),
        ...ownRun('b', [
          [0, 10],
          [20, 30],
        ]),
      ],
      ['b', 'a'],
    ],
    [
      'what opens first, though its run closes last',
      [...ownRun('a', [[0, 1]], 3), ...ownRun('b', [[0, 9]], 2)],
      ['b', 'a'],
    ],
    [
      'what is over first, where no more is to come',
      [...ownRun('a', [[0, 1]], -2, { lasts: 240 }), ...ownRun('b', [[0, 1]], -2, { lasts: 180 })],
      ['b', 'a'],
    ],
    [
      'the same order at each time where nothing else differs',
      [...ownRun('b', [[0, 9]]), ...ownRun('a', [[0, 9]])],
      ['a', 'b'],
    ],
    [
      'the same order at each time where nobody knows an end',
      [...ownRun('b', [[0]], 0, { lasts: undefined }), ...ownRun('a', [[0]], 0, { lasts: undefined })],
      ['a', 'b'],
    ],
  ] as const)('that want the same: %s', (_, told, order) => {
    expect(orderOf(told).map(([id]) => id)).toEqual(order)
  })

  it('that differ in nothing but their id stand by it, whichever is asked first', () => {
    const [a, b] = viewsOf(recordOf(...ownRun('a', [[0, 9]]), ...ownRun('b', [[0, 9]])), NOW)
    if (!a || !b) throw new Error('Two runs are tracked')
    expect([byUrgency(a, b), byUrgency(b, a), byUrgency(a, a)]).toEqual([-1, 1, 0])
    expect([b, a].sort(byUrgency)).toEqual([a, b])
  })

  it('of an event that the record does not know are left out', () => {
    const record = recordOf(running)
    const unknown = { id: 'own', eventId: 'unknown', startsAt: START, startAssumed: false, toldAt: START }
    expect(runViewsAt(record, chosenCommanderOf(record), NOW, [unknown])).toEqual([])
  })
})

describe('one run of several commanders', () => {
  it('keeps their order where they stand alike', () => {
    const second: Told = [putCommander('commander-0', DEFAULT_COMMANDER), START - 2 * DAY]
    const [first, other] = viewsOf(recordOf(second, ...ownRun('a', [[0, 9]])), NOW)
    if (!first || !other) throw new Error('Two commanders have it')
    expect([first, other].map(({ commander }) => commander.id)).toEqual(['commander-0', FIRST_COMMANDER])
    expect(byUrgency(first, other)).toBe(0)
    expect(byUrgency(other, first)).toBe(0)
  })

  it('that was ended early is over for all', () => {
    const ended: Told = [changeRun('a', { endedAt: START }), START]
    expect(orderOf([...ownRun('a', [[0, 9]]), ended, ...ownRun('b', [[0, 1]], 30)])).toEqual([
      ['b', 'upcoming'],
      ['a', 'ended'],
    ])
  })
})
