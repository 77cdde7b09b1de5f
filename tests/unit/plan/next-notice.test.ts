import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { type Outlook, outlookAt } from '../../../utils/plan/next-notice.ts'
import type { Delivery } from '../../../utils/plan/notice.ts'
import { planAt } from '../../../utils/plan/plan.ts'
import { DEFAULT_COMMANDER, FIRST_COMMANDER } from '../../../utils/record/record.ts'
import { changeCommander, changeRun, putCommander, putRun, setSetting } from '../../../utils/record/transitions.ts'
import { arbitraryRecord, instant } from '../support/arbitrary-record.ts'
import { ownEvent, tracked } from '../support/own-events.ts'
import {
  DAY,
  dayId,
  doneOn,
  HOUR,
  leadTimes,
  quiet,
  RUN,
  recordOf,
  running,
  START,
  type Told,
} from '../support/records.ts'

const BEFORE = START - 2 * DAY
const NOTHING: Delivery = { delivered: {}, snoozed: {} }
const DAY_1 = `${RUN}/${dayId(1)}`
/** Another run at the same hours. */
const second: Told = [
  putRun('run-2', { eventId: DEFENDER_OF_PEACE.id, startsAt: START - DAY, startAssumed: false }),
  BEFORE,
]
/** One that starts so many hours later. */
const laterBy = (hours: number): Told => [
  putRun('run-3', { eventId: DEFENDER_OF_PEACE.id, startsAt: START + hours * HOUR, startAssumed: false }),
  BEFORE,
]
const SECOND = 'commander-2'
/** A commander whose game shows no event of this level. */
const low: Told = [changeCommander(FIRST_COMMANDER, { level: 5 }), BEFORE]
const ended: Told = [changeRun(RUN, { endedAt: START + 2 * HOUR }), START + 2 * HOUR]
const noStart: Told = [setSetting('startOfDay', false), BEFORE]
/** Hours after the start → epoch ms, by ids and keys. */
const delivery = (delivered: Record<string, number>, snoozed: Record<string, number> = {}): Delivery => {
  const instants = (hours: Record<string, number>) =>
    Object.fromEntries(Object.entries(hours).map(([key, after]) => [key, START + after * HOUR]))
  return { delivered: instants(delivered), snoozed: instants(snoozed) }
}
const START_1 = `${DAY_1}/start/${START}`
const RESULT = `${RUN}/result/${START + 5 * DAY}`

/** As "kind at hours after the start", holds as "by until hours". */
function told({ next, holds, silence }: Outlook) {
  const after = (at: number) => (at - START) / HOUR
  return {
    next: next && `${[next.heldBy, next.kind].filter(Boolean).join(' ')} ${after(next.dueAt)}`,
    holds: holds.map(({ by, until }) => `${by} ${after(until)}`),
    silence,
  }
}

/** At so many hours after 16:00 UTC, when day 1 starts. */
const outlook = (tell: readonly Told[], after: number, done = NOTHING, zone = 'UTC') =>
  told(outlookAt(recordOf(...tell), done, zone, START + after * HOUR))

describe('the next notice', () => {
  it.each([
    ['the start, days ahead, though no plan looks so far', [running], -40, NOTHING, 'start 0'],
    ['the start, a moment before', [running], -1 / 3600, NOTHING, 'start 0'],
    ['what is due and was not shown', [running], 0, NOTHING, 'start 0'],
    ['what came due while nothing could be shown', [running], 3, NOTHING, 'start 0'],
    ['a reminder once the start was told', [running], 3, delivery({ [START_1]: 0 }), 'lead 18'],
    ['the last reminder', [running, leadTimes(30)], 3, delivery({ [START_1]: 0 }), 'lead 23.5'],
    ['the end of a snooze', [running], 3, delivery({ [START_1]: 0 }, { [DAY_1]: 4 }), 'snooze snooze 4'],
    [
      'a reminder after a snooze that is over',
      [running],
      5,
      delivery({ [`${DAY_1}/snooze/${START + 4 * HOUR}`]: 4 }, { [DAY_1]: 4 }),
      'lead 18',
    ],
    ['the start of the next day where this one is done', [running, doneOn(1)], 3, NOTHING, 'start 24'],
    ['what quiet hours put off, once they are over', [running, quiet(15, 20)], 4, NOTHING, 'start 4'],
    [
      'not what was told before the quiet hours were chosen',
      [running, quiet(9, 12)],
      18.1,
      delivery({ [START_1]: 0, [`${DAY_1}/lead/${START + 18 * HOUR}`]: 18 }),
      'lead 23',
    ],
    ['the result where no reminder is left', [running, noStart, leadTimes()], 3, NOTHING, 'result 120'],
    ['a result that was not shown yet', [running], 121, NOTHING, 'result 120'],
    ['all that came due meanwhile, in one', [running, second], 3, NOTHING, 'away 0'],
    ['nothing after the result', [running], 121, delivery({ [`${RUN}/result/${START + 5 * DAY}`]: 120 }), undefined],
    ['nothing where nothing is tracked', [], 0, NOTHING, undefined],
  ] as const)('is %s', (_, tell, after, done, next) => {
    expect(outlook(tell, after, done).next).toBe(next)
  })

  it.each([
    ['of several at one instant that will speak', [running, quiet(8, 15)], 15, { [START_1]: 0 }, 'lead 23'],
    ['that quiet hours will put off', [running, quiet(9, 12)], 15, { [START_1]: 0 }, 'quiet lead 20'],
    ['that quiet hours put off now', [running, quiet(9, 12)], 18.5, { [START_1]: 0 }, 'quiet lead 20'],
    ['that comes at the end of quiet hours by itself', [running, quiet(7, 10)], 17, { [START_1]: 0 }, 'lead 18'],
  ] as const)('is the one %s', (_, tell, after, delivered, next) => {
    expect(outlook(tell, after, delivery(delivered)).next).toBe(next)
  })
})

describe('what is held back', () => {
  const snoozed = delivery({ [START_1]: 0 }, { [DAY_1]: 4 })

  it.each([
    ['nothing on an ordinary day', [running], 3, { [START_1]: 0 }, {}, []],
    ['nothing where quiet hours are on and nothing came due', [running, quiet(18, 20)], 3, { [START_1]: 0 }, {}, []],
    [
      'nothing where quiet hours will put off what is to come',
      [running, quiet(9, 12)],
      17.99,
      { [START_1]: 0 },
      {},
      [],
    ],
    [
      'what came due in quiet hours, from its instant on',
      [running, quiet(9, 12)],
      18,
      { [START_1]: 0 },
      {},
      ['quiet 20'],
    ],
    ['nothing once they are over', [running, quiet(9, 12)], 20, { [START_1]: 0 }, {}, []],
    ['a start in quiet hours', [running, quiet(15, 20)], 1, {}, {}, ['quiet 4']],
    ['nothing that was told before the quiet hours were chosen', [running, quiet(15, 20)], 1, { [START_1]: 0 }, {}, []],
    ['a day that is snoozed', [running], 3, { [START_1]: 0 }, { [DAY_1]: 4 }, ['snooze 4']],
    ['nothing once a snooze is over', [running], 4, { [START_1]: 0 }, { [DAY_1]: 4 }, []],
    ['a snooze that ends in quiet hours', [running, quiet(19, 21)], 3, { [START_1]: 0 }, { [DAY_1]: 4 }, ['quiet 5']],
    [
      'a reminder that came due while its day is snoozed, once',
      [running],
      18.2,
      { [START_1]: 0 },
      { [DAY_1]: 19 },
      ['snooze 19'],
    ],
    ['nothing of a day that is done', [running, doneOn(1)], 3, {}, { [DAY_1]: 4 }, []],
    ['the result', [running, quiet(15, 20)], 121, {}, {}, ['quiet 124']],
    [
      'nothing of a day of which a later word was told',
      [running, leadTimes(120, 60), quiet(13, 15.5)],
      23.3,
      { [START_1]: 0, [`${DAY_1}/lead/${START + 23 * HOUR}`]: 23.2 },
      {},
      [],
    ],
    [
      'nothing of it though another run starts when they are over',
      [running, leadTimes(120, 60), quiet(13, 15.5), laterBy(23.5)],
      23.3,
      { [START_1]: 0, [`${DAY_1}/lead/${START + 23 * HOUR}`]: 23.2 },
      {},
      [],
    ],
    [
      'nothing of it though another day starts when they are over',
      [
        ...tracked(
          ownEvent('own', [
            [0, 24],
            [23.5, 48],
          ]),
        ),
        leadTimes(120, 60),
        quiet(13, 15.5),
      ],
      23.3,
      { [`own/w1/start/${START}`]: 0, [`own/w1/lead/${START + 23 * HOUR}`]: 23.2 },
      {},
      [],
    ],
    ['a day that counts for two runs, once', [running, laterBy(0), quiet(15, 20)], 1, {}, {}, ['quiet 4']],
    [
      'a day that is snoozed, and nothing else is to be told',
      [running, noStart, leadTimes()],
      3,
      {},
      { [DAY_1]: 4 },
      ['snooze 4'],
    ],
    [
      'a word before one that comes at the end of the quiet hours by itself',
      [running, leadTimes(120, 60), quiet(13.5, 15)],
      22.5,
      { [START_1]: 0 },
      {},
      ['quiet 23'],
    ],
    [
      'each hold, the first to end first',
      [running, second, quiet(9, 12)],
      18,
      { [START_1]: 0 },
      { [`run-2/${dayId(2)}`]: 18.5, [DAY_1]: 20.5 },
      ['quiet 20', 'snooze 20.5'],
    ],
  ] as const)('is %s', (_, tell, after, delivered, until, holds) => {
    expect(outlook(tell, after, delivery(delivered, until)).holds).toEqual(holds)
  })

  it('is told by the wall clock of the zone', () => {
    // 23:00 in Kolkata is 17:30 UTC; 8:00 is 02:30 UTC.
    expect(outlook([running, quiet(23, 8)], 2, delivery({ [START_1]: 0 }), 'Asia/Kolkata')).toEqual({
      next: 'lead 18',
      holds: [],
      silence: undefined,
    })
    expect(outlook([running, quiet(21, 8)], 2, NOTHING, 'Asia/Kolkata')).toEqual({
      next: 'quiet start 10.5',
      holds: ['quiet 10.5'],
      silence: undefined,
    })
  })

  it('says when a snooze ends also where the next notice is of another day', () => {
    const one = { ...snoozed, snoozed: { [DAY_1]: START + 25 * HOUR } }
    expect(outlook([running], 22.5, { ...one, snoozed: { [DAY_1]: START + 23.5 * HOUR } })).toMatchObject({
      next: 'snooze snooze 23.5',
      holds: ['snooze 23.5'],
    })
  })
})

describe('why nobody is reminded', () => {
  const off = [noStart, leadTimes()]

  it.each([
    ['no reason', [running], 3, undefined],
    ['no reason before the start', [running], -3, undefined],
    ['nothing is tracked', [], 3, 'untracked'],
    ['the run is over', [running], 120, 'untracked', { [RESULT]: 120 }],
    ['no reason: its result is still to be told', [running], 120, undefined],
    ['no reason: its result is held back', [running, quiet(15, 20)], 121, undefined],
    ['the run was ended', [running, ended], 3, 'untracked'],
    ['no game shows it', [running, low], 3, 'hidden'],
    [
      'of two games none shows it',
      [running, low, [putCommander(SECOND, { ...DEFAULT_COMMANDER, level: 6 }), BEFORE]],
      3,
      'hidden',
    ],
    ['reminders are off', [running, ...off], 3, 'off'],
    ['reminders are off, and the day is done', [running, ...off, doneOn(1)], 3, 'off'],
    ['no reason: the start of a day is told', [running, leadTimes()], 3, undefined],
    ['no reason: a time before the end is told', [running, noStart], 3, undefined],
    ['the day is done', [running, doneOn(1)], 3, 'done'],
    ['the day is done, and another run is to come', [running, doneOn(1), laterBy(72)], 3, 'done'],
    ['all days are done', [running, ...[1, 2, 3, 4, 5].map((day) => doneOn(day))], 97, 'done'],
    [
      'no reason: another commander’s day is open',
      [running, doneOn(1), [putCommander(SECOND, DEFAULT_COMMANDER), BEFORE]],
      3,
      undefined,
    ],
    [
      'no reason: in its last hour too',
      [running, doneOn(1), [putCommander(SECOND, DEFAULT_COMMANDER), BEFORE]],
      23.5,
      undefined,
    ],
    ['no reason: another run’s day is open', [running, second, doneOn(1)], 3, undefined],
    ['no reason: the next day is open', [running, doneOn(1)], 24, undefined],
  ] as const)('%s', (_, tell, after, silence, delivered = {}) => {
    expect(outlook(tell, after, delivery(delivered)).silence).toBe(silence)
  })
})

it('is the first that the background will show, of any record (law)', () => {
  fc.assert(
    fc.property(arbitraryRecord, instant, fc.double({ min: 0, max: 0.999, noNaN: true }), (record, now, part) => {
      const { next } = outlookAt(record, NOTHING, 'Europe/London', now)
      const firstAt = (at: number) => planAt(record, NOTHING, 'Europe/London', at).notices[0]
      // Until it comes there is nothing to show.
      const before = next ? now + Math.floor(part * (next.dueAt - now)) : now
      if (!next || next.dueAt > now) expect(firstAt(before)).toBeUndefined()
      if (next) expect(firstAt(Math.max(now, next.dueAt))).toMatchObject({ kind: next.kind, dueAt: next.dueAt })
    }),
    { numRuns: 300 },
  )
})
