/** Storage for the states, built by the real transitions. Every instant is relative to `now` (epoch ms). */

import { minutesInDay, minutesInHour } from 'date-fns/constants'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition, RelatedEvent } from '../../../utils/events/event.ts'
import { type Commander, FIRST_COMMANDER, type Role, type TrackerRecord } from '../../../utils/record/record.ts'
import { changeCommander, putRun, setDone, setNote, type Transition } from '../../../utils/record/transitions.ts'
import type { Run } from '../../../utils/schedule/run.ts'
import { DAY, HOUR, recordOf } from '../../unit/support/records.ts'
import type { Items } from './state.ts'

export { DAY, HOUR }
export const MINUTE = HOUR / 60
export const RUN_ID = 'run-1'
/** How long the open day has lasted already. */
const INTO_THE_DAY = 20 * HOUR + 34 * MINUTE

const COMMANDERS: Record<Role, Partial<Commander>> = {
  none: { role: 'none' },
  hero: { role: 'hero', name: 'Aurelia Thorne', server: '142', level: 38 },
  villain: {
    role: 'villain',
    name: 'Malachai of Nine Lanterns',
    server: '87',
    level: 52,
  },
}

/** A record in which a commander told all that over the last weeks. */
export function record(now: number, role: Role, ...told: readonly Transition[]): TrackerRecord {
  const at = now - 2 * HOUR
  const who: Transition[] = role === 'none' ? [] : [changeCommander(FIRST_COMMANDER, COMMANDERS[role])]
  return recordOf(...[...who, ...told].map((transition) => [transition, at] as const))
}

/** Storage with such a record. */
export const withRecord =
  (...told: readonly ((now: number) => Transition)[]) =>
  (now: number, role: Role): Items => ({ record: record(now, role, ...told.map((transition) => transition(now))) })

/** The run's start (epoch ms) when its day `number` (from 1) is open. */
function startOn(number: number, now: number): number {
  return now - INTO_THE_DAY - (number - 1) * DAY
}

/** A run of which day `number` is open: 0 starts within a day, 6 ended within the last. */
export const runOnDay =
  (number: number, more: Partial<Run> = {}) =>
  (now: number): Transition =>
    putRun(RUN_ID, {
      eventId: DEFENDER_OF_PEACE.id,
      startsAt: startOn(number, now),
      startAssumed: false,
      ...more,
    })

export const doneOn =
  (...numbers: readonly number[]) =>
  (): Transition =>
  (before, stamp) =>
    numbers.reduce((record, number) => setDone(FIRST_COMMANDER, RUN_ID, dayId(number), true)(record, stamp), before)

export const noteOn = (number: number, text: string) => (): Transition =>
  setNote(FIRST_COMMANDER, RUN_ID, dayId(number), text)

export function dayId(number: number): string {
  return DEFENDER_OF_PEACE.relatedEvents[number - 1]?.id ?? ''
}

/** An event of the commander's own with ten-hour days and a night between them, and a run of it. */
export const ownEvent =
  (definition: EventDefinition, openedAgo: number) =>
  (now: number): Transition =>
  (before, stamp) =>
    putRun(RUN_ID, { eventId: definition.id, startsAt: now - openedAgo, startAssumed: false })(
      { ...before, events: { ...before.events, [definition.id]: { value: definition, ...stamp } } },
      stamp,
    )

function shortDay(number: number, name: string, code: string, objectives: readonly string[]): RelatedEvent {
  const windows = [{ opensAfter: (number - 1) * minutesInDay, lasts: 10 * minutesInHour }]
  return { id: `day-${number}`, name, code, points: 250, objectives, rewards: [], windows }
}

/** Three days of ten hours, and one more day until the event itself ends. */
export const BORDER_PATROL: EventDefinition = {
  id: 'border-patrol',
  name: 'Border Patrol – Solo',
  shortName: 'Border Patrol',
  rewards: [],
  relatedEvents: [
    shortDay(1, 'First Watch', 'FW', ['Scan 20 drifting probes']),
    shortDay(2, 'Second Watch', 'SW', ['Escort 5 convoys']),
    shortDay(3, 'Last Watch', 'LW', ['Return every ship to its berth']),
  ],
  lasts: 4 * minutesInDay,
}

/** As long as names, codes and points get. */
export const LONG_NAMES: EventDefinition = {
  ...BORDER_PATROL,
  id: 'long-names',
  name: 'The Unabridged Chronicle of the Outer Marches and the Long Night – Solo',
  shortName: 'The Unabridged Chronicle of the Outer Marches and the Long Night',
  relatedEvents: BORDER_PATROL.relatedEvents.map((day) => ({
    ...day,
    name: `${day.name} over the Farthest Settlements of the Outer Marches`,
    code: 'WWWW',
    points: 1_000_000,
    objectives: [
      'Gain one hundred and twenty thousand points of reputation with any of the seven guilds that keep a house there',
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    ],
  })),
}
