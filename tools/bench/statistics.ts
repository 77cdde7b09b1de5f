/** What is told of a series of measurements: its middle, its slow end, and how two series compare pair by pair. */

/**
 * The value below which `part` of the values lie, interpolated between neighbours.
 *
 * @param part From 0 to 1: 0.95 is the 95th percentile.
 * @throws RangeError when there are no values, one is not finite, or `part` is outside 0–1.
 * @example percentile([1, 2, 3, 4], 0.5) // 2.5
 */
export function percentile(values: readonly number[], part: number): number {
  if (!(part >= 0 && part <= 1)) throw new RangeError(`A percentile lies from 0 to 1, not at ${part}.`)
  if (values.length === 0 || !values.every(Number.isFinite)) {
    throw new RangeError(`A percentile needs finite values, not [${values.join(', ')}].`)
  }
  const sorted = [...values].sort((a, b) => a - b)
  const position = (sorted.length - 1) * part
  const below = sorted[Math.floor(position)] as number
  const above = sorted[Math.ceil(position)] as number
  return below + (above - below) * (position - Math.floor(position))
}

/** @example median([3, 1, 2]) // 2 */
export const median = (values: readonly number[]): number => percentile(values, 0.5)

/**
 * The median of the ratios of what was measured side by side, so that a machine that is slow for a while slows both
 * parts of a pair.
 *
 * @throws RangeError when the series differ in length, are empty, or a divisor is not above zero.
 * @example pairedRatio([2, 6, 8], [1, 2, 4]) // 2
 */
export function pairedRatio(values: readonly number[], divisors: readonly number[]): number {
  if (values.length !== divisors.length) {
    throw new RangeError(`${values.length} values cannot be paired with ${divisors.length}.`)
  }
  return median(
    values.map((value, index) => {
      const divisor = divisors[index] as number
      if (!(divisor > 0)) throw new RangeError(`A pair cannot be divided by ${divisor}.`)
      return value / divisor
    }),
  )
}
