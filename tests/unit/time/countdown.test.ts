import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { countdown, nextChange } from '../../../utils/time/countdown.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const text = (ms: number) =>
  countdown(ms)
    .map(({ value, unit }) => `${value} ${unit}`)
    .join(' ')

describe('countdown', () => {
  test.each([
    [0, '0 second'],
    [-1, '0 second'],
    [-DAY, '0 second'],
    [Number.NaN, '0 second'],
    [1, '0 second'],
    [999, '0 second'],
    [SECOND, '1 second'],
    [59_999, '59 second'],
    [MINUTE, '1 minute'],
    [MINUTE + SECOND - 1, '1 minute'],
    [MINUTE + SECOND, '1 minute 1 second'],
    [12 * MINUTE + 5 * SECOND, '12 minute 5 second'],
    [HOUR - 1, '59 minute 59 second'],
    [HOUR, '1 hour'],
    [HOUR + MINUTE - 1, '1 hour'],
    [HOUR + MINUTE, '1 hour 1 minute'],
    [3 * HOUR + 12 * MINUTE + 59 * SECOND, '3 hour 12 minute'],
    [DAY - 1, '23 hour 59 minute'],
    [DAY, '1 day'],
    [DAY + HOUR - 1, '1 day'],
    [DAY + HOUR, '1 day 1 hour'],
    [DAY + 3 * HOUR + 59 * MINUTE, '1 day 3 hour'],
    [5 * DAY, '5 day'],
    [40 * DAY + 23 * HOUR, '40 day 23 hour'],
  ])('%i ms', (ms, expected) => {
    expect(text(ms)).toBe(expected)
  })
})

describe('nextChange', () => {
  test.each([
    [0, null],
    [-5, null],
    [Number.NaN, null],
    [1, 1],
    [999, 999],
    [SECOND, 1],
    [1_500, 501],
    [MINUTE, 1],
    [MINUTE - 1, 1_000],
    [61_500, 501],
    [HOUR, 1],
    [HOUR + 1, 2],
    [HOUR + MINUTE - 1, MINUTE],
    [DAY - 1, MINUTE],
    [DAY, 1],
    [DAY + HOUR - 1, HOUR],
    [2 * DAY + 90 * MINUTE, 30 * MINUTE + 1],
  ])('%i ms', (ms, expected) => {
    expect(nextChange(ms)).toBe(expected)
  })

  it('is exactly when the text changes, not a millisecond sooner or later', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: SECOND, max: 3 * HOUR }), fc.integer({ min: SECOND, max: 9 * DAY })),
        (ms) => {
          const wait = nextChange(ms) ?? 0
          expect(text(ms - wait + 1)).toBe(text(ms))
          expect(text(ms - wait)).not.toBe(text(ms))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('leads to nothing left, timer by timer, and never to a timer of zero', () => {
    let left = 61 * MINUTE + 500
    let timers = 0
    for (let wait = nextChange(left); wait !== null; wait = nextChange(left)) {
      expect(wait).toBeGreaterThanOrEqual(1)
      left -= wait
      timers += 1
    }
    expect(left).toBe(0)
    // 61 min, 60 min, then each second of the last hour, then the end
    expect(timers).toBe(2 + 3_600)
  })
})
