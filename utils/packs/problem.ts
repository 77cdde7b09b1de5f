/**
 * What is wrong with a file or a definition: where it stands and which rule is broken. The interface has a sentence for
 * each rule.
 *
 * @module
 */

import { shown } from '../events/shown.ts'

/** Kinds of JSON values, as `type` names them. */
export type ValueKind = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'null'

/**
 * The rules. Behind each stands what `values` holds, in this order.
 *
 * Of the file:
 * - `not-json`: nothing
 * - `too-large`: the most that is read, in MB
 * - `too-deep`: the most levels of lists and objects
 * - `not-a-pack`: nothing
 * - `newer-format`: the version found, the newest version that is known
 * - `unknown-key`: the field; `duplicate-key`: the field that stands twice in one object
 *
 * Of a field:
 * - `missing`: the field
 * - `type`: the `ValueKind` expected, the `ValueKind` found
 * - `text-empty`: nothing; `text-long`: characters found, characters at most
 * - `code-long`: the code, characters at most
 * - `not-an-id`: the value found
 * - `number-whole`: the number; `number-range`: the number, the least, the most
 * - `repetition-range`: the weeks found, the least, the most
 * - `unknown-repetition`: the value found
 * - `list-long`: entries found, entries at most
 * - `too-many-windows`: windows found, windows at most
 * - `unknown-zone`, `no-such-date`, `no-such-time`, `no-such-instant`: the value found
 * - `date-range`: the date found, the first year, the last year
 * - `hour-in-gap`: the date, the hour, the time zone whose clock skips it
 *
 * Between fields:
 * - `duplicate-id`: the id, the path of its first place
 * - `window-no-end-order`: the minutes that it lasts
 * - `windows-overlap`: the path of the other window
 * - `window-outside`: the minute of the event at which it opens or ends too late, the minute at which the event ends
 * - `levels-reversed`: the lowest level, the highest level
 * - `levels-outside`: the lowest and the highest level of the related event, then of the event; 0 where it has no bound
 * - `repeats-too-soon`: the minutes that the event lasts, the minutes after which it comes again
 * - `nothing-to-track`: nothing
 */
export type PackRule =
  | 'not-json'
  | 'too-large'
  | 'too-deep'
  | 'not-a-pack'
  | 'newer-format'
  | 'unknown-key'
  | 'duplicate-key'
  | 'missing'
  | 'type'
  | 'text-empty'
  | 'text-long'
  | 'code-long'
  | 'not-an-id'
  | 'number-whole'
  | 'number-range'
  | 'repetition-range'
  | 'unknown-repetition'
  | 'list-long'
  | 'too-many-windows'
  | 'unknown-zone'
  | 'no-such-date'
  | 'no-such-time'
  | 'no-such-instant'
  | 'date-range'
  | 'hour-in-gap'
  | 'duplicate-id'
  | 'window-no-end-order'
  | 'windows-overlap'
  | 'window-outside'
  | 'levels-reversed'
  | 'levels-outside'
  | 'repeats-too-soon'
  | 'nothing-to-track'

export interface PackProblem {
  /** 1-based; absent where there is no text (the editor). */
  readonly line?: number | undefined
  readonly column?: number | undefined
  /** As in the file: `events[2].relatedEvents[0].code`; empty for the whole. */
  readonly path: string
  readonly rule: PackRule
  /** What the sentence names, fit to be shown; see `PackRule`. */
  readonly values: readonly (string | number)[]
}

/** Keys and indices from the whole to a part of it. */
export type Path = readonly (string | number)[]

/** Most problems that are reported at once: more than anybody mends before trying again. */
export const MOST_PROBLEMS = 50

/**
 * A path as it is read: `events[2].relatedEvents[0].code`.
 *
 * @example pathText(['events', 2, 'odd key']) // 'events[2]["odd key"]'
 */
export function pathText(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`
      if (!/^[\w$]{1,60}$/.test(step)) return `["${shown(step)}"]`
      return index === 0 ? step : `.${step}`
    })
    .join('')
}

/**
 * Which kind of JSON value it is.
 *
 * @example kindOf([]) // 'list'
 */
export function kindOf(value: unknown): ValueKind {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'string') return 'text'
  return typeof value === 'number' || typeof value === 'boolean' ? (typeof value as 'number' | 'boolean') : 'object'
}
