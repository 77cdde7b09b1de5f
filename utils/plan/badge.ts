/**
 * What the toolbar shows: the code of what wants the commander, its state, and what the tooltip speaks of.
 *
 * @module
 */

import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants'
import type { Settings } from '../record/record.ts'
import { URGENT_WITHIN } from './day.ts'
import { earliest } from './earliest.ts'
import type { Day, RunView } from './run-view.ts'

/** How long before a run starts the badge announces it, in ms. */
const ANNOUNCED_WITHIN = millisecondsInDay
/**
 * Three capitals are all that fits on Chromium's badge (seen in its toolbar: "EOA✓" is cut), so a code cannot carry a
 * mark. State must not be colour alone, therefore a day that is done shows this instead of its code.
 */
const DONE = '✓'

export type BadgeState = 'none' | 'upcoming' | 'open' | 'urgent' | 'done'

export interface Badge {
  readonly state: BadgeState
  readonly text: string
  /** What the badge speaks of; absent where it shows nothing. */
  readonly run?: RunView | undefined
  readonly day?: Day | undefined
}

/**
 * @param runs the most urgent first, as `runViewsAt` gives them
 * @param now epoch ms
 */
export function badgeAt(runs: readonly RunView[], settings: Settings, now: number): Badge {
  const run = runs.find((each) => each.eligibility === 'yes' && isNear(each, now) && dayOf(each))
  const day = run && dayOf(run)
  if (!run || !day) return { state: 'none', text: '' }
  const { code } = day.window.relatedEvent
  switch (day.state) {
    case 'urgent': {
      const text = settings.lastHourCountdown ? `${minutesLeft(day, now)}m` : code
      return { state: 'urgent', text, run, day }
    }
    case 'open':
      return { state: 'open', text: code, run, day }
    case 'done':
      return { state: 'done', text: DONE, run, day }
    default:
      return { state: 'upcoming', text: code, run, day }
  }
}

/** The next instant (epoch ms) after `now` at which a badge changes that no boundary of the schedule announces. */
export function nextBadgeChangeAfter(runs: readonly RunView[], settings: Settings, now: number): number | undefined {
  const { run, day, state } = badgeAt(runs, settings, now)
  const announced = runs
    .filter((view) => view.status === 'upcoming')
    .map((view) => view.schedule.startsAt - ANNOUNCED_WITHIN)
  const urgent = runs.flatMap((view) => view.days.filter((each) => each.state === 'open').map(urgentFrom))
  const minute =
    run && day && state === 'urgent' && settings.lastHourCountdown
      ? [day.window.endsAt - (minutesLeft(day, now) - 1) * millisecondsInMinute]
      : []
  return earliest([...announced, ...urgent, ...minute].filter((at) => at > now))
}

function dayOf(run: RunView): Day | undefined {
  return run.today ?? run.next
}

function urgentFrom(day: Day): number {
  return day.window.endsAt - URGENT_WITHIN
}

/** Minutes to the end of a day, begun ones counted whole: the last is 1. */
function minutesLeft(day: Day, now: number): number {
  return Math.ceil((day.window.endsAt - now) / millisecondsInMinute)
}

function isNear(run: RunView, now: number): boolean {
  if (run.status === 'ended') return false
  return run.status !== 'upcoming' || run.schedule.startsAt - now <= ANNOUNCED_WITHIN
}
