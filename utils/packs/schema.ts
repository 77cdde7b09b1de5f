/**
 * The format of an event pack, field by field. Bounds are those of `utils/events`, so that what a pack may say the
 * record can keep. `docs/event-pack.schema.json` is made of it (`npm run schema`); rules between fields are in
 * `rules.ts`.
 *
 * @module
 */

import * as v from 'valibot'
import { EVENT_FIELDS, EVENT_LIMITS } from '../events/schema.ts'

export const PACK_FORMAT = 'event-pack'
/** The newest version that this code reads, and the one that it writes. */
export const PACK_VERSION = 1

/** Most parts of a pack; `windows` are those of all related events of one event. */
export const PACK_LIMITS = { events: 500, starts: 500, windows: 2000 } as const

/** A capital or small letter of A–Z or a digit, then those, `_`, `.` and `-`: ids of windows and runs are made of it. */
const id = (most: number) => v.pipe(v.string(), v.regex(new RegExp(`^[A-Za-z0-9][A-Za-z0-9_.-]{0,${most - 1}}$`)))
const packId = id(80)
const regionId = id(40)

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(EVENT_LIMITS.name))
const texts = v.optional(EVENT_FIELDS.rewards)

const StartSchema = v.strictObject({
  date: v.string(),
  time: v.string(),
  timeZone: v.optional(v.string()),
})

const relatedEvent = EVENT_FIELDS.relatedEvents.item.entries
const RelatedEventSchema = v.strictObject({
  ...relatedEvent,
  id: packId,
  code: v.optional(relatedEvent.code),
  rewards: texts,
  windows: v.pipe(v.array(v.strictObject(relatedEvent.windows.item.entries)), v.maxLength(EVENT_LIMITS.windows)),
})

// A file is written in the order of the schema: what is about the whole event stands before its longest part.
const { relatedEvents: _, ...ofTheWhole } = EVENT_FIELDS

export const PackedEventSchema = v.strictObject({
  ...ofTheWhole,
  id: packId,
  shortName: v.optional(EVENT_FIELDS.shortName),
  rewards: texts,
  serverEvent: v.optional(v.strictObject(EVENT_FIELDS.serverEvent.wrapped.entries)),
  regions: v.optional(
    v.pipe(
      v.array(v.strictObject({ ...EVENT_FIELDS.regions.wrapped.item.entries, id: regionId })),
      v.maxLength(EVENT_LIMITS.regions),
    ),
  ),
  starts: v.optional(v.pipe(v.array(StartSchema), v.maxLength(PACK_LIMITS.starts))),
  relatedEvents: v.pipe(v.array(RelatedEventSchema), v.maxLength(EVENT_LIMITS.relatedEvents)),
})

const head = {
  $schema: v.optional(v.string()),
  format: v.literal(PACK_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PACK_VERSION)),
  name,
}

/** A pack whose events are not looked at yet: they are read one by one. */
export const PackHeadSchema = v.strictObject({
  ...head,
  events: v.pipe(v.array(v.unknown()), v.maxLength(PACK_LIMITS.events)),
})

export const PackSchema = v.strictObject({
  ...head,
  events: v.pipe(v.array(PackedEventSchema), v.maxLength(PACK_LIMITS.events)),
})

/** An event as it stands in a pack. */
export type EventInPack = v.InferOutput<typeof PackedEventSchema>
/** A start as it stands in a pack. */
export type StartInPack = v.InferOutput<typeof StartSchema>
