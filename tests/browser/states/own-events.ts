/** Events of the shapes that the format can express, for the states; their names say their shape and nothing of the game. */

import { minutesInDay, minutesInHour } from 'date-fns/constants'
import type { EventDefinition, RelatedEvent } from '../../../utils/events/event.ts'
import { putEvent, putRun, type Transition } from '../../../utils/record/transitions.ts'
import type { Run } from '../../../utils/schedule/run.ts'

/** A run of an event, under the event's id, that started `ago` ms before `now`. */
export const tracking =
  (event: EventDefinition, ago: number, more: Partial<Run> = {}) =>
  (now: number): Transition =>
  (before, stamp) =>
    putRun(event.id, { eventId: event.id, startsAt: now - ago, startAssumed: false, ...more })(
      putEvent(event)(before, stamp),
      stamp,
    )

function related(number: number, more: Partial<RelatedEvent> = {}): RelatedEvent {
  return {
    id: `feeder-${number}`,
    name: `Feeder ${number}`,
    code: `F${number}`,
    rewards: [],
    windows: [{ opensAfter: (number - 1) * minutesInDay, lasts: minutesInDay }],
    ...more,
  }
}

function event(name: string, more: Partial<EventDefinition>): EventDefinition {
  const id = name.toLowerCase().replaceAll(' ', '-')
  return { id, name, shortName: name, rewards: [], relatedEvents: [], ...more }
}

const days = (count: number, more: Partial<RelatedEvent> = {}) =>
  Array.from({ length: count }, (_, index) => related(index + 1, more))

/** Seven days, each week, points not documented. */
export const WEEKLY_META = event('Weekly Meta', { relatedEvents: days(7), lasts: 7 * minutesInDay, repeatsEvery: 1 })

/** Twenty-eight days, each with its own points. */
export const ARC_META = event('Arc Meta', { relatedEvents: days(28, { points: 50 }), lasts: 28 * minutesInDay })

/** Four parts of a week each. */
export const ROTATION = event('Rotation', {
  relatedEvents: [1, 2, 3, 4].map((week) =>
    related(week, {
      name: `Week ${week} of the rotation`,
      windows: [{ opensAfter: (week - 1) * 7 * minutesInDay, lasts: 7 * minutesInDay }],
    }),
  ),
  lasts: 28 * minutesInDay,
  repeatsEvery: 4,
})

/** Three days for the whole server. */
export const SERVER_INVASION = event('Server Invasion', {
  relatedEvents: [
    related(1, { name: 'Server Invasion', code: 'SI', windows: [{ opensAfter: 0, lasts: 3 * minutesInDay }] }),
  ],
  lasts: 3 * minutesInDay,
  serverWide: true,
})

/** Nobody knows its end. */
export const ENDLESS = event('Open End', {
  relatedEvents: [
    related(1, { name: 'First Part', code: 'FP' }),
    related(2, { name: 'The Rest', code: 'TR', windows: [{ opensAfter: minutesInDay }] }),
  ],
})

/** As `ENDLESS`, with nothing more to come after a day. */
export const ENDLESS_AFTER_ALL = event('No End in Sight', { relatedEvents: days(1) })

/** Twelve hours, at hours of their own in three regions. */
export const BY_REGION = event('By Region', {
  relatedEvents: [
    related(1, { name: 'By Region', code: 'BR', windows: [{ opensAfter: 0, lasts: 12 * minutesInHour }] }),
  ],
  lasts: 12 * minutesInHour,
  regions: [
    { id: 'eu', name: 'EU', startsAfter: 0 },
    { id: 'us', name: 'US', startsAfter: 7 * minutesInHour },
    { id: 'apac', name: 'APAC', startsAfter: 15 * minutesInHour },
  ],
})

/** Three feeders a day, each for other levels. */
export const BRACKETS = event('Brackets', {
  relatedEvents: [1, 2, 3].flatMap((day) =>
    [
      [20, 39],
      [40, 50],
      [51, 80],
    ].map(([minLevel, maxLevel]) =>
      related(day, { id: `day-${day}-from-${minLevel}`, minLevel, maxLevel, points: 200 }),
    ),
  ),
  lasts: 3 * minutesInDay,
})
