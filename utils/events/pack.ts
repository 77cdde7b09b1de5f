/**
 * Everything that ships with the extension: event definitions and the runs that are known. It is code, not part of the
 * record, so an update of the extension mends it for everybody.
 *
 * @module
 */

import { DEFENDER_OF_PEACE } from './defender-of-peace.ts'
import type { EventDefinition } from './event.ts'

export const SHIPPED_EVENTS: readonly EventDefinition[] = [DEFENDER_OF_PEACE]

/** The run of 13–18 November 2023. The dates are the source's; the hour (16:00 UTC) is assumed. */
export const RUN_OF_2023 = {
  id: 'defender-of-peace-2023',
  eventId: DEFENDER_OF_PEACE.id,
  startsAt: Date.UTC(2023, 10, 13, 16),
  startAssumed: true,
} as const
