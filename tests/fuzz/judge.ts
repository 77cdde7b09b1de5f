/**
 * Hands an input to a door and looks at what happens.
 *
 * @module
 */

import type { Door } from './door.ts'
import { frozen } from './frozen.ts'

/** Reported, in ms. */
export const SLOW = 1000
/** A fault, in ms: no machine is that busy. */
const TOO_SLOW = 5000

/**
 * - `throws`: by an error that the door does not declare; also where it changes its input, which is frozen
 * - `slow`: longer than `TOO_SLOW`
 * - `pollutes`: what all objects have in common is changed
 * - `changes`: bytes that it was given are others
 * - `law`: what came of it breaks a law of the door
 * - `hangs`: never came back
 * - `dies`: took the process with it
 */
export type Rule = 'throws' | 'slow' | 'pollutes' | 'changes' | 'law' | 'hangs' | 'dies'

export interface Fault {
  readonly rule: Rule
  readonly what: string
}

export interface Verdict {
  readonly fault?: Fault | undefined
  readonly milliseconds: number
}

/** @param input is frozen; it may be handed in again */
export async function judge(door: Door, input: unknown): Promise<Verdict> {
  frozen(input)
  const bytes = input instanceof Uint8Array ? input.slice() : undefined
  const played = await play(door, input)
  const polluted = mendPrototypes()
  if (polluted !== undefined) return { ...played, fault: { rule: 'pollutes', what: polluted } }
  if (played.fault) return played
  if (bytes && Buffer.compare(bytes, input as Uint8Array) !== 0) {
    return { ...played, fault: { rule: 'changes', what: 'the bytes are others' } }
  }
  const { milliseconds } = played
  return milliseconds <= TOO_SLOW
    ? played
    : { milliseconds, fault: { rule: 'slow', what: `took ${Math.round(milliseconds)} ms` } }
}

/** What the checks take is not counted. */
async function play(door: Door, input: unknown): Promise<Verdict> {
  const started = performance.now()
  let milliseconds = 0
  try {
    const result = await door.run(input)
    milliseconds = performance.now() - started
    const what = await door.check(result, input)
    return what === undefined ? { milliseconds } : { milliseconds, fault: { rule: 'law', what } }
  } catch (error) {
    if (door.declared?.some((declared) => error instanceof declared)) return { milliseconds }
    const what = error instanceof Error ? (error.stack ?? String(error)) : String(error)
    return { milliseconds, fault: { rule: 'throws', what } }
  }
}

/** What all objects have in common, by prototype. In maps: what is looked for may have got into every object. */
const COMMON = [Object.prototype, Array.prototype, String.prototype, Function.prototype].map((prototype) => ({
  prototype,
  own: new Map(Reflect.ownKeys(prototype).map((key) => [key, Object.getOwnPropertyDescriptor(prototype, key)])),
}))

/** Puts back what was changed, so that the next case is not blamed. @returns what was; undefined: nothing */
function mendPrototypes(): string | undefined {
  const mended: string[] = []
  for (const { prototype, own } of COMMON) {
    for (const key of new Set([...own.keys(), ...Reflect.ownKeys(prototype)])) {
      const before = own.get(key)
      const now = Object.getOwnPropertyDescriptor(prototype, key)
      if (before && now && before.value === now.value && before.get === now.get) continue
      if (before) Object.defineProperty(prototype, key, before)
      else Reflect.deleteProperty(prototype, key)
      mended.push(`${String(key)} of ${prototype.constructor.name}.prototype`)
    }
  }
  return mended[0]
}
