/**
 * What may happen in a story, by chance: all that the commander does, and all that goes wrong.
 *
 * @module
 */

import fc from 'fast-check'
import { type Deed, type Mishap, WEEK } from './story.ts'

const ZONES = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Pacific/Apia',
  'UTC',
] as const

const minutes = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max })
const place = fc.nat(5)
export const zone = fc.constantFrom(...ZONES)

const of = (deed: (Deed | Mishap)['do'], fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record({ do: fc.constant(deed), ...fields }) as unknown as fc.Arbitrary<Deed | Mishap>

/** A run is tracked. */
export const track = of('track', {
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
  { weight: 1, arbitrary: of('replica', { wanted: fc.constantFrom('on', 'on', 'off', 'removed') }) },
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
  {
    weight: 3,
    arbitrary: of('sync', {
      of: fc.constantFrom('get', 'set', 'remove'),
      fault: fc.constantFrom('reject', 'slow'),
      count: minutes(4),
    }),
  },
  { weight: 2, arbitrary: of('off line', { for: fc.oneof(minutes(600), fc.constant(WEEK)) }) },
  { weight: 1, arbitrary: of('account', { harm: fc.constantFrom('lost', 'cut', 'foreign') }) },
  {
    weight: 1,
    arbitrary: of('files gone', { of: fc.constantFrom('storage', 'storage', 'replica', 'both'), for: minutes(600) }),
  },
)

/** What a step is about. */
export const what = fc.oneof(deeds, mishaps)

/** What answers a notification, while it is being shown. */
export const answers = fc.oneof(
  of('snooze', { run: place }),
  of('press', { notification: place, button: fc.constantFrom(-1, 0, 1) }),
  of('mark', { run: place, window: place, done: fc.boolean() }),
)
