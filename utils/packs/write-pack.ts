/**
 * Writes an event pack. The twin of `read-pack.ts`: what is written is read as the same events.
 *
 * @module
 */

import type { PackedEvent } from './read-pack.ts'
import { PACK_FORMAT, PACK_VERSION, PackSchema } from './schema.ts'
import { inOrder } from './shape.ts'
import { startOf } from './starts.ts'

/**
 * The text of a pack file, with its fields always in the same order. That the commander edited an event stays out: it
 * says nothing to whom the file is given.
 *
 * @param name of the pack
 * @param events their starts are written in UTC, to the second
 * @example writePack('Mine', [{ event: DEFENDER_OF_PEACE, starts: [] }])
 */
export function writePack(name: string, events: readonly PackedEvent[]): string {
  const pack = {
    format: PACK_FORMAT,
    version: PACK_VERSION,
    name,
    events: events.map(({ event, starts }) => ({
      ...event,
      starts: starts.length > 0 ? starts.map(startOf) : undefined,
    })),
  }
  return `${JSON.stringify(inOrder(PackSchema, pack), null, 2)}\n`
}
