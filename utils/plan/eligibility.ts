/**
 * Whether a commander's game shows an event at all. It is a hint: what is not told never hides anything.
 *
 * @module
 */

import type { EventDefinition } from '../events/event.ts'
import type { Commander } from '../record/record.ts'

/** `level`: under the event's level; `mission`: the mission that it asks for is not completed. */
export type Eligibility = 'yes' | 'level' | 'mission'

export function eligibilityOf(commander: Commander, event: EventDefinition): Eligibility {
  if (event.minLevel !== undefined && commander.level !== null && commander.level < event.minLevel) return 'level'
  if (event.prerequisite !== undefined && commander.missionOpen) return 'mission'
  return 'yes'
}
