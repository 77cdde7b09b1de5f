/** Doors of what is stored beside the record. */

import * as v from 'valibot'
import { eventPlace } from '../../../entrypoints/options/editor/event-place.ts'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { draftOf } from '../../../utils/packs/draft.ts'
import { readDraft } from '../../../utils/packs/draft-read.ts'
import { isObject } from '../../../utils/record/is-object.ts'
import { parseDelivery } from '../../../utils/storage/delivery.ts'
import { IMPORT_PLACE, repeatsPlace, startPlace } from '../../../utils/storage/draft-places.ts'
import { type DraftPlace, parseDraft } from '../../../utils/storage/drafts.ts'
import { load } from '../../../utils/storage/load.ts'
import { parseReplicaState, parseRevision } from '../../../utils/storage/replica-state.ts'
import { parseSetAside } from '../../../utils/storage/set-aside.ts'
import { parseShelved } from '../../../utils/storage/shelved.ts'
import { parseWakes, withWake } from '../../../utils/storage/wakes.ts'
import { labelsFit } from '../../../utils/time/labels-fit.ts'
import { type Door, door, same, smallDoor } from '../door.ts'
import { problemLaw } from '../laws.ts'
import { NOW } from '../seeds.ts'
import { STORED, WAKE } from '../stored-seeds.ts'

const HOUR = 3_600_000
/** Entries of what was set aside that a page can show. */
const MOST_ENTRIES = 20

/** Only through `load`: nobody else reads them. */
function parsedLabels(raw: unknown) {
  return load(Promise.resolve({ labels: raw })).then((loaded) => loaded.labels)
}

/** A draft as it lies in `localStorage`. */
function draftDoor<T>(
  name: string,
  { schema }: DraftPlace<T>,
  values: readonly T[],
  use?: (value: T) => unknown,
): Door {
  return door({
    name: `draft: ${name}`,
    seeds: () => values.map((value) => JSON.stringify({ at: NOW - HOUR, value })),
    run: (text) => parseDraft(text as string, schema, NOW),
    check(draft) {
      if (!draft) return undefined
      use?.(draft.value)
      const again = v.safeParse(schema, JSON.parse(JSON.stringify(draft.value)))
      return again.success && same(again.output, draft.value) ? undefined : 'what was parsed is not parsed to itself'
    },
  })
}

const START = { date: '2026-11-23', time: '16:00', hasHour: true, timeZone: 'Europe/London', delay: 0 }

export const BESIDE_DOORS: readonly Door[] = [
  smallDoor('delivery', STORED.delivery, parseDelivery, 'delivery'),
  smallDoor('shelved', STORED.shelved, parseShelved, 'shelved'),
  smallDoor('wakes', STORED.wakes, parseWakes, 'wakes'),
  door({
    name: 'state of the replica',
    seeds: STORED.replica,
    keys: ['replica'],
    run: parseReplicaState,
    check(state, input) {
      if (!same(parseReplicaState(state), state)) return 'what was parsed is not parsed to itself'
      const wasOff = isObject(input) && input.on === false
      return wasOff && state.on ? 'what the commander switched off is on' : undefined
    },
  }),
  door({
    name: 'revision',
    seeds: STORED.revision,
    keys: ['revision'],
    run: parseRevision,
    check(revision) {
      if (!same(parseRevision(revision), revision)) return 'what was parsed is not parsed to itself'
      return parseRevision(revision + 1) === revision ? 'one more is the same' : undefined
    },
  }),
  door({
    name: 'set aside',
    seeds: STORED.setAside,
    keys: ['setAside'],
    run: parseSetAside,
    check(index) {
      if (index.length > MOST_ENTRIES) return `${index.length} entries are more than a page can show`
      if (!same(parseSetAside(index), index)) return 'what was parsed is not parsed to itself'
      return index.flatMap((entry) => entry.problems.map((each) => problemLaw(each, entry.whole))).find(Boolean)
    },
  }),
  door({
    name: 'one more wake',
    seeds: () => [...STORED.wakes(), []],
    run: (input) => parseWakes(withWake(input, WAKE)),
    check: ([newest]) => (newest?.at === WAKE.at ? undefined : 'the newest wake is not the first'),
  }),
  door({
    name: 'labels',
    seeds: STORED.labels,
    keys: ['labels'],
    run: parsedLabels,
    async check(parsed) {
      if (!parsed) return undefined
      labelsFit(parsed, { instants: [NOW], timeZone: 'system', locale: 'en-GB', now: NOW, hostOffsetAt: () => 0 })
      return same(await parsedLabels(parsed), parsed) ? undefined : 'what was parsed is not parsed to itself'
    },
  }),
  draftDoor('a start', startPlace('arc'), [START]),
  draftDoor('repeats', repeatsPlace('arc'), [{ repeats: true, weeks: '4' }]),
  draftDoor('an import', IMPORT_PLACE, [{ text: '[{}]', ticked: ['a', 'b'] }, { text: '' }]),
  draftDoor('an event', eventPlace(undefined), [draftOf(DEFENDER_OF_PEACE, counter())], readDraft),
]

function counter(): () => string {
  let last = 0
  return () => `k${++last}`
}
