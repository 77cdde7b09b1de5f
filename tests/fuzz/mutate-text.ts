/**
 * Makes a wrong text of a right one, as a file becomes wrong: cut, damaged, saved in another encoding, or made to hurt.
 *
 * @module
 */

import type { Random } from '../simulator/random.ts'
import { below, oneOf, perhaps } from './chance.ts'
import { mutateValue } from './mutate-value.ts'
import { MANY_LEVELS, ODD_KEYS, ODD_TEXTS, SELDOM } from './odd.ts'

/** Changes at most. */
const MOST = 3
/** Characters that a text is made to exceed, seldom: more than any door reads. */
const HUGE = 5_100_000

/** @param others of which parts may come in */
export function mutateText(seed: string, others: readonly string[], random: Random): string {
  if (perhaps(random, 0.5)) {
    const value = mutatedJson(seed, others, random)
    if (value !== undefined && perhaps(random, 0.7)) return value
    return textChanged(value ?? seed, others, random)
  }
  return textChanged(seed, others, random)
}

/**
 * Bytes of a text that was damaged: in one of several encodings, with bytes changed.
 *
 * @param others as `mutateText`
 */
export function mutateBytes(seed: string, others: readonly string[], random: Random): Uint8Array {
  const bytes = encoded(mutateText(seed, others, random), random)
  return perhaps(random, 0.6) ? bytes : damaged(bytes, random)
}

/** The same bytes, cut or with some of them changed. */
export function damaged(whole: Uint8Array, random: Random): Uint8Array {
  const bytes = whole.slice()
  const from = below(random, bytes.length + 1)
  switch (below(random, 3)) {
    case 0:
      return bytes.slice(0, from)
    case 1:
      return bytes.fill(oneOf(random, [0, 0xff]), from, from + below(random, bytes.length))
    default:
      for (let left = 1 + below(random, 8); left > 0; left--) bytes[below(random, bytes.length)] = below(random, 256)
      return bytes
  }
}

/** @returns undefined where the text is no JSON, or the value cannot be written */
function mutatedJson(seed: string, others: readonly string[], random: Random): string | undefined {
  try {
    const values = others.map((other) => JSON.parse(other) as unknown)
    return JSON.stringify(mutateValue(JSON.parse(seed), values, random), null, below(random, 3))
  } catch {
    return undefined
  }
}

function textChanged(seed: string, others: readonly string[], random: Random): string {
  let text = seed
  for (let left = 1 + below(random, MOST); left > 0; left--) text = oneOf(random, CHANGES)(text, random, others)
  return text
}

const CHANGES: readonly ((text: string, random: Random, others: readonly string[]) => string)[] = [
  (text, random) => replaced(text, below(random, text.length), 1, String.fromCharCode(below(random, 256))),
  (text, random) => replaced(text, below(random, text.length), 1, String.fromCharCode(below(random, 0x10000))),
  (text, random) => replaced(text, below(random, text.length), 0, oneOf(random, ODD_TEXTS)),
  (text, random) => replaced(text, below(random, text.length), 1, oneOf(random, ['{', '}', '[', ']', '"', ',', ':'])),
  (text, random) => text.slice(0, below(random, text.length)),
  (text, random) => text.slice(below(random, text.length)),
  (text, random) => replaced(text, below(random, text.length), below(random, 200), ''),
  doubled,
  spliced,
  (text, random) => `${oneOf(random, ['\uFEFF', '\uFEFF\uFEFF', '\u0000', ")]}',\n", '// x\n'])}${text}`,
  (text) => [...text].join('\0'),
  numberChanged,
  deepened,
  keyRepeated,
  keyChanged,
  (text, random) => text.replaceAll('\n', oneOf(random, ['\r', '\r\n', '', '\u2028'])),
  (text, random) => (perhaps(random, SELDOM) ? text.padEnd(HUGE, oneOf(random, [' ', '[', 'x', `${text},`])) : text),
]

function replaced(text: string, at: number, count: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + count)
}

function doubled(text: string, random: Random): string {
  const from = below(random, text.length)
  const part = text.slice(from, from + below(random, text.length))
  return replaced(text, from, 0, part)
}

function spliced(text: string, random: Random, others: readonly string[]): string {
  const other = oneOf(random, others) ?? ''
  return text.slice(0, below(random, text.length)) + other.slice(below(random, other.length))
}

function numberChanged(text: string, random: Random): string {
  const odd = oneOf(random, ['1e999', '-1e999', '1e308', '9'.repeat(400), '-0', '00', '.5', 'NaN', '0x1F', '1e-400'])
  return atMatch(text, /-?\d+(?:\.\d+)?/g, random, () => odd)
}

function deepened(text: string, random: Random): string {
  const levels = perhaps(random, SELDOM * 5) ? MANY_LEVELS : 20 + below(random, 400)
  const [open, close] = oneOf(random, [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const)
  const end = perhaps(random, 0.5) ? close.repeat(levels) : ''
  return atMatch(text, /"[^"\n]{0,40}"(?!\s*:)|\d+/g, random, (value) => open.repeat(levels) + value + end)
}

function keyRepeated(text: string, random: Random): string {
  return atMatch(text, /"[^"\n]{0,40}"\s*:/g, random, (key) => `${key}${oneOf(random, ['null', '1', '{}'])},${key}`)
}

function keyChanged(text: string, random: Random): string {
  return atMatch(text, /"[^"\n]{0,40}"\s*:/g, random, () => `${JSON.stringify(oneOf(random, ODD_KEYS))}:`)
}

/** Changes one of the places that look so. */
function atMatch(text: string, pattern: RegExp, random: Random, change: (found: string) => string): string {
  const match = oneOf(random, [...text.matchAll(pattern)])
  return match ? replaced(text, match.index, match[0].length, change(match[0])) : text
}

function encoded(text: string, random: Random): Uint8Array {
  switch (below(random, 10)) {
    case 0:
      return utf16('\uFEFF', text, true)
    case 1:
      return utf16('\uFEFF', text, false)
    case 2:
      return utf16('', text, true)
    case 3:
      return new TextEncoder().encode(`\uFEFF${text}`)
    case 4:
      return new Uint8Array(Buffer.from(text, 'latin1'))
    default:
      return new TextEncoder().encode(text)
  }
}

function utf16(mark: string, text: string, isLittle: boolean): Uint8Array {
  const units = mark + text
  const bytes = new DataView(new ArrayBuffer(2 * units.length))
  for (let at = 0; at < units.length; at++) bytes.setUint16(2 * at, units.charCodeAt(at), isLittle)
  return new Uint8Array(bytes.buffer)
}
