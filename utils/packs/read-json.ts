/**
 * JSON with places: what a text holds, and the line and column at which a part of it stands.
 *
 * `JSON.parse` reads; it tells no place in a way that every browser shares. So `jsonc-parser` goes through the text
 * again, but only where something has to be shown to the commander.
 *
 * @module
 */

import { type JSONVisitor, type Node, parseTree, visit } from 'jsonc-parser'
import type { PackProblem, Path } from './problem.ts'

/** 1-based, in UTF-16 units as editors count. */
interface Place {
  readonly line: number
  readonly column: number
}

export interface Json {
  readonly ok: true
  readonly value: unknown
  /** Where a part stands; one that is absent stands at its nearest parent. Of a key that stands twice the last counts. */
  placeOf(path: Path): Place
  /** As `placeOf` of keys alone, quick also in a large text: of a key that stands twice the first counts. */
  placeOfKey(path: readonly string[]): Place
  /** The first key that stands twice in one object: its path, or undefined. `JSON.parse` drops the first in silence. */
  repeatedKey(): Path | undefined
}

const SIGNS = {
  lineFeed: 10,
  carriageReturn: 13,
  quote: 34,
  openList: 91,
  backslash: 92,
  closeList: 93,
  openObject: 123,
  closeObject: 125,
} as const

export type ReadJson = Json | { readonly ok: false; readonly problem: PackProblem }

/** Text that is read at most, in MB: a million bytes, counted as characters. */
export const MOST_MEGABYTES = 5
/** Levels of lists and objects. Known formats need fewer than ten; the tree is walked by recursion. */
const MOST_LEVELS = 100
const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false } as const

/**
 * Reads strict JSON. A byte order mark at its start is passed over.
 *
 * @param mostMegabytes what is longer is not read
 * @example
 * const json = readJson('{ "a": [1, 2] }')
 * if (json.ok) json.placeOf(['a', 1]) // { line: 1, column: 12 }
 */
export function readJson(text: string, mostMegabytes = MOST_MEGABYTES): ReadJson {
  if (text.length > mostMegabytes * 1_000_000) return failed('too-large', { line: 1, column: 1 }, [mostMegabytes])
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  const deepest = tooDeepAt(json)
  if (deepest !== undefined) return failed('too-deep', placeIn(json, deepest), [MOST_LEVELS])
  try {
    return {
      ok: true,
      value: JSON.parse(json),
      placeOf: placeFinder(json),
      placeOfKey: (path) => keyIn(json, path),
      repeatedKey: () => repeatedKeyIn(json),
    }
  } catch {
    return failed('not-json', placeIn(json, firstErrorIn(json)), [])
  }
}

function failed(rule: PackProblem['rule'], place: Place, values: PackProblem['values']): ReadJson {
  return { ok: false, problem: { ...place, path: '', rule, values } }
}

/** @returns the offset of the bracket that goes one level too deep */
function tooDeepAt(text: string): number | undefined {
  let level = 0
  let inString = false
  // By code: of a text of 20 MB a string for each sign would take half a second.
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (inString) {
      if (sign === SIGNS.backslash) at++
      // A string ends with its line even where it was left open: the parser takes it so too.
      else if (sign === SIGNS.quote || sign === SIGNS.lineFeed || sign === SIGNS.carriageReturn) inString = false
    } else if (sign === SIGNS.quote) inString = true
    else if (sign === SIGNS.openList || sign === SIGNS.openObject) {
      level++
      if (level > MOST_LEVELS) return at
    } else if (sign === SIGNS.closeList || sign === SIGNS.closeObject) level--
  }
  return undefined
}

/** @returns the offset of the first error; 0 where only `JSON.parse` finds one */
function firstErrorIn(text: string): number {
  let first: number | undefined
  visitUntil(text, (stop) => ({
    onError: (_, offset) => {
      first = offset
      // The rest of a broken text is of no interest.
      stop()
    },
  }))
  return first ?? 0
}

function keyIn(text: string, path: readonly string[]): Place {
  let place: Place = { line: 1, column: 1 }
  if (path.length === 0) return place
  let found = 0
  visitUntil(text, (stop) => ({
    onObjectProperty: (key, _offset, _length, line, character, pathOf) => {
      if (key !== path[found] || pathOf().join('\n') !== path.slice(0, found).join('\n')) return
      place = { line: line + 1, column: character + 1 }
      found++
      if (found === path.length) stop()
    },
  }))
  return place
}

/** As `visit`, which there is no other way to leave. */
function visitUntil(text: string, visitor: (stop: () => never) => JSONVisitor): void {
  const end = new Error('left')
  const stop = () => {
    throw end
  }
  try {
    visit(text, visitor(stop), STRICT)
  } catch (error) {
    if (error !== end) throw error
  }
}

function repeatedKeyIn(text: string): Path | undefined {
  const objects: Set<string>[] = []
  let found: Path | undefined
  visit(
    text,
    {
      onObjectBegin: () => {
        objects.push(new Set())
      },
      onObjectProperty: (key, _offset, _length, _line, _character, pathOf) => {
        const keys = objects.at(-1)
        if (!found && keys?.has(key)) found = [...pathOf(), key]
        keys?.add(key)
      },
      onObjectEnd: () => {
        objects.pop()
      },
    },
    STRICT,
  )
  return found
}

function placeFinder(text: string): Json['placeOf'] {
  let tree: Node | undefined
  let placeAt: ((offset: number) => Place) | undefined
  return (path) => {
    tree ??= parseTree(text, [], STRICT)
    placeAt ??= placesIn(text)
    let node = tree
    for (const step of path) {
      const next = node && childOf(node, step)
      if (!next) break
      node = next
    }
    return placeAt(node?.offset ?? 0)
  }
}

function childOf(node: Node, step: string | number): Node | undefined {
  if (node.type === 'array') return typeof step === 'number' ? node.children?.[step] : undefined
  if (node.type !== 'object') return undefined
  return node.children?.findLast(({ children }) => children?.[0]?.value === step)?.children?.[1]
}

/** One place: `placesIn` remembers every line, of which a hostile text has millions. */
function placeIn(text: string, offset: number): Place {
  let line = 1
  let lineStart = 0
  for (let at = 0; at < offset; at++) {
    const sign = text.charCodeAt(at)
    if (sign === SIGNS.lineFeed || (sign === SIGNS.carriageReturn && text.charCodeAt(at + 1) !== SIGNS.lineFeed)) {
      line++
      lineStart = at + 1
    }
  }
  return { line, column: offset - lineStart + 1 }
}

function placesIn(text: string): (offset: number) => Place {
  const lineStarts = [0]
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lineStarts.push(at + 1)
  }
  return (offset) => {
    let line = 0
    for (let next = lineStarts.length; next - line > 1; ) {
      const middle = (line + next) >> 1
      if ((lineStarts[middle] ?? 0) <= offset) line = middle
      else next = middle
    }
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 }
  }
}
