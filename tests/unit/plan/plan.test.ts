import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { badgeAt, nextBadgeChangeAfter } from '../../../utils/plan/badge.ts'
import { earliest } from '../../../utils/plan/earliest.ts'
import type { Delivery } from '../../../utils/plan/notice.ts'
import { noticesAt } from '../../../utils/plan/notices.ts'
import { planAt } from '../../../utils/plan/plan.ts'
import { byUrgency, runViewsAt } from '../../../utils/plan/run-view.ts'
import { activeCommandersOf, chosenCommanderOf, settingsOf } from '../../../utils/record/read.ts'
import { putRun, setSetting } from '../../../utils/record/transitions.ts'
import { nextBoundaryAfter } from '../../../utils/schedule/schedule.ts'
import { arbitraryRecord, instant } from '../support/arbitrary-record.ts'
import { ownRun } from '../support/own-events.ts'
import { DAY, HOUR, recordOf, running, START, type Told } from '../support/records.ts'

const NOTHING: Delivery = { delivered: {}, snoozed: {} }
const ZONE = 'Europe/London'

describe('planAt', () => {
  it.each([
    ['the next full hour while something is to come', START - 30 * DAY + 1, undefined, START - 30 * DAY + HOUR],
    ['when more of the record is near', START - 30 * DAY, START - 30 * DAY + 1, START - 30 * DAY + 1],
    ['not again at once where that was due', START - 30 * DAY, START - 30 * DAY, START - 29 * DAY - 23 * HOUR],
    ['not where nothing is to come', START + 6 * DAY, undefined, undefined],
    [
      'at the latest in an hour though only more of the record is to come',
      START + 6 * DAY,
      START + 9 * DAY,
      START + 6 * DAY + HOUR,
    ],
    ['when the badge announces the run', START - DAY - HOUR / 2, undefined, START - DAY],
  ])('wakes %s', (_, now, dueAt, wakeAt) => {
    expect(planAt(recordOf(running), NOTHING, ZONE, now, dueAt).wakeAt).toBe(wakeAt)
  })

  describe('with the last hour counted down, of several runs that open at once', () => {
    const countdown: Told = [setSetting('lastHourCountdown', true), START - 2 * DAY]
    /** How often it wakes in the 24 hours after the start. @param hours after which each closes */
    const wakesOf = (...hours: number[]): number => {
      const record = recordOf(countdown, ...hours.flatMap((to, place) => ownRun(`run-${place}`, [[0, to]])))
      let count = 0
      for (let at = START; at < START + DAY; count++) at = planAt(record, NOTHING, ZONE, at).wakeAt ?? Infinity
      return count
    }

    // Full hours, the last hour of the one that closes next in minutes (its first is a full hour as well), and each lead
    // time, last hour and end that falls between.
    it.each([
      ['none closes', [], 24],
      ['one closes', [24], 24 + 59],
      ['three close at once', [24, 24, 24], 24 + 59],
      ['they close within an hour', [23.25, 23.5, 24], 24 + 59 + 45 + 2],
      ['they close within seconds', [24 - 1 / 180, 24 - 1 / 360, 24], 24 + 59 + 6],
      ['they close after three hours', [3, 13, 23], 24 + 3 * 59],
    ])('wakes for the minutes of the one that closes next alone: %s', (_, hours, wakes) => {
      expect(wakesOf(48, ...hours)).toBe(wakes)
    })
  })

  it('looks at a run from the hour before its badge', () => {
    const run = { eventId: DEFENDER_OF_PEACE.id, startsAt: START + HOUR / 2, startAssumed: false }
    const record = recordOf([putRun('a', run), START - 9 * DAY])
    const wakes = [-26 * HOUR, -24.5 * HOUR, -24 * HOUR].map((at) => planAt(record, NOTHING, ZONE, START + at).wakeAt)
    expect(wakes).toEqual([START - 25 * HOUR, START - 24 * HOUR, START - 23.5 * HOUR])
  })

  it('leaves out nothing that matters before the next wake (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, instant, (record, now) => {
        const settings = settingsOf(record)
        const all = activeCommandersOf(record)
          .flatMap((commander) => runViewsAt(record, commander, now))
          .sort(byUrgency)
        const { id } = chosenCommanderOf(record)
        const onBadge = settings.badgeFor === 'all' ? all : all.filter(({ commander }) => commander.id === id)
        const { due, standing, nextDueAt } = noticesAt(record, settings, all, NOTHING, ZONE, now)
        const boundaries = all
          .filter(({ status }) => status !== 'ended')
          .map(({ schedule }) => nextBoundaryAfter(schedule, now))
        const change = earliest([
          ...boundaries,
          nextBadgeChangeAfter(badgeAt(onBadge, settings, now), onBadge, settings, now),
          nextDueAt,
        ])
        expect(planAt(record, NOTHING, ZONE, now)).toEqual({
          badge: badgeAt(onBadge, settings, now),
          notices: due,
          standing,
          wakeAt: change && Math.min(change, now - (now % HOUR) + HOUR),
        })
      }),
      { numRuns: 500 },
    )
  })
})
