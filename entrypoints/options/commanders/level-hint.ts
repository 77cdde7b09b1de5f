/**
 * What a commander's level means for the events that are near and those that ship.
 *
 * @module
 */

import type { EventDefinition } from '../../../utils/events/event.ts'
import { SHIPPED_EVENTS } from '../../../utils/events/pack.ts'
import { language, message, plural } from '../../../utils/i18n/messages.ts'
import { eligibilityIn, eligibilityOf } from '../../../utils/plan/eligibility.ts'
import { eventOf } from '../../../utils/record/read.ts'
import type { Commander } from '../../../utils/record/record.ts'
import { type Schedule, scheduleOf } from '../../../utils/schedule/schedule.ts'
import type { Page } from '../page.ts'

/** Events that are named; more are counted. */
const MOST_NAMES = 3

/** In words, for below the level. */
export function levelHint(page: Page, commander: Commander): string {
  const hidden = hiddenEvents(page, commander)
  const [first] = hidden
  const { level } = commander
  if (!first) return message(level === null ? 'options_level_hint' : 'options_level_fits')
  const { shortName, minLevel } = first
  if (hidden.length === 1 && level !== null && minLevel !== undefined && level < minLevel) {
    return message('options_level_hidden', shortName, minLevel)
  }
  return plural('options_level_hides', hidden.length, namesText(hidden))
}

/**
 * Whether a level that is being typed takes something away, a whole event or a day of one: it may be half of another
 * ("4" on the way to "45"), and with what it hides go the notifications about it.
 */
export function hidesSomething(page: Page, commander: Commander): boolean {
  return (
    hiddenEvents(page, commander).length > 0 ||
    schedulesNear(page, commander).some(({ hidden }) => hidden.some(({ reason }) => reason === 'level'))
  )
}

function hiddenEvents(page: Page, commander: Commander): readonly EventDefinition[] {
  const near = schedulesNear(page, commander)
    .filter((schedule) => eligibilityIn(commander, schedule) === 'level')
    .map(({ event }) => event)
  const shipped = SHIPPED_EVENTS.map((event) => eventOf(page.record, event.id) ?? event).filter(
    (event) => eligibilityOf(commander, event) === 'level',
  )
  return [...new Map([...near, ...shipped].map((event) => [event.id, event])).values()]
}

/** The page shows the runs to the commander chosen; this may be another. */
function schedulesNear(page: Page, commander: Commander): readonly Schedule[] {
  return page.view.runs
    .filter(({ status }) => status !== 'ended')
    .map(({ run, schedule }) => scheduleOf(schedule.event, run, commander))
}

/** @example namesText(five) // "Border Patrol, Defender of Peace, Maverick Tasks, and 2 more" */
function namesText(events: readonly EventDefinition[]): string {
  const names = events.slice(0, MOST_NAMES).map(({ shortName }) => shortName)
  const rest = events.length - names.length
  const all = rest > 0 ? [...names, plural('options_level_more', rest)] : names
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(all)
}
