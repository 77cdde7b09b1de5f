import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median, pairedRatio, percentile } from '../../../tools/bench/statistics.ts'

describe('percentile', () => {
  it('interpolates between neighbours, in any order of the values', () => {
    expect(percentile([30, 10, 20], 0)).toBe(10)
    expect(percentile([30, 10, 20], 1)).toBe(30)
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(
      percentile(
        Array.from({ length: 21 }, (_, index) => index),
        0.95,
      ),
    ).toBe(19)
  })

  it('sorts by number, not by text, and leaves the values as they were', () => {
    const values = [100, 9, 20]
    expect(median(values)).toBe(20)
    expect(values).toEqual([100, 9, 20])
  })

  it('lies between the least and the greatest, and never falls when the part grows', () => {
    const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 })
    const part = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(values, part, part, (list, a, b) => {
        const [low, high] = [percentile(list, Math.min(a, b)), percentile(list, Math.max(a, b))]
        expect(low).toBeGreaterThanOrEqual(Math.min(...list))
        expect(high).toBeLessThanOrEqual(Math.max(...list) * (1 + Number.EPSILON))
        expect(high - low).toBeGreaterThanOrEqual(-1e-9)
      }),
    )
  })

  it('refuses what cannot be measured', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError)
    expect(() => percentile([1, Number.NaN], 0.5)).toThrow(RangeError)
    expect(() => percentile([1], 95)).toThrow(RangeError)
  })
})

describe('pairedRatio', () => {
  it('is the median of the ratios, not the ratio of the medians', () => {
    expect(pairedRatio([2, 6, 8], [1, 2, 4])).toBe(2)
    expect(pairedRatio([1, 10, 100], [1, 1, 50])).toBe(2)
  })

  it('does not change when a slow moment meets both parts of a pair', () => {
    expect(pairedRatio([3, 300, 3], [2, 200, 2])).toBe(1.5)
  })

  it('refuses series that cannot be paired', () => {
    expect(() => pairedRatio([1, 2], [1])).toThrow(RangeError)
    expect(() => pairedRatio([1], [0])).toThrow(RangeError)
    expect(() => pairedRatio([], [])).toThrow(RangeError)
  })
})
