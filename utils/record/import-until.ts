/**
 * How a series ends: by the word of its source, or of the commander.
 *
 * @module
 */

import { given } from '../events/given.ts'
import type { Run } from '../schedule/run.ts'

type Until = Pick<Run, 'repeatsUntil' | 'importedUntil'>

/**
 * The end of a series after its source was read again. Where the source says what it said before, all stays as the
 * commander has it. A new word counts, also that there is no end; but one of the commander's is never put off.
 *
 * @param said epoch ms: the end that the source gives by now
 * @example
 * untilOf({ …, repeatsUntil: 10, importedUntil: 10 }, undefined) // {}: the source took it back
 * untilOf({ …, repeatsUntil: 5, importedUntil: 10 }, undefined) // { repeatsUntil: 5, importedUntil: 10 }
 */
export function untilOf(known: Run, said: number | undefined): Until {
  const { repeatsUntil, importedUntil } = known
  if (said === importedUntil) return { repeatsUntil, importedUntil }
  if (!isStopped(known)) return { repeatsUntil: said, importedUntil: said }
  return {
    repeatsUntil: Math.min(repeatsUntil ?? Number.POSITIVE_INFINITY, said ?? Number.POSITIVE_INFINITY),
    importedUntil,
  }
}

/** Whether the end of a series is the commander's. */
export function isStopped({ repeatsUntil, importedUntil }: Until): boolean {
  return repeatsUntil !== undefined && repeatsUntil !== importedUntil
}

/** How a run is repeated, as it is stored: without the fields that are undefined. */
export function repetitionOf({ repeatsEvery, repeatsUntil, importedUntil }: Partial<Run>): Partial<Run> {
  return given({ repeatsEvery, repeatsUntil, importedUntil })
}
