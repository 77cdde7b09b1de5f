/**
 * Findings: what the checks find, before it is known where the checked part stands in a file.
 *
 * @module
 */

import { shown } from '../events/shown.ts'
import { MOST_PROBLEMS, type PackProblem, type PackRule, type Path, pathText } from './problem.ts'
import type { Json } from './read-json.ts'

export interface Finding {
  /** From what was checked to the part that breaks the rule. */
  readonly path: Path
  readonly rule: PackRule
  /** As in `PackProblem`, raw; a path names another part of what was checked. */
  readonly values: readonly (string | number | Path)[]
}

/** The first fifty: who finds more need not look further. */
export function firstFindings(findings: Iterable<Finding>): readonly Finding[] {
  const first: Finding[] = []
  for (const finding of findings) {
    first.push(finding)
    if (first.length === MOST_PROBLEMS) break
  }
  return first
}

/** The same finding, seen from further up: `under` leads to what was checked. */
export function findingUnder(under: Path, { path, rule, values }: Finding): Finding {
  return {
    path: [...under, ...path],
    rule,
    values: values.map((value) => (typeof value === 'object' ? [...under, ...value] : value)),
  }
}

/**
 * Problems fit to be shown, at most fifty and each once: in the order of the file where there is one.
 *
 * @param json the file in which the paths of the findings lead; without it they have no line
 */
export function problemsOf(findings: readonly Finding[], json?: Json): readonly PackProblem[] {
  const problems = new Map<string, PackProblem>()
  for (const { path, rule, values } of findings) {
    const problem = { ...json?.placeOf(path), path: pathText(path), rule, values: values.map(shownValue) }
    problems.set(`${rule} ${problem.path}`, problem)
  }
  return [...problems.values()].sort(byPlace).slice(0, MOST_PROBLEMS)
}

function byPlace(a: PackProblem, b: PackProblem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}

function shownValue(value: string | number | Path): string | number {
  if (typeof value === 'object') return pathText(value)
  return typeof value === 'string' ? shown(value) : value
}
