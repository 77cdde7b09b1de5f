/** The days of a run as the commander sees them: which are shown, which is the one of today, what they count. */

import { describe, expect, it } from 'vitest'
import { FIRST_COMMANDER } from '../../../utils/record/record.ts'
import { changeChosenCommander, changeRun, setDone } from '../../../utils/record/transitions.ts'
import { type Hours, ownEvent, ownRun, tracked, viewsOf } from '../support/own-events.ts'
import { DAY, HOUR, RUN, recordOf, running, START, type Told } from '../support/records.ts'

function viewOf(told: readonly Told[], after: number) {
  const [view] = viewsOf(recordOf(...told), START + after)
  if (!view) throw new Error('A run is tracked')
  return view
}

function done(...numbers: number[]): Told[] {
  return numbers.map((number) => [setDone(FIRST_COMMANDER, 'own', `w${number}`, true), START + HOUR])
}

describe('the day of today', () => {
  const three: readonly Hours[] = [
    [0, 24],
    [1, 6],
    [2, 20],
  ]
  const alike: readonly Hours[] = [
    [0, 24],
    [1, 24],
  ]

  it.each([
    ['the only one', [[0, 24]], [], 3, 1],
    ['of three the one that closes first', three, [], 3, 2],
    ['of those that are open', three, [], 0, 1],
    ['of those that are still open', three, [], 6, 3],
    ['of those that are not done', three, [2], 3, 3],
    ['the one that is not done', three, [2, 3], 3, 1],
    ['all are done: the first', three, [1, 2, 3], 3, 1],
    ['all that are open are done: the first of those', three, [2, 3], 24, undefined],
    ['two close at once: the first', alike, [], 3, 1],
    ['two close at once, the first is done', alike, [1], 3, 2],
    ['none before the start', three, [], -1, undefined],
    [
      'none in between',
      [
        [0, 1],
        [3, 4],
      ],
      [],
      1,
      undefined,
    ],
    ['none after the last', three, [], 24, undefined],
  ] as const)('%s', (_, hours, numbers, after, today) => {
    const told = [...tracked(ownEvent('own', hours, { lasts: 48 * 60 })), ...done(...numbers)]
    expect(viewOf(told, after * HOUR).today?.number).toBe(today)
  })
})

describe('what the game does not show', () => {
  /** For levels from 10 on, from 20 on, from 30 on. */
  const event = ownEvent('own', [
    [0, 24],
    [24, 48],
    [48, 72],
  ])
  const relatedEvents = event.relatedEvents.map((related, index) => ({ ...related, minLevel: (index + 1) * 10 }))
  const run = tracked({ ...event, relatedEvents })

  it.each([
    [null, ['w1', 'w2', 'w3'], []],
    [30, ['w1', 'w2', 'w3'], []],
    [29, ['w1', 'w2'], ['w3']],
    [10, ['w1'], ['w2', 'w3']],
    // It shows none: all there is stands among the days.
    [9, ['w1', 'w2', 'w3'], []],
  ] as const)('is hidden, for level %s, unless that is all of it', (level, days, hidden) => {
    const view = viewOf([...run, [changeChosenCommander({ level }), START - DAY]], HOUR)
    expect(view.days.map(({ window, number }) => [window.id, number])).toEqual(days.map((id, index) => [id, index + 1]))
    expect(view.hidden.map(({ window }) => window.id)).toEqual(hidden)
  })

  it('counts as missed, or is to come, as if it were shown where that is all of it', () => {
    const view = viewOf([...run, [changeChosenCommander({ level: 9 }), START - DAY]], DAY)
    expect(view).toMatchObject({ status: 'open', eligibility: 'level', missed: 1, today: { number: 2 } })
  })
})

describe('points', () => {
  it.each([
    ['of no day are documented', [], false, 0],
    ['of one day are documented', [undefined, 50], true, 50],
    ['of each day are documented', [100, 50], true, 150],
    ['of one day are documented as none', [0], true, 0],
  ] as const)('%s', (_, points, scored, pointsTotal) => {
    const event = ownEvent('own', [
      [0, 24],
      [24, 48],
    ])
    const relatedEvents = event.relatedEvents.map((related, index) => ({ ...related, points: points[index] }))
    expect(viewOf(tracked({ ...event, relatedEvents }), HOUR)).toMatchObject({ scored, points: 0, pointsTotal })
  })
})

describe('a run that was ended early', () => {
  it.each([
    ['a ms before day 2', DAY - 1, ['missed', 'upcoming']],
    ['when day 2 would have started', DAY, ['missed', 'upcoming']],
    ['a ms into day 2', DAY + 1, ['missed', 'missed']],
  ] as const)('%s', (_, ended, states) => {
    const view = viewOf([running, [changeRun(RUN, { endedAt: START + ended }), START + ended]], ended)
    expect(view.status).toBe('ended')
    expect(view.days.slice(0, 2).map(({ state }) => state)).toEqual(states)
    expect(view.days.map(({ isOpen }) => isOpen)).not.toContain(true)
  })
})

describe('a run without days', () => {
  it.each([
    [-1, 'upcoming'],
    [0, 'closing'],
    [24 * HOUR - 1, 'closing'],
    [24 * HOUR, 'ended'],
  ] as const)('at %i ms after its start: %s', (after, status) => {
    const view = viewOf(ownRun('own', [], 0, { lasts: 24 * 60 }), after)
    expect(view).toMatchObject({ status, days: [], hidden: [], today: undefined, next: undefined, daysDone: 0 })
  })
})
