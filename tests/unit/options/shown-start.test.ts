/** Which time of what comes again an import shows. */

import { expect, test } from 'vitest'
import { shownStart } from '../../../entrypoints/options/library/shown-start.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import type { ImportedRun } from '../../../utils/record/import.ts'

const DAY = 86_400_000
const WEEK = 7 * DAY
const START = Date.UTC(2020, 0, 2, 16)
const event = (more: Partial<EventDefinition> = {}): EventDefinition => ({
  id: 'one',
  name: 'One',
  shortName: 'One',
  rewards: [],
  relatedEvents: [],
  lasts: 2 * 1440,
  ...more,
})
const run = (more: Partial<ImportedRun> = {}): ImportedRun => ({ id: 'r', startsAt: START, ...more })
const weekly = (more: Partial<ImportedRun> = {}) => run({ repeatsEvery: 1, ...more })
const EU_US = [0, 420].map((startsAfter) => ({ id: `${startsAfter}`, name: 'x', startsAfter }))

test.each([
  ['once, to come', event(), [run()], START - 1, START],
  ['once, over', event(), [run()], START + 99 * WEEK, START],
  ['weekly, to come', event(), [weekly()], START - 1, START],
  ['weekly, on', event(), [weekly()], START + 300 * WEEK + DAY, START + 300 * WEEK],
  ['weekly, its last instant', event(), [weekly()], START + 300 * WEEK + 2 * DAY - 1, START + 300 * WEEK],
  ['weekly, over for this week', event(), [weekly()], START + 300 * WEEK + 2 * DAY, START + 301 * WEEK],
  [
    'weekly, on in its last region',
    event({ regions: EU_US }),
    [weekly()],
    START + 9 * WEEK + 2 * DAY,
    START + 9 * WEEK,
  ],
  ['every four weeks', event(), [run({ repeatsEvery: 4 })], START + 5 * WEEK, START + 8 * WEEK],
  [
    'weekly, without a known end',
    event({ lasts: undefined }),
    [weekly()],
    START + 8 * WEEK + 5 * DAY,
    START + 8 * WEEK,
  ],
  ['weekly, and ended', event(), [weekly({ repeatsUntil: START + 3 * WEEK })], START + 99 * WEEK, START + 2 * WEEK],
  [
    'one that ended and one to come',
    event(),
    [weekly({ repeatsUntil: START + 3 * WEEK }), run({ id: 's', startsAt: START + 9 * WEEK })],
    START + 5 * WEEK,
    START + 9 * WEEK,
  ],
  ['several, the first on', event(), [run(), run({ id: 's', startsAt: START + DAY })], START + 1, START],
])('%s', (_, of, runs, now, startsAt) => expect(shownStart({ event: of, runs }, now)).toBe(startsAt))

test('no start is known', () => expect(shownStart({ event: event(), runs: [] }, START)).toBeUndefined())
