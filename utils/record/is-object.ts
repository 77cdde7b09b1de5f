/** An object of JSON, of which nothing more is known. */
export type Json = Readonly<Record<string, unknown>>

/** Whether something unknown is an object, and neither a list nor null. */
export function isObject(raw: unknown): raw is Json {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}
