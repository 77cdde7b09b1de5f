/**
 * An event while it is typed, as it was kept. What a later version adds to it must be optional here: an update is what
 * it is kept for.
 *
 * @module
 */

import * as v from 'valibot'
import type { EventDraft } from './draft.ts'

/** The key is always there: what is left to be proposed is told by `undefined`, which JSON leaves out. */
const maybe = v.optional(v.string(), () => undefined)

const LengthSchema = v.object({ days: v.string(), hours: v.string(), minutes: v.string() })

const WindowSchema = v.object({
  key: v.string(),
  day: v.string(),
  hour: v.string(),
  lasts: LengthSchema,
  endless: v.boolean(),
})

const RelatedSchema = v.object({
  key: v.string(),
  id: maybe,
  name: v.string(),
  code: maybe,
  points: v.string(),
  minLevel: v.string(),
  maxLevel: v.string(),
  objectives: v.string(),
  rewards: v.string(),
  windows: v.array(WindowSchema),
})

export const EventDraftSchema: v.GenericSchema<unknown, EventDraft> = v.object({
  name: v.string(),
  shortName: maybe,
  story: v.string(),
  prerequisite: v.string(),
  minLevel: v.string(),
  maxLevel: v.string(),
  rewards: v.string(),
  lasts: v.union([v.picklist(['windows', 'unknown']), LengthSchema]),
  assumed: v.string(),
  repeats: v.string(),
  serverWide: v.boolean(),
  serverName: v.string(),
  regions: v.array(v.object({ key: v.string(), id: maybe, name: v.string(), after: v.string() })),
  related: v.array(RelatedSchema),
  days: maybe,
  spare: v.array(RelatedSchema),
})
