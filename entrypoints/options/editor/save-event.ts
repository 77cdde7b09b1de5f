/**
 * What saving an event makes of it.
 *
 * @module
 */

import type { EventDefinition } from '../../../utils/events/event.ts'
import { isOwnEvent, OWN_PREFIX } from '../../../utils/events/own-event.ts'
import { idOf } from '../../../utils/packs/draft-id.ts'
import { eventOf } from '../../../utils/record/read.ts'
import { putEvent, type Transition } from '../../../utils/record/transitions.ts'

/**
 * The id of an event that the commander writes.
 *
 * @param chance a UUID
 * @example newEventId('Border Patrol', '1a2b3c4d-…') // 'own-border-patrol-1a2b3c4d'
 */
export function newEventId(name: string, chance: string): string {
  return `${OWN_PREFIX}${idOf(name, 'event', chance)}`
}

/**
 * Saves an event as it was typed: a new one as its first revision, a changed one as the next. One that was imported or
 * ships is the commander's from then on.
 *
 * @param event with the id of a new one
 * @param initial what was changed; absent: the event is new
 */
export function saveEvent(event: EventDefinition, initial: EventDefinition | undefined): Transition {
  return (record, stamp) => {
    const { edited: _, ...typed } = event
    if (!initial) return putEvent({ ...typed, revision: 1 })(record, stamp)
    // Another page may have saved it meanwhile, or an import brought a newer one.
    const known = eventOf(record, initial.id)?.revision ?? 0
    const revision = Math.min(Math.max(known, initial.revision ?? 0) + 1, Number.MAX_SAFE_INTEGER)
    return putEvent({ ...typed, revision, ...(isOwnEvent(initial) ? {} : { edited: true }) })(record, stamp)
  }
}
