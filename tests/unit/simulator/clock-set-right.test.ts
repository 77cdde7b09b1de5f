/** A story that chance hardly tells: a clock that was ahead let a reminder be shown too early, and was set right. */

import { beforeAll, expect, it } from 'vitest'
import { BROWSERS, type BrowserName } from '../../../tools/browsers.ts'
import { bundles, codesOf } from '../../simulator/code.ts'
import { play } from '../../simulator/play.ts'
import type { Step, Story } from '../../simulator/story.ts'
import type { Codes } from '../../simulator/week.ts'

let codes: Codes
beforeAll(async () => {
  codes = codesOf(await bundles())
})

const step = (at: number, what: Step['what']): Step => ({ at, on: 0, what })
/** A run starts in an hour; half an hour ahead of it the clock is set right, and a change wakes the background. */
const story = (browser: BrowserName): Story => ({
  browser,
  zone: 'UTC',
  startsAt: Date.UTC(2026, 0, 5),
  seed: 1,
  devices: 1,
  steps: [
    step(0, { do: 'track', event: 0, in: 60, repeats: false }),
    step(10, { do: 'clock', by: 60 }),
    step(20, { do: 'note', run: 0, window: 0, text: 'ahead' }),
    step(25, { do: 'clock', by: -60 }),
    step(30, { do: 'note', run: 0, window: 0, text: 'right' }),
  ],
})

it.each(BROWSERS)('the reminder comes again at its true time, in %s', async (browser) => {
  const { violations, devices } = await play(story(browser), codes)
  expect(violations).toEqual([])
  const starts = devices[0]?.notifications.log.filter(({ id }) => /\/unraveling-anomalies\/start\//.test(id))
  expect(starts?.map(({ at }) => Math.floor(at / 60_000))).toEqual([20, 60])
})
