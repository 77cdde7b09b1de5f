import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { load } from '../../../utils/storage/load.ts'
import { loadWhole } from '../../../utils/storage/load-whole.ts'
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

describe('small changes that follow each other', () => {
  const change = (at: number, more: Partial<Wake> = {}) => wakeAt(at, { causes: ['changed'], ...more })
  const keptOf = (...wakes: readonly Wake[]) =>
    parseWakes(wakes.reduce<readonly unknown[]>((stored, wake) => withWake(stored, wake), []))

  it('are one, counted, of which the last is told', () => {
    const last = change(START + 40 * 60_000, { badge: '✓', wakeAt: START + 3 * HOUR })
    expect(keptOf(wakeAt(START - 1), change(START), change(START + 1), last)).toEqual([
      { ...last, times: 3 },
      wakeAt(START - 1),
    ])
  })

  it('cost one write each, and take no place', async () => {
    for (const at of hours(WAKES_KEPT)) await recordWake(wakeAt(at))
    const set = vi.spyOn(browser.storage.local, 'set')
    for (let count = 0; count < 12; count++) await recordWake(change(START + 30 * HOUR + count * 60_000))
    expect(set).toHaveBeenCalledTimes(12)
    const kept = await loadWakes()
    expect(kept[0]).toEqual({ ...change(START + 30 * HOUR + 11 * 60_000), times: 12 })
    expect(instants(kept.slice(1))).toEqual(hours(WAKES_KEPT).slice(1).reverse())
  })

  it.each([
    ['at the same instant', 0, 2],
    ['within the hour', HOUR - 1, 2],
    ['after an hour', HOUR, undefined],
    ['before it: the clock was put back', -1, undefined],
  ])('are one where they come %s', (_, later, times) => {
    const kept = keptOf(change(START), change(START + later))
    expect([kept.length, kept[0]?.times]).toEqual([times ? 1 : 2, times])
  })

  it.each<Partial<Wake>>([
    { causes: ['alarm'] },
    { causes: ['changed', 'alarm'] },
    { causes: ['roused', 'changed'] },
    { causes: [] },
    { status: 'newer' },
    { status: 'unreadable' },
    { status: 'failed' },
    { due: ['lead'] },
    { due: ['lead'], shown: 1 },
    { failed: ['badge'] },
  ])('are not one with another: %j', (more) => {
    const other = change(START + 1, more)
    expect(keptOf(change(START), other)).toEqual([other, change(START)])
    expect(keptOf(other, change(START + 2))).toEqual([change(START + 2), other])
    expect(keptOf(change(START), other, change(START + 2))).toHaveLength(3)
  })

  it.each([
    [998, 999],
    [999, 999],
    [1e9, 999],
  ])('are counted up to 999: %d and one more', (times, counted) => {
    expect(parseWakes(withWake([{ ...change(START), times }], change(START + 1)))).toEqual([
      { ...change(START + 1), times: counted },
    ])
  })

  it('are one with what an earlier version wrote, and not with what cannot be read', () => {
    const plain = JSON.parse(JSON.stringify(change(START)))
    expect(parseWakes([plain])).toEqual([change(START)])
    expect(withWake([plain, 'text'], change(START + 1))).toEqual([{ ...change(START + 1), times: 2 }, 'text'])
    const broken = { ...plain, times: 'often' }
    expect(withWake([broken, plain], change(START + 1))).toEqual([change(START + 1), broken, plain])
  })

  it('leave out what lies beyond twenty', () => {
    const stored = [change(START), ...Array.from({ length: 30 }, () => 'text')]
    expect(withWake(stored, change(START + 1))).toHaveLength(WAKES_KEPT)
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
    { times: 0 },
    { times: 1.5 },
    { times: '2' },
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
        fc.constantFrom('installed', 'updated', 'startup', 'started', 'alarm', 'changed', 'roused', 'slept' as const),
      ),
      status: fc.constantFrom('ok', 'newer', 'unreadable', 'failed' as const),
      badge: text,
      due: fc.array(text, { maxLength: 50 }),
      shown: fc.nat(),
      wakeAt: fc.constant(START + 0.987654321),
      failed: fc.array(fc.constantFrom('alarm', 'badge', 'labels', 'notifications', 'delivery' as const)),
      times: fc.option(fc.integer({ min: 1 }), { nil: undefined }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(wake, { minLength: 30, maxLength: 40 }), async (wakes) => {
        fakeBrowser.reset()
        // An hour apart: those within one may be told as one.
        for (const [index, each] of wakes.entries()) await recordWake({ ...each, at: each.at + index * HOUR })
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
