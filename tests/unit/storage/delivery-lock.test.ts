/** What is shown and what is snoozed at once: each change waits for the one before it, or it would write over it. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { forgetDelivered, recordDelivered, recordSnoozed } from '../../../utils/storage/delivery.ts'
import { load } from '../../../utils/storage/load.ts'
import { DAY, START } from '../support/records.ts'
import { slowStorage } from '../support/slow-storage.ts'

const delivery = async () => (await load()).delivery

beforeEach(() => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  slowStorage()
})

describe('the delivery, while the storage is slow', () => {
  it('keeps two notices and a snooze that come at once', async () => {
    await Promise.all([
      recordDelivered(['run/first/start/1'], START),
      recordSnoozed(['run/second'], START + 1, START),
      recordDelivered(['run/third/start/1'], START + 2),
    ])
    expect(await delivery()).toEqual({
      delivered: { 'run/first/start/1': START, 'run/third/start/1': START + 2 },
      snoozed: { 'run/second': START + 1 },
    })
  })

  it('keeps a snooze that comes while what is old is forgotten', async () => {
    await recordDelivered(['gone/first/start/1'], START)
    const needed = { nearRunIds: new Set<string>(), standing: new Set<string>() }
    const now = START + 8 * DAY
    await Promise.all([forgetDelivered(await delivery(), needed, now), recordSnoozed(['run/first'], now + 1, now)])
    expect(await delivery()).toEqual({ delivered: {}, snoozed: { 'run/first': now + 1 } })
  })
})
