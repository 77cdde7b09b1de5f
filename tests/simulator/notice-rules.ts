/**
 * What the issue of a notice says about when it may be shown, worked out from its id and the dates alone: a second
 * opinion, that does not ask the plan.
 *
 * @module
 */

import type { Delivery } from '../../utils/plan/notice.ts'
import type { Day } from '../../utils/plan/run-view.ts'
import type { Settings, TrackerRecord } from '../../utils/record/record.ts'
import type { Extension } from './bundle.ts'
import { remembered } from './globals.ts'

const HOUR = 60 * 60_000

/** A notice of a day that is closed, or that everybody has done, comes too late. */
export function isOver(extension: Extension, record: TrackerRecord, id: string, clock: number): boolean {
  if (id.split('/')[1] === 'result') return false
  const days = daysOf(extension, record, id, clock)
  // Of a run that was just removed nothing is known.
  if (days.length === 0) return false
  return days.every(({ window, done }) => done || window.endsAt <= clock)
}

/** A notice of a day of which the commander did not want to hear yet. */
export function isHeldBack(
  extension: Extension,
  record: TrackerRecord,
  { snoozed }: Delivery,
  id: string,
  clock: number,
): boolean {
  const [runId, windowId] = id.split('/')
  const until = snoozed[`${runId}/${windowId}`] ?? 0
  // A longer one was said by a clock that was ahead.
  if (until <= clock || until > clock + HOUR) return false
  // A run that was moved takes its days out from under their snoozes.
  return daysOf(extension, record, id, clock).some(({ window }) => window.startsAt < until && until < window.endsAt)
}

/** A notice after a snooze that was not stored yet when this was. */
export function isOfLaterSnooze({ snoozed }: Delivery, id: string): boolean {
  const [runId, windowId, kind, until] = id.split('/')
  return kind === 'snooze' && snoozed[`${runId}/${windowId}`] !== Number(until)
}

/** The commander changed a setting meanwhile. */
export function isSetAnew(known: readonly { readonly record: TrackerRecord }[]): boolean {
  return new Set(known.map(({ record }) => JSON.stringify(record.settings))).size > 1
}

/** The day of a notice, as each commander sees it. */
function daysOf({ reading, runViewsAt }: Extension, record: TrackerRecord, id: string, clock: number): readonly Day[] {
  const [runId, windowId] = id.split('/')
  return reading
    .activeCommandersOf(record)
    .flatMap((commander) => runViewsAt(record, commander, clock))
    .filter(({ run }) => run.id === runId)
    .flatMap(({ days }) => days.filter(({ window }) => window.id === windowId))
}

/**
 * When it was due, in epoch ms.
 *
 * @param zone of this computer
 */
export function dueOf({ reading }: Extension, record: TrackerRecord, id: string, zone: string): number | undefined {
  const at = Number(id.split('/').at(-1))
  if (!Number.isFinite(at)) return undefined
  return quietEnd(at, reading.settingsOf(record), zone)
}

/** An instant, or the end of the quiet hours in which it lies. Instants are epoch ms. */
export function quietEnd(at: number, { quietHours, timeZone }: Settings, zone: string): number {
  if (!quietHours) return at
  const { from, to } = quietHours
  const isQuiet = (instant: number): boolean => {
    const minute = minuteOfDay(instant, timeZone === 'system' ? zone : timeZone)
    return from < to ? minute >= from && minute < to : minute >= from || minute < to
  }
  let due = at
  while (from !== to && isQuiet(due)) due = (Math.floor(due / 60_000) + 1) * 60_000
  return due
}

const clocks = new Map<string, (instant: number) => number>()

function minuteOfDay(instant: number, timeZone: string): number {
  const clock = clocks.get(timeZone) ?? clockOf(timeZone)
  clocks.set(timeZone, clock)
  return clock(instant)
}

/** Many minutes are asked for again and again, and a formatter is slow. */
function clockOf(timeZone: string): (instant: number) => number {
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return remembered((instant) => {
    const [hour, minute] = formatter.format(instant).split(':').map(Number) as [number, number]
    return hour * 60 + minute
  })
}
