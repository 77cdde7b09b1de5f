import { describe, expect, it } from 'vitest'
import type { Violation } from '../../simulator/play.ts'
import { shortened } from '../../simulator/shorten.ts'
import type { Story } from '../../simulator/story.ts'

const violation: Violation = { rule: 'late', what: '', at: 0, device: 0 }
const storyOf = (...ats: number[]): Story => ({
  browser: 'chromium',
  zone: 'UTC',
  startsAt: 0,
  seed: 0,
  devices: 1,
  steps: ats.map((at) => ({ at, on: 0, what: { do: 'kill' } })),
})

describe('a shortened story', () => {
  it.each([
    ['two steps that need each other', [3, 7], [3, 7]],
    ['none that is needed', [], []],
    ['all of them', [1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8]],
  ])('keeps %s', async (_, needed, kept) => {
    const breaks = async ({ steps }: Story) =>
      needed.every((at) => steps.some((step) => step.at === at)) ? violation : undefined
    const { story } = await shortened({ violation, story: storyOf(1, 2, 3, 4, 5, 6, 7, 8) }, breaks)
    expect(story.steps.map(({ at }) => at)).toEqual(kept)
  })

  it('leaves out what can only go when another has gone', async () => {
    const breaks = async ({ steps }: Story) =>
      // The first goes only without the second.
      steps.some(({ at }) => at === 1) || steps.every(({ at }) => at !== 2) ? violation : undefined
    const { story } = await shortened({ violation, story: storyOf(1, 2) }, breaks)
    expect(story.steps).toEqual([])
  })
})
