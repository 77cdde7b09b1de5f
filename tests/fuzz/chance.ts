/** Choices that only the seed decides. */

import type { Random } from '../simulator/random.ts'

/** @returns a whole number from 0 to `count` (excluded) */
export function below(random: Random, count: number): number {
  return Math.floor(random() * count)
}

/** @returns one of them; of none undefined */
export function oneOf<T>(random: Random, all: readonly T[]): T {
  return all[below(random, all.length)] as T
}

/** @param share 0 never, 1 always */
export function perhaps(random: Random, share: number): boolean {
  return random() < share
}
