/** What became of a mutant: `survived` ran through all tests that reach it, `untested` is reached by none. */
export type Fate = 'killed' | 'timed out' | 'survived' | 'untested' | 'invalid'

export interface Mutant {
  /** From the project's root, with slashes: 'utils/time/zone.ts'. */
  readonly file: string
  /** Both from 1. */
  readonly line: number
  readonly column: number
  /** Its name in its file: 'EqualityOperator: a < b → a <= b'. */
  readonly name: string
  readonly fate: Fate
}

/** What is used of Stryker's result of a mutant. Positions are from 1. */
export interface MutantResult {
  readonly fileName: string
  readonly mutatorName: string
  readonly replacement?: string | undefined
  readonly status: string
  readonly location: { readonly start: Position; readonly end: Position }
}

interface Position {
  readonly line: number
  readonly column: number
}

/** Invalid is what Stryker itself does not count: it could not be compiled or run, or was told to be ignored. */
const FATES: Record<string, Fate> = {
  Killed: 'killed',
  Timeout: 'timed out',
  Survived: 'survived',
  NoCoverage: 'untested',
}

/** The longest piece of code in a name. */
const LONGEST = 120

/**
 * The mutants of one file, in the order of their places.
 *
 * @param file From the project's root.
 * @param source The file's text.
 * @param results All results of this file: mutants of the same name are numbered through, such as `(2 of 3)`.
 */
export function mutantsOf(file: string, source: string, results: readonly MutantResult[]): Mutant[] {
  const mutants = results.map((result): Mutant => {
    const { start, end } = result.location
    const from = short(source.slice(offsetOf(source, start), offsetOf(source, end)))
    const name = `${result.mutatorName}: ${from} → ${short(result.replacement ?? '')}`
    return { file, line: start.line, column: start.column, name, fate: FATES[result.status] ?? 'invalid' }
  })
  const inOrder = mutants.toSorted((a, b) => a.line - b.line || a.column - b.column)
  const ofName = Map.groupBy(inOrder, ({ name }) => name)
  return inOrder.map((mutant) => {
    const same = ofName.get(mutant.name) ?? []
    return same.length > 1
      ? { ...mutant, name: `${mutant.name} (${same.indexOf(mutant) + 1} of ${same.length})` }
      : mutant
  })
}

function offsetOf(source: string, { line, column }: Position): number {
  let start = 0
  for (let at = 1; at < line; at++) start = source.indexOf('\n', start) + 1
  return start + column - 1
}

/** On one line, and without its middle where it is long. */
function short(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim()
  const half = Math.floor((LONGEST - 3) / 2)
  return line.length <= LONGEST ? line : `${line.slice(0, half)} … ${line.slice(-half)}`
}
