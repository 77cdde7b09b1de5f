/** Which causes a run gives to speak, on the millisecond. */

import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { type Delivery, type Notice, snoozeKeyOf } from '../../../utils/plan/notice.ts'
import { causesOf, type NoticeContext } from '../../../utils/plan/notice-causes.ts'
import { planAt } from '../../../utils/plan/plan.ts'
import { quietHoursEnd } from '../../../utils/plan/quiet-hours.ts'
import { runViewAt } from '../../../utils/plan/run-view.ts'
import { activeCommandersOf, runOf, settingsOf } from '../../../utils/record/read.ts'
import { DEFAULT_COMMANDER } from '../../../utils/record/record.ts'
import {
  changeChosenCommander,
  putCommander,
  putEvent,
  putRun,
  setSetting,
  type Transition,
} from '../../../utils/record/transitions.ts'
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

const MINUTE = 60_000
const NOTHING: Delivery = { delivered: {}, snoozed: {} }
const BEFORE = START - DAY
const DAY_1 = snoozeKeyOf(RUN, dayId(1))
const START_OF_DAY_1 = `${DAY_1}/start/${START}`

function contextOf(told: readonly Told[], now: number, delivery: Delivery): NoticeContext {
  const record = recordOf(...told)
  const settings = settingsOf(record)
  const afterQuietHours = (instant: number) => quietHoursEnd(instant, settings.quietHours, 'UTC')
  return { record, settings, delivery, spoken: new Map(), afterQuietHours, named: false, now }
}

/** The causes of `RUN` at `START + after`. */
function causes(told: readonly Told[], after: number, delivery = NOTHING): readonly Notice[] {
  const context = contextOf(told, START + after, delivery)
  const run = runOf(context.record, RUN)
  const views = activeCommandersOf(context.record).flatMap(
    (commander) => (run && runViewAt(context.record, commander, run, context.now)) ?? [],
  )
  return causesOf(views, context)
}

/** What would be shown at `START + after`, as "kind of day". */
function shown(told: readonly Told[], after: number, delivery = NOTHING): string[] {
  return planAt(recordOf(...told), delivery, 'UTC', START + after).notices.map(({ kind, day }) =>
    day ? `${kind} of day ${day.number}` : kind,
  )
}

/** `RUN` with what was changed of it, told in time. */
const changed = (more: object): Told => [
  putRun(RUN, { eventId: DEFENDER_OF_PEACE.id, startsAt: START, startAssumed: false, ...more }),
  BEFORE,
]
const delivery = (delivered: Delivery['delivered'], snoozed: Delivery['snoozed'] = {}): Delivery => ({
  delivered,
  snoozed,
})

describe('the causes of a run', () => {
  it('are none where nobody sees it', () => {
    expect(causesOf([], contextOf([running], START, NOTHING))).toEqual([])
  })

  it('come in the order of their instants, whatever holds them back', () => {
    const told = [running, leadTimes(60, 720, 360)]
    const ofDay1 = causes(told, 0, delivery({}, { [DAY_1]: START + 20 * HOUR })).filter(({ day }) => day?.number === 1)
    expect(ofDay1.map(({ id, dueAt }) => [id, (dueAt - START) / HOUR])).toEqual([
      [START_OF_DAY_1, 20],
      [`${DAY_1}/lead/${START + 12 * HOUR}`, 20],
      [`${DAY_1}/lead/${START + 18 * HOUR}`, 20],
      [`${DAY_1}/snooze/${START + 20 * HOUR}`, 20],
      [`${DAY_1}/lead/${START + 23 * HOUR}`, 23],
    ])
  })

  it('speak each for itself', () => {
    const all = causes([running], 0)
    expect(all.map(({ kind }) => kind)).toEqual(['result', ...Array(5).fill(['start', 'lead', 'lead']).flat()])
    expect(all.map(({ ids }) => ids)).toEqual(all.map(({ id }) => [id]))
  })

  it.each([
    ['when day 2 starts', DAY, [1]],
    ['a ms later', DAY + 1, [1, 2]],
  ])('are only of days that start before the commander’s end: %s', (_, after, numbers) => {
    const days = causes([changed({ endedAt: START + after })], HOUR).flatMap(({ day }) => day?.number ?? [])
    expect([...new Set(days)]).toEqual(numbers)
  })

  it.each([
    [15, [23]],
    [16, []],
    [17, []],
  ])('are none that quiet hours until %i hold back to the end of the day at 16 or beyond', (to, dueAfter) => {
    const leads = causes([running, leadTimes(90), quiet(14, to)], HOUR).filter(
      ({ kind, day }) => kind === 'lead' && day?.number === 1,
    )
    expect(leads.map(({ dueAt }) => (dueAt - START) / HOUR)).toEqual(dueAfter)
  })

  it('have the result once the last region is over', () => {
    const regions = [
      { id: 'eu', name: 'EU', startsAfter: 0 },
      { id: 'us', name: 'US', startsAfter: 420 },
    ]
    const told: Told[] = [
      [putEvent({ ...DEFENDER_OF_PEACE, regions }), START - 2 * DAY],
      running,
      [changeChosenCommander({ region: 'us' }), BEFORE],
      [putCommander('kira', { ...DEFAULT_COMMANDER, region: 'eu' }), BEFORE],
    ]
    const results = causes(told, 0).filter(({ kind }) => kind === 'result')
    expect(results).toMatchObject([{ dueAt: START + 5 * DAY + 7 * HOUR, views: [{}, {}] }])
  })
})

describe('a day', () => {
  it.each([
    [DAY - 1, ['lead of day 1']],
    [DAY, ['start of day 2']],
    [5 * DAY - 1, ['lead of day 5']],
    [5 * DAY, ['result']],
  ])('is not spoken of from its end on: %i ms after the start', (after, expected) => {
    expect(shown([running], after)).toEqual(expected)
  })

  it('is not announced where the commander does not want it', () => {
    expect(shown([running, [setSetting('startOfDay', false), BEFORE]], 0)).toEqual([])
    expect(shown([running, [setSetting('startOfDay', false), BEFORE]], 18 * HOUR)).toEqual(['lead of day 1'])
  })

  it.each([
    ['a minute shorter', 1439, MINUTE, ['lead of day 1']],
    ['as long', 1440, 0, ['start of day 1']],
    ['a minute longer', 1441, -MINUTE, []],
  ])('has no lead time before it starts: one that is %s', (_, minutes, after, expected) => {
    expect(shown([running, leadTimes(minutes)], after)).toEqual(expected)
  })
})

describe('a snooze', () => {
  it.each([
    ['at the start of the day', 0, 0, ['start of day 1']],
    ['a ms after it', 1, 1, ['snooze of day 1']],
    ['a ms before the end', DAY - 1, 18 * HOUR, []],
    ['at the end', DAY, 18 * HOUR, ['lead of day 1']],
    ['after the end', DAY + HOUR, 18 * HOUR, ['lead of day 1']],
  ])('counts only within the day, wherever the run was moved: one that ends %s', (_, until, after, expected) => {
    expect(shown([running], after, delivery({}, { [DAY_1]: START + until }))).toEqual(expected)
  })
})

describe('what was told in the very ms in which it came due is news, a ms later it is none', () => {
  const lowLevel: Told = [changeChosenCommander({ level: 9 }), BEFORE]
  const add = (at: number) => putCommander('kira', { ...DEFAULT_COMMANDER, name: 'Kira', addedAt: at })
  it.each<[what: string, before: readonly Told[], (at: number) => Transition, due: number, expected: string]>([
    ['a run', [], () => running[0], 0, 'start of day 1'],
    ['a run, for its result', [], () => running[0], 5 * DAY, 'result'],
    [
      'the wish to hear of starts',
      [running, [setSetting('startOfDay', false), BEFORE]],
      () => setSetting('startOfDay', true),
      0,
      'start of day 1',
    ],
    ['lead times', [running, leadTimes()], () => setSetting('leadTimes', [360]), 18 * HOUR, 'lead of day 1'],
    ['a mark that was taken back', [running, doneOn(1, 17)], () => doneOn(1, 18, false)[0], 18 * HOUR, 'lead of day 1'],
    ['a commander who was added', [running, lowLevel], add, 0, 'start of day 1'],
    ['a level', [running, lowLevel], () => changeChosenCommander({ level: 50 }), 0, 'start of day 1'],
    ['a level, for the result', [running, lowLevel], () => changeChosenCommander({ level: 50 }), 5 * DAY, 'result'],
    ['an event', [running], () => putEvent({ ...DEFENDER_OF_PEACE, story: 'Another.' }), 0, 'start of day 1'],
  ])('%s', (_, before, transition, due, expected) => {
    // The start of day 1 was shown already where it is not what comes due.
    const before18 = due === 0 ? NOTHING : delivery({ [START_OF_DAY_1]: START })
    const told = (at: number): Told[] => [...before, [transition(at), at]]
    expect(shown(told(START + due), due, before18)).toEqual([expected])
    expect(shown(told(START + due + 1), due + 1, before18)).toEqual([])
  })

  it.each([
    [MINUTE, []],
    [MINUTE + 1, ['start of day 1']],
  ])('a stamp %i ms ahead of the clock', (ahead, expected) => {
    expect(shown([[running[0], START + ahead]], 0)).toEqual(expected)
  })
})
