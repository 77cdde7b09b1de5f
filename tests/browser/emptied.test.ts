/** A storage that is emptied while the background lives, or just before it dies: the record is back, or its loss is told. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import { unpackReplica } from '../../utils/record/replica/unpack.ts'
import { settled } from './background.ts'
import { launchTracker } from './harness/launch.ts'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'
import { closePages, expectBadge, recordWithRun } from './support.ts'

const HOUR = 3_600_000

describe.each(BROWSERS)('%s', (browserName) => {
  let tracker: Tracker
  beforeAll(async () => {
    tracker = await launchTracker(browserName)
  })
  afterAll(() => tracker?.close())

  beforeEach(() => prepare(tracker))

  it('has its record again at once where the background lives, and says so', async () => {
    await tracker.evaluate(() => chrome.storage.local.clear())
    await expectBack(tracker)
    await expectNotices(tracker, ['replica-restored'])
    expect(await tracker.consoleErrors()).toEqual([])
  })

  it('says that its record is gone where the background lives and both areas were emptied', async () => {
    await tracker.evaluate(emptyBoth)
    await expectNotices(tracker, ['replica-lost'])
    // By now it has looked; what is gone later is looked for again.
    await prepare(tracker)
    await tracker.evaluate(emptyBoth)
    await expectNotices(tracker, ['replica-lost'])
  })

  it.each(['popup.html', 'options.html'] as const)(
    'has its record again once %s is opened, where the background died before it could look',
    async (page) => {
      await dyingOverEmptied(tracker, () => chrome.storage.local.clear())
      await tracker.openPage(page)
      await expectBack(tracker)
      await expectNotices(tracker, ['replica-restored'])
    },
  )

  it.each(['popup.html', 'options.html'] as const)(
    'says that its record is gone once %s is opened, where the background died before it could look',
    async (page) => {
      await dyingOverEmptied(tracker, emptyBoth)
      await tracker.openPage(page)
      await expectNotices(tracker, ['replica-lost'])
    },
  )
})

/** A record that lies in the replica too, and nothing to be seen of what was before. */
async function prepare(tracker: Tracker): Promise<void> {
  await closePages(tracker)
  await tracker.storage.clear()
  await tracker.evaluate(clearNotifications)
  const now = Date.now()
  await tracker.storage.set({ record: recordWithRun('run', now - HOUR, now) })
  await waitFor(async () => 'run' in (await unpackReplica(await tracker.storage.get('sync'))).record.runs, {
    what: 'the replica',
    timeout: 40_000,
  })
  await expectBadge(tracker, /./)
  await settled(tracker)
}

/** In a page of the extension. */
async function emptyBoth(): Promise<void> {
  await chrome.storage.sync.clear()
  await chrome.storage.local.clear()
}

/** In a page of the extension. */
async function clearNotifications(): Promise<void> {
  for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id)
}

/**
 * Empties the storage, and stops the background after it has planned for that and before it looked whether something is
 * lost: what it needs for that is held until then. No alarm is left that would wake it.
 */
async function dyingOverEmptied(tracker: Tracker, empty: () => Promise<void>): Promise<void> {
  await tracker.evaluate(holdReplica)
  await tracker.evaluate(empty)
  const isPlanned = async () => (await tracker.storage.get()).begun === 0 && (await tracker.alarms()).length === 0
  await waitFor(isPlanned, { what: 'the background to have planned for nothing', timeout: 40_000 })
  await settled(tracker)
  await tracker.stopBackground()
  await tracker.evaluate(letReplica)
  const { begun, record } = await tracker.storage.get()
  expect([begun, record]).toEqual([0, undefined])
}

declare global {
  interface Window {
    letReplica?: () => void
  }
}

/** In a page of the extension: nobody compares with the replica from now on. */
function holdReplica(): Promise<void> {
  return new Promise((held) => {
    navigator.locks.request('replica', () => {
      held()
      return new Promise<void>((let_) => {
        window.letReplica = let_
      })
    })
  })
}

/** In a page of the extension. */
function letReplica(): void {
  window.letReplica?.()
}

async function expectBack(tracker: Tracker): Promise<void> {
  const isBack = async () => {
    const { record } = (await tracker.storage.get()) as { record?: { runs: Record<string, unknown> } }
    return record !== undefined && 'run' in record.runs
  }
  await waitFor(isBack, { what: 'the record', timeout: 40_000 })
}

/** Waits until these of the replica, and no others, are shown. */
async function expectNotices(tracker: Tracker, ids: readonly string[]): Promise<void> {
  const shown = async () => Object.keys(await tracker.notifications()).filter((id) => id.startsWith('replica-'))
  const isShown = async () => {
    expect(await shown()).toEqual(ids)
    return true
  }
  await waitFor(isShown, { what: `the notifications ${ids}`, timeout: 40_000 })
}
