import { minutesInHour } from 'date-fns/constants'
import { LEAD_TIME_RANGE } from '../../utils/record/record.ts'
import { leadTimeText } from './words.ts'

/** As many as the record takes. */
const MOST = 100

export interface LeadProblem {
  readonly kind: 'not-whole' | 'empty' | 'too-short' | 'too-long' | 'duplicate' | 'too-many'
  /** The input at fault. */
  readonly field: 'lead-hours' | 'lead-minutes'
  /** What the message names. */
  readonly text: string
}

export type LeadEntry =
  | { readonly ok: true; readonly minutes: number }
  | { readonly ok: false; readonly problem: LeadProblem }

/**
 * Reads a lead time as it was entered; an empty input counts as 0.
 *
 * @param known those that there are already, in minutes
 * @example readLead('1', '30', []) // { ok: true, minutes: 90 }
 */
export function readLead(hoursText: string, minutesText: string, known: readonly number[]): LeadEntry {
  const wrong = (kind: LeadProblem['kind'], field: LeadProblem['field'], text = ''): LeadEntry => ({
    ok: false,
    problem: { kind, field, text },
  })
  const hours = wholeNumber(hoursText)
  if (hours === undefined) return wrong('not-whole', 'lead-hours', hoursText.trim())
  const rest = wholeNumber(minutesText)
  if (rest === undefined) return wrong('not-whole', 'lead-minutes', minutesText.trim())
  if (hoursText.trim() === '' && minutesText.trim() === '') return wrong('empty', 'lead-hours')
  const minutes = hours * minutesInHour + rest
  if (minutes < LEAD_TIME_RANGE.min) return wrong('too-short', 'lead-minutes')
  if (minutes > LEAD_TIME_RANGE.max) return wrong('too-long', hours > 23 ? 'lead-hours' : 'lead-minutes')
  if (known.includes(minutes)) return wrong('duplicate', 'lead-minutes', leadTimeText(minutes))
  if (known.length >= MOST) return wrong('too-many', 'lead-minutes', String(MOST))
  return { ok: true, minutes }
}

/** @returns the list with one more, each once, the longest first */
export function addLeadTime(list: readonly number[], minutes: number): readonly number[] {
  return [...new Set([...list, minutes])].sort((a, b) => b - a)
}

export function withoutLeadTime(list: readonly number[], minutes: number): readonly number[] {
  return list.filter((each) => each !== minutes)
}

function wholeNumber(text: string): number | undefined {
  const digits = text.normalize('NFKC').trim()
  if (digits === '') return 0
  return /^\d{1,6}$/.test(digits) ? Number(digits) : undefined
}
