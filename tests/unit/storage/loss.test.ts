/** A storage that was emptied is not taken for a first start. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { load } from '../../../utils/storage/load.ts'
import { keepBegun, noticeLoss } from '../../../utils/storage/loss.ts'
import { readSetAside } from '../../../utils/storage/set-aside.ts'
import { recordOf, running, START } from '../support/records.ts'

const { local, sync } = browser.storage
const asideOf = async () => (await load()).setAside

beforeEach(() => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
})

describe('a loss', () => {
  it('is none where the extension has just been installed', async () => {
    await keepBegun(START)
    expect(await noticeLoss(START)).toBe(false)
    expect(await asideOf()).toEqual([])
  })

  it('is told where the mark of the first start is gone and no record is there, once', async () => {
    expect(await noticeLoss(START)).toBe(true)
    const [entry] = await asideOf()
    expect(entry).toMatchObject({ at: START, whole: true, lost: true, seen: false, problems: [] })
    expect(await readSetAside(entry?.key ?? '')).toEqual({})
    expect(await noticeLoss(START + 1)).toBe(false)
    expect(await asideOf()).toHaveLength(1)
  })

  it('is none where the record is there, or came from the replica; from then on it would be one', async () => {
    await local.set({ record: recordOf(running) })
    expect(await noticeLoss(START)).toBe(false)
    expect(await asideOf()).toEqual([])
    await local.clear()
    expect(await noticeLoss(START)).toBe(true)
  })

  it('keeps what is left of the replica, and names what is wrong with it; what others store is not ours', async () => {
    await sync.set({ 'replica:0': 'half', 'replica:1': 7, other: 'x' })
    expect(await noticeLoss(START)).toBe(true)
    const [entry] = await asideOf()
    expect(entry?.problems.map(({ path }) => path)).toEqual(['replica:0', 'replica:1'])
    expect(await readSetAside(entry?.key ?? '')).toEqual({ 'replica:0': 'half', 'replica:1': 7 })
  })

  it('is told also where sync cannot be read', async () => {
    vi.spyOn(sync, 'get').mockRejectedValue(new Error('broken') as never)
    expect(await noticeLoss(START)).toBe(true)
    expect((await asideOf())[0]?.problems).toEqual([{ path: 'storage.sync', message: 'Error: broken' }])
  })

  it('is none where what is stored cannot be read: that is told otherwise', async () => {
    await local.set({ record: 'ÿÿÿ' })
    expect(await noticeLoss(START)).toBe(false)
  })

  it('is looked for again where the storage fails', async () => {
    const refuse = vi.spyOn(local, 'get').mockRejectedValue(new Error('broken') as never)
    await expect(noticeLoss(START)).rejects.toThrow('broken')
    refuse.mockRestore()
    expect(await noticeLoss(START)).toBe(true)
  })
})
