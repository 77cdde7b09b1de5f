/**
 * One simulated week: its seed gives the story, the story is played, and one that breaks a rule is shrunk.
 *
 * @module
 */

import fc from 'fast-check'
import type { BrowserName } from '../../tools/browsers.ts'
import { type Code, type Played, play, type Violation } from './play.ts'
import { type Story, stories } from './story.ts'
import { countsOf, type WeekCounts } from './week-counts.ts'

/** How long a story is shrunk at most, in ms. */
const SHRINKING = 120_000

export interface Week {
  readonly seed: number
  readonly counts: WeekCounts
  /** Absent where all rules held. */
  readonly broken?: { readonly violation: Violation; readonly story: Story } | undefined
}

export type Codes = Readonly<Record<BrowserName, Code>>

/**
 * @param seed a whole number; the same gives the same week
 * @param shrinks whether a story that breaks a rule is told in its shortest form; that takes a minute
 */
export async function playWeek(seed: number, codes: Codes, shrinks: boolean): Promise<Week> {
  let first: Played | undefined
  let rule: string | undefined
  let shortest: { violation: Violation; story: Story } | undefined
  const property = fc.asyncProperty(stories, async (story) => {
    const played = await play(story, codes)
    first ??= played
    rule ??= played.violations[0]?.rule
    // A shorter story that breaks another rule tells of something else.
    const violation = played.violations.find((each) => each.rule === rule)
    if (violation) shortest = { violation, story }
    return !violation
  })
  await fc.check(property, {
    seed,
    numRuns: 1,
    unbiased: true,
    interruptAfterTimeLimit: SHRINKING,
    endOnFailure: !shrinks,
  })
  if (!first) throw new Error(`Nothing was played for the seed ${seed}.`)
  return { seed, counts: countsOf(first), broken: shortest }
}
