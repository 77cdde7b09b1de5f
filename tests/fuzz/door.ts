/**
 * A door: a place at which something from outside comes in.
 *
 * @module
 */

import { isDeepStrictEqual } from 'node:util'
import type { STORAGE_KEYS } from '../../utils/storage/keys.ts'

/** Under which something is stored. */
export type StorageKey = keyof typeof STORAGE_KEYS

export interface Door<Result = unknown> {
  readonly name: string
  /** Valid inputs: texts, bytes, or values as the storage gives them. */
  seeds(): readonly unknown[]
  /** Takes anything, and hands over what came of it. The input is frozen. */
  run(input: unknown): Result | Promise<Result>
  /** Under which what comes in was stored; none: it never is. */
  readonly keys?: readonly StorageKey[]
  /** Errors that are part of the door; any other that it throws is a fault. */
  readonly declared?: readonly (abstract new (
    ...args: never[]
  ) => Error)[]
  /** Is not timed. @returns which law what came of it breaks; undefined: none */
  check(result: Result, input: unknown): string | undefined | Promise<string | undefined>
}

/** @returns the same door, in a list of doors of all kinds */
export function door<Result>(each: Door<Result>): Door {
  return each as Door
}

/**
 * A door at which a parser stands whose laws are those of any parser of small things: what it gave, it takes as it is, also
 * once that was stored.
 */
export function smallDoor(
  name: string,
  seeds: () => readonly unknown[],
  parse: (raw: unknown) => unknown,
  key?: StorageKey,
): Door {
  return {
    name,
    seeds,
    ...(key && { keys: [key] }),
    run: parse,
    check(parsed) {
      const stored: unknown = parsed === undefined ? undefined : JSON.parse(JSON.stringify(parsed))
      return [parsed, stored].every((raw) => same(parse(raw), parsed))
        ? undefined
        : 'what was parsed is not parsed to itself'
    },
  }
}

/** Whether two values are the same once they were stored: as JSON, in whatever order their keys are. */
export function same(one: unknown, other: unknown): boolean {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)]
  return a === b || (a !== undefined && b !== undefined && isDeepStrictEqual(JSON.parse(a), JSON.parse(b)))
}
