/** The record and its replica in real profiles: files that break, and a sync that is full. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { unpackReplica } from '../../utils/record/replica/unpack.ts'
import { setDone } from '../../utils/record/transitions.ts'
import { settled } from './background.ts'
import { type KeptProfile, keptProfile } from './harness/kept-profile.ts'
import { overwriteArea } from './harness/overwritten.ts'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'
import { expectBadge, recordWithRun } from './support.ts'

const HOUR = 3_600_000

function markedRecord(): TrackerRecord {
  const now = Date.now()
  const record = recordWithRun('run', now - HOUR, now - 2 * HOUR)
  return setDone('commander-1', 'run', 'unraveling-anomalies', true)(record, { at: now - HOUR / 2, by: 'test' })
}

/** Waits until what lies in sync says all that the record says. */
async function expectReplica(tracker: Tracker, record: TrackerRecord): Promise<void> {
  await waitFor(
    async () => {
      const { record: known } = await unpackReplica(await tracker.storage.get('sync'))
      expect(known).toMatchObject(record)
      return true
    },
    { what: 'the replica', timeout: 40_000 },
  )
}

async function expectRecord(tracker: Tracker, record: TrackerRecord): Promise<void> {
  await waitFor(
    async () => {
      expect((await tracker.storage.get()).record).toMatchObject(record)
      return true
    },
    { what: 'the record', timeout: 40_000 },
  )
}

describe.each(BROWSERS)('%s', (browserName) => {
  let profile: KeptProfile
  beforeEach(async () => {
    profile = await keptProfile(browserName)
  })
  afterEach(() => profile.discard())

  it.each(['local', 'sync'] as const)(
    'has its record again after the files of storage.%s were overwritten',
    async (area) => {
      const record = markedRecord()
      const before = await profile.start()
      await before.storage.set({ record })
      await expectReplica(before, record)
      await settled(before)
      await before.close()
      expect(await overwriteArea(browserName, profile.dir, area)).toBeGreaterThan(0)

      const tracker = await profile.start()
      await expectRecord(tracker, record)
      await expectReplica(tracker, record)
      await expectBadge(tracker, /^✓$/)
      const told = (await tracker.notifications()) as object
      expect('replica-restored' in told).toBe(area === 'local')
    },
  )
})

describe('chromium', () => {
  it('keeps everything here where sync is full, says so, and goes on once there is room', async () => {
    const profile = await keptProfile('chromium')
    try {
      const tracker = await profile.start()
      const filler = Object.fromEntries(Array.from({ length: 13 }, (_, place) => [`filler${place}`, 'x'.repeat(7850)]))
      await tracker.storage.set(filler, 'sync')
      const record = markedRecord()
      await tracker.storage.set({ record })
      const state = async () =>
        (await tracker.storage.get()).replica as { trouble?: string; error?: string } | undefined
      await waitFor(async () => (await state())?.trouble === 'failed', { what: 'the refusal', timeout: 40_000 })
      expect((await state())?.error).toMatch(/quota/i)
      expect((await tracker.storage.get()).record).toMatchObject(record)
      await tracker.storage.clear('sync')
      await tracker.stopBackground()
      await tracker.evaluate(() => chrome.alarms.create('wake', { when: Date.now() }))
      await expectReplica(tracker, record)
      expect((await state())?.trouble).toBeUndefined()
      expect(await tracker.consoleErrors()).toEqual([])
    } finally {
      await profile.discard()
    }
  })
})
