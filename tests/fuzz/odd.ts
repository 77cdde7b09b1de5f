/** What is put into a valid input to make it a bad one. */

/** A share of all mutations: what takes long to handle. */
export const SELDOM = 1 / 400

/** Keys to which JavaScript gives a meaning, and such that are none. */
export const ODD_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '0',
  '-1',
  '',
  ' ',
  'a/b',
  'x#2',
  'k'.repeat(101),
  '\u202Eterces',
  '\uD800',
  'deleted',
  'version',
] as const

export const ODD_TEXTS = [
  '',
  ' ',
  '\0',
  '\u0007\u001B[31m',
  '\u202Egnp.exe\u202C',
  '\u2066\u2067\u2068',
  '\u2028\u2029',
  '\uFEFF',
  '\uD800',
  '\uDC00\uD83D',
  '👩‍🚀👩‍🚀',
  'ﷺ'.repeat(40),
  'e\u0301'.repeat(60),
  '<img src=x onerror=alert(1)>',
  '"><script>',
  '=HYPERLINK("x")',
  '@x',
  '\t=1',
  '\r\n+1',
  '"',
  '$1$NAME$$',
  '{}',
  '[[',
  '9'.repeat(400),
  '1e999',
  '-0',
  'NaN',
  '2026-02-30T25:61:00Z',
  '2026-11-22T16:00:00.000Z',
  '+275760-09-13T00:00:00.001Z',
  'Europe/Nowhere',
  'Etc/GMT+14',
  'a#2#3#999999999999999999999',
  // Ids, as good as any.
  'constructor',
  'toString',
  '../..',
] as const

export const ODD_NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  1e308,
  -1e308,
  5e-324,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  2 ** 31,
  2 ** 53,
  -(2 ** 53) - 2,
  946_684_800_000,
  7_258_118_400_000,
  8_640_000_000_000_001,
  // Largest that are taken somewhere.
  52,
  999,
  1439,
  5_256_000,
  1_000_000_000,
] as const

/** Where it is not seldom. */
const LEVELS = 300
export const MANY_LEVELS = 100_000
export const LONG_TEXT = 100_000
export const MANY_ENTRIES = 10_000

/** @returns lists in lists */
export function nested(isSeldom: boolean): unknown {
  let value: unknown = []
  for (let level = 1; level < (isSeldom ? MANY_LEVELS : LEVELS); level++) value = level % 2 ? [value] : { a: value }
  return value
}
