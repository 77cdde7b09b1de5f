/**
 * Records as they may be: every kind of entry, told on several devices, deleted, in series, around one instant. From few
 * ids and few stamps, so that entries meet.
 */

import fc from 'fast-check'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { RUN_OF_2023 } from '../../../utils/events/pack.ts'
import {
  type Commander,
  DEFAULT_SETTINGS,
  EMPTY_RECORD,
  markIdOf,
  type Settings,
  type Stamped,
  type TrackerRecord,
} from '../../../utils/record/record.ts'
import type { Run } from '../../../utils/schedule/run.ts'
import { DAY, DAYS, HOUR, START } from './records.ts'

export const EVENT_IDS = ['defender-of-peace', 'arc', 'weekly', 'raid', 'unknown'] as const
export const COMMANDER_IDS = ['commander-1', 'second', 'third'] as const
export const RUN_IDS = ['a', 'a#2', 'a#3', 'b', 'b#2', 'b#9', 'c', 'd', 'e', 'e#2#3', 'f', RUN_OF_2023.id] as const
export const WINDOW_IDS = ['first', 'first#2', 'second', 'second#eu', DAYS[0] as string]

/** Epoch ms, up to 70 days before or after `START`. */
export const instant: fc.Arbitrary<number> = fc
  .integer({ min: -70 * 24, max: 70 * 24 })
  .map((hours) => START + hours * HOUR)

const mostly = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const sometimes = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
const level = fc.integer({ min: 1, max: 80 })
const deleted = fc.constant({ deleted: true } as const)
const DEVICES = ['here', 'there'] as const
const knew = sometimes(
  fc
    .tuple(
      fc.uniqueArray(fc.record({ at: instant, by: fc.constantFrom(...DEVICES) }), { selector: ({ by }) => by }),
      fc.array(fc.record({ at: instant, by: fc.constantFrom(...DEVICES), only: fc.constant(true as const) }), {
        maxLength: 2,
      }),
    )
    .map(([last, alone]) => [...last, ...alone]),
)
const removedCommander = fc.record({ deleted: fc.constant(true as const), knew })
const removedRun = fc.record({
  deleted: fc.constant(true as const),
  knew,
  untold: sometimes(fc.constant(true as const)),
})

function stamped<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Stamped<T>> {
  const at = fc.oneof(fc.constantFrom(START - 80 * DAY, START - 79 * DAY), instant)
  return fc.record({ value, at, by: fc.constantFrom(...DEVICES) })
}

function entries<T>(ids: readonly string[], entry: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.dictionary(fc.constantFrom(...ids), entry, { maxKeys: ids.length })
}

const windows = fc.array(
  fc.record({
    opensAfter: fc.integer({ min: 0, max: 9 }).map((days) => days * 1440),
    lasts: mostly(fc.constantFrom(60, 1440, 2880)),
  }),
  { maxLength: 3 },
)

const relatedEvent = (id: string) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constantFrom('Mining', 'Hostiles'),
    code: fc.constantFrom('M', 'HOST'),
    points: mostly(fc.constantFrom(0, 100)),
    minLevel: sometimes(level),
    maxLevel: sometimes(level),
    rewards: fc.constant([]),
    windows,
  })

export const eventOf = (id: string): fc.Arbitrary<EventDefinition> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(`${id} - SMS`),
    shortName: fc.constant(id),
    rewards: fc.constant([]),
    relatedEvents: fc.tuple(relatedEvent('first'), relatedEvent('second')),
    minLevel: sometimes(level),
    prerequisite: sometimes(fc.constant('Heroes and Villains')),
    lasts: mostly(fc.constantFrom(720, 1440, 7200, 10_080, 40_320)),
    regions: sometimes(
      fc.constant([
        { id: 'eu', name: 'EU', startsAfter: 0 },
        { id: 'us', name: 'US', startsAfter: 420 },
      ]),
    ),
  })

const events: fc.Arbitrary<TrackerRecord['events']> = fc
  .tuple(
    ...EVENT_IDS.filter((id) => id !== 'unknown').map((id) =>
      mostly(stamped(fc.oneof({ weight: 5, arbitrary: eventOf(id) }, deleted))),
    ),
  )
  .map((all) => Object.fromEntries(all.flatMap((entry, index) => (entry ? [[EVENT_IDS[index], entry] as const] : []))))

export const run: fc.Arbitrary<Run> = fc.record({
  eventId: fc.constantFrom(...EVENT_IDS),
  startsAt: instant,
  startAssumed: fc.boolean(),
  endedAt: sometimes(instant),
  repeatsEvery: sometimes(fc.constantFrom(1, 2, 4)),
  repeatsUntil: sometimes(instant),
  importedUntil: sometimes(instant),
  importedStart: sometimes(instant),
})

export const commander: fc.Arbitrary<Commander> = fc.record({
  name: fc.constantFrom('', 'Kirk'),
  server: fc.constantFrom('', '84'),
  level: fc.option(level),
  region: fc.constantFrom('', 'us', 'eu', 'apac'),
  role: fc.constantFrom('hero', 'villain', 'none'),
  missionOpen: fc.boolean(),
  archived: fc.boolean(),
})

export const SETTINGS: { [K in keyof Settings]: fc.Arbitrary<Settings[K]> } = {
  timeZone: fc.constantFrom('system', 'Europe/London', 'America/New_York'),
  commander: fc.constantFrom(...COMMANDER_IDS),
  commanderOrder: fc.shuffledSubarray([...COMMANDER_IDS]),
  badgeFor: fc.constantFrom('chosen', 'all'),
  startOfDay: fc.boolean(),
  leadTimes: fc.constantFrom([], [60], [600, 30], [...DEFAULT_SETTINGS.leadTimes]),
  quietHours: fc.constantFrom(null, { from: 1320, to: 480 }, { from: 540, to: 1020 }),
  lastHourCountdown: fc.boolean(),
}

const settings = fc.record(
  Object.fromEntries(Object.entries(SETTINGS).map(([key, value]) => [key, stamped<unknown>(value)])),
  { requiredKeys: [] },
) as fc.Arbitrary<TrackerRecord['settings']>

const markId = fc
  .tuple(
    fc.constantFrom(...COMMANDER_IDS),
    fc.constantFrom(...RUN_IDS, 'a#4', 'a#5', 'gone'),
    fc.constantFrom(...WINDOW_IDS),
  )
  .map(([commanderId, runId, windowId]) => markIdOf(commanderId, runId, windowId))

const mark = fc.record({
  done: mostly(stamped(fc.boolean())),
  note: mostly(stamped(fc.constantFrom('', 'Recruit <Kirk>'))),
})

/** A record that `parseRecord` takes as it is. */
export const arbitraryRecord: fc.Arbitrary<TrackerRecord> = fc
  .record({
    version: fc.constant(EMPTY_RECORD.version),
    settings,
    commanders: entries(COMMANDER_IDS, stamped(fc.oneof({ weight: 4, arbitrary: commander }, removedCommander))),
    events,
    runs: entries(RUN_IDS, stamped(fc.oneof({ weight: 5, arbitrary: run }, { weight: 2, arbitrary: removedRun }))),
    marks: fc.dictionary(markId, mark, { maxKeys: 25 }),
  })
  // As the storage gives it back: plain objects, and nothing that is undefined.
  .map((record) => JSON.parse(JSON.stringify(record)))
