/**
 * Whether a commander's game shows an event at all. It is a hint: what is not told never hides anything.
 *
 * @module
 */

import type { EventDefinition } from '../events/event.ts'
import type { Commander } from '../record/record.ts'
import { isInBracket, type Schedule } from '../schedule/schedule.ts'

/**
 * - `level`: the commander's level is outside the event's levels, or those of all its windows
 * - `mission`: the mission that it asks for is not completed
 * - `region`: it is not held in the commander's region
 */
export type Eligibility = 'yes' | 'level' | 'mission' | 'region'

/** Of the event as a whole. */
export function eligibilityOf(commander: Commander, event: EventDefinition): Eligibility {
  if (!isInBracket(event, commander.level)) return 'level'
  if (event.prerequisite !== undefined && commander.missionOpen) return 'mission'
  const { region } = commander
  if (region !== '' && event.regions?.length && !event.regions.some(({ id }) => id === region)) return 'region'
  return 'yes'
}

/** Of a run: also where the event is for the commander but none of its windows is. */
export function eligibilityIn(commander: Commander, { event, windows, hidden }: Schedule): Eligibility {
  const ofEvent = eligibilityOf(commander, event)
  if (ofEvent !== 'yes' || windows.length > 0 || hidden.length === 0) return ofEvent
  // Windows of other regions are hidden in any case: what hides those of the commander's own is the reason.
  return hidden.some(({ reason }) => reason === 'level') ? 'level' : 'region'
}
