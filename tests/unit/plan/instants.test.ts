/** The instants that a page puts into words. */

import { expect, it } from 'vitest'
import { instantsOf } from '../../../utils/plan/view.ts'
import { changeRun } from '../../../utils/record/transitions.ts'
import { ownRun, viewsOf } from '../support/own-events.ts'
import { HOUR, RUN, recordOf, running, START, type Told } from '../support/records.ts'

it.each([
  ['days that follow each other: each once', [running], [0, 24, 48, 72, 96, 120]],
  [
    'ended early: that as well',
    [running, [changeRun(RUN, { endedAt: START + 30 * HOUR }), START + 30 * HOUR] as Told],
    [0, 24, 30, 48, 72, 96, 120],
  ],
  [
    'days in each other',
    ownRun('own', [
      [1, 24],
      [2, 6],
    ]),
    [0, 1, 2, 6, 24],
  ],
  ['the event goes on after its last day', ownRun('own', [[0, 24]], 0, { lasts: 36 * 60 }), [0, 24, 36]],
  ['nobody knows the end', ownRun('own', [[0, 24], [24]], 0, { lasts: undefined }), [0, 24]],
  ['no day', ownRun('own', [], 0, { lasts: 60 }), [0, 1]],
] as const)('%s', (_, told, hours) => {
  const [view] = viewsOf(recordOf(...told), START)
  if (!view) throw new Error('A run is tracked')
  expect(instantsOf(view)).toEqual(hours.map((hour) => START + hour * HOUR))
})
