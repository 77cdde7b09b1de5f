/**
 * What is wrong with a file, in words: one sentence for each rule.
 *
 * @module
 */

import { levelsText } from '../../../components/level-words.ts'
import { message } from '../../../utils/i18n/messages.ts'
import type { PackProblem, ValueKind } from '../../../utils/packs/problem.ts'

/**
 * A problem with its place.
 *
 * @example fileProblemText(problem) // "Line 12, events[0].code: a code has at most 4 characters; this one is “ABCDE”."
 */
export function fileProblemText(problem: PackProblem): string {
  return atPlace(problem, ruleText(problem))
}

/** A sentence that begins with a small letter, and where in a file it holds; the path of the whole file is empty. */
export function atPlace({ line, path }: Pick<PackProblem, 'line' | 'path'>, sentence: string): string {
  if (line === undefined) return path === '' ? sentence : message('options_problem_at_place', path, sentence)
  return path === ''
    ? message('options_problem_at_line', line, sentence)
    : message('options_problem_at', line, path, sentence)
}

/** A problem without its place, as a sentence that begins with a small letter. */
function ruleText({ rule, values }: Pick<PackProblem, 'rule' | 'values'>): string {
  switch (rule) {
    case 'not-json':
      return message('options_problem_not_json')
    case 'too-large':
      return message('options_problem_too_large', ...values)
    case 'too-deep':
      return message('options_problem_too_deep', ...values)
    case 'not-a-pack':
      return message('options_problem_not_a_pack')
    case 'newer-format':
      return message('options_problem_newer_format', ...values)
    case 'unknown-key':
      return message('options_problem_unknown_key', ...values)
    case 'duplicate-key':
      return message('options_problem_duplicate_key', ...values)
    case 'missing':
      return message('options_problem_missing', ...values)
    case 'type':
      return message('options_problem_type', ...values.map(kindText))
    case 'text-empty':
      return message('options_problem_text_empty')
    case 'text-long':
      return message('options_problem_text_long', ...values)
    case 'code-long':
      return message('options_problem_code_long', ...values)
    case 'not-an-id':
      return message('options_problem_not_an_id', ...values)
    case 'number-whole':
      return message('options_problem_number_whole', ...values)
    case 'number-range':
      return message('options_problem_number_range', ...values)
    case 'repetition-range':
      return message('options_problem_repetition_range', ...values)
    case 'list-long':
      return message('options_problem_list_long', ...values)
    case 'too-many-windows':
      return message('options_problem_too_many_windows', ...values)
    case 'unknown-repetition':
      return message('options_problem_unknown_repetition', ...values)
    case 'unknown-zone':
      return message('options_problem_unknown_zone', ...values)
    case 'no-such-date':
      return message('options_problem_no_such_date', ...values)
    case 'no-such-time':
      return message('options_problem_no_such_time', ...values)
    case 'no-such-instant':
      return message('options_problem_no_such_instant', ...values)
    case 'date-range':
      return message('options_problem_date_range', ...values)
    case 'hour-in-gap':
      return message('options_problem_hour_in_gap', ...values)
    case 'duplicate-id':
      return message('options_problem_duplicate_id', ...values)
    case 'window-no-end-order':
      return values[0] === 0
        ? message('options_problem_window_empty')
        : message('options_problem_window_no_end_order', ...values)
    case 'windows-overlap':
      return message('options_problem_windows_overlap', ...values)
    case 'window-outside':
      return message('options_problem_window_outside', ...values)
    case 'levels-reversed':
      return message('options_problem_levels_reversed', ...values)
    case 'levels-outside': {
      const [least, most, eventLeast, eventMost] = values.map(Number)
      return message('options_problem_levels_outside', bracketText(least, most), bracketText(eventLeast, eventMost))
    }
    case 'repeats-too-soon':
      return message('options_problem_repeats_too_soon', ...values)
    case 'nothing-to-track':
      return message('options_problem_nothing_to_track')
  }
}

function kindText(kind: string | number): string {
  switch (kind as ValueKind) {
    case 'text':
      return message('options_problem_kind_text')
    case 'number':
      return message('options_problem_kind_number')
    case 'boolean':
      return message('options_problem_kind_boolean')
    case 'list':
      return message('options_problem_kind_list')
    case 'object':
      return message('options_problem_kind_object')
    case 'null':
      return message('options_problem_kind_null')
  }
}

/** 0 is no bound. */
function bracketText(least = 0, most = 0): string {
  return levelsText({ minLevel: least || undefined, maxLevel: most || undefined }) || message('options_levels_all')
}
