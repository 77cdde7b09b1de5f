/** The record and its replica in real profiles: files that break, and a sync that is full. */

import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import { backupText } from '../../utils/record/backup.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { unpackReplica } from '../../utils/record/replica/unpack.ts'
import { setDone } from '../../utils/record/transitions.ts'
import { settled } from './background.ts'
import { type KeptProfile, keptProfile } from './harness/kept-profile.ts'
import { overwriteArea } from './harness/overwritten.ts'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'
import { fill, find } from './states/steps.ts'
import { action, click, expectBadge, recordWithRun } from './support.ts'

const HOUR = 3_600_000
const digest = async (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

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

async function expectNotice(tracker: Tracker, id: string): Promise<void> {
  await waitFor(async () => id in (await tracker.notifications()), { what: `the notification ${id}`, timeout: 40_000 })
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
      if (area === 'local') await expectNotice(tracker, 'replica-restored')
      await settled(tracker)
      expect(Object.keys(await tracker.notifications()).filter((id) => id.startsWith('replica-'))).toEqual(
        area === 'local' ? ['replica-restored'] : [],
      )
    },
  )

  it('says that its record is gone after the files of both were overwritten, and takes a backup', async () => {
    const record = markedRecord()
    const before = await profile.start()
    await before.storage.set({ record })
    await expectReplica(before, record)
    await settled(before)
    await before.close()
    for (const area of ['local', 'sync'] as const) {
      expect(await overwriteArea(browserName, profile.dir, area)).toBeGreaterThan(0)
    }

    const tracker = await profile.start()
    await expectNotice(tracker, 'replica-lost')
    const popup = await tracker.openPage('popup.html')
    await find(popup, `[data-state="unreadable"] ${action('import-backup')}`)
    const page = await tracker.openPage('options.html')
    await find(page, '[data-banner="lost"]')
    const backup = await backupText(record, { exportedAt: Date.now(), extension: '1.0.0', digest })
    await fill(page, '[data-field="backup-text"]', backup)
    await click(page, action('backup-confirm'))
    await expectRecord(tracker, record)
    await expectReplica(tracker, record)
    await expectBadge(tracker, /^✓$/)
  })
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
