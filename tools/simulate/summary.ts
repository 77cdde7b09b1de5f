/**
 * What all simulated weeks come to, as `npm run simulate` prints it.
 *
 * @module
 */

import type { Week } from '../../tests/simulator/week.ts'

export class Tally {
  weeks = 0
  shown = 0
  worstDelay = 0
  readonly faults = new Map<string, number>()
  readonly wakes: number[] = []
  readonly ordinaryWakes: number[] = []
  readonly broken: Week[] = []

  add(week: Week): void {
    const { faults, shown, worstDelay, wakes, ordinaryWakes } = week.counts
    this.weeks++
    this.shown += shown
    this.worstDelay = Math.max(this.worstDelay, worstDelay)
    for (const [kind, count] of Object.entries(faults)) this.faults.set(kind, (this.faults.get(kind) ?? 0) + count)
    this.wakes.push(...wakes)
    this.ordinaryWakes.push(...ordinaryWakes)
    if (week.broken) this.broken.push(week)
  }
}

/** @param seconds how long it took */
export function summaryOf(tally: Tally, seconds: number): string {
  const faults = [...tally.faults].sort(([a], [b]) => (a < b ? -1 : 1))
  const total = faults.reduce((sum, [, count]) => sum + count, 0)
  return [
    `${tally.weeks} weeks in ${seconds.toFixed(0)} s`,
    `  faults            ${total}`,
    ...faults.map(([kind, count]) => `    ${kind.padEnd(24)} ${count}`),
    `  notices shown     ${tally.shown}`,
    `  worst delay       ${(tally.worstDelay / 60_000).toFixed(1)} min after the browser could show it`,
    `  wakes a day       ${wakesText(tally.wakes)}`,
    `    ordinary days   ${wakesText(tally.ordinaryWakes)}`,
    `  violations        ${tally.broken.length}${seedsText(tally.broken)}`,
  ].join('\n')
}

/** Only the first are told with their stories. */
function seedsText(broken: readonly Week[]): string {
  return broken.length === 0 ? '' : ` (seeds ${broken.map(({ seed }) => seed).join(', ')})`
}

/** A violation with its seed and its shortest story. */
export function storyOf({ seed, broken }: Week): string {
  if (!broken) return ''
  const { violation, story } = broken
  const { steps, ...rest } = story
  return [
    `Seed ${seed} breaks the rule "${violation.rule}": ${violation.what}`,
    `  at minute ${violation.at.toFixed(1)} on device ${violation.device}; the shortest story that does it:`,
    `  ${JSON.stringify(rest)}`,
    ...steps.map((step) => `    ${JSON.stringify(step)}`),
    `  Play it again: npm run simulate -- --seed ${seed} --weeks 1`,
  ].join('\n')
}

function wakesText(wakes: readonly number[]): string {
  if (wakes.length === 0) return 'none'
  const sorted = [...wakes].sort((a, b) => a - b)
  return `median ${sorted[Math.floor(sorted.length / 2)]}, worst ${sorted.at(-1)} (of ${sorted.length} days)`
}
