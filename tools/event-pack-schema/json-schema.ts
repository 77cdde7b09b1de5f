/**
 * The JSON Schema of an event pack, made of the schema by which the tracker reads one.
 *
 * @module
 */

import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema'
import { EVENT_LIMITS } from '../../utils/events/schema.ts'
import { PackSchema } from '../../utils/packs/schema.ts'
import { DESCRIPTIONS } from './descriptions.ts'

/** @throws Error where a field has no description, or a description has no field */
export function eventPackJsonSchema(): JsonSchema {
  const schema = toJsonSchema(PackSchema, {
    // A check is the length of a code, counted in code points: as JSON Schema counts.
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'check' ? { ...jsonSchema, maxLength: EVENT_LIMITS.code } : undefined,
  })
  const described = new Set<string>()
  describe(schema, '', described)
  const unused = Object.keys(DESCRIPTIONS).filter((path) => !described.has(path))
  if (unused.length > 0) throw new Error(`Described, but no fields of a pack: ${unused.join(', ')}`)
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Event pack', ...schema }
}

function describe(schema: JsonSchema, path: string, described: Set<string>): void {
  const { properties = {}, items } = schema
  for (const [key, property] of Object.entries(properties)) {
    const name = path === '' ? key : `${path}.${key}`
    const description = DESCRIPTIONS[name]
    if (description === undefined) throw new Error(`No description of ${name} in descriptions.ts`)
    described.add(name)
    Object.assign(property, { description })
    describe(property as JsonSchema, name, described)
  }
  if (items) describe(items as JsonSchema, `${path}[]`, described)
}
