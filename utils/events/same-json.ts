/** Whether two values are the same JSON: the order of keys does not count, nor do fields that are undefined. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const one = definedFields(a)
  const other = definedFields(b)
  return one.size === other.size && [...one].every(([key, value]) => other.has(key) && sameJson(value, other.get(key)))
}

function definedFields(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).filter(([, field]) => field !== undefined))
}
