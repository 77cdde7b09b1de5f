import { expect, test } from 'vitest'
import { findBrowser } from '../../tools/browsers.ts'
import { compareSample } from '../zones/in-chromium.ts'

test('zone arithmetic and quiet hours agree with the native Temporal of Chromium', async () => {
  // The seed changes with every run, to see more instants in the long run; the failure names it.
  const seed = Math.floor(Math.random() * 2 ** 31)
  const results = await compareSample(findBrowser('chromium'), seed)
  expect(results).toHaveLength(2)
  for (const { hostZone, examples, mismatches, transitions, zones } of results) {
    expect({ seed, hostZone, mismatches, examples }).toEqual({ seed, hostZone, mismatches: 0, examples: [] })
    expect(zones).toBe(16)
    expect(transitions).toBeGreaterThan(300)
  }
})
