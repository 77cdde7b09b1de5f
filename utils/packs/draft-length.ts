import type { EventDefinition } from '../events/event.ts'

/**
 * How long an event lasts by its windows.
 *
 * @returns minutes from its start until the last window ends; undefined where a window's end is not known or none is
 * @example lengthInWindows(DEFENDER_OF_PEACE.relatedEvents) // 7200
 */
export function lengthInWindows(relatedEvents: EventDefinition['relatedEvents']): number | undefined {
  let last = 0
  for (const { opensAfter, lasts } of relatedEvents.flatMap(({ windows }) => windows)) {
    if (lasts === undefined) return undefined
    last = Math.max(last, opensAfter + lasts)
  }
  return last > 0 ? last : undefined
}
