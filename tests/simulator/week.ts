/**
 * One simulated week: its seed gives the story, the story is played, and one that breaks a rule is made short.
 *
 * @module
 */

import fc from 'fast-check'
import type { BrowserName } from '../../tools/browsers.ts'
import { stories } from './arbitrary-story.ts'
import { type Code, play } from './play.ts'
import { type Broken, shortened } from './shorten.ts'
import type { Story } from './story.ts'
import { countsOf, type WeekCounts } from './week-counts.ts'

export interface Week {
  readonly seed: number
  readonly counts: WeekCounts
  /** Absent where all rules held. */
  readonly broken?: Broken | undefined
}

export type Codes = Readonly<Record<BrowserName, Code>>

/**
 * @param seed a whole number; the same gives the same week
 * @param shortens whether a story that breaks a rule is told in its shortest form, which takes a while
 */
export async function playWeek(seed: number, codes: Codes, shortens: boolean): Promise<Week> {
  const story = storyOf(seed)
  const played = await play(story, codes)
  const counts = countsOf(played)
  const [violation] = played.violations
  if (!violation) return { seed, counts }
  const broken = { violation, story }
  if (!shortens) return { seed, counts, broken }
  // A shorter story that breaks another rule tells of something else.
  const breaks = async (shorter: Story) =>
    (await play(shorter, codes)).violations.find(({ rule }) => rule === violation.rule)
  return { seed, counts, broken: await shortened(broken, breaks) }
}

function storyOf(seed: number): Story {
  const [story] = fc.sample(stories, { seed, numRuns: 1 })
  if (!story) throw new Error(`No story for the seed ${seed}.`)
  return story
}
