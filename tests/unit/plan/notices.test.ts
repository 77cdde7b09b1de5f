import { describe, expect, it } from 'vitest'
import { type Delivery, snoozeKeyOf, snoozeUntil } from '../../../utils/plan/notice.ts'
import { planAt } from '../../../utils/plan/plan.ts'
import { viewAt } from '../../../utils/plan/view.ts'
import {
  changeChosenCommander,
  changeCommander,
  putRun,
  setDone,
  setNote,
  setSetting,
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

/** What would be shown at `START + after`, as "kind of day". */
function shown(told: readonly Told[], after: number, delivery = NOTHING, zone = 'UTC'): string[] {
  return planAt(recordOf(...told), delivery, zone, START + after).notices.map((notice) =>
    notice.day ? `${notice.kind} of day ${notice.day.number}` : notice.kind,
  )
}

/** Walks from wake to wake as the background would, and tells what came and when (hours after the start). */
function story(told: readonly Told[], from: number, to: number, zone = 'UTC'): string[] {
  const record = recordOf(...told)
  const delivered: Record<string, number> = {}
  const lines: string[] = []
  let now = START + from
  while (now <= START + to) {
    const plan = planAt(record, { delivered, snoozed: {} }, zone, now)
    for (const notice of plan.notices) {
      lines.push(`${(now - START) / HOUR} h: ${notice.kind}${notice.day ? ` of day ${notice.day.number}` : ''}`)
      delivered[notice.id] = now
    }
    if (plan.wakeAt === undefined) break
    expect(plan.wakeAt).toBeGreaterThan(now)
    expect(plan.wakeAt - now).toBeLessThanOrEqual(HOUR)
    now = plan.wakeAt
  }
  return lines
}

describe('an ordinary event, from start to end', () => {
  it('speaks at the start of each day, 6 h and 1 h before its end, and at the end', () => {
    const day = (n: number) => [
      `${(n - 1) * 24} h: start of day ${n}`,
      `${n * 24 - 6} h: lead of day ${n}`,
      `${n * 24 - 1} h: lead of day ${n}`,
    ]
    expect(story([running], -DAY, 9 * DAY)).toEqual([1, 2, 3, 4, 5].flatMap(day).concat('120 h: result'))
  })

  it('is silent about a day that is done', () => {
    const all = [1, 2, 3, 4, 5].map((n) => doneOn(n))
    // Marks are in the record from the first moment of this story, so not even the starts are spoken of.
    expect(story([running, ...all], 0, 9 * DAY).at(-1)).toBe('120 h: result')
    expect(shown([running, doneOn(1)], 18 * HOUR)).toEqual([])
  })

  it('sleeps for good when all is over', () => {
    expect(planAt(recordOf(running), NOTHING, 'UTC', START + 9 * DAY).wakeAt).toBeUndefined()
  })
})

describe('what came due while the browser was away', () => {
  it.each([
    ['in the last hour', 23.5 * HOUR, ['lead of day 1']],
    ['after the day', 25 * HOUR, ['start of day 2']],
    ['two days later', 2 * DAY + 20 * HOUR, ['lead of day 3']],
    ['after the end', 6 * DAY, ['result']],
    ['more than three days after the end', 8 * DAY, []],
  ] as const)('%s: one message or none', (_, after, expected) => expect(shown([running], after)).toEqual(expected))
})

describe('what came due before the commander told of it', () => {
  const late: Told = [running[0], START + 20 * HOUR]
  it('is no news: a run started today at 20 h', () => {
    expect(shown([late], 20 * HOUR)).toEqual([])
    expect(shown([late], 23 * HOUR)).toEqual(['lead of day 1'])
  })
  it('is no news: a mark that was taken back', () => {
    expect(shown([running, doneOn(1, 17), doneOn(1, 19, false)], 19 * HOUR)).toEqual([])
    expect(shown([running, doneOn(1, 17), doneOn(1, 19, false)], 23 * HOUR)).toEqual(['lead of day 1'])
  })
  it('is no news: a lead time added after its time', () => {
    const added: Told = [setSetting('leadTimes', [600, 60]), START + 20 * HOUR]
    const lead = planAt(recordOf(running), NOTHING, 'UTC', START + 19 * HOUR).notices[0]?.id ?? ''
    const delivery = { delivered: { [lead]: START + 19 * HOUR }, snoozed: {} }
    expect(shown([running, added], 20 * HOUR, delivery)).toEqual([])
    expect(shown([running, added], 23 * HOUR, delivery)).toEqual(['lead of day 1'])
  })
  it('is no news: told while the wake was waiting', () => {
    expect(shown([[running[0], START + 20 * HOUR + 5]], 20 * HOUR)).toEqual([])
  })
  it('is news where the stamp is from the future: the clock went back', () => {
    const future: Told = [running[0], START + 30 * HOUR]
    expect(shown([future], 18 * HOUR)).toEqual(['lead of day 1'])
  })
})

describe('quiet hours', () => {
  it.each([
    // Day 1 ends at 16:00 UTC: a reminder 12 h before comes at 04:00, within 22–08, so at 08:00.
    [
      'hold a reminder back to their end',
      [running, leadTimes(720), quiet(22, 8)],
      'UTC',
      ['0 h: start of day 1', '16 h: lead of day 1'],
    ],
    [
      'over midnight or not',
      [running, leadTimes(720), quiet(1, 8)],
      'UTC',
      ['0 h: start of day 1', '16 h: lead of day 1'],
    ],
    [
      'in the commander’s zone',
      [running, leadTimes(720), quiet(22, 8)],
      'America/New_York',
      ['0 h: start of day 1', '21 h: lead of day 1'],
    ],
    ['drop what would come after the end', [running, leadTimes(60), quiet(14, 16)], 'UTC', ['0 h: start of day 1']],
    ['hold the start back', [running, leadTimes(), quiet(15, 20)], 'UTC', ['4 h: start of day 1']],
    [
      'collapse what falls into them',
      [running, leadTimes(720, 660, 600), quiet(22, 8)],
      'UTC',
      ['0 h: start of day 1', '16 h: lead of day 1'],
    ],
  ] as const)('%s', (_, told, zone, expected) => {
    expect(story(told, -HOUR, 23.9 * HOUR, zone)).toEqual(expected)
  })
})

describe('snooze', () => {
  const today = (after: number) => viewAt(recordOf(running), START + after).runs[0]?.today
  it.each([
    [20 * HOUR, 21 * HOUR],
    [23 * HOUR + 30 * MINUTE, 23 * HOUR + 55 * MINUTE],
    [23 * HOUR + 55 * MINUTE, undefined],
  ])('at %d ms lasts until %s', (after, until) => {
    const day = today(after)
    expect(day && snoozeUntil(day, START + after)).toBe(until === undefined ? undefined : START + until)
  })

  it('is void once the run was moved from under it', () => {
    const moved: Told = [
      putRun(RUN, { eventId: 'defender-of-peace', startsAt: START + DAY, startAssumed: false }),
      START + 18 * HOUR,
    ]
    const delivery = { delivered: {}, snoozed: { [snoozeKeyOf(RUN, dayId(1))]: START + 19 * HOUR } }
    expect(shown([running, moved], 19 * HOUR, delivery)).toEqual([])
  })

  it('holds the day back, then speaks once', () => {
    const delivery = { delivered: {}, snoozed: { [snoozeKeyOf(RUN, dayId(1))]: START + 19 * HOUR } }
    expect(shown([running], 18.5 * HOUR, delivery)).toEqual([])
    const { notices, wakeAt } = planAt(recordOf(running), delivery, 'UTC', START + 18.5 * HOUR)
    expect(notices).toEqual([])
    expect(wakeAt).toBe(START + 19 * HOUR)
    expect(shown([running], 19 * HOUR, delivery)).toEqual(['snooze of day 1'])
    expect(shown([running, doneOn(1, 18)], 19 * HOUR, delivery)).toEqual([])
  })
})

describe('the id of a notice', () => {
  const idsAt = (told: readonly Told[], after: number) =>
    planAt(recordOf(...told), NOTHING, 'UTC', START + after).notices.map(({ id }) => id)

  it('differs when the run moves, so that the moved day is announced', () => {
    const moved: Told = [
      putRun(RUN, { eventId: 'defender-of-peace', startsAt: START + DAY, startAssumed: false }),
      START + HOUR,
    ]
    expect(idsAt([running], 0)).not.toEqual(idsAt([running, moved], DAY))
    expect(idsAt([running, moved], DAY)).toHaveLength(1)
  })

  it('is shown once', () => {
    const [id = ''] = idsAt([running], 0)
    expect(shown([running], HOUR, { delivered: { [id]: START }, snoozed: {} })).toEqual([])
  })
})

describe('several commanders', () => {
  const two: Told[] = [
    running,
    [changeCommander('kira', { name: 'Kira' }), START - DAY],
    [changeCommander('odo', { name: 'Odo' }), START - DAY],
    [setDone('kira', RUN, dayId(1), true), START + HOUR],
    [setNote('kira', RUN, dayId(1), 'Kira’s note'), START + HOUR],
  ]
  it('hear of a day only where it is not done, with their own note', () => {
    const [notice] = planAt(recordOf(...two), NOTHING, 'UTC', START + 18 * HOUR).notices
    expect(notice?.views.map(({ commander }) => commander.name)).toEqual(['Odo'])
    expect(notice).toMatchObject({ named: true, day: { done: false, note: '' } })
  })
})

it('says nothing to a commander whose game does not show the event', () => {
  expect(shown([running, [changeChosenCommander({ level: 9 }), START - DAY]], 0)).toEqual([])
})

it('says nothing of a run that the commander ended', () => {
  const ended: Told = [
    putRun(RUN, { eventId: 'defender-of-peace', startsAt: START, startAssumed: false, endedAt: START + DAY }),
    START + DAY,
  ]
  expect(story([running, ended], DAY, 9 * DAY)).toEqual([])
})
