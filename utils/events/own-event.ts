/**
 * Events that a commander writes, beside those that ship or are imported.
 *
 * @module
 */

import type { EventDefinition } from './event.ts'

/** The id of an event that a commander wrote begins with this. */
export const OWN_PREFIX = 'own-'

/**
 * Whether a commander wrote the event. An import may say that one of another commander's is not by `edited: false`.
 *
 * @example isOwnEvent({ ...event, id: 'own-border-patrol-1a2b3c4d' }) // true
 */
export function isOwnEvent({ id, edited }: EventDefinition): boolean {
  return id.startsWith(OWN_PREFIX) && edited === undefined
}
