/**
 * The known starts of an event in a pack: from a wall time in a zone to an instant, and back.
 *
 * @module
 */

import { dateInputValue, parseDate, parseTime, timeInputValue, wallTimeOfUtc } from '../time/wall-time.ts'
import { instantOf, isInGap, isTimeZone } from '../time/zone.ts'
import { type Finding, findingUnder } from './findings.ts'
import { PACK_LIMITS, type StartInPack } from './schema.ts'
import { isFields } from './shape.ts'

/** Years in which a start may lie, both included: the record takes no instant outside. */
const YEARS = { first: 2000, last: 2199 } as const
const FIRST_INSTANT = Date.UTC(YEARS.first, 0)
const END_OF_INSTANTS = Date.UTC(YEARS.last + 1, 0)
const UTC = 'UTC'

/**
 * What is wrong with the starts of an event, beside the kinds of their fields.
 *
 * @param event anything
 */
export function startFindings(event: unknown): readonly Finding[] {
  if (!isFields(event) || !Array.isArray(event.starts)) return []
  return event.starts.slice(0, PACK_LIMITS.starts).flatMap((start: unknown, index): readonly Finding[] => {
    const read = isStart(start) ? readStart(start) : undefined
    return read?.ok === false ? read.findings.map((finding) => findingUnder(['starts', index], finding)) : []
  })
}

/** The starts in epoch ms, in order and each once; those that cannot be read are left out. */
export function instantsOf(starts: readonly StartInPack[]): readonly number[] {
  const instants = starts.flatMap((start) => {
    const read = readStart(start)
    return read.ok ? [read.instant] : []
  })
  return [...new Set(instants)].sort((a, b) => a - b)
}

/**
 * A start as a pack writes it: in UTC, to the second.
 *
 * @param instant epoch ms
 * @example startOf(Date.UTC(2026, 5, 25, 16)) // { date: '2026-06-25', time: '16:00', timeZone: 'UTC' }
 */
export function startOf(instant: number): StartInPack {
  const wallTime = wallTimeOfUtc(instant)
  const seconds = wallTime.second === 0 ? '' : `:${String(wallTime.second).padStart(2, '0')}`
  return { date: dateInputValue(wallTime), time: timeInputValue(wallTime) + seconds, timeZone: UTC }
}

type ReadStart =
  | { readonly ok: true; readonly instant: number }
  | { readonly ok: false; readonly findings: readonly Finding[] }

function readStart({ date, time, timeZone = UTC }: StartInPack): ReadStart {
  const day = parseDate(date)
  const hour = parseTime(time)
  const isZone = isTimeZone(timeZone)
  const findings: Finding[] = []
  if (!day.ok) findings.push({ path: ['date'], rule: 'no-such-date', values: [date] })
  if (!hour.ok) findings.push({ path: ['time'], rule: 'no-such-time', values: [time] })
  if (!isZone) findings.push({ path: ['timeZone'], rule: 'unknown-zone', values: [timeZone] })
  if (!day.ok || !hour.ok || !isZone) return { ok: false, findings }

  const wallTime = { ...day.value, ...hour.value }
  if (isInGap(wallTime, timeZone)) {
    return { ok: false, findings: [{ path: ['time'], rule: 'hour-in-gap', values: [date, time, timeZone] }] }
  }
  const instant = instantOf(wallTime, timeZone)
  if (instant < FIRST_INSTANT || instant >= END_OF_INSTANTS) {
    return { ok: false, findings: [{ path: ['date'], rule: 'date-range', values: [date, YEARS.first, YEARS.last] }] }
  }
  return { ok: true, instant }
}

function isStart(value: unknown): value is StartInPack {
  if (!isFields(value)) return false
  const { date, time, timeZone } = value
  return (
    typeof date === 'string' && typeof time === 'string' && (timeZone === undefined || typeof timeZone === 'string')
  )
}
