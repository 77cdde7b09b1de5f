/**
 * What an event definition must look like when it comes from outside. Parsing builds a fresh object with the known keys
 * only, so nothing that a file carries beside them gets in.
 *
 * @module
 */

import * as v from 'valibot'
import type { EventDefinition } from './event.ts'

/** Ids are parts of keys and of notification ids: no slash, and no start that JavaScript gives a meaning to. */
export const IdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][\w#.-]{0,99}$/i, 'not an id'))

const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most))
const texts = v.pipe(v.array(text(500)), v.maxLength(50))
/** Minutes; at most ten years. */
const minutes = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(5_256_000))
const points = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))

const RelatedEventSchema = v.object({
  id: IdSchema,
  name: text(200),
  code: text(4),
  points,
  objectives: v.optional(texts),
  rewards: texts,
  windows: v.pipe(v.array(v.object({ opensAfter: minutes(0), lasts: minutes(1) })), v.maxLength(500)),
})

export const EventDefinitionSchema: v.GenericSchema<unknown, EventDefinition> = v.object({
  id: IdSchema,
  name: text(200),
  shortName: text(200),
  story: v.optional(text(2000)),
  minLevel: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))),
  prerequisite: v.optional(text(500)),
  rewards: texts,
  relatedEvents: v.pipe(v.array(RelatedEventSchema), v.maxLength(500)),
  lasts: minutes(1),
  assumedStart: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439))),
  serverEvent: v.optional(v.object({ name: text(200), rewards: texts, pointsNeeded: v.optional(points) })),
})
