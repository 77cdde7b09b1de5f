/**
 * The runs that are over as a table for a spreadsheet: CSV by RFC 4180, a line for each day of each commander.
 *
 * @module
 */

import type { PastRun } from './history.ts'
import type { PastDay } from './history-days.ts'

/** The names of the columns belong to the format: they are the same in every language. */
const COLUMNS = [
  'commander',
  'event',
  'run_start',
  'day',
  'related_event',
  'window_start',
  'window_end',
  'done',
  'points',
  'note',
] as const

/**
 * @param runs as `historyOf` gives them
 * @param names what commanders are called, by id
 * @returns lines with a CRLF each, the first of them the names of the columns; instants in ISO 8601, an end that nobody
 *   knows and points that are not documented empty
 * @example
 * csvOf(runs, names)
 *   // 'commander,event,run_start,day,…\r\nKirk,Defender of Peace – SMS,2026-11-23T16:00:00.000Z,1,…\r\n'
 */
export function csvOf(runs: readonly PastRun[], names: ReadonlyMap<string, string>): string {
  const lines = runs.flatMap((run) => run.days.map((day) => lineOf(run, day, names.get(run.commander.id) ?? '')))
  return [COLUMNS, ...lines].map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('')
}

function lineOf({ event, schedule }: PastRun, day: PastDay, commander: string): readonly (string | number)[] {
  const { window, number, state, note } = day
  const { relatedEvent, region, startsAt, endsAt } = window
  const isDone = state === 'done'
  return [
    commander,
    event.name,
    instantText(schedule.startsAt),
    number,
    region ? `${relatedEvent.name} (${region.name})` : relatedEvent.name,
    instantText(startsAt),
    instantText(endsAt),
    String(isDone),
    relatedEvent.points === undefined ? '' : isDone ? window.points : 0,
    note,
  ]
}

function instantText(instant: number): string {
  return Number.isFinite(instant) ? new Date(instant).toISOString() : ''
}

function cellText(cell: string | number): string {
  const text = String(cell)
  // A spreadsheet would take it for a formula and run it: names and notes may come from somebody else's file.
  const safe = /^[=+\-@\t\r\n\0]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
