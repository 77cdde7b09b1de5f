import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { type Delivery, snoozeKeyOf, snoozeUntil } from '../../../utils/plan/notice.ts'
import { planAt } from '../../../utils/plan/plan.ts'
import { viewAt } from '../../../utils/plan/view.ts'
import { DEFAULT_COMMANDER } from '../../../utils/record/record.ts'
import {
  changeChosenCommander,
  changeCommander,
  putCommander,
  putEvent,
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

  it('wakes for a reminder at any minute', () => {
    const lines = ['0 h: start of day 1', '22.5 h: lead of day 1', '24 h: start of day 2', '46.5 h: lead of day 2']
    expect(story([running, leadTimes(90)], 0, 47 * HOUR)).toEqual(lines)
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
  const low: Told = [changeChosenCommander({ level: 9 }), START - DAY]
  it.each([
    ['a level that lets the event be seen', [running, low], changeChosenCommander({ level: 50 })],
    ['a mission that was completed', [running, low], changeChosenCommander({ level: 50, missionOpen: false })],
    ['an event that was written or edited', [running], putEvent({ ...DEFENDER_OF_PEACE, story: 'Another.' })],
  ] as const)('is no news: %s', (_, before, transition) => {
    const told = (after: number): Told[] => [...before, [transition, START + after]]
    expect(shown(told(5 * HOUR), 5 * HOUR + 1)).toEqual([])
    expect(shown(told(5 * HOUR), 18 * HOUR)).toEqual(['lead of day 1'])
    expect(shown(told(5 * DAY + HOUR), 5 * DAY + HOUR + 1)).toEqual([])
  })
  it('is no news: to a commander who was added after it', () => {
    const added = (at: number): Told[] => [
      running,
      [putCommander('kira', { ...DEFAULT_COMMANDER, name: 'Kira', addedAt: at }), at],
      [changeChosenCommander({ level: 9 }), START - DAY],
      [changeCommander('kira', { name: 'Nerys' }), at + HOUR],
    ]
    expect(shown(added(START + 5 * HOUR), 5 * HOUR + 1)).toEqual([])
    expect(shown(added(START + 5 * HOUR), 18 * HOUR)).toEqual(['lead of day 1'])
    // Also not where quiet hours hold it back.
    expect(shown([...added(START + 5 * HOUR), quiet(15, 22)], 6 * HOUR)).toEqual([])
    expect(shown([...added(START - DAY), quiet(15, 22)], 6 * HOUR)).toEqual(['start of day 1'])
  })
  it.each([
    ['a commander', changeChosenCommander({ name: 'Nerys' })],
    ['an event', putEvent({ ...DEFENDER_OF_PEACE, name: 'Defender' })],
  ])('%s that was renamed silences nothing that is to come', (_, rename) => {
    expect(shown([running, [rename, START + 17 * HOUR]], 18 * HOUR)).toEqual(['lead of day 1'])
    // Nor what quiet hours hold back: due at 16 h, shown at 18 h.
    expect(shown([running, leadTimes(480), quiet(8, 10), [rename, START + 17 * HOUR]], 18 * HOUR)).toEqual([
      'lead of day 1',
    ])
  })
  it('stays where it is: what was shown before the commander or the event was changed', () => {
    const { notices } = planAt(recordOf(running), NOTHING, 'UTC', START)
    const ids = notices.flatMap((notice) => notice.ids)
    const delivery = { delivered: Object.fromEntries(ids.map((id) => [id, START])), snoozed: {} }
    const told: Told[] = [
      [changeChosenCommander({ name: 'Nerys' }), START + HOUR],
      [putEvent({ ...DEFENDER_OF_PEACE, name: 'Defender' }), START + HOUR],
    ]
    expect(planAt(recordOf(running, ...told), delivery, 'UTC', START + 2 * HOUR)).toMatchObject({
      notices: [],
      standing: ids,
    })
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

describe('the last word on a day', () => {
  const day1 = snoozeKeyOf(RUN, dayId(1))
  const start = `${day1}/start/${START}`
  const withDelivered = (delivered: Delivery['delivered']): Delivery => ({ delivered, snoozed: {} })

  it('makes an older word of what quiet hours held back with it', () => {
    const held = 6 * HOUR
    // The reminder of 12:00 was shown at 22:00 in place of the start; then the commander wants none any more.
    const noMore: Told = [setSetting('leadTimes', []), START + held]
    const told = [running, quiet(15, 22), leadTimes(1200), noMore]
    const last = withDelivered({ [`${day1}/lead/${START + 4 * HOUR}`]: START + held })
    expect(shown(told, held)).toEqual(['start of day 1'])
    expect(shown(told, held, last)).toEqual([])
    expect(shown(told, held + 1, last)).toEqual([])
  })

  it('is the latest, in whatever order they were kept', () => {
    const snooze = `${day1}/snooze/${START + 19 * HOUR}`
    const [first, last] = [{ [start]: START }, { [snooze]: START + 19 * HOUR }]
    expect(shown([running], 20 * HOUR, withDelivered(first))).toEqual(['lead of day 1'])
    expect(shown([running], 20 * HOUR, withDelivered({ ...first, ...last }))).toEqual([])
    expect(shown([running], 20 * HOUR, withDelivered({ ...last, ...first }))).toEqual([])
  })

  it('is none that lies ahead: the clock went back', () => {
    expect(shown([running], 18 * HOUR, withDelivered({ [start]: START + 20 * HOUR }))).toEqual(['lead of day 1'])
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

describe('the result of an event that ends several times', () => {
  const regions = [
    { id: 'eu', name: 'EU', startsAfter: 0 },
    { id: 'us', name: 'US', startsAfter: 420 },
  ]
  const told: Told[] = [[putEvent({ ...DEFENDER_OF_PEACE, regions }), START - 2 * DAY], running]
  const US_END = START + 5 * DAY + 7 * HOUR
  const delivery: Delivery = { delivered: { [`${RUN}/result/${US_END}`]: US_END }, snoozed: {} }

  it('is told once, also where the commander tells the region only then', () => {
    expect(shown(told, US_END - START)).toEqual(['result'])
    const inEu: Told = [changeChosenCommander({ region: 'eu' }), US_END + 1]
    const plan = planAt(recordOf(...told, inEu), delivery, 'UTC', US_END + 2)
    // What was shown stays.
    expect([plan.notices, plan.standing]).toEqual([[], [`${RUN}/result/${US_END}`]])
  })

  it('is told once, also where quiet hours held both ends back', () => {
    // From 15:00 to 01:00; the ends are at 16:00 and 23:00.
    const held = START + 5 * DAY + 9 * HOUR
    const shownThen: Delivery = { delivered: { [`${RUN}/result/${US_END}`]: held }, snoozed: {} }
    const inEu: Told = [changeChosenCommander({ region: 'eu' }), held + 1]
    const plan = planAt(recordOf(...told, quiet(15, 1), inEu), shownThen, 'UTC', held + 2)
    expect([plan.notices, plan.standing]).toEqual([[], [`${RUN}/result/${US_END}`]])
  })

  it('is told again where the run was moved to a later end', () => {
    const moved = { eventId: DEFENDER_OF_PEACE.id, startsAt: START + DAY, startAssumed: false }
    const later: Told = [putRun(RUN, moved), US_END + HOUR]
    expect(shown([...told, later], US_END - START + DAY, delivery)).toEqual(['result'])
  })
})
