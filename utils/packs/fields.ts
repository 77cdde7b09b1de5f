/**
 * The rules of single fields: what Valibot says of a value, in the words of `PackRule`.
 *
 * Lists and objects are walked here and not by Valibot. It would go to the end of a list of a million wrong entries,
 * which takes a minute, and of several unknown fields it names one.
 *
 * @module
 */

import * as v from 'valibot'
import { EVENT_LIMITS } from '../events/schema.ts'
import type { Finding } from './findings.ts'
import { kindOf, type Path, type ValueKind } from './problem.ts'
import { isFields, requirementOf, type Shape, unwrapped } from './shape.ts'

/**
 * What is wrong with the fields of a value, one after the other: who has enough of them stops.
 *
 * @param shape strict: a field that it does not name is wrong
 */
export function* fieldFindings(shape: Shape, value: unknown, path: Path = []): Generator<Finding, void> {
  const { item, entries } = unwrapped(shape)
  if (entries) {
    // Not left to Valibot, which takes a list for an object.
    if (isFields(value)) yield* fieldsFindings(entries, value, path)
    else yield { path, rule: 'type', values: ['object', kindOf(value)] }
  } else if (item && Array.isArray(value)) yield* listFindings(unwrapped(shape), item, value, path)
  else yield* valueFindings(unwrapped(shape), value, path)
}

function* fieldsFindings(
  entries: { readonly [key: string]: Shape },
  value: Readonly<Record<string, unknown>>,
  path: Path,
): Generator<Finding, void> {
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(entries, key)) yield { path: [...path, key], rule: 'unknown-key', values: [key] }
  }
  for (const [key, entry] of Object.entries(entries)) {
    if (value[key] !== undefined) yield* fieldFindings(entry, value[key], [...path, key])
    else if (!entry.wrapped) yield { path: [...path, key], rule: 'missing', values: [key] }
  }
}

function* listFindings(list: Shape, item: Shape, value: readonly unknown[], path: Path): Generator<Finding, void> {
  const most = requirementOf(list, 'max_length') ?? value.length
  if (value.length > most) {
    yield { path, rule: path.at(-1) === 'windows' ? 'too-many-windows' : 'list-long', values: [value.length, most] }
  }
  for (const [index, part] of value.slice(0, most).entries()) yield* fieldFindings(item, part, [...path, index])
}

function* valueFindings(shape: Shape, value: unknown, path: Path): Generator<Finding, void> {
  // A name of blanks cannot be seen.
  const blank = typeof value === 'string' && value.trim() === '' && requirementOf(shape, 'min_length') !== undefined
  if (blank) yield { path, rule: 'text-empty', values: [] }
  else {
    const { issues } = v.safeParse(shape, value, { abortPipeEarly: true })
    if (issues) yield { path, ...brokenRule(issues[0], shape, path) }
  }
}

type Broken = Pick<Finding, 'rule' | 'values'>

function brokenRule({ kind, type, input }: v.BaseIssue<unknown>, shape: Shape, path: Path): Broken {
  if (kind === 'schema') return kindRule(type, input)
  const key = path.at(-1)
  if (typeof input === 'string') {
    if (type === 'regex') return { rule: 'not-an-id', values: [input] }
    if (key === 'code') return { rule: 'code-long', values: [input, EVENT_LIMITS.code] }
    return { rule: 'text-long', values: [input.length, requirementOf(shape, 'max_length') ?? 0] }
  }
  const number = Number(input)
  if (type === 'integer') return { rule: 'number-whole', values: [number] }
  if (key === 'lasts' && path.at(-3) === 'windows' && number <= 0) {
    return { rule: 'window-no-end-order', values: [number] }
  }
  const bounds = [requirementOf(shape, 'min_value') ?? 0, requirementOf(shape, 'max_value') ?? 0]
  return { rule: key === 'repeatsEvery' ? 'repetition-range' : 'number-range', values: [number, ...bounds] }
}

const KINDS: Readonly<Record<string, ValueKind>> = {
  number: 'number',
  boolean: 'boolean',
  array: 'list',
}

function kindRule(type: string, input: unknown): Broken {
  // NaN, which an emptied field of a form gives.
  if (type === 'number' && typeof input === 'number') return { rule: 'number-whole', values: [input] }
  return { rule: 'type', values: [KINDS[type] ?? 'text', kindOf(input)] }
}
