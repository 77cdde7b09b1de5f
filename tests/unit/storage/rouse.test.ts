import { beforeEach, describe, expect, it } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { viewAt } from '../../../utils/plan/view.ts'
import { rouse } from '../../../utils/storage/rouse.ts'
import { DAY, HOUR, recordOf, running, START } from '../support/records.ts'

const MINUTE = 60_000
const runsAt = (now: number) => viewAt(recordOf(running), now).runs
/** When it was told to wake, in epoch ms. */
const roused = async () => (await browser.storage.local.get('roused')).roused

beforeEach(async () => {
  fakeBrowser.reset()
  await browser.storage.local.set({ begun: START })
})

describe('rouse', () => {
  it('wakes a background whose alarm is gone', async () => {
    await rouse(runsAt(START), START)
    expect(await roused()).toBe(START)
  })

  it.each([
    [HOUR, undefined],
    [HOUR + MINUTE, undefined],
    [HOUR + MINUTE + 1, START],
    [4 * HOUR, START],
    [-MINUTE, undefined],
    [-MINUTE - 1, START],
  ])('with an alarm %d ms ahead wakes it at %d: no sleep is longer than an hour', async (ahead, at) => {
    await browser.alarms.create('wake', { when: START + ahead })
    await rouse(runsAt(START), START)
    expect(await roused()).toBe(at)
  })

  it('leaves the alarm to the background', async () => {
    await browser.alarms.create('wake', { when: START + 4 * HOUR })
    await rouse(runsAt(START), START)
    expect((await browser.alarms.get('wake'))?.scheduledTime).toBe(START + 4 * HOUR)
  })

  it.each([
    ['nothing is followed', []],
    ['all has ended', runsAt(START + 6 * DAY)],
  ])('lets it sleep where %s', async (_, runs) => {
    await rouse(runs, START + 6 * DAY)
    expect(await roused()).toBeUndefined()
  })

  it.each<[string, Record<string, unknown>]>([
    ['nothing is stored', {}],
    ['who wrote first found nothing', { begun: 0, device: 'a', shelved: { at: START } }],
  ])('wakes a background that died before it looked whether the record is gone: %s', async (_, stored) => {
    await browser.storage.local.clear()
    await browser.storage.local.set(stored)
    await rouse([], START)
    expect(await roused()).toBe(START)
  })

  it('leaves what an older version stored to the update', async () => {
    await browser.storage.local.clear()
    await browser.storage.local.set({ device: 'a', shelved: { at: START } })
    await rouse([], START)
    expect(await roused()).toBeUndefined()
  })
})
