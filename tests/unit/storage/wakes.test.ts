import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { load, loadWhole } from '../../../utils/storage/load.ts'
import { loadWakes, parseWakes, recordWake, WAKES_KEPT, type Wake, withWake } from '../../../utils/storage/wakes.ts'
import { HOUR, START } from '../support/records.ts'

const wakeAt = (at: number, more: Partial<Wake> = {}): Wake => ({
  at,
  causes: ['alarm'],
  status: 'ok',
  badge: 'HM',
  due: [],
  shown: 0,
  wakeAt: at + HOUR,
  failed: [],
  ...more,
})
const stored = async () => (await browser.storage.local.get('wakes')).wakes
const instants = (wakes: readonly Wake[]) => wakes.map(({ at }) => at)
const hours = (count: number) => Array.from({ length: count }, (_, index) => START + index * HOUR)

beforeEach(() => fakeBrowser.reset())
afterEach(() => vi.restoreAllMocks())

describe('the last wakes', () => {
  it('are none at first', async () => expect(await loadWakes()).toEqual([]))

  it('come as they were told, the newest first', async () => {
    const first = wakeAt(START, { causes: ['installed', 'changed'], wakeAt: undefined, badge: undefined })
    const second = wakeAt(START + 1, { due: ['start', 'lead'], shown: 1, failed: ['notifications', 'labels'] })
    await recordWake(first)
    await recordWake(second)
    expect(await loadWakes()).toEqual([second, first])
  })

  it('stay in the order in which they came, though the clock was put back', async () => {
    for (const at of [START, START + HOUR, START - HOUR]) await recordWake(wakeAt(at))
    expect(instants(await loadWakes())).toEqual([START - HOUR, START + HOUR, START])
  })

  it('tell of a clock that stands in 1970', async () => {
    await recordWake(wakeAt(0))
    expect(instants(await loadWakes())).toEqual([0])
  })

  it('are twenty at most', async () => {
    for (const at of hours(WAKES_KEPT + 3)) await recordWake(wakeAt(at))
    expect(WAKES_KEPT).toBe(20)
    expect(instants(await loadWakes())).toEqual(hours(23).slice(3).reverse())
    expect(await stored()).toHaveLength(20)
  })

  it('are all kept where many come at once', async () => {
    await Promise.all(hours(WAKES_KEPT).map((at) => recordWake(wakeAt(at))))
    expect(instants(await loadWakes()).sort()).toEqual(hours(WAKES_KEPT))
  })

  it('cost one write each, and nothing but them is written', async () => {
    const set = vi.spyOn(browser.storage.local, 'set')
    await recordWake(wakeAt(START))
    await recordWake(wakeAt(START + HOUR))
    expect(set.mock.calls.map(([items]) => Object.keys(items))).toEqual([['wakes'], ['wakes']])
  })

  it('pass the browser’s refusal on, and the next is kept', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('QuotaExceededError'))
    await expect(recordWake(wakeAt(START))).rejects.toThrow('Quota')
    await recordWake(wakeAt(START + HOUR))
    expect(instants(await loadWakes())).toEqual([START + HOUR])
  })

  it('are not read by popup, background and options on their way to the record', async () => {
    const get = vi.spyOn(browser.storage.local, 'get')
    await load()
    await loadWhole()
    expect(get.mock.calls.flat(2)).not.toContain('wakes')
    expect(get).toHaveBeenCalledTimes(2)
  })
})

describe('what cannot be read', () => {
  it.each([['text'], [42], [null], [{ 0: wakeAt(START) }]])('is none: %j', async (wakes) => {
    await browser.storage.local.set({ wakes })
    expect(await loadWakes()).toEqual([])
    await recordWake(wakeAt(START))
    expect(await stored()).toEqual([wakeAt(START)])
  })

  it('goes with time', async () => {
    await browser.storage.local.set({ wakes: Array.from({ length: 100 }, () => 'text') })
    for (const at of hours(WAKES_KEPT)) await recordWake(wakeAt(at))
    expect(await stored()).toEqual(
      hours(WAKES_KEPT)
        .reverse()
        .map((at) => wakeAt(at)),
    )
  })

  it.each([
    { at: Number.NaN },
    { at: -1 },
    { at: 8.64e15 },
    { at: '2026' },
    { wakeAt: 8.64e15 },
    { causes: ['curiosity'] },
    { causes: 'alarm' },
    { status: 'well' },
    { badge: 7 },
    { due: [1] },
    { shown: -1 },
    { shown: 0.5 },
    { failed: ['record'] },
  ])('is left out alone: %j', async (wrong) => {
    await browser.storage.local.set({ wakes: [{ ...wakeAt(START), ...wrong }, wakeAt(START + HOUR)] })
    expect(instants(await loadWakes())).toEqual([START + HOUR])
  })
})

describe('a wake', () => {
  it('is cut to what is needed of it', () => {
    const due = Array.from({ length: 30 }, (_, index) => `a-long-kind-of-notice-${index}`)
    const causes = ['alarm', 'changed', 'alarm'] as const
    const failed = ['badge', 'badge', 'alarm'] as const
    const more = { secret: 'name' }
    expect(
      withWake([], { ...wakeAt(START, { badge: 'DEFENDER OF PEACE', due, causes, failed, shown: 30 }), ...more }),
    ).toEqual([
      wakeAt(START, {
        badge: 'DEFENDER',
        due: Array.from({ length: 10 }, () => 'a-long-k'),
        causes: ['alarm', 'changed'],
        failed: ['badge', 'alarm'],
        shown: 10,
      }),
    ])
  })

  it('is cut between signs, not within one', () => {
    const badgeOf = (badge: string) => parseWakes(withWake([], wakeAt(START, { badge })))[0]?.badge
    expect(badgeOf('🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀')).toBe('🚀🚀🚀🚀🚀🚀🚀🚀')
    expect(badgeOf('a🚀🚀🚀🚀🚀🚀🚀🚀🚀')).toBe('a🚀🚀🚀🚀🚀🚀🚀')
  })

  it('cannot grow, whatever is in it', async () => {
    const text = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constant('\u0000'.repeat(5000)),
      fc.constant('\ud800'.repeat(50)),
    )
    const wake = fc.record({
      at: fc.constant(START + 0.123456789),
      causes: fc.array(
        fc.constantFrom('installed', 'updated', 'startup', 'started', 'alarm', 'changed', 'roused' as const),
      ),
      status: fc.constantFrom('ok', 'newer', 'unreadable', 'failed' as const),
      badge: text,
      due: fc.array(text, { maxLength: 50 }),
      shown: fc.nat(),
      wakeAt: fc.constant(START + 0.987654321),
      failed: fc.array(fc.constantFrom('alarm', 'badge', 'labels', 'notifications', 'delivery' as const)),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(wake, { minLength: 30, maxLength: 40 }), async (wakes) => {
        fakeBrowser.reset()
        for (const each of wakes) await recordWake(each)
        const kept = await loadWakes()
        expect(kept).toHaveLength(WAKES_KEPT)
        expect(JSON.stringify(await stored()).length).toBeLessThan(18_000)
        // What was cut once is not cut again.
        expect(await stored()).toEqual(kept)
      }),
      { numRuns: 40 },
    )
  })

  it('is small: a day of them takes less than 3 kB', async () => {
    for (const at of hours(WAKES_KEPT)) await recordWake(wakeAt(at))
    expect(JSON.stringify(await stored()).length).toBeLessThan(3000)
  })
})
