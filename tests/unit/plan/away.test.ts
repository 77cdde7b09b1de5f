/** What fell due while nothing could be shown is one message. */

import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { Delivery } from '../../../utils/plan/notice.ts'
import { type Plan, planAt } from '../../../utils/plan/plan.ts'
import { putRun, setDone } from '../../../utils/record/transitions.ts'
import { DAY, dayId, HOUR, RUN, recordOf, running, START, type Told } from '../support/records.ts'

const MINUTE = 60_000
const NOTHING: Delivery = { delivered: {}, snoozed: {} }
/** Ended when `RUN` starts its second day. */
const earlier: Told = [
  putRun('earlier', { eventId: DEFENDER_OF_PEACE.id, startsAt: START - 4 * DAY, startAssumed: false }),
  START - 5 * DAY,
]
/** Two hours after `RUN`. */
const beside: Told = [
  putRun('beside', { eventId: DEFENDER_OF_PEACE.id, startsAt: START + 2 * HOUR, startAssumed: false }),
  START - 2 * DAY,
]

const day2 = `${RUN}/${dayId(2)}/start/${START + DAY}`
const result = `earlier/result/${START + DAY}`
const away = `away/${START + DAY}`

function plan(told: readonly Told[], after: number, delivery = NOTHING): Plan {
  return planAt(recordOf(...told), delivery, 'UTC', START + after)
}

describe('several things that fell due meanwhile', () => {
  it('are one notice that speaks for all, the most urgent first', () => {
    const { notices } = plan([running, earlier], DAY + HOUR)
    expect(notices).toMatchObject([{ id: away, ids: [away, day2, result], kind: 'away', dueAt: START + DAY }])
    expect(notices[0]?.about?.map(({ kind }) => kind)).toEqual(['start', 'result'])
    expect(notices[0]?.day).toBeUndefined()
  })

  it.each([
    [MINUTE, ['result', 'start']],
    [MINUTE + 1, ['away']],
  ])('%d ms late are %j: an alarm may be a little late', (late, kinds) => {
    expect(plan([running, earlier], DAY + late).notices.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('are told beside what is due just now', () => {
    const { notices } = plan([running, earlier, beside], DAY + 2 * HOUR)
    expect(notices.map(({ id }) => id)).toEqual([away, `beside/${dayId(2)}/start/${START + DAY + 2 * HOUR}`])
  })

  it('are no message of several where it is only one', () => {
    expect(plan([running], DAY + HOUR).notices).toMatchObject([{ id: day2, kind: 'start' }])
  })

  it('put the day that closes first in front', () => {
    const { notices } = plan([running, beside], DAY + 3 * HOUR)
    expect(notices[0]?.about?.map(({ views: [view] }) => view?.run.id)).toEqual([RUN, 'beside'])
    expect(notices[0]?.views.map(({ run }) => run.id)).toEqual([RUN, 'beside'])
  })

  it('are named after the last of them', () => {
    const last = START + DAY + 2 * HOUR
    expect(plan([running, beside], DAY + 3 * HOUR).notices).toMatchObject([{ id: `away/${last}`, dueAt: last }])
  })

  it('are told in the order in which they fell due where nothing closes', () => {
    const before: Told = [
      putRun('z', { eventId: DEFENDER_OF_PEACE.id, startsAt: START - 5 * DAY, startAssumed: false }),
      START - 6 * DAY,
    ]
    const { notices } = plan([earlier, before], DAY + HOUR)
    expect(notices[0]?.about?.map(({ id }) => id)).toEqual([`z/result/${START}`, result])
  })
})

describe('the message of several things', () => {
  it('takes the place of what stood alone in it, shown by a worker that died before it wrote that down', () => {
    const { standing } = plan([running, earlier], DAY + HOUR)
    expect(standing).toEqual([away])
  })

  const at = START + DAY + HOUR
  const delivered = { [away]: at, [day2]: at, [result]: at }
  const shown: Delivery = { delivered, snoozed: {} }

  it('is not shown twice, nor what it told', () => {
    expect(plan([running, earlier], DAY + 2 * HOUR, shown).notices).toEqual([])
  })

  it('stays while one of them holds, and goes with the last', () => {
    const done: Told = [setDone('commander-1', RUN, dayId(2), true), at + MINUTE]
    expect(plan([running, earlier], DAY + HOUR).standing).toContain(away)
    expect(plan([running, earlier], DAY + 2 * HOUR, shown).standing).toContain(away)
    // The result of the other run is still news for three days.
    expect(plan([running, earlier, done], DAY + 2 * HOUR, shown).standing).toContain(away)
    expect(plan([running, done], DAY + 2 * HOUR, shown).standing).not.toContain(away)
    expect(plan([running, earlier, done], 4 * DAY, shown).standing).not.toContain(away)
  })

  it('does not stay for what was told at another instant', () => {
    const apart = { delivered: { ...delivered, [day2]: at + 1, [result]: at + 1 }, snoozed: {} }
    expect(plan([running, earlier], DAY + 2 * HOUR, apart).standing).not.toContain(away)
  })
})
