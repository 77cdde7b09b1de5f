import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { RUN_OF_2023 } from '../../../utils/events/pack.ts'
import { runViewById, viewAt } from '../../../utils/plan/view.ts'
import { EMPTY_RECORD, FIRST_COMMANDER } from '../../../utils/record/record.ts'
import { changeChosenCommander, putEvent, putRun, removeRun, setDone } from '../../../utils/record/transitions.ts'
import { DAY, DAYS, doneOn, HOUR, RUN, recordOf, running, START, type Told } from '../support/records.ts'

const only = (told: readonly Told[], now: number) => viewAt(recordOf(...told), now).runs[0]

describe('a run as the commander sees it', () => {
  it.each([
    ['before the start', [], -1, 'upcoming', 'upcoming upcoming upcoming upcoming upcoming', 0],
    ['at the start', [], 0, 'open', 'open upcoming upcoming upcoming upcoming', 0],
    [
      'an hour and a ms before the end of day 1',
      [],
      23 * HOUR - 1,
      'open',
      'open upcoming upcoming upcoming upcoming',
      0,
    ],
    ['an hour before the end of day 1', [], 23 * HOUR, 'urgent', 'urgent upcoming upcoming upcoming upcoming', 0],
    ['day 1 done', [doneOn(1)], 2 * HOUR, 'done', 'done upcoming upcoming upcoming upcoming', 100],
    ['day 1 missed', [], DAY, 'open', 'missed open upcoming upcoming upcoming', 0],
    ['day 1 done, day 2 open', [doneOn(1)], DAY, 'open', 'done open upcoming upcoming upcoming', 100],
    [
      'marked and unmarked',
      [doneOn(1), doneOn(1, 2, false)],
      3 * HOUR,
      'open',
      'open upcoming upcoming upcoming upcoming',
      0,
    ],
    [
      'all done on day 5',
      [1, 2, 3, 4, 5].map((n) => doneOn(n)),
      4 * DAY + 2 * HOUR,
      'all-done',
      'done done done done done',
      500,
    ],
    ['ended with one missed', [1, 2, 4, 5].map((n) => doneOn(n)), 5 * DAY, 'ended', 'done done missed done done', 400],
  ] as const)('%s', (_, told, after, status, states, points) => {
    const view = only([running, ...told], START + after)
    expect(view?.status).toBe(status)
    expect(view?.days.map(({ state }) => state).join(' ')).toBe(states)
    expect(view).toMatchObject({ points, pointsTotal: 500 })
  })

  it('knows the time between the last day and the end', () => {
    const told = [running, [(r) => ({ ...r, events: own }), START] satisfies Told]
    const own = {
      [DEFENDER_OF_PEACE.id]: { value: { ...DEFENDER_OF_PEACE, lasts: 6 * 24 * 60 }, at: START, by: 'test' },
    }
    expect(only(told as Told[], START + 5 * DAY)).toMatchObject({ status: 'closing', missed: 5, today: undefined })
  })

  it('names the day of today and the next one', () => {
    const view = only([running], START + DAY)
    expect(view?.today?.window.relatedEvent.code).toBe('EOA')
    expect(view?.next?.window.relatedEvent.code).toBe('HM')
  })

  it.each([
    [{ level: 9 }, 'level'],
    [{ level: 10 }, 'yes'],
    [{ level: null }, 'yes'],
    [{ missionOpen: true }, 'mission'],
    [{ role: 'villain' }, 'yes'],
  ] as const)('a commander with %o: %s', (told, eligibility) => {
    expect(only([running, [changeChosenCommander(told), START]], START)?.eligibility).toBe(eligibility)
  })

  it.each([
    [{ level: 10, region: 'us' }, 'level'],
    [{ level: 10, region: 'eu' }, 'level'],
    [{ level: 30, region: 'us' }, 'yes'],
    [{ level: 30, region: 'apac' }, 'region'],
  ] as const)('where regions and levels hide the days, a commander with %o: %s', (told, eligibility) => {
    const event = {
      ...DEFENDER_OF_PEACE,
      regions: [
        { id: 'eu', name: 'EU', startsAfter: 0 },
        { id: 'us', name: 'US', startsAfter: 420 },
      ],
      relatedEvents: DEFENDER_OF_PEACE.relatedEvents.map((related) => ({ ...related, minLevel: 20 })),
    }
    const entries: Told[] = [running, [putEvent(event), START], [changeChosenCommander(told), START]]
    expect(only(entries, START)?.eligibility).toBe(eligibility)
  })

  it('shows the run of 2023 though nobody started it, with marks', () => {
    const record = recordOf([setDone(FIRST_COMMANDER, RUN_OF_2023.id, DAYS[0] ?? '', true), START])
    expect(viewAt(record, START).runs).toEqual([])
    expect(runViewById(record, RUN_OF_2023.id, START)).toMatchObject({ status: 'ended', points: 100 })
    expect(runViewById(EMPTY_RECORD, 'no-such-run', START)).toBeUndefined()
  })

  it('puts the most urgent run first and the latest of those that ended', () => {
    const at = (id: string, startsAt: number): Told => [
      putRun(id, { eventId: DEFENDER_OF_PEACE.id, startsAt, startAssumed: false }),
      START,
    ]
    const record = recordOf(at('a', START - 20 * DAY), at('b', START - 9 * DAY), at('c', START + DAY), at('d', START))
    expect(viewAt(record, START).runs.map(({ run }) => run.id)).toEqual(['d', 'c', 'b'])
  })

  it('is over with its started days once the commander ended it; the others never came', () => {
    const ended: Told = [
      putRun(RUN, { eventId: DEFENDER_OF_PEACE.id, startsAt: START, startAssumed: false, endedAt: START + 1.5 * DAY }),
      START + 1.5 * DAY,
    ]
    for (const now of [START + 1.5 * DAY, START + 9 * DAY]) {
      const view = only([running, doneOn(1), ended], now)
      expect(view).toMatchObject({ status: 'ended', points: 100, missed: 1, today: undefined })
      expect(view?.days.map(({ state }) => state)).toEqual(['done', 'missed', 'upcoming', 'upcoming', 'upcoming'])
    }
  })

  it('forgets a removed run and knows it again, with its marks, when that is undone', () => {
    const removed: Told = [removeRun(RUN), START + 2 * HOUR]
    expect(only([running, doneOn(1), removed], START + 2 * HOUR)).toBeUndefined()
    const undone: Told = [running[0], START + 3 * HOUR]
    expect(only([running, doneOn(1), removed, undone], START + 3 * HOUR)?.points).toBe(100)
  })
})
