/** Two pages and the background each tell 200 things at once, in real browsers: all 600 are in the record. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import { merge } from '../../utils/record/merge.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { parsePart } from '../../utils/storage/parse-part.ts'
import { parseShelf, parseWhole } from '../../utils/storage/parse-whole.ts'
import { settled } from './background.ts'
import { CHANGES, changesOf, type Done, doneKey, GO_KEY, PLACES, RUNS } from './concurrent/changes.ts'
import { concurrentCopy } from './concurrent/concurrent-copy.ts'
import type { ExtensionCopy } from './harness/extension-copy.ts'
import { launchTracker } from './harness/launch.ts'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'
import { recordWithRun } from './support.ts'

const MINUTE = 60_000
const DAY = 86_400_000

const BACKGROUND = { chromium: '/background.js', firefox: '/_generated_background_page.html' }

describe.each(BROWSERS)('%s', (browserName) => {
  let copy: ExtensionCopy
  let tracker: Tracker

  beforeAll(async () => {
    copy = await concurrentCopy(browserName)
    tracker = await launchTracker(browserName, { extensionDir: copy.dir })
  })
  afterAll(async () => {
    await tracker?.close()
    await copy?.discard()
  })

  it(
    'loses none of 600 changes that two pages and the background make at once',
    async () => {
      const now = Date.now()
      const runs = [
        recordWithRun(RUNS.near, now - DAY, now - 2 * DAY),
        recordWithRun('last', now - 50 * DAY, now - 60 * DAY),
        recordWithRun(RUNS.shelved, now - 300 * DAY, now - 310 * DAY),
      ]
      await tracker.storage.set({ record: runs.reduce(merge) })
      await waitFor(async () => 'shelved' in (await tracker.storage.get()), { what: 'the record to be divided' })
      for (const page of ['popup.html', 'options.html'] as const) await tracker.openPage(page)
      await settled(tracker)

      await tracker.storage.set({ [GO_KEY]: now })
      const stored = await storedWhenDone(tracker)

      const done = PLACES.map((place) => stored[doneKey(place)] as Done)
      expect(done).toEqual(
        ['/popup.html', '/options.html', BACKGROUND[browserName]].map((path) => ({
          href: tracker.origin + path,
          made: CHANGES,
          errors: [],
        })),
      )
      const record = recordIn(stored)
      const changes = PLACES.flatMap(changesOf)
      expect(changes).toHaveLength(3 * CHANGES)
      expect(changes.filter(({ isIn }) => !isIn(record)).map(({ name }) => name)).toEqual([])
      expect(stored.setAside).toBeUndefined()
      expect(await tracker.consoleErrors()).toEqual([])
    },
    5 * MINUTE,
  )
})

/** @returns everything that is stored, once all places are through and the background has done what follows from it */
async function storedWhenDone(tracker: Tracker): Promise<Record<string, unknown>> {
  const areDone = async () => {
    const stored = await tracker.storage.get()
    return PLACES.every((place) => doneKey(place) in stored)
  }
  await waitFor(areDone, { what: 'all changes to be made', timeout: 4 * MINUTE })
  await settled(tracker)
  return tracker.storage.get()
}

function recordIn({ record, shelf }: Record<string, unknown>): TrackerRecord {
  const parsed = parseWhole(parsePart(record), parseShelf(shelf))
  if (parsed.kind !== 'record') throw new Error(`stored is ${parsed.kind}`)
  expect(parsed.problems).toEqual([])
  return parsed.record
}
