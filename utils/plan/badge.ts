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
import { twinKeyOf } from './twins.ts'

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
  /** Whom it concerns as well: the same day in the same state (urgent is open), of other commanders, each once. */
  readonly others: readonly RunView[]
  /** How many more days are open and not done, whoever's they are; twins are one. */
  readonly more: number
}

/**
 * @param runs the most urgent first, as `byUrgency` orders them; of the commanders of whom it is to speak
 * @param now epoch ms
 */
export function badgeAt(runs: readonly RunView[], settings: Settings, now: number): Badge {
  const run = runs.find((each) => each.eligibility === 'yes' && isNear(each, now) && dayOf(each))
  const day = run && dayOf(run)
  if (!run || !day) return { state: 'none', text: '', others: [], more: 0 }
  const { code } = day.window.relatedEvent
  const subject = { run, day, ...alsoOpen(runs, run, day) }
  switch (day.state) {
    case 'urgent': {
      const text = settings.lastHourCountdown ? `${minutesLeft(day, now)}m` : code
      return { state: 'urgent', text, ...subject }
    }
    case 'open':
      return { state: 'open', text: code, ...subject }
    case 'done':
      return { state: 'done', text: DONE, ...subject }
    default:
      return { state: 'upcoming', text: code, ...subject }
  }
}

/**
 * The next instant (epoch ms) after `now` at which a badge changes that no boundary of the schedule announces.
 *
 * @param badge what `badgeAt` gives for the same runs, settings and instant
 */
export function nextBadgeChangeAfter(
  { run, day, state }: Badge,
  runs: readonly RunView[],
  settings: Settings,
  now: number,
): number | undefined {
  const announced = runs
    .filter((view) => view.status === 'upcoming')
    .map((view) => view.schedule.startsAt - ANNOUNCED_WITHIN)
  const urgent = runs.flatMap((view) => view.days.filter((each) => each.state === 'open').map(urgentFrom))
  const minute =
    run && day && state === 'urgent' && settings.lastHourCountdown
      ? [day.window.endsAt - (minutesLeft(day, now) - 1) * millisecondsInMinute]
      : []
  return earliest([...announced, ...urgent, ...minute].filter((at) => at > now && Number.isFinite(at)))
}

/** What else is open than the day that the badge shows. */
function alsoOpen(runs: readonly RunView[], run: RunView, day: Day): Pick<Badge, 'others' | 'more'> {
  const subject = twinKeyOf(day.window)
  const more = new Set<string>()
  const others = new Map<string, RunView>()
  for (const view of runs) {
    if (view.eligibility !== 'yes') continue
    const { id } = view.commander
    for (const each of view.days) {
      // There may be very many days, and few of them matter now.
      if (!isWanted(each) && each.window.startsAt !== day.window.startsAt) continue
      const key = twinKeyOf(each.window)
      if (key !== subject) {
        if (isWanted(each)) more.add(key)
      } else if (id !== run.commander.id && !others.has(id) && isAlike(each, day)) others.set(id, view)
    }
  }
  return { others: [...others.values()], more: more.size }
}

function isAlike(a: Day, b: Day): boolean {
  return a.state === b.state || (isWanted(a) && isWanted(b))
}

function isWanted({ state }: Day): boolean {
  return state === 'open' || state === 'urgent'
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
