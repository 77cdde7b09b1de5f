import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition, RelatedEvent } from '../../../utils/events/event.ts'
import { RUN_OF_2023 } from '../../../utils/events/pack.ts'
import { historyOf, type PastRun, streakOf, totalsOf } from '../../../utils/plan/history.ts'
import { DEFAULT_COMMANDER, EMPTY_RECORD, FIRST_COMMANDER } from '../../../utils/record/record.ts'
import {
  changeChosenCommander,
  moveCommander,
  putCommander,
  putEvent,
  putRun,
  removeCommander,
  removeEvent,
  removeRun,
  setDone,
  setNote,
} from '../../../utils/record/transitions.ts'
import { DAY, DAYS, doneOn, HOUR, RUN, recordOf, running, START, type Told } from '../support/records.ts'

const END = START + 5 * DAY
/** In minutes. */
const HOURS = 60
const told = (transition: Told[0]): Told => [transition, START - 3 * DAY]
const run = (id: string, startsAt: number, more: object = {}): Told =>
  told(putRun(id, { eventId: DEFENDER_OF_PEACE.id, startsAt, startAssumed: false, ...more }))
const done = (runId: string, windowId: string, by = FIRST_COMMANDER): Told => told(setDone(by, runId, windowId, true))
const commander = (id: string, more: object = {}): Told => told(putCommander(id, { ...DEFAULT_COMMANDER, ...more }))
const history = (entries: readonly Told[], now: number) => historyOf(recordOf(...entries), now)
const statesOf = (result: PastRun | undefined) => result?.days.map(({ state }) => state).join(' ')

/** An event of which no points are known, with these related events. */
function eventOf(
  relatedEvents: readonly Partial<RelatedEvent>[],
  more: Partial<EventDefinition> = {},
): EventDefinition {
  return {
    id: 'arc',
    name: 'Arc – SMS',
    shortName: 'Arc',
    rewards: [],
    lasts: 48 * HOURS,
    ...more,
    relatedEvents: relatedEvents.map((each, index) => ({
      id: `day-${index + 1}`,
      name: `Day ${index + 1}`,
      code: `D${index + 1}`,
      rewards: [],
      windows: [{ opensAfter: 0, lasts: 24 * HOURS }],
      ...each,
    })),
  }
}
const arc = (relatedEvents: readonly Partial<RelatedEvent>[], more: Partial<EventDefinition> = {}): Told[] => [
  told(putEvent(eventOf(relatedEvents, more))),
  told(putRun('arc', { eventId: 'arc', startsAt: START, startAssumed: false })),
]

describe('the history', () => {
  it('is empty where nothing was told', () => expect(historyOf(EMPTY_RECORD, END)).toEqual([]))

  it.each([
    ['before its end', END - 1, 0],
    ['at its end', END, 1],
    ['years later', END + 1000 * DAY, 1],
  ])('has a run %s', (_, now, count) => expect(history([running], now)).toHaveLength(count))

  it('works out once what several left as it was: twenty commanders of twenty series', () => {
    const named = Array.from({ length: 20 }, (_, index) => commander(`c${index}`))
    const weekly = Array.from({ length: 20 }, (_, index) =>
      run(`r${index}`, START - 200 * 7 * DAY, { repeatsEvery: 1 }),
    )
    const results = history([...named, ...weekly, done('r3#7', DAYS[0] ?? '', 'c5')], START)
    expect(results).toHaveLength(200 * 20 * 21)
    const ofOne = results.filter((result) => result.run.id === 'r3#7')
    expect(ofOne.map(({ daysDone }) => daysDone).sort()).toEqual([...Array(20).fill(0), 1])
    expect(new Set(ofOne.map(({ days }) => days)).size).toBe(2)
    expect(new Set(ofOne.map((result) => result.commander.id)).size).toBe(21)
  })

  it('has one of a series without a known end when the next one starts', () => {
    const endless = eventOf([{ windows: [{ opensAfter: 0 }] }], { lasts: undefined })
    const series = { eventId: 'arc', startsAt: START, startAssumed: false, repeatsEvery: 1 }
    const entries = [told(putEvent(endless)), told(putRun('arc', series)), done('arc#2', 'day-1')]
    expect(history(entries, START + 7 * DAY - 1)).toEqual([])
    const results = history(entries, START + 21 * DAY)
    expect(results.map((each) => [each.run.id, statesOf(each)])).toEqual([
      ['arc#3', 'missed'],
      ['arc#2', 'done'],
      ['arc', 'missed'],
    ])
  })

  it('tells what was done and missed', () => {
    const [result] = history([running, doneOn(1), doneOn(2), doneOn(4), doneOn(5), doneOn(5, 2, false)], END)
    expect(statesOf(result)).toBe('done done missed done missed')
    expect(result).toMatchObject({
      daysDone: 3,
      daysTotal: 5,
      points: 300,
      pointsTotal: 500,
      scored: true,
      complete: false,
    })
    expect(result?.days.map(({ number, window }) => [number, window.id])).toEqual(DAYS.map((id, i) => [i + 1, id]))
    expect(result?.run.id).toBe(RUN)
    expect(result?.event).toBe(DEFENDER_OF_PEACE)
    expect(result?.schedule.closesAt).toBe(END)
  })

  it('is complete once each day is done, also one that is marked afterwards', () => {
    expect(history([running, ...[1, 2, 3, 4].map((n) => doneOn(n)), doneOn(5, 400)], END)[0]).toMatchObject({
      daysDone: 5,
      points: 500,
      complete: true,
    })
  })

  it('has a run that nobody touched: every day missed, no note, gone to its end', () => {
    const [result] = history([running], END)
    expect(result?.days.map(({ state, note }) => [state, note])).toEqual(Array(5).fill(['missed', '']))
    expect(result).toMatchObject({ daysDone: 0, complete: false, endedEarly: false })
  })

  it('is scored where the points of one day are known', () => {
    const [result] = history([...arc([{ points: 100 }, {}]), done('arc', 'day-1')], START + 2 * DAY)
    expect(result).toMatchObject({ scored: true, points: 100, pointsTotal: 100 })
  })

  it('keeps the notes', () => {
    const note = told(setNote(FIRST_COMMANDER, RUN, DAYS[1] ?? '', 'Recruit 3 officers'))
    expect(history([running, note], END)[0]?.days.map((day) => day.note)).toEqual([
      '',
      'Recruit 3 officers',
      '',
      '',
      '',
    ])
  })

  it('has each occurrence of a series by itself, with what was told of one', () => {
    const series = run(RUN, START, { repeatsEvery: 1 })
    const early = told(
      putRun(`${RUN}#2`, {
        eventId: DEFENDER_OF_PEACE.id,
        startsAt: START + 7 * DAY,
        startAssumed: false,
        endedAt: START + 8.5 * DAY,
      }),
    )
    const results = history([series, early, done(`${RUN}#3`, DAYS[0] ?? '')], START + 25 * DAY)
    expect(results.map((each) => [each.run.id, statesOf(each)])).toEqual([
      [`${RUN}#3`, 'done missed missed missed missed'],
      [`${RUN}#2`, 'missed left'],
      [RUN, 'missed missed missed missed missed'],
    ])
  })

  it('has the newest first: what was over later, then what started later, then by id', () => {
    const results = history(
      [
        run('b', START),
        run('a', START),
        run('later', START + DAY),
        run('long-ago', START - 300 * DAY),
        run('ended', START + 4 * DAY, { endedAt: END }),
      ],
      START + 20 * DAY,
    )
    expect(results.map((each) => each.run.id)).toEqual(['later', 'ended', 'a', 'b', 'long-ago'])
  })

  it.each([
    ['a', ['a', RUN_OF_2023.id]],
    ['z', [RUN_OF_2023.id, 'z']],
  ])('has the run that ships among those of the same hours by its id, beside %s', (id, ids) => {
    const marked = done(RUN_OF_2023.id, DAYS[0] ?? '')
    const results = history([run(id, RUN_OF_2023.startsAt), marked], START)
    expect(results.map((each) => each.run.id)).toEqual(ids)
  })

  it('leaves out removed runs and runs whose event is gone', () => {
    expect(history([running, told(removeRun(RUN))], END)).toEqual([])
    expect(history([...arc([{}]), told(removeEvent('arc'))], END)).toEqual([])
  })
})

describe('a run that the commander ended', () => {
  it.each([
    ['in the middle of day 1', 0.5, [], 'left', false],
    ['in the middle of day 1, which was done', 0.5, [1], 'done', false],
    ['a ms before day 1 closed', 1 - 1 / DAY, [], 'left', false],
    ['when day 1 closed', 1, [], 'missed', false],
    ['a ms after day 1 closed', 1 + 1 / DAY, [], 'missed left', false],
    ['in the middle of day 3, with two done', 2.5, [1, 2], 'done done left', false],
    ['in the middle of day 3, with one done', 2.5, [2], 'missed done left', false],
    ['in the middle of day 3, which was done', 2.5, [2, 3], 'missed done done', false],
    ['in the middle of day 5, with all done', 4.5, [1, 2, 3, 4, 5], 'done done done done done', true],
  ] as const)('%s: the days that had started, of all five', (_, after, numbers, states, complete) => {
    const ended = run(RUN, START, { endedAt: Math.round(START + after * DAY) })
    const [result] = history([ended, ...numbers.map((number) => doneOn(number))], START + 5 * DAY)
    expect(statesOf(result)).toBe(states)
    expect(result).toMatchObject({
      daysTotal: 5,
      daysDone: numbers.length,
      pointsTotal: 500,
      complete,
      endedEarly: true,
    })
  })

  it('before it started has no days', () => {
    const [result] = history([run(RUN, START, { endedAt: START })], START)
    expect(result).toMatchObject({ days: [], daysTotal: 0, complete: false })
  })

  it('is over only from that instant on', () => {
    const ended = run(RUN, START, { endedAt: START + DAY })
    expect(history([ended], START + DAY - 1)).toEqual([])
    expect(history([ended], START + DAY)).toHaveLength(1)
  })

  it('where nobody knew its end: what had started is missed', () => {
    const unknown: Partial<EventDefinition> = { lasts: undefined }
    const windows = (opensAfter: number) => [{ opensAfter: opensAfter * HOURS }]
    const entries = arc([{ windows: windows(0) }, { windows: windows(24) }, { windows: windows(48) }], unknown)
    const ended = told(
      putRun('arc', { eventId: 'arc', startsAt: START, startAssumed: false, endedAt: START + 30 * HOUR }),
    )
    expect(history(entries, START + 900 * DAY)).toEqual([])
    const [result] = history([...entries, ended, done('arc', 'day-2')], START + 30 * HOUR)
    expect(statesOf(result)).toBe('missed done')
    expect(result).toMatchObject({ scored: false, points: 0, pointsTotal: 0, daysDone: 1, daysTotal: 2 })
  })
})

/** When a commander was added and archived (epoch ms); the run of which a day was done. */
interface Played {
  readonly added?: number
  readonly archived?: number
  readonly done?: string
}

describe('whose history it is', () => {
  it('has a run once for each commander, archived ones too, in their order', () => {
    const entries = [
      running,
      commander('a'),
      commander('b', { archived: true }),
      done(RUN, DAYS[0] ?? '', 'b'),
      told(moveCommander('b', -2)),
    ]
    expect(history(entries, END).map((each) => [each.commander.id, each.daysDone])).toEqual([
      ['b', 1],
      ['a', 0],
      [FIRST_COMMANDER, 0],
    ])
    expect(history([...entries, told(removeCommander('b'))], END)).toHaveLength(2)
  })

  it.each([
    [{ level: 9 }, 0],
    [{ level: 10 }, 1],
    [{ missionOpen: true }, 0],
  ])('has no run that the game hides: %o', (change, count) => {
    const entries = [running, told(changeChosenCommander(change))]
    expect(history(entries, END)).toHaveLength(count)
    // Whoever told something of it could see it then.
    expect(history([...entries, doneOn(1)], END)).toHaveLength(1)
    expect(history([...entries, told(setNote(FIRST_COMMANDER, RUN, DAYS[0] ?? '', 'x'))], END)).toHaveLength(1)
  })

  it.each([
    ['added a ms before it was over', { added: END - 1 }, true],
    ['added when it was over', { added: END }, false],
    ['added later, with a day of it done', { added: END + DAY, done: RUN }, true],
    ['archived when it was over', { archived: END }, true],
    ['archived a ms before it was over', { archived: END - 1 }, false],
    ['archived before, with a day of it done', { archived: END - 1, done: RUN }, true],
  ] satisfies [string, Played, boolean][])('has no run that a commander did not play: %s', (_, when, isThere) => {
    const { added: addedAt = START, archived: archivedAt, done: runId }: Played = when
    const commander = { ...DEFAULT_COMMANDER, addedAt, archived: archivedAt !== undefined, archivedAt }
    const entries: Told[] = [running, doneOn(1), told(putCommander('b', commander))]
    if (runId !== undefined) entries.push([setDone('b', runId, DAYS[0] ?? '', true), END + DAY])
    const ids = history(entries, END + 9 * DAY).map((each) => each.commander.id)
    expect(ids).toEqual(isThere ? ['b', FIRST_COMMANDER] : [FIRST_COMMANDER])
  })

  it('has every run of a commander who was there from the beginning, whenever they told their name', () => {
    const named: Told = [changeChosenCommander({ name: 'Kira', archived: true }), END + DAY]
    expect(history([running, named], END + 2 * DAY)).toHaveLength(1)
  })

  const brackets = [
    { id: 'low-1', minLevel: 20, maxLevel: 39 },
    { id: 'high-1', minLevel: 40, maxLevel: 50 },
    { id: 'low-2', minLevel: 20, maxLevel: 39, windows: [{ opensAfter: 24 * HOURS, lasts: 24 * HOURS }] },
    { id: 'high-2', minLevel: 40, maxLevel: 50, windows: [{ opensAfter: 24 * HOURS, lasts: 24 * HOURS }] },
  ]
  it.each([
    ['39: its own bracket', 39, [], 'low-1 low-2', 0],
    ['40: its own bracket', 40, [], 'high-1 high-2', 0],
    ['40 now, with a day of 39 done', 40, ['low-1'], 'low-1 high-2', 1],
    ['40 now, with all of 39 done', 40, ['low-1', 'low-2'], 'low-1 low-2', 2],
    ['not told', null, [], 'low-1 high-1 low-2 high-2', 0],
    ['not told, with one day done', null, ['high-1'], 'high-1 low-2 high-2', 1],
    ['not told, with both days done', null, ['high-1', 'high-2'], 'high-1 high-2', 2],
  ] as const)('a commander of level %s', (_, level, marked, ids, daysDone) => {
    const entries = [...arc(brackets), told(changeChosenCommander({ level })), ...marked.map((id) => done('arc', id))]
    const [result] = history(entries, START + 2 * DAY)
    expect(result?.days.map(({ window }) => window.id).join(' ')).toBe(ids)
    expect(result?.days.map(({ number }) => number)).toEqual(result?.days.map((_day, index) => index + 1))
    expect(result).toMatchObject({ daysDone, complete: daysDone === 2 })
  })

  it('counts brackets that meet as two things to do', () => {
    const both = [{}, { minLevel: 30 }, { minLevel: 30, maxLevel: 30 }]
    const [result] = history([...arc(both), done('arc', 'day-2')], START + 2 * DAY)
    expect(statesOf(result)).toBe('missed done missed')
  })

  const regions = [
    { id: 'eu', name: 'EU', startsAfter: 0 },
    { id: 'us', name: 'US', startsAfter: 7 * 60 },
  ]
  const regional = arc([{ windows: [{ opensAfter: 0, lasts: 12 * HOURS }] }], { lasts: 12 * HOURS, regions })
  it.each([
    ['not told', '', [], 19, 'day-1#eu day-1#us'],
    ['not told, with one done', '', ['day-1#us'], 19, 'day-1#us'],
    ['eu', 'eu', [], 12, 'day-1#eu'],
    ['us', 'us', [], 19, 'day-1#us'],
    ['us now, done in eu', 'us', ['day-1#eu'], 19, 'day-1#eu'],
  ] as const)('a commander in region %s', (_, region, marked, lasts, ids) => {
    const entries = [...regional, told(changeChosenCommander({ region })), ...marked.map((id) => done('arc', id))]
    expect(history(entries, START + lasts * HOUR - 1)).toEqual([])
    const [result] = history(entries, START + lasts * HOUR)
    expect(result?.days.map(({ window }) => window.id).join(' ')).toBe(ids)
  })

  it('has the run that ships where something was told of it, and only of that commander', () => {
    expect(history([commander('a')], START)).toEqual([])
    const marked = [commander('a'), done(RUN_OF_2023.id, DAYS[0] ?? '', 'a')]
    expect(history(marked, START).map((each) => [each.run.id, each.commander.id])).toEqual([[RUN_OF_2023.id, 'a']])
    expect(history([...marked, told(setDone('a', RUN_OF_2023.id, DAYS[0] ?? '', false))], START)).toEqual([])
    const tracked = run(RUN_OF_2023.id, RUN_OF_2023.startsAt)
    expect(history([...marked, tracked], START)).toHaveLength(2)
    expect(history([...marked, tracked, told(removeRun(RUN_OF_2023.id))], START)).toEqual([])
  })
})

describe('complete runs in a row', () => {
  /** From the newest: c complete, m with a day missed, n without a day, e ended early, E so but complete. */
  const runsOf = (letters: string) =>
    [...letters].map(
      (letter) =>
        ({
          complete: 'cE'.includes(letter),
          daysTotal: letter === 'n' ? 0 : 5,
          endedEarly: 'eE'.includes(letter),
        }) as PastRun,
    )

  it.each([
    ['', 0, 0],
    ['c', 1, 1],
    ['m', 0, 0],
    ['n', 0, 0],
    ['ccmc', 2, 2],
    ['mccc', 0, 3],
    ['cmccm', 1, 2],
    ['cncmcc', 2, 2],
    ['ncc', 2, 2],
    ['nm', 0, 0],
    ['cmcncc', 1, 3],
    ['ecec', 2, 2],
    ['cEm', 2, 2],
  ])('of "%s" are %i now and %i at best', (letters, current, best) => {
    expect(streakOf(runsOf(letters))).toEqual({ current, best })
  })

  it('never run over the best, which a day marked afterwards never lowers', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('c', 'm', 'n')), fc.nat(), (letters, at) => {
        const { current, best } = streakOf(runsOf(letters.join('')))
        expect(current).toBeGreaterThanOrEqual(0)
        expect(best).toBeGreaterThanOrEqual(current)
        const rows = letters
          .filter((letter) => letter !== 'n')
          .join('')
          .split('m')
        expect(best).toBe(Math.max(...rows.map((row) => row.length)))
        expect(current).toBe(rows[0]?.length)
        const mended = letters.map((letter, index) => (index === at % letters.length ? 'c' : letter))
        expect(streakOf(runsOf(mended.join(''))).best).toBeGreaterThanOrEqual(best)
      }),
    )
  })
})

describe('totals', () => {
  it('of nothing are nothing', () => {
    expect(totalsOf([])).toEqual({
      runs: 0,
      complete: 0,
      daysDone: 0,
      daysTotal: 0,
      scored: false,
      points: 0,
      pointsTotal: 0,
    })
  })

  it('are the sums of what any record tells', () => {
    const entries = fc.record({
      runs: fc.array(
        fc.record({
          startsAt: fc.integer({ min: -60, max: 10 }).map((days) => START + days * DAY),
          ended: fc.option(fc.integer({ min: -24, max: 200 }), { nil: undefined }),
          weeks: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        }),
        { maxLength: 6 },
      ),
      levels: fc.array(fc.option(fc.integer({ min: 1, max: 60 })), { maxLength: 3 }),
      marks: fc.array(fc.tuple(fc.nat(2), fc.nat(5), fc.integer({ min: 1, max: 4 }), fc.nat(4), fc.boolean())),
    })
    fc.assert(
      fc.property(entries, ({ runs, levels, marks }) => {
        const record = recordOf(
          ...levels.map((level, index) => commander(`c${index}`, { level })),
          ...runs.map(({ startsAt, ended, weeks }, index) =>
            run(`r${index}`, startsAt, {
              ...(ended === undefined ? {} : { endedAt: startsAt + ended * HOUR }),
              ...(weeks === undefined ? {} : { repeatsEvery: weeks }),
            }),
          ),
          ...marks.map(([who, which, occurrence, day, isDone]) =>
            told(
              setDone(`c${who}`, occurrence === 1 ? `r${which}` : `r${which}#${occurrence}`, DAYS[day] ?? '', isDone),
            ),
          ),
        )
        const results = historyOf(record, START)
        const totals = totalsOf(results)
        const days = results.flatMap((each) => each.days)
        const points = (state: string) =>
          days.filter((day) => day.state === state).reduce((sum, { window }) => sum + window.points, 0)
        expect(totals).toEqual({
          runs: results.length,
          complete: results.filter((each) => each.complete).length,
          daysDone: days.filter(({ state }) => state === 'done').length,
          daysTotal: results.reduce((sum, each) => sum + each.daysTotal, 0),
          scored: results.length > 0,
          points: points('done'),
          pointsTotal: results.reduce((sum, each) => sum + each.pointsTotal, 0),
        })
        for (const each of results) {
          expect(each.schedule.closesAt).toBeLessThanOrEqual(START)
          expect(each.daysDone).toBeLessThanOrEqual(each.daysTotal)
          expect(each.points).toBeLessThanOrEqual(each.pointsTotal)
          expect(each.complete).toBe(each.daysTotal > 0 && each.daysDone === each.daysTotal)
          if (!each.endedEarly) expect(each.daysTotal).toBe(each.days.length)
        }
        const ends = results.map(({ schedule }) => schedule.closesAt)
        expect(ends).toEqual(ends.toSorted((a, b) => b - a))
        const { current, best } = streakOf(results)
        expect(best).toBeLessThanOrEqual(totals.complete)
        expect(current).toBeLessThanOrEqual(best)
        // The same again, whatever was told first.
        const keys = Object.keys(record.runs).reverse()
        const turned = { ...record, runs: Object.fromEntries(keys.map((key) => [key, record.runs[key] as never])) }
        expect(historyOf(turned, START)).toEqual(results)
      }),
      { numRuns: 200 },
    )
  })
})
