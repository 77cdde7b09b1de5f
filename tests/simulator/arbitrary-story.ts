/**
 * Stories by chance. One seed decides everything. Steps come apart, at once, and where they hurt most: on the moment at
 * which an alarm rings, and by a clock that is wrong.
 *
 * @module
 */

import fc from 'fast-check'
import { answers, track, what, zone } from './arbitrary-step.ts'
import { instantOf, type Step, type Story, WEEK } from './story.ts'

const apart = fc
  .tuple(fc.integer({ min: 1, max: WEEK }), fc.nat(1), what)
  .map(([at, on, deed]): readonly Step[] => [{ at, on, what: deed }])

/** Some at once, so that a page and the background are at work at the same time. */
const burst = fc
  .tuple(
    fc.integer({ min: 1, max: WEEK }),
    fc.array(fc.tuple(fc.nat(50), fc.nat(1), what), { minLength: 2, maxLength: 4 }),
  )
  .map(([at, steps]): readonly Step[] => {
    let ms = 500
    return steps.map(([gap, on, deed]) => {
      ms += gap
      return { at, ms, on, what: deed }
    })
  })

/** Minutes at which an alarm rings: an hour of the clock, or a notice of the run that is tracked first. */
const alarmMinute = fc
  .record({ day: fc.nat(6), before: fc.constantFrom(0, 60, 180, 360), ofRun: fc.boolean() })
  .map(({ day, before, ofRun }) => (startsAt: number, runIn: number): number => {
    const minute = (ofRun ? runIn : -(startsAt / 60_000)) + day * 24 * 60 - before
    return ((minute % WEEK) + WEEK) % WEEK || 60
  })

/** What falls on the moment at which an alarm rings; the background is at work for some of a tenth of a second then. */
const onTheAlarm = fc
  .tuple(
    alarmMinute,
    fc.array(fc.tuple(fc.integer({ min: -30, max: 80 }), fc.nat(1), fc.oneof(what, answers, answers)), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([minuteOf, steps]) => (startsAt: number, runIn: number): readonly Step[] => {
    const at = minuteOf(startsAt, runIn)
    return steps.map(([ms, on, deed]) => ({ at, ms, on, what: deed }))
  })

/** A clock that is wrong for a while, about when something is due by it. */
const wrongClock = fc
  .tuple(
    alarmMinute,
    fc.integer({ min: -180, max: 180 }),
    fc.integer({ min: -60, max: 30 }),
    fc.integer({ min: 1, max: 180 }),
  )
  .map(([minuteOf, by, after, lasts]) => (startsAt: number, runIn: number): readonly Step[] => {
    const at = Math.max(minuteOf(startsAt, runIn) - by + after, 1)
    return [
      { at, on: 0, what: { do: 'clock', by } },
      { at: at + lasts, on: 0, what: { do: 'clock', by: -by } },
    ]
  })

/** The second device has a clock that is wrong by days, until somebody sets it right. */
const wrongDays = fc
  .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -180, max: 180 }), fc.integer({ min: 1, max: 2 * WEEK }))
  .map(([days, minutes, at]) => {
    const ahead = days * 24 * 60 + minutes
    const setRight: readonly Step[] = at < WEEK ? [{ at, on: 1, what: { do: 'clock', by: -ahead } }] : []
    return { ahead, setRight }
  })

function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
}

const several = fc.oneof(
  { weight: 13, arbitrary: apart.map((steps) => () => steps) },
  { weight: 4, arbitrary: burst.map((steps) => () => steps) },
  { weight: 5, arbitrary: onTheAlarm },
  { weight: 1, arbitrary: wrongClock },
)

/** Weeks in which the clocks change, and any other. */
const monday = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map((week) => Date.UTC(2026, 0, 5) + week * WEEK * 60_000),
  fc.constantFrom(
    Date.UTC(2026, 2, 5),
    Date.UTC(2026, 2, 26),
    Date.UTC(2026, 3, 2),
    Date.UTC(2026, 9, 1),
    Date.UTC(2026, 9, 22),
    Date.UTC(2026, 9, 29),
    Date.UTC(2026, 1, 12),
    Date.UTC(2026, 2, 19),
  ),
)

/** @returns stories; the first step is always a run to track, or there would be nothing to tell */
export const stories: fc.Arbitrary<Story> = fc
  .record({
    browser: fc.constantFrom('chromium' as const, 'firefox' as const),
    zone,
    startsAt: fc.tuple(monday, fc.nat(1439)).map(([day, minute]) => day + minute * 60_000),
    seed: fc.nat(0xffff_ffff),
    devices: fc.constantFrom(1, 1, 1, 2),
    joinsAt: seldom(fc.integer({ min: 1, max: WEEK })),
    wrong: seldom(wrongDays),
    first: track,
    rest: fc.array(several, { maxLength: 25, size: 'max' }),
  })
  .map(({ first, rest, wrong, ...story }) => {
    const runIn = 'in' in first ? first.in : 0
    const setRight = story.devices > 1 ? (wrong?.setRight ?? []) : []
    const steps = [...rest.flatMap((stepsOf) => stepsOf(story.startsAt, runIn)), ...setRight]
    return {
      ...story,
      ahead: wrong?.ahead,
      steps: [{ at: 0, on: 0, what: first }, ...steps.sort((a, b) => instantOf(a) - instantOf(b))],
    }
  })
