import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { SHIPPED_EVENTS } from '../../../utils/events/pack.ts'
import {
  commandersOf,
  runAt,
  runOf,
  runsNear,
  settingsOf,
  shippedEventsOf,
  storedRunsOf,
} from '../../../utils/record/read.ts'
import { EMPTY_RECORD } from '../../../utils/record/record.ts'
import { changeRun, putEvent, putRun, removeEvent, removeRun, setSetting } from '../../../utils/record/transitions.ts'
import type { Run } from '../../../utils/schedule/run.ts'
import { DAY, HOUR, recordOf, START, type Told } from '../support/records.ts'

const WEEK = 7 * DAY
/** A run of five days that starts so long (in ms) after `START`. */
const run = (id: string, after: number, more: Partial<Run> = {}): Told => [
  putRun(id, { eventId: DEFENDER_OF_PEACE.id, startsAt: START + after, startAssumed: false, ...more }),
  START,
]
const weekly = run('s', 0, { repeatsEvery: 1 })
const stopped = (after: number): Told => [changeRun('s', { repeatsUntil: START + after }), START + 1]
const moved = (id: string, after: number): Told => [changeRun(id, { startsAt: START + after }), START]
const idsOf = (runs: readonly { readonly id: string }[]) => runs.map(({ id }) => id)

describe('where nothing was told', () => {
  it('the settings are these', () => {
    const settings = {
      timeZone: 'system',
      commander: 'commander-1',
      commanderOrder: [],
      badgeFor: 'all',
      startOfDay: true,
      leadTimes: [360, 60],
      quietHours: null,
      lastHourCountdown: false,
    }
    expect(settingsOf(EMPTY_RECORD)).toEqual(settings)
    expect(settingsOf({ ...EMPTY_RECORD, settings: { startOfDay: undefined } })).toEqual(settings)
    expect(settingsOf(recordOf([setSetting('leadTimes', [30]), START]))).toEqual({ ...settings, leadTimes: [30] })
  })

  it('there is one commander, of whom nothing is known', () => {
    expect(commandersOf(EMPTY_RECORD)).toEqual([
      {
        id: 'commander-1',
        name: '',
        server: '',
        level: null,
        region: '',
        role: 'none',
        missionOpen: false,
        archived: false,
      },
    ])
  })
})

describe('what was said of one occurrence', () => {
  const stored = (...told: Told[]) => idsOf(storedRunsOf(recordOf(...told))).filter((id) => id !== 's')

  it.each<[string, Told[], string[]]>([
    ['stays while its series goes on', [], ['s#3']],
    ['goes with a series that was removed', [[removeRun('s'), START + 1]], []],
    ['goes with a series that ends before it', [stopped(2 * WEEK)], []],
    ['stays where it was put before the end of its series', [moved('s#3', 2 * WEEK - 1), stopped(2 * WEEK)], ['s#3']],
    ['stays where it was put at the end, and would have come before it', [stopped(2 * WEEK + 1)], ['s#3']],
    [
      'stays where its series comes only once by now',
      [[changeRun('s', { repeatsEvery: undefined }), START + 1]],
      ['s#3'],
    ],
  ])('%s', (_, more, ids) => {
    expect(stored(weekly, moved('s#3', 2 * WEEK + HOUR), ...more)).toEqual(ids)
  })

  it('is none of an id of a file that only looks like that of the first', () => {
    expect(stored(run('s#1', DAY), weekly, [removeRun('s'), START + 1])).toEqual(['s#1'])
    const [only] = storedRunsOf(recordOf(run('s#1', DAY), weekly)).filter(({ id }) => id === 's#1')
    expect([only?.series, only?.nextAt]).toEqual([undefined, undefined])
  })

  it.each([
    ['where it would have come', 's#3', 2 * WEEK, 3 * WEEK],
    ['put back beyond others', 's#2', 2 * WEEK + 3 * DAY, 3 * WEEK],
    ['put back to the start of another', 's#2', 2 * WEEK, 3 * WEEK],
    ['put forward before others', 's#3', 6 * DAY, 3 * WEEK],
  ])('knows when its series starts again: %s', (_, id, after, next) => {
    expect(runOf(recordOf(weekly, moved(id, after)), id)?.nextAt).toBe(START + next)
  })
})

describe('runs that are near', () => {
  const near = (after: number, ...told: Told[]) => idsOf(runsNear(recordOf(...told), START + after))

  it('are of a series to come its first alone', () => expect(near(-DAY, weekly)).toEqual(['s']))

  it('are with a first that was ended ahead of its time the second', () =>
    expect(near(-DAY, weekly, [changeRun('s', { endedAt: START - 2 * DAY }), START])).toEqual(['s', 's#2']))

  it('are none after one that was moved and is still to come', () =>
    expect(near(8 * DAY, weekly, moved('s#3', 2 * WEEK + HOUR))).toEqual(['s', 's#2', 's#3']))

  it('are the one after one that was put forward, as soon as that starts', () => {
    const forward = moved('s#2', 6 * DAY)
    expect(near(6 * DAY - 1, weekly, forward)).toEqual(['s', 's#2'])
    expect(near(6 * DAY, weekly, forward)).toEqual(['s', 's#3', 's#2'])
  })

  it('are none beyond the end of a series', () => {
    const gone: Told = [removeRun('s#2'), START]
    expect(near(DAY, weekly, gone)).toEqual(['s', 's#3'])
    expect(near(DAY, weekly, gone, stopped(2 * WEEK))).toEqual(['s'])
  })
})

describe('one run', () => {
  it('is none where a series does not reach it', () => {
    const record = recordOf(weekly, stopped(2 * WEEK))
    expect(runOf(record, 's#2')?.startsAt).toBe(START + WEEK)
    expect(runOf(record, 's#3')).toBeUndefined()
    expect(runOf(record, 'other#2')).toBeUndefined()
  })

  it('at an instant is the one that goes on, else one that was ended', () => {
    const at = (...told: Told[]) => runAt(recordOf(...told), DEFENDER_OF_PEACE.id, START)?.id
    const ended = run('a', 0, { endedAt: START })
    expect(at(ended, run('b', 0), run('c', 0))).toBe('b')
    expect(at(ended)).toBe('a')
    expect(at(run('b', 1))).toBeUndefined()
  })
})

it('an event that ships is as the commander changed it, and comes back where that was removed', () => {
  const own = { ...DEFENDER_OF_PEACE, minLevel: 12, edited: true }
  expect(shippedEventsOf(EMPTY_RECORD)).toEqual(SHIPPED_EVENTS)
  expect(shippedEventsOf(recordOf([putEvent(own), START]))).toEqual([own])
  const removed: Told = [removeEvent(own.id), START + 1]
  expect(shippedEventsOf(recordOf([putEvent(own), START], removed))).toEqual(SHIPPED_EVENTS)
})
