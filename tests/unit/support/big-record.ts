/**
 * A record of the size that the tracker is built for: 20 commanders, 200 runs, 2,000 imported events of seven windows,
 * and a mark on every window of every run that has started, told in almost four years. Built by the real transitions,
 * and always the same for the same `now`.
 */

import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { merge } from '../../../utils/record/merge.ts'
import { EMPTY_RECORD, FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import {
  putCommander,
  putEvent,
  putRun,
  setDone,
  setNote,
  setSetting,
  type Transition,
} from '../../../utils/record/transitions.ts'
import { occurrenceId, occurrencesUntil } from '../../../utils/schedule/repeat.ts'
import type { Run } from '../../../utils/schedule/run.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MINUTES_A_DAY = 1440

export const BIG = { commanders: 20, runs: 200, events: 2000, windows: 7 } as const
/** Days from the start of one run to that of the next. */
const EVERY = 7
/** Of the runs, so many start after `now`: a calendar of a month. */
const AHEAD = 4
/** Of the runs, so many come again each week ever since. */
const SERIES = 3

const COMMANDERS = Array.from({ length: BIG.commanders }, (_, index) =>
  index === 0 ? FIRST_COMMANDER : `commander-${index + 1}`,
)

interface BigRun {
  readonly id: string
  readonly run: Run
  /** Of a series the occurrence that is on, else the run itself. */
  readonly markedId: string
}

/** @param now epoch ms; a run of Defender of Peace started two hours before, and on it nothing is marked yet */
export function bigRecord(now: number): TrackerRecord {
  const at = now - DAY
  const events = Array.from({ length: BIG.events }, (_, index) => eventOf(index))
  const runs = Array.from({ length: BIG.runs - 1 }, (_, index) => runOf(index, events, now))
  const current = { eventId: DEFENDER_OF_PEACE.id, startsAt: now - 2 * HOUR, startAssumed: false }
  const parts = [
    recordOf(at, settings()),
    recordOf(at, COMMANDERS.map(commanderOf)),
    ...groupsOf(events, 100).map((some) => recordOf(at, some.map(putEvent))),
    recordOf(at, [putRun('bench', current), ...runs.map(({ id, run }) => putRun(id, run))]),
    ...runs.filter(({ run }) => run.startsAt < now).map((run) => recordOf(at, marksOf(run))),
  ]
  return mergeAll(parts)
}

/** Pair by pair: one after another would copy the first ones again and again. */
function mergeAll(records: readonly TrackerRecord[]): TrackerRecord {
  const [first = EMPTY_RECORD, ...others] = records
  if (others.length === 0) return first
  const half = Math.ceil(records.length / 2)
  return merge(mergeAll(records.slice(0, half)), mergeAll(records.slice(half)))
}

function recordOf(at: number, transitions: readonly Transition[]): TrackerRecord {
  return transitions.reduce((record, transition) => transition(record, { at, by: DEVICE }), EMPTY_RECORD)
}

/** As long as a real one. */
const DEVICE = '0b0d4f0a-5a3e-4f0e-8a53-2f1f0c7f9a11'

function settings(): Transition[] {
  return [
    setSetting('timeZone', 'Europe/London'),
    setSetting('leadTimes', [720, 360, 60]),
    setSetting('quietHours', { from: 1380, to: 420 }),
    setSetting('commanderOrder', COMMANDERS),
  ]
}

function commanderOf(id: string, index: number): Transition {
  return putCommander(id, {
    name: `Commander ${index + 1}`,
    server: String(84 + index),
    level: 20 + ((index * 7) % 50),
    region: ['us', 'eu', 'apac'][index % 3] ?? '',
    role: index % 2 === 0 ? 'hero' : 'villain',
    missionOpen: false,
    archived: false,
  })
}

/** As an import makes it: seven related events of one day each. */
function eventOf(index: number): EventDefinition {
  const id = `feed.${1000 + index}`
  return {
    id,
    name: `Weekly Meta ${index} - SMS`,
    shortName: `Weekly Meta ${index}`,
    story: 'Score in this event by completing its related events.',
    rewards: [],
    relatedEvents: Array.from({ length: BIG.windows }, (_, day) => ({
      id: `${id}.${day}`,
      name: `Feeder ${day + 1} of Meta ${index}`,
      code: `F${day + 1}`,
      objectives: ['Score in this event by completing its tasks.'],
      rewards: [],
      windows: [{ opensAfter: day * MINUTES_A_DAY, lasts: MINUTES_A_DAY }],
    })),
    lasts: BIG.windows * MINUTES_A_DAY,
    revision: 1,
  }
}

function runOf(index: number, events: readonly EventDefinition[], now: number): BigRun {
  const event = events[(index * 10) % events.length] as EventDefinition
  const startsAt = now - HOUR + (index - (BIG.runs - 1 - AHEAD)) * EVERY * DAY + 2 * DAY
  const repeats = index < SERIES ? { repeatsEvery: 1 } : {}
  const id = `${event.id}.run`
  const run: Run = { eventId: event.id, startsAt, startAssumed: false, ...repeats }
  return { id, run, markedId: occurrenceId(id, occurrencesUntil(run, now).length || 1) }
}

/** A mark of every commander on every window; here and there a note. */
function marksOf({ markedId, run }: BigRun): Transition[] {
  const windows = Array.from({ length: BIG.windows }, (_, day) => `${run.eventId}.${day}`)
  return COMMANDERS.flatMap((commander, number) =>
    windows.flatMap((window, day) => {
      const done = setDone(commander, markedId, window, (number + day) % 4 !== 0)
      return (number + day) % 40 === 7
        ? [done, setNote(commander, markedId, window, 'Mine with the fast ships.')]
        : [done]
    }),
  )
}

function groupsOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
}
