import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { Delivery } from '../../../utils/plan/notice.ts'
import { planAt } from '../../../utils/plan/plan.ts'
import { EMPTY_RECORD } from '../../../utils/record/record.ts'
import { changeChosenCommander, putRun, setSetting } from '../../../utils/record/transitions.ts'
import { DAY, doneOn, HOUR, recordOf, running, START, type Told } from '../support/records.ts'

const NOTHING: Delivery = { delivered: {}, snoozed: {} }
const countdown: Told = [setSetting('lastHourCountdown', true), START - 2 * DAY]

describe('the badge', () => {
  it.each([
    ['more than a day before', [], -DAY - 1, 'none', ''],
    ['a day before', [], -DAY, 'upcoming', 'UA'],
    ['day 1', [], 0, 'open', 'UA'],
    ['the last hour', [], 23 * HOUR, 'urgent', 'UA'],
    ['the last hour, with a countdown', [countdown], 23 * HOUR, 'urgent', '60m'],
    ['its last minute', [countdown], DAY - 1, 'urgent', '1m'],
    ['day 1 done', [doneOn(1)], 23 * HOUR, 'done', '✓'],
    ['day 2', [doneOn(1)], DAY, 'open', 'EOA'],
    ['the end', [], 5 * DAY, 'none', ''],
    ['cannot see it', [[changeChosenCommander({ level: 5 }), START]], 0, 'none', ''],
  ] as const)('%s', (_, told, after, state, text) => {
    expect(planAt(recordOf(running, ...told), NOTHING, 'UTC', START + after).badge).toMatchObject({ state, text })
  })

  it('announces a run though another is still waiting for its end', () => {
    const outlasting = { ...DEFENDER_OF_PEACE, id: 'long', lasts: 9 * 24 * 60 }
    const told: Told[] = [
      [(r) => ({ ...r, events: { long: { value: outlasting, at: START, by: 'test' } } }), START],
      [putRun('old', { eventId: 'long', startsAt: START - 6 * DAY, startAssumed: false }), START - 6 * DAY],
    ]
    expect(planAt(recordOf(running, ...told), NOTHING, 'UTC', START - HOUR).badge.text).toBe('UA')
  })

  it('shows nothing where nothing was told', () => {
    expect(planAt(EMPTY_RECORD, NOTHING, 'UTC', START)).toMatchObject({ badge: { text: '' }, wakeAt: undefined })
  })

  it('is right at each wake and changes at no other time', () => {
    const record = recordOf(running, countdown, doneOn(2))
    const textAt = (now: number) => planAt(record, NOTHING, 'UTC', now).badge.text
    let wakes = 0
    for (let now = START - 2 * DAY; now < START + 5 * DAY; wakes++) {
      const { wakeAt = now } = planAt(record, NOTHING, 'UTC', now)
      expect(wakeAt).toBeGreaterThan(now)
      expect(textAt(wakeAt - 1)).toBe(textAt(now))
      now = wakeAt
    }
    // Seven days at no more than 90 wakes.
    expect(wakes).toBeLessThanOrEqual(7 * 90)
  })

  it('costs at most 30 wakes on an ordinary day', () => {
    const record = recordOf(running)
    let wakes = 0
    for (let now = START; now < START + DAY; wakes++) now = planAt(record, NOTHING, 'UTC', now).wakeAt ?? now + DAY
    expect(wakes).toBeLessThanOrEqual(30)
  })
})
