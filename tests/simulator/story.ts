/**
 * A story: a week of a commander, with all that goes wrong in it. One seed decides everything, and what breaks a rule is
 * shrunk to its shortest form.
 *
 * @module
 */

import fc from 'fast-check'
import type { BrowserName } from '../../tools/browsers.ts'

/** Minutes of a week. */
export const WEEK = 7 * 24 * 60

const ZONES = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Pacific/Apia',
  'UTC',
] as const

/** What the commander does in a page, or with a notification. Places count the things that there are, over and over. */
export type Deed =
  | { readonly do: 'track'; readonly event: number; readonly in: number; readonly repeats: boolean }
  | { readonly do: 'mark'; readonly run: number; readonly window: number; readonly done: boolean }
  | { readonly do: 'note'; readonly run: number; readonly window: number; readonly text: string }
  | { readonly do: 'snooze'; readonly run: number }
  | { readonly do: 'press'; readonly notification: number; readonly button: -1 | 0 | 1 }
  | { readonly do: 'lead times'; readonly minutes: readonly number[] }
  | { readonly do: 'start of day'; readonly on: boolean }
  | { readonly do: 'quiet hours'; readonly hours: { readonly from: number; readonly to: number } | null }
  | { readonly do: 'countdown'; readonly on: boolean }
  | { readonly do: 'zone'; readonly zone: string }
  | { readonly do: 'level'; readonly level: number | null }
  | { readonly do: 'add commander' | 'remove commander' | 'archive' | 'switch'; readonly commander: number }
  | { readonly do: 'move run'; readonly run: number; readonly by: number }
  | { readonly do: 'end run' | 'remove run' | 'restore run'; readonly run: number }

/** What happens to the computer, the browser or the extension. Durations in minutes. */
type Mishap =
  | { readonly do: 'travel'; readonly zone: string }
  | { readonly do: 'close'; readonly for: number; readonly alarms: 'kept' | 'lost' }
  | { readonly do: 'sleep'; readonly for: number; readonly timers: 'counted' | 'stood still' }
  | { readonly do: 'clock'; readonly by: number }
  | { readonly do: 'update' }
  | { readonly do: 'switch off'; readonly for: number }
  | { readonly do: 'kill' }
  | { readonly do: 'die'; readonly who: 'worker' | 'page'; readonly calls: number; readonly after: boolean }
  | {
      readonly do: 'storage'
      readonly of: 'reads' | 'writes'
      readonly fault: 'reject' | 'empty' | 'slow'
      readonly count: number
    }
  | { readonly do: 'notifications'; readonly permission: 'denied' | 'hidden'; readonly for: number }
  | { readonly do: 'exchange' }

export interface Step {
  /** Minutes since the start of the story. */
  readonly at: number
  /** So many ms after (or before) it; absent: half a second, by when what comes on the minute is done. */
  readonly ms?: number | undefined
  /** On which of the two devices. */
  readonly on: number
  readonly what: Deed | Mishap
}

export interface Story {
  readonly browser: BrowserName
  readonly zone: string
  /** Epoch ms. */
  readonly startsAt: number
  /** Decides how long each call takes. */
  readonly seed: number
  readonly devices: number
  readonly steps: readonly Step[]
}

/** Ms since the start of the story. */
export function instantOf({ at, ms = 500 }: Step): number {
  return at * 60_000 + ms
}

const minutes = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max })
const place = fc.nat(5)
const zone = fc.constantFrom(...ZONES)

const of = (deed: (Deed | Mishap)['do'], fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record({ do: fc.constant(deed), ...fields }) as unknown as fc.Arbitrary<Deed | Mishap>

const track = of('track', {
  event: fc.nat(2),
  // Most of it comes to pass within the week.
  in: fc.oneof(fc.integer({ min: -1500, max: 5000 }), fc.integer({ min: -3, max: 3 })),
  repeats: fc.boolean(),
})

const deeds = fc.oneof(
  { weight: 2, arbitrary: track },
  { weight: 8, arbitrary: of('mark', { run: place, window: place, done: fc.boolean() }) },
  { weight: 2, arbitrary: of('note', { run: place, window: place, text: fc.string({ maxLength: 8 }) }) },
  { weight: 2, arbitrary: of('snooze', { run: place }) },
  { weight: 3, arbitrary: of('press', { notification: place, button: fc.constantFrom(-1, 0, 1) }) },
  {
    weight: 1,
    arbitrary: of('lead times', {
      minutes: fc.uniqueArray(fc.constantFrom(5, 30, 60, 180, 360, 720), { maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: of('start of day', { on: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: of('quiet hours', {
      hours: fc.option(fc.record({ from: fc.integer({ min: 0, max: 47 }).map((n) => n * 30), to: fc.nat(1439) })),
    }),
  },
  { weight: 1, arbitrary: of('countdown', { on: fc.boolean() }) },
  { weight: 1, arbitrary: of('zone', { zone: fc.oneof(zone, fc.constant('system')) }) },
  { weight: 1, arbitrary: of('level', { level: fc.option(fc.integer({ min: 1, max: 70 })) }) },
  {
    weight: 2,
    arbitrary: fc.oneof(
      of('add commander', { commander: place }),
      of('remove commander', { commander: place }),
      of('archive', { commander: place }),
      of('switch', { commander: place }),
    ),
  },
  { weight: 1, arbitrary: of('move run', { run: place, by: fc.integer({ min: -600, max: 600 }) }) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      of('end run', { run: place }),
      of('remove run', { run: place }),
      of('restore run', { run: place }),
    ),
  },
)

const mishaps = fc.oneof(
  { weight: 1, arbitrary: of('travel', { zone }) },
  {
    weight: 3,
    arbitrary: of('close', { for: fc.oneof(minutes(600), minutes(4000)), alarms: fc.constantFrom('kept', 'lost') }),
  },
  {
    weight: 4,
    arbitrary: of('sleep', {
      for: fc.oneof(minutes(90), minutes(900)),
      timers: fc.constantFrom('counted', 'stood still'),
    }),
  },
  {
    weight: 2,
    arbitrary: of('clock', { by: fc.oneof(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -2, max: 2 })) }),
  },
  { weight: 1, arbitrary: of('update', {}) },
  { weight: 1, arbitrary: of('switch off', { for: minutes(600) }) },
  { weight: 2, arbitrary: of('kill', {}) },
  {
    weight: 6,
    arbitrary: of('die', {
      who: fc.constantFrom('worker', 'worker', 'page'),
      calls: fc.integer({ min: 1, max: 30 }),
      after: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.oneof(
      of('storage', { of: fc.constant('reads'), fault: fc.constantFrom('reject', 'empty', 'slow'), count: minutes(4) }),
      of('storage', { of: fc.constant('writes'), fault: fc.constantFrom('reject', 'slow'), count: minutes(4) }),
    ),
  },
  {
    weight: 2,
    arbitrary: of('notifications', { permission: fc.constantFrom('denied', 'hidden'), for: minutes(600) }),
  },
  { weight: 1, arbitrary: of('exchange', {}) },
)

const what = fc.oneof(deeds, mishaps)

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

/** What answers a notification, while it is being shown. */
const answers = fc.oneof(
  of('snooze', { run: place }),
  of('press', { notification: place, button: fc.constantFrom(-1, 0, 1) }),
  of('mark', { run: place, window: place, done: fc.boolean() }),
)

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
    first: track,
    rest: fc.array(several, { maxLength: 25, size: 'max' }),
  })
  .map(({ first, rest, ...story }) => {
    const runIn = 'in' in first ? first.in : 0
    const steps = rest.flatMap((stepsOf) => stepsOf(story.startsAt, runIn))
    return { ...story, steps: [{ at: 0, on: 0, what: first }, ...steps.sort((a, b) => instantOf(a) - instantOf(b))] }
  })
