import { table } from '../bench/table.ts'
import type { Fate, Mutant } from './mutant.ts'
import { isAlive } from './named.ts'

/** Of a hundred mutants so many have to be killed, in each place. */
const GOAL = 90

/** How many of a place, or of all, met which fate. */
export interface Score {
  readonly place: string
  readonly mutants: number
  readonly killed: number
  readonly timedOut: number
  readonly equivalent: number
  readonly survived: number
  readonly untested: number
  /** Killed (or timed out) of a hundred; the equivalent count as not killed. 0 where there is nothing to kill. */
  readonly percent: number
}

/** Does the file lie in that place, or is it that one? */
export const isIn = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`)

/**
 * @param places Folders or files, from the project's root.
 * @param equivalent Those of the mutants that are named as such.
 * @returns A score for each place, and the total last.
 */
export function scoresOf(
  mutants: readonly Mutant[],
  places: readonly string[],
  equivalent: ReadonlySet<Mutant>,
): Score[] {
  const ofPlace = (place: string) => mutants.filter(({ file }) => isIn(file, place))
  return [...places.map((place) => scoreOf(place, ofPlace(place), equivalent)), scoreOf('total', mutants, equivalent)]
}

function scoreOf(place: string, all: readonly Mutant[], equivalent: ReadonlySet<Mutant>): Score {
  const mutants = all.filter(({ fate }) => fate !== 'invalid')
  const count = (fate: Fate) => mutants.filter((mutant) => mutant.fate === fate && !equivalent.has(mutant)).length
  const [killed, timedOut] = [count('killed'), count('timed out')]
  return {
    place,
    mutants: mutants.length,
    killed,
    timedOut,
    equivalent: mutants.filter((mutant) => equivalent.has(mutant)).length,
    survived: count('survived'),
    untested: count('untested'),
    percent: mutants.length === 0 ? 0 : (100 * (killed + timedOut)) / mutants.length,
  }
}

/** Was enough killed? */
export const isReached = ({ percent }: Score): boolean => percent >= GOAL

/** The scores as a table in plain text. */
export function scoreTable(scores: readonly Score[]): string {
  const head = ['place', 'mutants', 'killed', 'timed out', 'equivalent', 'survived', 'untested', `goal ${GOAL} %`]
  const rows = scores.map((score) => {
    const { place, mutants, killed, timedOut, equivalent, survived, untested, percent } = score
    const figures = [mutants, killed, timedOut, equivalent, survived, untested].map(String)
    // Cut and not rounded: 89.96 is not 90.
    return [place, ...figures, `${(Math.floor(percent * 10) / 10).toFixed(1)} % ${isReached(score) ? '✓' : '✗'}`]
  })
  return table([head, ...rows])
}

/** Those that are alive and not named, a line each: place and name. Empty where there are none. */
export function survivorList(mutants: readonly Mutant[], equivalent: ReadonlySet<Mutant>): string {
  return mutants
    .filter((mutant) => isAlive(mutant) && !equivalent.has(mutant))
    .map(
      ({ file, line, column, name, fate }) =>
        `${file}:${line}:${column}${fate === 'untested' ? ' (untested)' : ''}  ${name}`,
    )
    .join('\n')
}
