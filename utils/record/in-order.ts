import { isObject } from './is-object.ts'

/** The same JSON with the keys of each object in the order of the alphabet, so that the same gives the same text. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isObject(value)) return value
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  // A key such as "__proto__" is one like any other here; to assign it would not make it one.
  return Object.fromEntries(fields.map(([key, field]) => [key, inOrder(field)]))
}
