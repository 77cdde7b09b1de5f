/**
 * A Valibot schema as something to walk along, part by part.
 *
 * @module
 */

import type * as v from 'valibot'

/** A schema, as far as it is walked. */
export interface Shape extends v.GenericSchema {
  /** Of what may be absent. */
  readonly wrapped?: Shape
  /** Of a list. */
  readonly item?: Shape
  /** Of an object. */
  readonly entries?: { readonly [key: string]: Shape }
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[]
}

/** @returns the schema without the wrapper that lets it be absent */
export function unwrapped(shape: Shape): Shape {
  return shape.wrapped ? unwrapped(shape.wrapped) : shape
}

/** @returns the requirement of an action such as `max_length`; undefined where the schema has none */
export function requirementOf(shape: Shape, type: string): number | undefined {
  const requirement = shape.pipe?.find((action) => action.type === type)?.requirement
  return typeof requirement === 'number' ? requirement : undefined
}

/** The value with the fields that the schema names, in its order; absent ones stay absent. */
export function inOrder(shape: Shape, value: unknown): unknown {
  const { item, entries } = unwrapped(shape)
  if (item && Array.isArray(value)) return value.map((part) => inOrder(item, part))
  if (!entries || !isFields(value)) return value
  return Object.fromEntries(
    Object.entries(entries)
      .filter(([key]) => value[key] !== undefined)
      .map(([key, entry]) => [key, inOrder(entry, value[key])]),
  )
}

/** Whether it is an object with fields: no list, not null. */
export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
