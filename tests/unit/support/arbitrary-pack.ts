/** Every event that a pack may hold: texts of any characters, windows in any order, whatever may be absent. */

import fc from 'fast-check'
import type { EventDefinition, LevelBracket, RelatedEvent, WindowSpan } from '../../../utils/events/event.ts'
import type { PackedEvent } from '../../../utils/packs/read-pack.ts'

const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

/** Without the fields that are undefined: as JSON brings it back. */
function given<T extends object>(fields: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fields.map((value) => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T)
}

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((value) => value.trim() !== '')
const code = fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }).filter((value) => value.trim() !== '')
const texts = fc.array(text, { maxLength: 3 })
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,12}$/)
const points = sometimes(fc.integer({ min: 0, max: 1_000_000_000 }))
const level = fc.integer({ min: 1, max: 999 })

const bracket: fc.Arbitrary<LevelBracket> = fc
  .tuple(sometimes(level), sometimes(level))
  .map(([a, b]) =>
    a !== undefined && b !== undefined
      ? { minLevel: Math.min(a, b), maxLevel: Math.max(a, b) }
      : { minLevel: a, maxLevel: b },
  )

/** Windows of one related event that do not overlap, in any order; only the last in time may have no end. */
const windows: fc.Arbitrary<readonly WindowSpan[]> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 10_080 })), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.boolean(),
  )
  .chain(([gaps, openEnd]) => {
    let end = 0
    const spans = gaps.map(([gap, lasts], index): WindowSpan => {
      const opensAfter = end + gap
      end = opensAfter + lasts
      return openEnd && index === gaps.length - 1 ? { opensAfter } : { opensAfter, lasts }
    })
    return fc.shuffledSubarray(spans, { minLength: spans.length })
  })

const relatedEvent: fc.Arbitrary<RelatedEvent> = given(
  fc.record({ id, name: text, code, points, objectives: sometimes(texts), rewards: texts, windows }),
)

/** So many weeks after which an event that lasts so many minutes is over. */
function leastWeeks(lasts: number | undefined): number {
  return Math.max(1, Math.ceil((lasts ?? 0) / 10_080))
}

function lastMinute(relatedEvents: readonly RelatedEvent[]): number {
  const ends = relatedEvents.flatMap((each) => each.windows.map(({ opensAfter, lasts = 1 }) => opensAfter + lasts))
  return Math.max(...ends)
}

const event: fc.Arbitrary<EventDefinition> = fc
  .record({
    relatedEvents: fc.uniqueArray(relatedEvent, { selector: (each) => each.id, minLength: 1, maxLength: 4 }),
    levels: bracket,
    // A related event has the bracket of its event, one end of it, or none: never one outside.
    own: fc.array(fc.constantFrom('none', 'least', 'most', 'both'), { minLength: 4, maxLength: 4 }),
    more: sometimes(fc.integer({ min: 0, max: 1000 })),
  })
  .map(({ more, ...parts }) => ({
    ...parts,
    lasts: more === undefined ? undefined : lastMinute(parts.relatedEvents) + more,
  }))
  .chain(({ relatedEvents, levels, own, lasts }) =>
    given(
      fc.record<EventDefinition>({
        id,
        name: text,
        shortName: text,
        story: sometimes(text),
        minLevel: fc.constant(levels.minLevel),
        maxLevel: fc.constant(levels.maxLevel),
        prerequisite: sometimes(text),
        rewards: texts,
        relatedEvents: fc.constant(
          relatedEvents.map((each, index) => ({
            ...each,
            ...(own[index] !== 'none' && own[index] !== 'most' && levels.minLevel ? { minLevel: levels.minLevel } : {}),
            ...(own[index] !== 'none' && own[index] !== 'least' && levels.maxLevel
              ? { maxLevel: levels.maxLevel }
              : {}),
          })),
        ),
        lasts: fc.constant(lasts),
        assumedStart: sometimes(fc.integer({ min: 0, max: 1439 })),
        serverEvent: sometimes(given(fc.record({ name: text, rewards: texts, pointsNeeded: points }))),
        serverWide: sometimes(fc.boolean()),
        regions: sometimes(
          fc.uniqueArray(fc.record({ id, name: text, startsAfter: fc.integer({ min: 0, max: 5_256_000 }) }), {
            selector: (region) => region.id,
            maxLength: 4,
          }),
        ),
        repeatsEvery: sometimes(fc.integer({ min: leastWeeks(lasts), max: 52 })),
        revision: sometimes(fc.maxSafeNat()),
      }),
    ),
  )

/** Epoch ms of whole seconds, from 2000 to 2199. */
const start = fc.integer({ min: Date.UTC(2000, 0) / 1000, max: Date.UTC(2200, 0) / 1000 - 1 }).map((s) => s * 1000)

export const packedEvents: fc.Arbitrary<readonly PackedEvent[]> = fc.uniqueArray(
  fc.record({ event, starts: fc.uniqueArray(start, { maxLength: 4 }).map((all) => all.sort((a, b) => a - b)) }),
  { selector: (packed) => packed.event.id, minLength: 1, maxLength: 4 },
)
