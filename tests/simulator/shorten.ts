/**
 * Makes a story that breaks a rule as short as it can be, so that it can be read.
 *
 * @module
 */

import type { Violation } from './play.ts'
import type { Story } from './story.ts'

export interface Broken {
  readonly violation: Violation
  readonly story: Story
}

/**
 * Leaves out each step without which the same rule is broken as well, again and again, the last first.
 *
 * @param breaks plays a story; resolves to what broke the rule, if anything did
 */
export async function shortened(
  broken: Broken,
  breaks: (story: Story) => Promise<Violation | undefined>,
): Promise<Broken> {
  let shortest = broken
  for (let length = Number.POSITIVE_INFINITY; shortest.story.steps.length < length; ) {
    length = shortest.story.steps.length
    for (let place = length - 1; place >= 0; place--) {
      const story = { ...shortest.story, steps: shortest.story.steps.toSpliced(place, 1) }
      const violation = await breaks(story)
      if (violation) shortest = { violation, story }
    }
  }
  return shortest
}
