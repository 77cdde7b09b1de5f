/** So many texts are remembered. */
const KEPT = 2000
/** Undefined: it was read once. */
const values = new Map<string, unknown>()

/**
 * What a JSON text says. Much is read again and again, by lives that know nothing of each other: from the second time on
 * all get one value, which nobody can change; who tries is told so.
 */
export function parsed(text: string): unknown {
  const known = values.get(text)
  if (known !== undefined) return known
  const value: unknown = JSON.parse(text)
  const isAgain = values.has(text)
  if (isAgain) freeze(value)
  if (values.size >= KEPT) values.clear()
  values.set(text, isAgain ? value : undefined)
  return value
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const inner of Object.values(value)) freeze(inner)
  Object.freeze(value)
}
