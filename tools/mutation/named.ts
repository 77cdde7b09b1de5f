import type { Mutant } from './mutant.ts'

/** Mutants of one file that no test can kill, for one reason. */
export interface NamedMutants {
  /** 'utils/time/zone.ts' */
  readonly file: string
  /** Each as it is printed, without its place: 'EqualityOperator: a < b → a <= b'. */
  readonly mutants: readonly string[]
  readonly why: string
}

/** Has nobody killed it? */
export const isAlive = ({ fate }: Mutant): boolean => fate === 'survived' || fate === 'untested'

/**
 * Looks the named mutants up among those of a run.
 *
 * @param mutants All mutants of the files that were mutated.
 * @param named Those of these files.
 * @returns The named ones that survived, and what is wrong with the others, in words: a name must mean one mutant that
 * is still there and still alive, else the list tells something that is no longer so.
 */
export function lookUp(
  mutants: readonly Mutant[],
  named: readonly NamedMutants[],
): { readonly equivalent: ReadonlySet<Mutant>; readonly problems: readonly string[] } {
  const equivalent = new Set<Mutant>()
  const problems: string[] = []
  for (const { file, mutants: names } of named) {
    for (const name of names) {
      const mutant = mutants.find((one) => one.file === file && one.name === name)
      if (!mutant) problems.push(`${file} has no mutant of this name (any more): ${name}`)
      else if (!isAlive(mutant)) problems.push(`${file}:${mutant.line} is ${mutant.fate}, so it can be killed: ${name}`)
      else if (equivalent.has(mutant)) problems.push(`${file}:${mutant.line} is named twice: ${name}`)
      else equivalent.add(mutant)
    }
  }
  return { equivalent, problems }
}
