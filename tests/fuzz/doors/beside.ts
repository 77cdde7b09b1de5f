/** Doors of what is stored beside the record. */

import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { eventPlace } from '../../../entrypoints/options/editor/event-place.ts'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { draftOf } from '../../../utils/packs/draft.ts'
import { readDraft } from '../../../utils/packs/draft-read.ts'
import { parseDelivery } from '../../../utils/storage/delivery.ts'
import { IMPORT_PLACE, repeatsPlace, startPlace } from '../../../utils/storage/draft-places.ts'
import { type DraftPlace, parseDraft } from '../../../utils/storage/drafts.ts'
import { load, loadWhole } from '../../../utils/storage/load.ts'
import { parsePart } from '../../../utils/storage/parts.ts'
import { parseSetAside, readSetAside, type SetAside } from '../../../utils/storage/set-aside.ts'
import { parseShelved } from '../../../utils/storage/shelved.ts'
import { NewerRecordError, repair } from '../../../utils/storage/update.ts'
import { parseWakes, type Wake, withWake } from '../../../utils/storage/wakes.ts'
import { labelsFor } from '../../../utils/time/labels.ts'
import { labelsFit } from '../../../utils/time/labels-fit.ts'
import { type Door, door, same, smallDoor } from '../door.ts'
import { problemLaw, recordLaw } from '../laws.ts'
import { NOW, otherVersionSeeds, recordSeeds } from '../seeds.ts'

const HOUR = 3_600_000

const WAKE: Wake = {
  at: NOW,
  causes: ['alarm', 'changed'],
  status: 'ok',
  badge: 'EOA',
  due: ['start', 'lead'],
  shown: 1,
  wakeAt: NOW + HOUR,
  failed: ['badge'],
}

const delivery = () => ({
  delivered: { [`run-1/first/start/${NOW}`]: NOW, 'run-1/first/lead/60': NOW - HOUR },
  snoozed: { 'run-1/first': NOW + HOUR },
})
const setAside = () => [
  { key: 'setAside:1-a', at: NOW, whole: false, seen: true, problems: [{ path: 'runs.a', message: 'not an id' }] },
  { key: 'setAside:2-b', at: NOW, whole: true, seen: false, problems: [] },
]
const wakes = () => [WAKE, { ...WAKE, at: NOW - HOUR, causes: ['changed'], due: [], shown: 0, times: 3 }]

function labels() {
  return labelsFor({ instants: [NOW, NOW + HOUR], timeZone: 'Europe/London', locale: 'en-GB', now: NOW })
}

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
  smallDoor('delivery', () => [delivery()], parseDelivery),
  smallDoor('shelved', () => [{ at: NOW, dueAt: NOW + HOUR }, { at: NOW }], parseShelved),
  smallDoor('set aside', () => [setAside()], parseSetAside),
  smallDoor('wakes', () => [wakes()], parseWakes),
  door({
    name: 'one more wake',
    seeds: () => [wakes(), []],
    run: (input) => parseWakes(withWake(input, WAKE)),
    check: ([newest]) => (newest?.at === WAKE.at ? undefined : 'the newest wake is not the first'),
  }),
  door({
    name: 'labels',
    seeds: () => [labels()],
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
  door({
    name: 'storage that is repaired',
    seeds: () => [
      ...recordSeeds().map((record) => ({ record, shelf: JSON.stringify(recordSeeds()[0]), delivery: delivery() })),
      ...otherVersionSeeds().map((record) => ({ record, labels: labels(), setAside: setAside(), wakes: wakes() })),
    ],
    declared: [NewerRecordError],
    run: repaired,
    check: repairedLaw,
  }),
]

/** @returns what stood there before the repair */
async function repaired(input: unknown): Promise<Readonly<Record<string, unknown>>> {
  const { local } = browser.storage
  await local.clear()
  try {
    await local.set(typeof input === 'object' ? { ...input } : { record: input })
  } catch {
    // Nested so deep that no browser would have stored it.
  }
  const before = await local.get(null)
  await repair()
  return before
}

/** All that is stored can be read, and what could not be read is kept. */
async function repairedLaw(before: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  const { status, problems, record, setAside: index } = await loadWhole()
  if (status !== 'ok') return `after a repair the record is ${status}`
  const [problem] = problems
  if (problem) return `after a repair there is a problem at ${problem.path}`
  const kept = await keptOf(index)
  const isKept = (raw: unknown) => kept.some((one) => same(one, raw))
  if (![before.record, before.shelf].every((raw) => isWhole(raw) || isKept(raw))) {
    return 'what could not be read is not kept'
  }
  const known = new Set(parseSetAside(before.setAside).map(({ key }) => key))
  const added = index.filter(({ key }) => !known.has(key))
  const said = added.flatMap((entry) => entry.problems.map((each) => problemLaw(each, entry.whole))).find(Boolean)
  return said ?? recordLaw(record)
}

/** Whether a part can be read to its last entry. */
function isWhole(raw: unknown): boolean {
  const parsed = parsePart(raw)
  return parsed.kind === 'record' && parsed.problems.length === 0
}

/** What was set aside last; an index may name ten thousand that are not there. */
function keptOf(index: readonly SetAside[]): Promise<readonly unknown[]> {
  return Promise.all(index.slice(-2).map(({ key }) => readSetAside(key)))
}

function counter(): () => string {
  let last = 0
  return () => `k${++last}`
}
