/** What starts the background is planned with the start itself: all is done once, and both are written down. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import type { Wake } from '../../utils/storage/wakes.ts'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'
import { recordWithRun } from './support.ts'
import { timesWorked } from './tap/heard.ts'
import { launchTapped, type Tapped } from './tap/launch-tapped.ts'

const HOUR = 3_600_000
/** A machine that is very slow may tell of the change only when the start is being planned already. */
const TRIES = 10

describe.each(BROWSERS)('%s', (browserName) => {
  let tapped: Tapped
  beforeAll(async () => {
    tapped = await launchTapped(browserName)
    await tapped.nudge('start')
  })
  afterAll(() => tapped?.close())

  it('plans once for a start and for the change that started it', async () => {
    const worked: number[] = []
    while (worked.at(-1) !== 1 && worked.length < TRIES) worked.push(await startByChange(tapped, worked.length))
    expect(worked.at(-1), `worked ${worked} times`).toBe(1)
    expect(await tapped.tracker.consoleErrors()).toEqual([])
  })
})

/**
 * Stores another run while the background is stopped.
 *
 * @returns how often the background worked then
 */
async function startByChange({ tracker, forget, heard }: Tapped, number: number): Promise<number> {
  await tracker.stopBackground()
  await forget()
  const before = await lastWake(tracker)
  const now = Date.now()
  await tracker.storage.set({ record: recordWithRun('run', now + (number + 1) * HOUR, now) })
  const isWrittenDown = async () => (await lastWake(tracker))?.at !== before?.at
  await waitFor(isWrittenDown, { what: 'the wake to be written down', timeout: 30_000 })
  expect((await lastWake(tracker))?.causes).toEqual(['started', 'changed'])
  return timesWorked(await heard())
}

async function lastWake(tracker: Tracker): Promise<Wake | undefined> {
  const { wakes } = (await tracker.storage.get()) as { wakes?: readonly Wake[] }
  return wakes?.[0]
}
