/** Opens the popups of several extensions again and again, side by side. */

import type { Subject } from './chromium.ts'
import { type MeasuredOpening, measurePopup, slowDown } from './popup.ts'
import type { Opening } from './probe.ts'

/** 1: normal speed. 4: the processor slowed four times. */
export const RATES = [1, 4] as const
export type Rate = (typeof RATES)[number]

/** Fills the browser's caches; not told. */
const UNCOUNTED = 3
/** A processor that is slowed four times must be seen to be slower by at least this much. */
const LEAST_SLOWNESS = 2

/** By speed and subject: the openings in the order of the rounds. */
export type Openings = Record<Rate, Opening[][]>

/**
 * One round opens each popup once at each speed. Which one is first changes from round to round, so that none always
 * follows the same.
 *
 * @param checks What the text of a subject's popup must contain, by subject.
 * @throws Error when a popup could not be measured, shows something else, or the slowing down has no effect.
 */
export async function measureOpenings(
  subjects: readonly Subject[],
  checks: readonly string[],
  rounds: number,
  onRound: (round: number) => void,
): Promise<Openings> {
  await warmUp(subjects, checks)
  const openings: Openings = { 1: subjects.map(() => []), 4: subjects.map(() => []) }
  for (let round = 1; round <= rounds; round++) {
    for (const rate of RATES) {
      for (let turn = 0; turn < subjects.length; turn++) {
        const index = (round + turn) % subjects.length
        const opening = await openAt(rate, subjects[index] as Subject, false)
        openings[rate][index]?.push(opening)
      }
    }
    onRound(round)
  }
  return openings
}

async function openAt(rate: Rate, subject: Subject, withWork: boolean): Promise<MeasuredOpening> {
  await slowDown(subject, rate)
  try {
    return await measurePopup(subject, withWork)
  } finally {
    await slowDown(subject, 1)
  }
}

async function warmUp(subjects: readonly Subject[], checks: readonly string[]): Promise<void> {
  for (const [index, subject] of subjects.entries()) {
    const work: Record<Rate, number[]> = { 1: [], 4: [] }
    for (let round = 0; round < UNCOUNTED; round++) {
      for (const rate of RATES) {
        const opening = await openAt(rate, subject, true)
        work[rate].push(opening.work as number)
        const expected = checks[index] as string
        if (!opening.text.includes(expected)) {
          throw new Error(`The popup of ${subject.origin} does not show "${expected}" but "${opening.text}".`)
        }
      }
    }
    // The quickest of each: other work on this machine only ever adds.
    const slowness = Math.min(...work[4]) / Math.min(...work[1])
    if (!(slowness >= LEAST_SLOWNESS)) {
      throw new Error(`Slowing the processor down had no effect: the same work took ${slowness.toFixed(2)} × as long.`)
    }
  }
}
