import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { BrowserName } from '../../../tools/browsers.ts'
import { launchTapped, type Tapped } from './launch-tapped.ts'

/**
 * One tapped browser for all tests of a block; none of them may leave an error in its console.
 *
 * @returns gives it, to tests alone: before them it does not run
 */
export function tappedForAll(browserName: BrowserName): () => Tapped {
  let tapped: Tapped
  beforeAll(async () => {
    tapped = await launchTapped(browserName)
  })
  afterEach(async () => expect(await tapped.tracker.consoleErrors()).toEqual([]))
  afterAll(() => tapped?.close())
  return () => tapped
}
