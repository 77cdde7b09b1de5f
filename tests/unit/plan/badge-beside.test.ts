/** What the badge speaks of beside the day that it shows: the same day of others, and how many more are open. */

import { describe, expect, it } from 'vitest'
import { badgeAt } from '../../../utils/plan/badge.ts'
import { settingsOf } from '../../../utils/record/read.ts'
import { DEFAULT_COMMANDER, FIRST_COMMANDER } from '../../../utils/record/record.ts'
import { changeCommander, changeRun, putCommander, setDone } from '../../../utils/record/transitions.ts'
import { ownRun, viewsOf } from '../support/own-events.ts'
import { DAY, dayId, doneOn, HOUR, RUN, recordOf, running, START, type Told } from '../support/records.ts'

const BEFORE = START - 2 * DAY
const SECOND = 'commander-2'
const second: Told = [putCommander(SECOND, DEFAULT_COMMANDER), BEFORE]
const third: Told = [putCommander('commander-3', DEFAULT_COMMANDER), BEFORE]
const doneBySecond: Told = [setDone(SECOND, RUN, dayId(1), true), START + HOUR]

function badgeOf(told: readonly Told[], after: number) {
  const record = recordOf(...told)
  return badgeAt(viewsOf(record, START + after), settingsOf(record), START + after)
}

describe('whom else the day of the badge concerns', () => {
  it.each([
    ['it is about to open', [running, second], -HOUR, 'upcoming', [SECOND]],
    ['it is open for both', [running, second], 2 * HOUR, 'open', [SECOND]],
    ['each of the others once', [running, second, third], 2 * HOUR, 'open', [SECOND, 'commander-3']],
    ['the last hour', [running, second], 23 * HOUR, 'urgent', [SECOND]],
    ['one of them has done it', [running, second, doneBySecond], 2 * HOUR, 'open', []],
    ['one of them has done it, the last hour', [running, second, doneBySecond], 23 * HOUR, 'urgent', []],
    ['both have done it', [running, second, doneOn(1), doneBySecond], 2 * HOUR, 'done', [SECOND]],
    ['both have done it, and one the next day', [running, second, doneOn(1), doneOn(2), doneBySecond], DAY, 'open', []],
  ] as const)('%s', (_, told, after, state, others) => {
    const badge = badgeOf(told, after)
    expect(badge.state).toBe(state)
    expect(badge.others.map(({ commander }) => commander.id)).toEqual(others)
    expect(badge.more).toBe(0)
  })

  it('is nobody who cannot see the event', () => {
    const low: Told = [changeCommander(SECOND, { level: 5 }), BEFORE]
    expect(badgeOf([running, second, low], 2 * HOUR)).toMatchObject({ state: 'open', others: [], more: 0 })
  })
})

describe('how many more days are open', () => {
  const doneOther: Told = [setDone(FIRST_COMMANDER, 'side', 'w1', true), START + HOUR]

  it.each([
    ['one at other hours', ownRun('side', [[1, 40]]), 2 * HOUR, 1],
    ['one at the same hours', ownRun('side', [[0, 24]]), 2 * HOUR, 1],
    [
      'several in one run',
      ownRun('side', [
        [0, 40],
        [0, 50],
        [1, 60],
      ]),
      2 * HOUR,
      3,
    ],
    ['one in its last hour as well', ownRun('side', [[0, 24]]), 23 * HOUR, 1],
    ['one that opens at the same time later', ownRun('side', [[0, 40]]), -HOUR, 0],
    ['one that opens later', ownRun('side', [[3, 40]]), 2 * HOUR, 0],
    ['one that was open from the same time on', ownRun('side', [[0, 2]], 0, { lasts: 40 * 60 }), 2 * HOUR, 0],
    ['one that is done', [...ownRun('side', [[1, 40]]), doneOther], 2 * HOUR, 0],
    ['one from the same time on that is done', [...ownRun('side', [[0, 40]]), doneOther], 2 * HOUR, 0],
    [
      'one of an event for higher levels',
      [
        ...ownRun('side', [[0, 40]], 0, { minLevel: 40 }),
        [changeCommander(FIRST_COMMANDER, { level: 30 }), BEFORE] as Told,
      ],
      2 * HOUR,
      0,
    ],
  ] as const)('%s', (_, other, after, more) => {
    expect(badgeOf([running, ...other], after)).toMatchObject({ run: { run: { id: RUN } }, others: [], more })
  })
})

describe('nothing at all', () => {
  const nothing = { state: 'none', text: '', others: [], more: 0 }

  it.each([
    ['no run', [], 0],
    ['a run that is over', [running], 5 * DAY],
    [
      'a run that was ended on its second day',
      [running, [changeRun(RUN, { endedAt: START + DAY + HOUR }), START + DAY + HOUR] as Told],
      DAY + HOUR,
    ],
    [
      'a run that was ended an hour before it started',
      [running, [changeRun(RUN, { endedAt: START - HOUR }), START - HOUR] as Told],
      -HOUR,
    ],
  ] as const)('%s', (_, told, after) => {
    expect(badgeOf(told, after)).toEqual(nothing)
  })
})
