/**
 * What must hold of whatever came through a door.
 *
 * @module
 */

import { fileProblemText } from '../../entrypoints/options/library/file-problem-text.ts'
import type { PackProblem } from '../../utils/packs/problem.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { type ParsedRecord, type Problem, parseRecord } from '../../utils/record/schema.ts'
import { same } from './door.ts'

/** Characters of a message that a page can show. */
const MESSAGE_LENGTH = 1000
/** What breaks a line or turns its direction. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u

/** What was parsed is parsed to itself, also from the text that is stored of it. */
export function recordLaw(record: TrackerRecord): string | undefined {
  for (const again of [record, JSON.parse(JSON.stringify(record)) as unknown]) {
    const parsed = parseRecord(again)
    if (parsed.kind !== 'record') return `a record that was parsed is ${parsed.kind}`
    const [problem] = parsed.problems
    if (problem) return `a record that was parsed has a problem at ${problem.path}: ${problem.message}`
    if (!same(parsed.record, record)) return 'a record that was parsed is parsed to another'
  }
  return undefined
}

/** A record that is one, or problems that say where and what. */
export function parsedLaw(parsed: ParsedRecord): string | undefined {
  if (parsed.kind === 'newer') return parsed.version > 0 ? recordLaw(parsed.record) : 'a newer record without a version'
  if (parsed.kind === 'unreadable' && parsed.problems.length === 0) return 'unreadable, and nothing says why'
  const wrong = parsed.problems.map((problem) => problemLaw(problem, parsed.kind === 'unreadable')).find(Boolean)
  return wrong ?? (parsed.kind === 'record' ? recordLaw(parsed.record) : undefined)
}

/** @param isOfAll whether a problem may be one of the whole, which has no path */
export function problemLaw({ path, message }: Problem, isOfAll: boolean): string | undefined {
  if (path === '' && !isOfAll) return 'a problem does not say where'
  if (message === '') return 'a problem does not say what'
  for (const text of [path, message]) {
    if (text.length > MESSAGE_LENGTH) return `a problem of ${text.length} characters`
    if (UNFIT.test(text)) return 'a problem with characters that are not fit to be shown'
  }
  return undefined
}

/** Of a file that was refused, or a part of it: a place, and a sentence that can be read. */
export function fileProblemsLaw(problems: readonly PackProblem[], hasText: boolean): string | undefined {
  return problems.map((problem) => fileProblemLaw(problem, hasText)).find(Boolean)
}

function fileProblemLaw(problem: PackProblem, hasText: boolean): string | undefined {
  const { rule } = problem
  if (hasText && !isPlace(problem)) return `a problem (${rule}) does not say where`
  return sentenceLaw(rule, fileProblemText(problem))
}

/** Whether it is a line and a column of a text. */
export function isPlace({ line, column }: Pick<PackProblem, 'line' | 'column'>): boolean {
  return [line, column].every((number) => Number.isSafeInteger(number) && Number(number) > 0)
}

/** @param rule that is broken */
export function sentenceLaw(rule: string, sentence: string): string | undefined {
  if (sentence === '' || /undefined|\[object/.test(sentence)) return `a problem (${rule}) that says: ${sentence}`
  if (sentence.length > MESSAGE_LENGTH) return `a problem (${rule}) of ${sentence.length} characters`
  return UNFIT.test(sentence) ? `a problem (${rule}) with characters that are not fit to be shown` : undefined
}
