/**
 * Reads what was typed into one input, or a group of them.
 *
 * @module
 */

import { minutesInDay, minutesInHour } from 'date-fns/constants'
import { MOST_MINUTES } from '../events/schema.ts'
import { parseTime } from '../time/wall-time.ts'
import type { LengthDraft } from './draft.ts'
import type { PackRule } from './problem.ts'

/** Which rule an entry breaks, and what the sentence names. */
export interface BrokenEntry {
  readonly ok: false
  readonly rule: PackRule
  readonly values: readonly (string | number)[]
}

export type Entry<T> = { readonly ok: true; readonly value: T } | BrokenEntry

/** Days in the longest time that an event may take. */
export const MOST_DAYS = MOST_MINUTES / minutesInDay
const MOST_HOURS = MOST_MINUTES / minutesInHour

const fine = <T>(value: T): Entry<T> => ({ ok: true, value })
const broken = (rule: PackRule, ...values: readonly (string | number)[]): BrokenEntry => ({ ok: false, rule, values })

/**
 * A whole number; nothing for an empty input. Thousands may be grouped: "10,000" is a number that may be too large, not
 * one that is not whole.
 *
 * @param range the least and the most that is taken
 * @example wholeEntry(' 1,200 ') // { ok: true, value: 1200 }
 */
export function wholeEntry(typed: string, range?: readonly [least: number, most: number]): Entry<number | undefined> {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return fine(undefined)
  const digits = /^[+-]?\d{1,3}([.,' ]\d{3})+$/.test(text) ? text.replace(/[.,' ]/g, '') : text
  if (/^[+-]?\d+[.,]\d*$/.test(digits)) return broken('number-whole', text)
  if (!/^[+-]?\d+$/.test(digits)) return broken('type', 'number', 'text')
  // Minus zero is zero to everybody but JavaScript.
  const value = Number(digits) + 0
  if (range && (value < range[0] || value > range[1])) return broken('number-range', value, ...range)
  return fine(value)
}

/**
 * Hours, or hours and minutes, in minutes; an empty input is none.
 *
 * @param most whole hours
 * @example hoursEntry('7:30', 23) // { ok: true, value: 450 }
 */
export function hoursEntry(typed: string, most: number): Entry<number> {
  const [hourText = '', minuteText = '0', ...rest] = typed.normalize('NFKC').trim().split(':')
  if (rest.length > 0 || minuteText === '') return broken('type', 'number', 'text')
  const hours = wholeEntry(hourText, [0, most])
  if (!hours.ok) return hours
  const minutes = wholeEntry(minuteText, [0, 59])
  if (!minutes.ok) return minutes
  return fine((hours.value ?? 0) * minutesInHour + (minutes.value ?? 0))
}

/**
 * An hour of the day in minutes after midnight; nothing for an empty input.
 *
 * @example clockEntry('9:30') // { ok: true, value: 570 }
 */
export function clockEntry(typed: string): Entry<number | undefined> {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return fine(undefined)
  const [hour = '', ...rest] = text.split(':')
  const time = parseTime([hour.padStart(2, '0'), ...(rest.length > 0 ? rest : ['00'])].join(':'))
  return time.ok ? fine(time.value.hour * minutesInHour + time.value.minute) : broken('no-such-time', text)
}

export type LengthPart = keyof LengthDraft

/** A length in minutes, or the input at fault. An empty one counts as 0, three empty ones are no length. */
export function lengthEntry(
  typed: LengthDraft,
): { readonly ok: true; readonly value: number } | (BrokenEntry & { readonly part: LengthPart }) {
  const most = { days: MOST_DAYS, hours: MOST_HOURS, minutes: MOST_MINUTES }
  const values = { days: 0, hours: 0, minutes: 0 }
  for (const part of ['days', 'hours', 'minutes'] as const) {
    const entry = wholeEntry(typed[part], [0, most[part]])
    if (!entry.ok) return { ...entry, part }
    values[part] = entry.value ?? 0
  }
  if (Object.values(typed).every((text) => text.trim() === '')) return { ...broken('missing', 'lasts'), part: 'days' }
  const minutes = values.days * minutesInDay + values.hours * minutesInHour + values.minutes
  if (minutes === 0) return { ...broken('window-no-end-order', 0), part: 'days' }
  if (minutes > MOST_MINUTES) {
    return { ...broken('number-range', Math.ceil(minutes / minutesInDay), 0, MOST_DAYS), part: 'days' }
  }
  return { ok: true, value: minutes }
}

/**
 * What stands on the lines of a text; empty ones do not count.
 *
 * @example linesOf(' a \n\nb') // ['a', 'b']
 */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean)
}
