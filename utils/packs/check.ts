/**
 * What is wrong with an event, whether it stands in a file, was put together in a form or by other code.
 *
 * @module
 */

import type { EventDefinition } from '../events/event.ts'
import { fieldFindings } from './fields.ts'
import { type Finding, firstFindings, problemsOf } from './findings.ts'
import type { PackProblem } from './problem.ts'
import { ruleFindings } from './rules.ts'
import { PackedEventSchema } from './schema.ts'
import { startFindings } from './starts.ts'

/**
 * Checks a definition as an import would: each field for itself, and the fields with each other.
 *
 * @returns at most fifty problems with paths relative to the event; none where a pack with it could be imported
 * @example
 * checkEvent({ ...DEFENDER_OF_PEACE, relatedEvents: [] })
 *   // [{ path: 'relatedEvents', rule: 'nothing-to-track', values: [] }]
 */
export function checkEvent({ edited: _, ...event }: EventDefinition): readonly PackProblem[] {
  return problemsOf(eventFindings(event))
}

/**
 * What is wrong with an event as it stands in a pack.
 *
 * @param event anything
 */
export function eventFindings(event: unknown): readonly Finding[] {
  return [fieldFindings(PackedEventSchema, event), ruleFindings(event), startFindings(event)].flatMap(firstFindings)
}
