import type { EventDefinition } from '../../utils/events/event.ts'
import { message } from '../../utils/i18n/messages.ts'

/** Whose hour a start is, where the commander has told no region of an event that has several; else nothing. */
export function regionHint({ regions = [] }: EventDefinition, region: string): string | undefined {
  if (regions.length === 0 || regions.some(({ id }) => id === region)) return undefined
  const first = regions.reduce((one, other) => (other.startsAfter < one.startsAfter ? other : one))
  return message('common_start_first_region', first.name)
}
