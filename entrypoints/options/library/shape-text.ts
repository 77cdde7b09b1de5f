/**
 * The shape of an event in words, on one line.
 *
 * @module
 */

import { minutesInDay, minutesInHour } from 'date-fns/constants'
import { levelsText } from '../../../components/level-words.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { message, plural } from '../../../utils/i18n/messages.ts'
import { isInBracket } from '../../../utils/schedule/schedule.ts'
import { leadTimeText } from '../words.ts'

/**
 * How long it is, how often and where it comes, what it gives and for whom.
 *
 * @param level of the commander: points of brackets that are not the commander's do not count; null: not told
 * @example shapeText(DEFENDER_OF_PEACE, 38) // "5 days · 5 related events · 500 points · level 10 and up"
 */
export function shapeText(event: EventDefinition, level: number | null): string {
  const { regions = [], repeatsEvery, relatedEvents, serverWide } = event
  const points = pointsOf(event, level)
  const when = [
    lastsText(event.lasts),
    ...(repeatsEvery === undefined ? [] : [repeatsText(repeatsEvery)]),
    ...(regions.length > 1 ? [plural('options_library_regions', regions.length)] : []),
  ]
  const parts = [
    when.join(', '),
    ...(relatedEvents.length > 1 ? [plural('options_library_related', relatedEvents.length)] : []),
    ...(points === undefined ? [] : [plural('options_library_points', points)]),
    levelsText(event),
    ...(serverWide ? [message('options_library_server_wide')] : []),
  ]
  return parts.filter(Boolean).join(' · ')
}

/** @param minutes undefined: nobody knows @example lastsText(7200) // "5 days" */
export function lastsText(minutes: number | undefined): string {
  if (minutes === undefined) return message('options_library_endless')
  if (minutes % minutesInDay === 0) return plural('options_library_days', minutes / minutesInDay)
  if (minutes % minutesInHour === 0 && minutes < 4 * minutesInDay) {
    return plural('options_library_hours', minutes / minutesInHour)
  }
  return leadTimeText(minutes)
}

/** @param weeks at least 1 @example repeatsText(1) // "every week" */
export function repeatsText(weeks: number): string {
  return plural('options_library_every', weeks)
}

/** @returns undefined where none are documented */
function pointsOf({ relatedEvents }: EventDefinition, level: number | null): number | undefined {
  const scored = relatedEvents.filter((each) => each.points !== undefined && isInBracket(each, level))
  if (scored.length === 0) return undefined
  return scored.reduce((sum, { points = 0, windows }) => sum + points * windows.length, 0)
}
