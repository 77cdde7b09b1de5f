/** When the badge changes next though no window opens or closes: it announces a run, a day becomes urgent, a minute. */

import { expect, it } from 'vitest'
import { badgeAt, nextBadgeChangeAfter } from '../../../utils/plan/badge.ts'
import { settingsOf } from '../../../utils/record/read.ts'
import { changeRun, setSetting } from '../../../utils/record/transitions.ts'
import { ownRun, viewsOf } from '../support/own-events.ts'
import { DAY, doneOn, HOUR, RUN, recordOf, running, START, type Told } from '../support/records.ts'

const MINUTE = 60_000
const countdown: Told = [setSetting('lastHourCountdown', true), START - 2 * DAY]
const endedEarly: Told = [changeRun(RUN, { endedAt: START - 40 * HOUR }), START - 40 * HOUR]
const endedOnDay1: Told = [changeRun(RUN, { endedAt: START + HOUR }), START + HOUR]

it.each([
  ['a day before the start', [running], -2 * DAY, -DAY],
  ['a ms before the badge announces it', [running], -DAY - 1, -DAY],
  ['announced', [running], -DAY, undefined],
  ['ended before it was announced', [running, endedEarly], -40 * HOUR, undefined],
  ['day 1 is open', [running], 0, 23 * HOUR],
  ['a ms before day 1 is urgent', [running], 23 * HOUR - 1, 23 * HOUR],
  ['day 1 is urgent', [running], 23 * HOUR, undefined],
  ['day 1 is done', [running, doneOn(1)], 2 * HOUR, undefined],
  ['day 1 was missed, day 2 is open', [running], DAY, 47 * HOUR],
  ['day 5 is open', [running], 4 * DAY, 5 * DAY - HOUR],
  ['over', [running], 5 * DAY, undefined],
  ['ended on day 1', [running, endedOnDay1], HOUR, undefined],
  ['of two the earlier', [running, ...ownRun('other', [[0, 12]])], HOUR, 11 * HOUR],
  ['of two the later, as the earlier is urgent', [running, ...ownRun('other', [[0, 12]])], 11 * HOUR, 23 * HOUR],
  ['the announcement of another run', [running, ...ownRun('other', [[0, 12]], 30)], 0, 6 * HOUR],
  ['an end that nobody knows', ownRun('other', [[0]], 0, { lasts: undefined }), HOUR, undefined],
  ['a countdown, before the last hour', [running, countdown], 23 * HOUR - 1, 23 * HOUR],
  ['a countdown at 60', [running, countdown], 23 * HOUR, 23 * HOUR + MINUTE],
  ['a countdown at 60, half a minute on', [running, countdown], 23 * HOUR + MINUTE / 2, 23 * HOUR + MINUTE],
  ['a countdown at 59', [running, countdown], 23 * HOUR + MINUTE, 23 * HOUR + 2 * MINUTE],
  ['a countdown at 2', [running, countdown], DAY - MINUTE - 1, DAY - MINUTE],
  ['a countdown at 1', [running, countdown], DAY - MINUTE, DAY],
  ['a countdown of a day that is done', [running, countdown, doneOn(1)], 23 * HOUR, undefined],
  [
    'a countdown of one day while another becomes urgent',
    [running, countdown, ...ownRun('other', [[0, 12.5]])],
    12 * HOUR + MINUTE / 2,
    12 * HOUR + MINUTE,
  ],
] as const)('%s', (_, told, after, change) => {
  const record = recordOf(...told)
  const now = START + after
  const views = viewsOf(record, now)
  const settings = settingsOf(record)
  expect(nextBadgeChangeAfter(badgeAt(views, settings, now), views, settings, now)).toBe(
    change === undefined ? undefined : START + change,
  )
})
