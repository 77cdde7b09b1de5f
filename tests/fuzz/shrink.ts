/**
 * Makes an input that breaks a rule as short as it can be: halves are left out, then quarters, down to single characters
 * or entries, and the same in each part that is left.
 *
 * @module
 */

/** Shorter inputs that are tried at most. */
const MOST_TRIES = 3000
/** In ms: what is shortest by then will do. */
const MOST_TIME = 20_000
/** Parts that are looked into lie no deeper. */
const DEEPEST = 12

/** @param breaks whether a shorter input breaks the same rule */
export async function shrunk(input: unknown, breaks: (shorter: unknown) => Promise<boolean>): Promise<unknown> {
  let shortest = input
  let tries = 0
  const until = performance.now() + MOST_TIME
  for (let found = true; found; ) {
    found = false
    for (const shorter of shorterOf(shortest, 0)) {
      tries += 1
      if (tries > MOST_TRIES || performance.now() > until) return shortest
      if (await breaks(shorter)) {
        shortest = shorter
        found = true
        break
      }
    }
  }
  return shortest
}

function* shorterOf(value: unknown, depth: number): Generator<unknown> {
  if (typeof value === 'string') {
    for (const [from, to] of cutsOf(value.length)) yield value.slice(0, from) + value.slice(to)
  } else if (value instanceof Uint8Array) {
    for (const [from, to] of cutsOf(value.length)) yield withoutPart(value, from, to)
  } else if (typeof value === 'object' && value !== null && depth < DEEPEST) {
    const entries = Object.entries(value)
    const made = (kept: readonly (readonly [string, unknown])[]) =>
      Array.isArray(value) ? kept.map(([, part]) => part) : objectOf(kept)
    for (const [from, to] of cutsOf(entries.length)) yield made(entries.toSpliced(from, to - from))
    for (const [place, [key, part]] of entries.entries()) {
      for (const shorter of shorterOf(part, depth + 1)) yield made(entries.with(place, [key, shorter]))
    }
  }
}

/** Bytes may be more than a call takes arguments. */
function withoutPart(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const shorter = new Uint8Array(bytes.length - (to - from))
  shorter.set(bytes.subarray(0, from))
  shorter.set(bytes.subarray(to), from)
  return shorter
}

/** From where to where to cut: halves first, single ones last. */
function* cutsOf(length: number): Generator<readonly [number, number]> {
  for (let size = Math.ceil(length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < length; from += size) yield [from, Math.min(from + size, length)]
  }
}

/** With own fields only, also one that is called `__proto__`. */
function objectOf(entries: readonly (readonly [string, unknown])[]): object {
  const made = {}
  for (const [key, value] of entries) {
    Object.defineProperty(made, key, { value, enumerable: true, writable: true, configurable: true })
  }
  return made
}
