/**
 * Events of which the stories tell, beside the one that ships: parts of different lengths that overlap, and a twin.
 *
 * @module
 */

import { DEFENDER_OF_PEACE } from '../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../utils/events/event.ts'

const part = (id: string, name: string, windows: readonly { opensAfter: number; lasts: number }[]) => ({
  id,
  name,
  code: id.slice(0, 3).toUpperCase(),
  rewards: [],
  windows,
})

const DAY = 24 * 60

const OVERLAPPING: EventDefinition = {
  id: 'overlapping',
  name: 'Overlapping',
  shortName: 'Overlapping',
  rewards: [],
  lasts: 3 * DAY,
  relatedEvents: [
    part('short', 'Short', [
      { opensAfter: 0, lasts: 90 },
      { opensAfter: DAY, lasts: 90 },
    ]),
    part('long', 'Long', [{ opensAfter: 0, lasts: 3 * DAY }]),
    part('inner', 'Inner', [{ opensAfter: 600, lasts: 720 }]),
  ],
}

const [first] = DEFENDER_OF_PEACE.relatedEvents

const TWIN: EventDefinition = {
  id: 'twin',
  name: 'Twin',
  shortName: 'Twin',
  rewards: [],
  lasts: 2 * DAY,
  relatedEvents: [part('twin', first?.name ?? '', [{ opensAfter: 0, lasts: DAY }])],
}

export const EVENTS: readonly EventDefinition[] = [DEFENDER_OF_PEACE, OVERLAPPING, TWIN]
