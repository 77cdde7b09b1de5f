/** Several runs at once and several commanders: what the badge, the notices and the popup make of them. */

import { describe, expect, it } from 'vitest'
import type { EventDefinition, RelatedEvent } from '../../../utils/events/event.ts'
import type { Delivery } from '../../../utils/plan/notice.ts'
import { planAt } from '../../../utils/plan/plan.ts'
import { twinsOf } from '../../../utils/plan/twins.ts'
import { viewAt } from '../../../utils/plan/view.ts'
import {
  activeCommandersOf,
  chosenCommanderOf,
  commandersOf,
  runOf,
  runsNear,
  runsUntil,
} from '../../../utils/record/read.ts'
import { DEFAULT_COMMANDER, FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import { runIdOf } from '../../../utils/record/run-id.ts'
import {
  addRun,
  changeCommander,
  changeRun,
  moveCommander,
  putCommander,
  putEvent,
  putRun,
  removeCommander,
  removeRun,
  setDone,
  setSetting,
} from '../../../utils/record/transitions.ts'
import { DAY, dayId, doneOn, HOUR, RUN, recordOf, running, START, type Told } from '../support/records.ts'

const NOTHING: Delivery = { delivered: {}, snoozed: {} }
const BEFORE = START - 2 * DAY
const SECOND = 'commander-2'

/** One window of twelve hours, at an hour of its own, within the first day. */
function short(id: string, opensAfterHours: number, name = id): EventDefinition {
  return {
    id,
    name,
    shortName: name,
    rewards: [],
    lasts: (opensAfterHours + 12) * 60,
    relatedEvents: [
      { id: 'only', name, code: 'ONE', rewards: [], windows: [{ opensAfter: opensAfterHours * 60, lasts: 720 }] },
    ],
  }
}

function tracked(event: EventDefinition, more = {}): Told[] {
  const run = { eventId: event.id, startsAt: START, startAssumed: false, ...more }
  return [
    [putEvent(event), BEFORE],
    [putRun(event.id, run), BEFORE],
  ]
}

const plan = (told: readonly Told[], after: number, delivery = NOTHING) =>
  planAt(recordOf(...told), delivery, 'UTC', START + after)
const second = (change = {}): Told => [
  putCommander(SECOND, { ...DEFAULT_COMMANDER, name: 'Malachai', ...change }),
  BEFORE,
]

describe('several runs', () => {
  const nested = tracked(short('nested', 2))

  it.each([
    ['before the nested one opens', HOUR, 'UA', 0, [RUN, 'nested']],
    ['both open: what closes first stands first', 3 * HOUR, 'ONE', 1, ['nested', RUN]],
    ['the last hour of the nested one', 13.5 * HOUR, 'ONE', 1, ['nested', RUN]],
    ['the nested one over', 14 * HOUR, 'UA', 0, [RUN]],
  ])('%s', (_, after, text, more, order) => {
    const told = [running, ...nested]
    expect(plan(told, after).badge).toMatchObject({ text, more })
    expect(viewAt(recordOf(...told), START + after).shown.map(({ run }) => run.id)).toEqual(order)
  })

  it('counts what is done no more', () => {
    const told: Told[] = [running, ...nested, [setDone(FIRST_COMMANDER, 'nested', 'only', true), START + 3 * HOUR]]
    expect(plan(told, 4 * HOUR).badge).toMatchObject({ text: 'UA', more: 0 })
  })

  it('keeps points and marks of each apart', () => {
    const { shown } = viewAt(recordOf(running, ...nested, doneOn(1)), START + 3 * HOUR)
    expect(
      shown.map(({ run, points, pointsTotal, scored, daysDone }) => [run.id, points, pointsTotal, scored, daysDone]),
    ).toEqual([
      ['nested', 0, 0, false, 0],
      [RUN, 100, 500, true, 1],
    ])
  })

  it('speaks of two related events that open at once, each by its name', () => {
    const { notices } = plan([running, ...tracked(short('other', 0))], 0)
    expect(notices.map(({ day }) => day?.window.relatedEvent.name)).toEqual(['other', 'Unraveling Anomalies'])
  })

  it('lets nothing stand of what is done, though another opens at the same hour', () => {
    const told: Told[] = [running, ...tracked(short('other', 0)), doneOn(1)]
    expect(plan(told, HOUR).standing).toEqual([`other/only/start/${START}`])
  })

  it('counts twins once, and not beside each other', () => {
    const twins = [...tracked(short('arc', 2, 'Feeder')), ...tracked(short('meta', 2, 'Feeder'))]
    expect(plan(twins, 3 * HOUR).badge).toMatchObject({ text: 'ONE', more: 0, others: [] })
    // What closes first stands first.
    expect(plan([...twins, ...tracked(short('third', 1))], 3 * HOUR).badge).toMatchObject({
      run: { run: { id: 'third' } },
      more: 1,
    })
  })

  describe('that a related event counts for both', () => {
    const told = [...tracked(short('arc', 2, 'Feeder')), ...tracked(short('meta', 2, 'Feeder'))]

    it('is told once, for both', () => {
      const { notices, standing } = plan(told, 2 * HOUR)
      const ids = ['arc', 'meta'].map((id) => `${id}/only/start/${START + 2 * HOUR}`)
      expect(notices).toMatchObject([{ id: ids[0], ids }])
      expect(standing).toEqual(ids)
    })
    it('is not told again once it was told for one', () => {
      const delivered = { [`meta/only/start/${START + 2 * HOUR}`]: START + 2 * HOUR }
      expect(plan(told, 2 * HOUR + 1, { delivered, snoozed: {} }).notices).toEqual([])
    })
    it('is told for the one that is left to do', () => {
      const done: Told = [setDone(FIRST_COMMANDER, 'arc', 'only', true), START + 3 * HOUR]
      expect(plan([...told, done], 8 * HOUR).notices).toMatchObject([{ ids: [`meta/only/lead/${START + 8 * HOUR}`] }])
    })
    it('stays where it was shown while there is a reason in one of them', () => {
      const shown = `arc/only/start/${START + 2 * HOUR}`
      const delivered = { [shown]: START + 2 * HOUR, [`meta/only/start/${START + 2 * HOUR}`]: START + 2 * HOUR }
      const arcDone: Told = [setDone(FIRST_COMMANDER, 'arc', 'only', true), START + 3 * HOUR]
      const metaDone: Told = [setDone(FIRST_COMMANDER, 'meta', 'only', true), START + 3 * HOUR]
      const standingOf = (...more: Told[]) =>
        plan([...told, running, ...more], 3 * HOUR, { delivered, snoozed: {} }).standing
      expect(standingOf(arcDone)).toContain(shown)
      expect(standingOf(arcDone).filter((id) => id.startsWith('run'))).toHaveLength(1)
      expect(standingOf(arcDone, metaDone)).not.toContain(shown)
    })
    it('is the twin of the other, whoever looks', () => {
      const { runs } = viewAt(recordOf(...told, running), START)
      expect(twinsOf(runs, { runId: 'meta', windowId: 'only' })).toEqual([
        { runId: 'meta', windowId: 'only' },
        { runId: 'arc', windowId: 'only' },
      ])
      expect(twinsOf(runs, { runId: 'gone', windowId: 'only' })).toEqual([])
    })
  })
})

describe('several commanders', () => {
  it('share one notice, which ends with the last of them', () => {
    expect(plan([running, second()], 0).notices).toMatchObject([
      { kind: 'start', named: true, views: [{ commander: { id: FIRST_COMMANDER } }, { commander: { id: SECOND } }] },
    ])
    const one = [running, second(), doneOn(1)]
    expect(plan(one, 18 * HOUR).notices).toMatchObject([{ views: [{ commander: { name: 'Malachai' } }] }])
    const both: Told = [setDone(SECOND, RUN, dayId(1), true), START + 2 * HOUR]
    expect(plan([...one, both], 18 * HOUR).notices).toEqual([])
  })

  it.each([
    ['all', 'UA', 'open'],
    ['chosen', '✓', 'done'],
  ] as const)('the badge speaks of %s of them', (badgeFor, text, state) => {
    const set: Told = [setSetting('badgeFor', badgeFor), BEFORE]
    expect(plan([running, second(), doneOn(1), set], HOUR * 3).badge).toMatchObject({
      text,
      state,
      others: [],
      more: 0,
    })
  })

  it.each([
    ['a day of which only one of them can see the event', { level: 10 }, { level: 50 }],
    ['a day that one of them can see', { level: 50 }, { level: 10 }],
    ['a day of both', {}, {}],
  ])('are named in a notice of %s', (_, first, other) => {
    const told = [
      ...tracked({ ...short('high', 0), minLevel: 20 }),
      second(other),
      [changeCommander(FIRST_COMMANDER, first), BEFORE] as Told,
    ]
    expect(plan(told, 0).notices).toMatchObject([{ named: true }])
    expect(plan(told, 12 * HOUR).notices).toMatchObject([{ kind: 'result', named: true }])
  })

  it('are all named where twins concern one each', () => {
    const told = [
      ...tracked({ ...short('arc', 0, 'Feeder'), maxLevel: 39 }),
      ...tracked({ ...short('meta', 0, 'Feeder'), minLevel: 40 }),
      second({ level: 45 }),
      [changeCommander(FIRST_COMMANDER, { level: 30 }), BEFORE] as Told,
    ]
    const { notices, badge } = plan(told, 0)
    expect(notices).toMatchObject([{ named: true, views: [{}, {}] }])
    expect([badge.run, ...badge.others].map((view) => view?.commander.id)).toEqual([FIRST_COMMANDER, SECOND])
  })

  it('are all named also where the day that is announced, and with it the run of its twin, is more than a day away', () => {
    const [related] = short('x', 0, 'Feeder').relatedEvents
    const arc: EventDefinition = {
      ...short('arc', 40, 'Feeder'),
      maxLevel: 39,
      relatedEvents: [
        { ...related, id: 'first', name: 'First' } as RelatedEvent,
        ...short('arc', 40, 'Feeder').relatedEvents,
      ],
    }
    const told = [
      ...tracked(arc),
      ...tracked({ ...short('meta', 0, 'Feeder'), minLevel: 40 }, { startsAt: START + 40 * HOUR }),
      second({ level: 45 }),
      [changeCommander(FIRST_COMMANDER, { level: 30 }), BEFORE] as Told,
    ]
    for (const after of [13 * HOUR, 15 * HOUR, 16 * HOUR, 41 * HOUR]) {
      const { badge } = plan(told, after)
      expect(badge).toMatchObject({
        run: { run: { id: 'arc' } },
        day: { window: { startsAt: START + 40 * HOUR } },
        more: 0,
      })
      expect(badge.others.map(({ run, commander }) => [run.id, commander.id])).toEqual([['meta', SECOND]])
    }
    const chosen: Told = [setSetting('badgeFor', 'chosen'), BEFORE]
    expect(plan([...told, chosen], 13 * HOUR).badge.others).toEqual([])
  })

  it('are not named where only one is played', () => {
    const archived: Told = [changeCommander(SECOND, { archived: true }), BEFORE + 1]
    expect(plan([running, second(), archived], 0).notices).toMatchObject([{ named: false }])
  })

  it('the badge names all for whom the day is open', () => {
    const { badge } = plan([running, second()], HOUR)
    expect([badge.run, ...badge.others].map((view) => view?.commander.id)).toEqual([FIRST_COMMANDER, SECOND])
    expect(badge.more).toBe(0)
  })

  it('that are archived are left out, but for the last', () => {
    const archived: Told = [changeCommander(SECOND, { archived: true }), BEFORE + 1]
    expect(plan([running, second(), archived, doneOn(1)], 18 * HOUR)).toMatchObject({
      notices: [],
      badge: { text: '✓' },
    })
    const first: Told = [changeCommander(FIRST_COMMANDER, { archived: true }), BEFORE + 1]
    expect(activeCommandersOf(recordOf(second(), archived, first))).toHaveLength(2)
  })

  it('see different related events of one day by their levels, each told to whom it is for', () => {
    const brackets: EventDefinition = {
      ...short('brackets', 0),
      relatedEvents: short('x', 0).relatedEvents.flatMap((related) => [
        { ...related, id: 'low', name: 'Low', maxLevel: 39 },
        { ...related, id: 'high', name: 'High', minLevel: 40 },
      ]),
    }
    const told = [
      ...tracked(brackets),
      second({ level: 45 }),
      [changeCommander(FIRST_COMMANDER, { level: 30 }), BEFORE] as Told,
    ]
    expect(plan(told, 0).notices.map(({ day, views }) => [day?.window.relatedEvent.name, views.length])).toEqual([
      ['Low', 1],
      ['High', 1],
    ])
    const [view] = viewAt(recordOf(...told), START).shown
    expect(view?.days.map(({ window }) => window.id)).toEqual(['low'])
    expect(view?.hidden).toMatchObject([{ reason: 'level', window: { id: 'high' } }])
  })

  it('keep their order, and lose nothing but their place when one goes', () => {
    const three = [second(), [putCommander('commander-0', DEFAULT_COMMANDER), BEFORE] as Told]
    const ids = (...told: Told[]) => commandersOf(recordOf(...told)).map(({ id }) => id)
    expect(ids(...three)).toEqual(['commander-0', FIRST_COMMANDER, SECOND])
    const moved: Told = [moveCommander(SECOND, -1), BEFORE + 1]
    expect(ids(...three, moved)).toEqual(['commander-0', SECOND, FIRST_COMMANDER])
    expect(ids(...three, moved, [removeCommander('commander-0'), BEFORE + 2])).toEqual([SECOND, FIRST_COMMANDER])
    expect(ids([removeCommander(FIRST_COMMANDER), BEFORE])).toEqual([FIRST_COMMANDER])
  })

  it('falls back to another where the chosen one is gone or archived', () => {
    const chosen: Told = [setSetting('commander', SECOND), BEFORE]
    expect(chosenCommanderOf(recordOf(second(), chosen)).id).toBe(SECOND)
    for (const gone of [removeCommander(SECOND), changeCommander(SECOND, { archived: true })]) {
      expect(chosenCommanderOf(recordOf(second(), chosen, [gone, BEFORE + 1])).id).toBe(FIRST_COMMANDER)
    }
  })
})

describe('a run that comes again', () => {
  const weekly = tracked(short('weekly', 0), { repeatsEvery: 1 })
  const WEEK = 7 * DAY

  it('wakes the background for each, with marks of its own', () => {
    const told: Told[] = [...weekly, [setDone(FIRST_COMMANDER, 'weekly', 'only', true), START + HOUR]]
    expect(plan(told, 2 * HOUR).badge.text).toBe('✓')
    expect(plan(told, WEEK).badge).toMatchObject({ text: 'ONE', run: { run: { id: 'weekly#2' } } })
    expect(plan(told, WEEK).notices).toMatchObject([{ id: `weekly#2/only/start/${START + WEEK}` }])
    expect(plan(told, WEEK - HOUR * 24).badge.state).toBe('upcoming')
    expect(plan(told, WEEK - HOUR * 25).wakeAt).toBe(START + WEEK - HOUR * 24)
  })

  it('shows the one that is on, else the next', () => {
    const shownAt = (after: number) => viewAt(recordOf(...weekly), START + after).shown.map(({ run }) => run.id)
    expect(shownAt(HOUR)).toEqual(['weekly'])
    expect(shownAt(DAY)).toEqual(['weekly#2'])
    expect(shownAt(10 * WEEK + HOUR)).toEqual(['weekly#11'])
  })

  it.each([
    ['removed', removeRun('weekly#2')],
    ['ended', changeRun('weekly#2', { endedAt: START + DAY })],
    ['put forward and over', changeRun('weekly#2', { startsAt: START + DAY })],
  ])('goes on after its next one was %s ahead of its time', (_, change) => {
    const told: Told[] = [...weekly, [change, START + HOUR]]
    // The moved one is over on its second day.
    for (const after of [2 * DAY, WEEK, WEEK + DAY]) expect(plan(told, after).wakeAt).toBe(START + after + HOUR)
    expect(plan(told, 2 * WEEK).notices).toMatchObject([{ id: `weekly#3/only/start/${START + 2 * WEEK}` }])
    expect(viewAt(recordOf(...told), START + 2 * DAY).shown.map(({ run }) => run.id)).toEqual(['weekly#3'])
  })

  it('goes on after several of its next ones were removed', () => {
    const gone = [2, 3, 4].map((number): Told => [removeRun(`weekly#${number}`), START + HOUR])
    expect(runsNear(recordOf(...weekly, ...gone), START + 2 * DAY).map(({ id }) => id)).toEqual(['weekly', 'weekly#5'])
    const stopped: Told = [changeRun('weekly', { repeatsUntil: START + 3 * WEEK }), START + HOUR]
    expect(runsNear(recordOf(...weekly, ...gone, stopped), START + 2 * DAY).map(({ id }) => id)).toEqual(['weekly'])
  })

  it('is over for good once it is stopped, also where its next one was removed and put back', () => {
    const next = runOf(recordOf(...weekly), 'weekly#2')
    if (!next) throw new Error('no second occurrence')
    const told: Told[] = [
      ...weekly,
      [removeRun('weekly#2'), START + HOUR],
      [putRun('weekly#2', next), START + HOUR + 1],
      [changeRun('weekly', { repeatsUntil: START + 2 * HOUR }), START + 2 * HOUR],
    ]
    expect(plan(told, WEEK)).toMatchObject({ badge: { state: 'none' }, notices: [], wakeAt: undefined })
    expect(runOf(recordOf(...told), 'weekly#2')).toBeUndefined()
    const resumed: Told = [changeRun('weekly', { repeatsUntil: undefined }), START + 3 * HOUR]
    expect(plan([...told, resumed], WEEK).badge.run?.run.id).toBe('weekly#2')
  })

  it('keeps one that was moved beyond the end before which it would have come', () => {
    const told: Told[] = [
      ...weekly,
      [changeRun('weekly#2', { startsAt: START + 9 * DAY }), START],
      [changeRun('weekly', { repeatsUntil: START + 8 * DAY }), START],
    ]
    expect(runOf(recordOf(...told), 'weekly#2')?.startsAt).toBe(START + 9 * DAY)
  })

  it('shows its last one after it was stopped, however long ago', () => {
    const stopped: Told = [changeRun('weekly', { repeatsUntil: START + 2 * WEEK + 1 }), START]
    const before: Told = [
      putRun('before', { eventId: 'weekly', startsAt: START - WEEK, startAssumed: false }),
      START - WEEK,
    ]
    const shownAt = (after: number, ...more: Told[]) =>
      viewAt(recordOf(before, ...weekly, stopped, ...more), START + after).shown.map(({ run }) => run.id)
    for (const after of [2 * WEEK + DAY, 2 * WEEK + 5 * DAY, 90 * DAY]) expect(shownAt(after)).toEqual(['weekly#3'])
    expect(shownAt(90 * DAY, [removeRun('weekly#3'), START])).toEqual(['weekly#2'])
    // With the first all of it is gone.
    expect(shownAt(90 * DAY, [removeRun('weekly'), START])).toEqual(['before'])
  })

  it('is not tracked twice where it comes by itself', () => {
    const record = recordOf(...weekly)
    const add = (startsAt: number, of = record) =>
      addRun({ eventId: 'weekly', startsAt, startAssumed: false })(of, { at: START, by: 'test' })
    const isAdded = (after: TrackerRecord, startsAt: number, eventId = 'weekly') =>
      runIdOf({ eventId, startsAt }) in after.runs
    expect(add(START + WEEK)).toBe(record)
    expect(isAdded(add(START + WEEK + HOUR), START + WEEK + HOUR)).toBe(true)
    expect(isAdded(add(START - WEEK), START - WEEK)).toBe(true)
    const without = recordOf(...weekly, [removeRun('weekly#2'), START])
    expect(isAdded(add(START + WEEK, without), START + WEEK)).toBe(true)
    const other = addRun({ eventId: 'other', startsAt: START + WEEK, startAssumed: false })
    expect(isAdded(other(record, { at: START, by: 'test' }), START + WEEK, 'other')).toBe(true)
  })

  describe('of an event whose end nobody knows', () => {
    const endless: EventDefinition = {
      ...short('endless', 0),
      lasts: undefined,
      relatedEvents: short('x', 0).relatedEvents.map((related) => ({ ...related, windows: [{ opensAfter: 0 }] })),
    }
    const told = tracked(endless, { repeatsEvery: 1 })
    const statesAt = (after: number, ...more: Told[]) =>
      viewAt(recordOf(...told, ...more), START + after).runs.map(({ run, status, days }) => [
        run.id,
        status,
        days[0]?.state,
      ])

    it('is over when the next one starts', () => {
      expect(statesAt(WEEK - 1)[0]).toEqual(['endless', 'open', 'open'])
      expect(statesAt(WEEK)).toEqual([
        ['endless#2', 'open', 'open'],
        ['endless#3', 'upcoming', 'upcoming'],
        ['endless', 'ended', 'missed'],
      ])
      const { badge, notices } = plan(told, WEEK)
      expect([badge.run?.run.id, badge.more]).toEqual(['endless#2', 0])
      expect(notices.map(({ id }) => id)).toEqual([
        `endless/result/${START + WEEK}`,
        `endless#2/only/start/${START + WEEK}`,
      ])
    })
    it('is over also where the next one was moved, or does not come', () => {
      expect(statesAt(WEEK, [removeRun('endless#2'), START])).toContainEqual(['endless', 'ended', 'missed'])
      const stopped: Told = [changeRun('endless', { repeatsUntil: START + DAY }), START]
      expect(statesAt(WEEK - 1, stopped)).toEqual([['endless', 'open', 'open']])
      expect(statesAt(WEEK, stopped)).toEqual([['endless', 'ended', 'missed']])
      const moved: Told = [changeRun('endless#2', { startsAt: START + WEEK + DAY }), START]
      expect(statesAt(2 * WEEK, moved)[0]).toEqual(['endless#3', 'open', 'open'])
      expect(statesAt(2 * WEEK, moved)).toContainEqual(['endless#2', 'ended', 'missed'])
    })
  })

  it('can lose or change one occurrence alone, and stop', () => {
    const ids = (...told: Told[]) => runsUntil(recordOf(...weekly, ...told), START + 3 * WEEK).map(({ id }) => id)
    expect(ids()).toEqual(['weekly', 'weekly#2', 'weekly#3', 'weekly#4'])
    expect(ids([removeRun('weekly#2'), START])).toEqual(['weekly', 'weekly#3', 'weekly#4'])
    expect(ids([changeRun('weekly', { repeatsUntil: START + DAY }), START])).toEqual(['weekly'])
    const moved: Told = [changeRun('weekly#2', { startsAt: START + WEEK + HOUR }), START]
    expect(ids(moved).sort()).toEqual(['weekly', 'weekly#2', 'weekly#3', 'weekly#4'])
    expect(runOf(recordOf(...weekly, moved), 'weekly#2')).toMatchObject({
      startsAt: START + WEEK + HOUR,
      series: { id: 'weekly', every: 1 },
    })
    expect(ids(moved, [removeRun('weekly'), START + 1])).toEqual([])
    expect(runOf(recordOf(...weekly, [removeRun('weekly'), START]), 'weekly#2')).toBeUndefined()
  })
})

it('keeps awake for nothing where nobody knows the end and nothing more is to come', () => {
  const endless = { ...short('endless', 0), lasts: undefined }
  const { badge, wakeAt } = plan(tracked(endless), 2 * DAY)
  expect(badge.state).toBe('none')
  expect(wakeAt).toBeUndefined()
})
