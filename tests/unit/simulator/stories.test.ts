/** Each defect that the simulator found, as the shortest story that broke a rule. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundles, codesOf } from '../../simulator/code.ts'
import { play } from '../../simulator/play.ts'
import type { Story } from '../../simulator/story.ts'
import type { Codes } from '../../simulator/week.ts'

/** A story as it is kept. */
interface Kept {
  /** What was wrong. */
  readonly defect: string
  /** `npm run simulate -- --weeks 1 --seed …` told it. */
  readonly seed: number
  /** The rule that it broke. */
  readonly rule: string
  readonly story: Story
}

const FOLDER = join(import.meta.dirname, '../../simulator/stories')
const kept = readdirSync(FOLDER).map(
  (name) => [name, JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Kept] as const,
)

describe('a story that once broke a rule', () => {
  let codes: Codes
  beforeAll(async () => {
    codes = codesOf(await bundles())
  })

  it.each(kept)('%s breaks none', async (_, { story }) => {
    expect((await play(story, codes)).violations).toEqual([])
  })
})
