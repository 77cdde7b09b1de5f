/** An input for a door: one of its valid ones, changed for the worse. */

import type { Random } from '../simulator/random.ts'
import { oneOf, perhaps } from './chance.ts'
import { damaged, mutateBytes, mutateText } from './mutate-text.ts'
import { mutateValue } from './mutate-value.ts'

/** Seeds as they are, so that the laws are held against valid input too. */
const UNCHANGED = 0.02

/** @param seeds of one door; a text stays a text, bytes stay bytes, and a value that may be a text may become one */
export function mutated(seeds: readonly unknown[], random: Random): unknown {
  const seed = oneOf(random, seeds)
  if (perhaps(random, UNCHANGED)) return structuredClone(seed)
  if (typeof seed === 'string') return mutateText(seed, seeds.filter(isText), random)
  if (!(seed instanceof Uint8Array)) return mutateValue(seed, seeds, random)
  const text = textOf(seed)
  if (text === undefined) return damaged(seed, random)
  return mutateBytes(text, seeds.filter(isBytes).map(textOf).filter(isText), random)
}

function isText(seed: unknown): seed is string {
  return typeof seed === 'string'
}

function isBytes(seed: unknown): seed is Uint8Array {
  return seed instanceof Uint8Array
}

/** @returns undefined where the bytes are no text */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
