/** How long a stopped background needs from an event to its badge. */

import { serviceWorker } from '../../tests/browser/harness/chromium-worker.ts'
import type { Subject } from './chromium.ts'

/** Beyond it the badge is not expected any more, in ms. */
const DEADLINE = 15_000

export interface WakeSubject {
  readonly subject: Subject
  /** What to write into `storage.local` at the n-th wake; each must differ from the one before. */
  readonly change: (n: number) => Record<string, unknown>
}

/**
 * Wakes each background in turn, so many times; `uncounted` rounds before them are not told.
 *
 * @returns by subject, the times in ms from the call of `storage.local.set` until `getBadgeText` answers with a text
 * @throws Error when a badge does not come.
 */
export async function measureWakes(
  subjects: readonly WakeSubject[],
  rounds: { counted: number; uncounted: number },
  onRound: (round: number) => void,
): Promise<number[][]> {
  const workers = subjects.map(({ subject }) =>
    serviceWorker(subject.browser, subject.origin, async () => subject.home),
  )
  const times: number[][] = subjects.map(() => [])
  for (let round = 1; round <= rounds.uncounted + rounds.counted; round++) {
    for (const [index, { subject, change }] of subjects.entries()) {
      await subject.home.evaluate(() => chrome.action.setBadgeText({ text: '' }))
      await workers[index]?.stop()
      const time = await subject.home.evaluate(timeToBadge, change(round), DEADLINE)
      if (time < 0) throw new Error(`No badge came within ${DEADLINE} ms after a change of the storage.`)
      if (round > rounds.uncounted) times[index]?.push(time)
    }
    if (round > rounds.uncounted) onRound(round - rounds.uncounted)
  }
  return times
}

/** Runs in a page of the extension. @returns ms; -1 when the badge did not come */
async function timeToBadge(items: Record<string, unknown>, deadline: number): Promise<number> {
  const start = performance.now()
  await chrome.storage.local.set(items)
  while (performance.now() - start < deadline) {
    if ((await chrome.action.getBadgeText({})) !== '') return performance.now() - start
    // Without a pause the questions themselves would keep the browser busy.
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  return -1
}
