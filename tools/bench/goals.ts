/** What the figures have to reach; a figure that misses its goal is reported, it does not fail the run. */

export interface Goal {
  readonly what: string
  /** At most. */
  readonly limit: number
  readonly unit: '×' | 'kB' | 'ms'
}

export interface Verdict extends Goal {
  readonly figure: number
  readonly reached: boolean
  /** How far beyond the limit; 0 where it is reached. */
  readonly missedBy: number
}

export const GOALS = {
  settled: { what: 'popup settled ÷ bare Preact settled', limit: 1.15, unit: '×' },
  full: { what: 'popup settled with the full record ÷ with one run', limit: 1.25, unit: '×' },
  other: { what: 'popup settled ÷ that of the other build', limit: 1.05, unit: '×' },
  otherFull: { what: 'popup settled ÷ that of the other build, full record', limit: 1.05, unit: '×' },
  reconcile: { what: 'processor time of a reconcile, full record', limit: 10, unit: 'ms' },
  zip: { what: 'packed zip, icons included', limit: 60, unit: 'kB' },
  popupCode: { what: 'popup script and style, before compression', limit: 45, unit: 'kB' },
} as const satisfies Record<string, Goal>

/**
 * @param figure In the goal's unit.
 * @example verdictOf(GOALS.zip, 61.5).missedBy // 1.5
 */
export function verdictOf(goal: Goal, figure: number): Verdict {
  const reached = figure <= goal.limit
  return { ...goal, figure, reached, missedBy: reached ? 0 : figure - goal.limit }
}

/** @example inWords(verdictOf(GOALS.zip, 61.5)) // '61.50 kB, at most 60 kB: missed by 1.50 kB' */
export function inWords({ figure, limit, unit, reached, missedBy }: Verdict): string {
  const amount = (value: number) => `${value.toFixed(2)} ${unit}`
  return `${amount(figure)}, at most ${limit} ${unit}: ${reached ? 'reached' : `missed by ${amount(missedBy)}`}`
}
