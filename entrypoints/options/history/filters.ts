/**
 * Which of the runs that are over are shown.
 *
 * @module
 */

import type { PastRun } from '../../../utils/plan/history.ts'
import type { KnownCommander } from '../../../utils/record/read.ts'

/** Stands for all commanders or all events: no id and no name is empty. */
export const ALL = ''

export interface Choices {
  readonly commanders: readonly KnownCommander[]
  /** By name: in a calendar the same event has another id each time that it comes. */
  readonly events: readonly string[]
}

export interface Filter {
  /** An id, or `ALL`. */
  readonly commander: string
  /** A name, or `ALL`. */
  readonly event: string
}

/** What was chosen on this page; the rest goes by what the history knows. */
export type Wanted = Partial<Filter>

/** What the history knows, by name where there is no other order. */
export function choicesOf(runs: readonly PastRun[]): Choices {
  const commanders = new Map(runs.map(({ commander }) => [commander.id, commander]))
  const events = new Set(runs.map(({ event }) => event.name))
  return { commanders: [...commanders.values()], events: [...events].sort((a, b) => a.localeCompare(b)) }
}

/**
 * What holds: what was chosen as long as the history knows it, else all events and the commander whom the popup shows.
 *
 * @param shown the id of the commander whom the popup shows
 */
export function resolve({ commander, event }: Wanted, { commanders, events }: Choices, shown: string): Filter {
  const isKnown = (id: string | undefined) => id === ALL || commanders.some((each) => each.id === id)
  return {
    commander: [commander, shown].find(isKnown) ?? ALL,
    event: event !== undefined && events.includes(event) ? event : ALL,
  }
}

export function filtered(runs: readonly PastRun[], filter: Filter): readonly PastRun[] {
  return runs.filter(
    ({ commander, event }) =>
      (filter.commander === ALL || commander.id === filter.commander) &&
      (filter.event === ALL || event.name === filter.event),
  )
}
