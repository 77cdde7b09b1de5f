/** Doors of the record as it is stored, and what is done with what came through them. */

import { historyOf } from '../../../utils/plan/history.ts'
import { outlookAt } from '../../../utils/plan/next-notice.ts'
import { planAt } from '../../../utils/plan/plan.ts'
import { instantsOf, viewAt } from '../../../utils/plan/view.ts'
import { joined } from '../../../utils/record/join.ts'
import { merge } from '../../../utils/record/merge.ts'
import { migrate } from '../../../utils/record/migrations.ts'
import { settingsOf } from '../../../utils/record/read.ts'
import { RECORD_VERSION, ROOMS, type TrackerRecord } from '../../../utils/record/record.ts'
import { type ParsedRecord, parseRecord } from '../../../utils/record/schema.ts'
import { shelve } from '../../../utils/record/shelve.ts'
import { parsePart } from '../../../utils/storage/parse-part.ts'
import { parseShelf, parseWhole } from '../../../utils/storage/parse-whole.ts'
import { toStored } from '../../../utils/storage/part-text.ts'
import { labelsFor } from '../../../utils/time/labels.ts'
import { timeZoneOf } from '../../../utils/time/zone.ts'
import { door, same } from '../door.ts'
import { parsedLaw, recordLaw } from '../laws.ts'
import { NOW, otherVersionSeeds, recordSeeds } from '../seeds.ts'

const NOTHING_TOLD = { delivered: {}, snoozed: {} }

const stored = () => [...recordSeeds(), ...otherVersionSeeds()]
const asText = () => stored().map((record) => JSON.stringify(record))

/** As a later version may write them. */
const laterSeeds = () => recordSeeds().map((record) => ({ ...record, version: RECORD_VERSION + 1, later: [1] }))

export const RECORD_DOORS = [
  door({ name: 'near part', seeds: stored, keys: ['record'], run: parsePart, check: partLaw }),
  door({ name: 'near part as text', seeds: asText, run: parsePart, check: partLaw }),
  door({ name: 'shelf', seeds: () => [...stored(), ...asText()], keys: ['shelf'], run: parseShelf, check: partLaw }),
  door({
    name: 'both parts',
    seeds: () =>
      recordSeeds().map((record) => {
        const { near, shelf } = shelve(record, NOW)
        return { near: toStored(near), shelf: JSON.stringify(shelf) }
      }),
    run(input) {
      const { near, shelf } = (Object(input) ?? {}) as { readonly near?: unknown; readonly shelf?: unknown }
      return parseWhole(parsePart(near), parseShelf(shelf))
    },
    check: parsedLaw,
  }),
  door({
    name: 'migration',
    seeds: stored,
    run: migrate,
    check: (raised) => (Object.is(migrate(raised), raised) ? undefined : 'what was raised is raised again'),
  }),
  door({ name: 'record that is merged', seeds: recordSeeds, run: mergedWithOthers, check: mergedLaw }),
  door({ name: 'record that is shown', seeds: recordSeeds, run: shown, check: shownLaw }),
  door({ name: 'later record that is shown', seeds: laterSeeds, run: shown, check: shownLaw }),
]

function partLaw(parsed: ParsedRecord, input: unknown): string | undefined {
  return parsedLaw(parsed) ?? (same(parsePart(input), parsePart(input)) ? undefined : 'is read in two ways')
}

/** As other devices have them. */
const others = recordSeeds().slice(1, 5)

interface Merged {
  readonly record: TrackerRecord
  readonly other: TrackerRecord
  readonly together: TrackerRecord
  readonly once: TrackerRecord
  readonly otherWayRound: TrackerRecord
  readonly again: TrackerRecord
}

function mergedWithOthers(input: unknown): readonly Merged[] {
  const parsed = parseRecord(input)
  if (parsed.kind !== 'record') return []
  const { record } = parsed
  return others.map((other) => {
    const once = merge(record, other)
    const together = joined(other)(record, { at: NOW, by: 'fuzz' })
    return { record, other, together, once, otherWayRound: merge(other, record), again: merge(once, record) }
  })
}

/** Two devices come to the same, whoever merges first and however often, and it can be read. */
function mergedLaw(all: readonly Merged[]): string | undefined {
  for (const { record, other, together, once, otherWayRound, again } of all) {
    const wrong = recordLaw(once) ?? recordLaw(together)
    if (wrong) return wrong
    for (const each of [record, other]) {
      if (partsLaw(together, merge(together, each))) return 'what is joined gives way to what it was joined of'
    }
    if (partsLaw(once, otherWayRound)) return 'merged the other way round it is another'
    if (partsLaw(once, again)) return 'merged once more it is another'
  }
  return undefined
}

/** What a parser takes, the background plans and the pages show. */
function shown(input: unknown) {
  const parsed = parseRecord(input)
  if (parsed.kind === 'unreadable') return undefined
  const { record } = parsed
  const { near, shelf, dueAt } = shelve(record, NOW)
  const timeZone = timeZoneOf(settingsOf(record).timeZone)
  const { wakeAt } = planAt(near, NOTHING_TOLD, timeZone, NOW, dueAt)
  historyOf(record, NOW)
  const { runs } = viewAt(near, NOW)
  outlookAt(near, NOTHING_TOLD, timeZone, NOW)
  const instants = runs.flatMap(instantsOf)
  labelsFor({ instants, timeZone, locale: 'en-GB', now: NOW })
  return { record, near, shelf, wakeAt }
}

function shownLaw(what: ReturnType<typeof shown>): string | undefined {
  if (!what) return undefined
  const { record, near, shelf, wakeAt } = what
  if (wakeAt !== undefined && !(wakeAt > NOW)) return `it would wake at ${wakeAt}, which is over`
  return recordLaw(near) ?? recordLaw(shelf) ?? partsLaw(record, merge(near, shelf))
}

function partsLaw(record: TrackerRecord, together: TrackerRecord): string | undefined {
  const wrong = ROOMS.find((room) => !same(sorted(record[room]), sorted(together[room])))
  return wrong && `the two parts have other ${wrong} than the whole`
}

function sorted(entries: object): readonly unknown[] {
  return Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1))
}
