/**
 * Instants of the feed. Not `Date.parse`: without a zone it takes the computer's own, and browsers disagree on 30
 * February.
 *
 * @module
 */

import { millisecondsInMinute } from 'date-fns/constants'
import { parseDate, parseTime, utcOf } from '../time/wall-time.ts'
import type { PackRule } from './problem.ts'

/** Years in which an event may lie; anything else is a slip of the keyboard. */
export const FEED_YEARS = { first: 2000, last: 2150 } as const

export type ReadInstant =
  | { readonly ok: true; readonly instant: number }
  | {
      readonly ok: false
      readonly rule: Extract<PackRule, 'no-such-instant' | 'no-such-date' | 'no-such-time' | 'date-range'>
    }

const FORM = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,9}))?(Z|[+-]\d\d(?::?\d\d)?)?$/i

/**
 * Reads ISO 8601 with a zone. Parts of a millisecond are dropped.
 *
 * @returns epoch ms; `no-such-instant` where the text has another form or does not say its zone
 * @example readInstant('2026-06-25T16:00:00.000Z') // { ok: true, instant: Date.UTC(2026, 5, 25, 16) }
 */
export function readInstant(text: string): ReadInstant {
  const [whole, dateText = '', timeText = '', fraction = '', zone = ''] = FORM.exec(text.trim()) ?? []
  const offset = offsetMinutes(zone)
  if (whole === undefined || offset === undefined) return { ok: false, rule: 'no-such-instant' }
  const date = parseDate(dateText)
  if (!date.ok) return { ok: false, rule: 'no-such-date' }
  const time = parseTime(timeText)
  if (!time.ok) return { ok: false, rule: 'no-such-time' }
  const { year } = date.value
  if (year < FEED_YEARS.first || year > FEED_YEARS.last) return { ok: false, rule: 'date-range' }
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3))
  return { ok: true, instant: utcOf({ ...date.value, ...time.value }) + milliseconds - offset * millisecondsInMinute }
}

/** @returns minutes east of Greenwich; undefined where there is no zone or none that can be */
function offsetMinutes(zone: string): number | undefined {
  if (/^z$/i.test(zone)) return 0
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? []
  if (sign === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
