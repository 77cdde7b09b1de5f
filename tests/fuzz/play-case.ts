/**
 * One case: its seed chooses a door and makes an input for it, and what breaks a rule is made short.
 *
 * @module
 */

import { inspect } from 'node:util'
import { randomOf } from '../simulator/random.ts'
import { oneOf } from './chance.ts'
import type { Door } from './door.ts'
import { type Fault, judge } from './judge.ts'
import { mutated } from './mutate.ts'
import { shrunk } from './shrink.ts'

export interface BrokenCase {
  readonly seed: number
  readonly door: string
  readonly fault: Fault
  /** The shortest input, fit to be printed. */
  readonly input: string
}

export interface PlayedCase {
  readonly seed: number
  readonly door: string
  readonly milliseconds: number
  /** Absent where all rules held. */
  readonly broken?: BrokenCase | undefined
}

/**
 * @param seed a whole number; the same gives the same case
 * @param shrinks whether an input that breaks a rule is made short, which takes a while
 */
export async function playCase(seed: number, doors: readonly Door[], shrinks: boolean): Promise<PlayedCase> {
  const { door, input } = caseOf(seed, doors)
  const { fault, milliseconds } = await judge(door, input)
  const played = { seed, door: door.name, milliseconds }
  if (!fault) return played
  // A shorter input that breaks another rule tells of something else.
  const breaks = async (shorter: unknown) => {
    const found = (await judge(door, shorter)).fault
    return found?.rule === fault.rule && firstLine(found) === firstLine(fault)
  }
  const shortest = shrinks && fault.rule !== 'slow' ? await shrunk(input, breaks) : input
  return { ...played, broken: { seed, door: door.name, fault, input: printed(shortest) } }
}

/** What a case does, without doing it. */
export function caseOf(seed: number, doors: readonly Door[]): { readonly door: Door; readonly input: unknown } {
  const random = randomOf(seed)
  // The first number of neighbouring seeds is much alike.
  random()
  const door = oneOf(random, doors)
  return { door, input: mutated(seedsOf(door), random) }
}

const known = new WeakMap<Door, readonly unknown[]>()

function seedsOf(door: Door): readonly unknown[] {
  const seeds = known.get(door) ?? door.seeds()
  known.set(door, seeds)
  return seeds
}

/** Two errors are the same where their words are, but for what they quote. */
function firstLine({ what }: Fault): string {
  return (what.split('\n', 1)[0] ?? '').replace(/\d+|["'“].*/g, '')
}

export function printed(input: unknown): string {
  return inspect(input, { depth: 12, maxStringLength: 1000, maxArrayLength: 100, breakLength: 118, compact: 10 })
}
