/**
 * The forms whose text is kept until it is submitted; that of the event editor stands with it. Only what takes some time
 * to write is among them; what is searched for, or typed in a moment, is not.
 *
 * @module
 */

import * as v from 'valibot'
import type { TypedStart } from '../schedule/start.ts'
import type { DraftPlace } from './drafts.ts'

/** By what a start is meant that is typed. */
export interface StartClock {
  /** IANA name. */
  readonly timeZone: string
  /** How much later than the run the commander's region starts, in ms. */
  readonly delay: number
}

/** A start as it was typed, and by which clock it was meant. */
export interface StartDraft extends TypedStart, StartClock {}

/** Whether an event is to come again, as it was typed. */
export interface RepeatsDraft {
  readonly repeats: boolean
  readonly weeks: string
}

/** A pasted text, and what of it was ticked; without ticks: nobody has ticked anything yet. */
export interface ImportDraft {
  readonly text: string
  readonly ticked?: readonly string[] | undefined
}

const StartSchema: v.GenericSchema<unknown, StartDraft> = v.object({
  date: v.string(),
  time: v.string(),
  hasHour: v.boolean(),
  timeZone: v.string(),
  delay: v.pipe(v.number(), v.finite()),
})
const RepeatsSchema: v.GenericSchema<unknown, RepeatsDraft> = v.object({ repeats: v.boolean(), weeks: v.string() })
const ImportSchema: v.GenericSchema<unknown, ImportDraft> = v.object({
  text: v.string(),
  ticked: v.optional(v.array(v.string())),
})

/** The start of a new run, in the options and in the popup. */
export function startPlace(eventId: string): DraftPlace<StartDraft> {
  return { name: `start=${eventId}`, schema: StartSchema }
}

/** The same in the row of the library, which opens for it. */
export function trackPlace(eventId: string): DraftPlace<StartDraft> {
  return { name: `track=${eventId}`, schema: StartSchema }
}

/** Beside it: whether the event comes again. */
export function repeatsPlace(eventId: string): DraftPlace<RepeatsDraft> {
  return { name: `repeats=${eventId}`, schema: RepeatsSchema }
}

/** Another start for a run that there is. */
export function runStartPlace(runId: string): DraftPlace<StartDraft> {
  return { name: `run-start=${runId}`, schema: StartSchema }
}

/** The same place, for one clock alone: what was meant by another would be another instant, and is taken for none. */
export function byClock({ name, schema }: DraftPlace<StartDraft>, clock: StartClock): DraftPlace<StartDraft> {
  const isMeant = (typed: StartDraft) => typed.timeZone === clock.timeZone && typed.delay === clock.delay
  return { name, schema: v.pipe(schema, v.check(isMeant)) }
}

/** The text of a pack or a feed. */
export const IMPORT_PLACE: DraftPlace<ImportDraft> = { name: 'import', schema: ImportSchema }
