/**
 * What an event definition must look like when it comes from outside. Parsing builds a fresh object with the known keys
 * only, so nothing that a file carries beside them gets in. Rules between fields are in `utils/packs`.
 *
 * @module
 */

import * as v from 'valibot'
import type { EventDefinition } from './event.ts'

/** Ids are parts of keys and of notification ids: no slash, and no start that JavaScript gives a meaning to. */
export const IdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][\w#.-]{0,99}$/i, 'not an id'))

/** Largest numbers of parts, and longest texts in characters (UTF-16 units; of a code in code points). */
export const EVENT_LIMITS = { windows: 500, relatedEvents: 500, regions: 20, texts: 50, code: 4, name: 200 } as const

/** Minutes that an event may take: ten years. */
export const MOST_MINUTES = 5_256_000
/** Weeks after which an event may come again. */
export const WEEKS_RANGE = { least: 1, most: 52 } as const

const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most))
const texts = v.pipe(v.array(text(500)), v.maxLength(EVENT_LIMITS.texts))
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const minutes = (least: number) => whole(least, MOST_MINUTES)
const points = whole(0, 1_000_000_000)
const level = whole(1, 999)
const bracket = { minLevel: v.optional(level), maxLevel: v.optional(level) }

const RelatedEventSchema = v.object({
  id: IdSchema,
  name: text(EVENT_LIMITS.name),
  // As a person counts them: some characters take two places in a string.
  code: v.pipe(
    v.string(),
    v.minLength(1),
    v.check((code) => [...code].length <= EVENT_LIMITS.code, 'too long'),
  ),
  points: v.optional(points),
  ...bracket,
  objectives: v.optional(texts),
  rewards: texts,
  windows: v.pipe(
    v.array(v.object({ opensAfter: minutes(0), lasts: v.optional(minutes(1)) })),
    v.maxLength(EVENT_LIMITS.windows),
  ),
})

/** The fields of an event, for schemas that are made of them. */
export const EVENT_FIELDS = {
  id: IdSchema,
  name: text(EVENT_LIMITS.name),
  shortName: text(EVENT_LIMITS.name),
  story: v.optional(text(2000)),
  ...bracket,
  prerequisite: v.optional(text(500)),
  rewards: texts,
  relatedEvents: v.pipe(v.array(RelatedEventSchema), v.maxLength(EVENT_LIMITS.relatedEvents)),
  lasts: v.optional(minutes(1)),
  assumedStart: v.optional(whole(0, 1439)),
  serverEvent: v.optional(
    v.object({ name: text(EVENT_LIMITS.name), rewards: texts, pointsNeeded: v.optional(points) }),
  ),
  serverWide: v.optional(v.boolean()),
  regions: v.optional(
    v.pipe(
      v.array(v.object({ id: IdSchema, name: text(100), startsAfter: minutes(0) })),
      v.maxLength(EVENT_LIMITS.regions),
    ),
  ),
  repeatsEvery: v.optional(whole(WEEKS_RANGE.least, WEEKS_RANGE.most)),
  revision: v.optional(whole(0, Number.MAX_SAFE_INTEGER)),
}

export const EventDefinitionSchema: v.GenericSchema<unknown, EventDefinition> = v.object({
  ...EVENT_FIELDS,
  edited: v.optional(v.boolean()),
})
