/**
 * Raises what an older version of the extension wrote to the shape that this one reads. It comes before the schemas, so
 * it takes anything and judges nothing: what is no record stays as it is, for the schemas to name.
 *
 * @module
 */

import { isObject, type Json } from './is-object.ts'

/** By the version that it raises: what makes it the next one. */
const STEPS: Readonly<Record<number, (record: Json) => Json>> = { 1: toVersion2, 2: toVersion3 }

/**
 * @param raw anything
 * @returns a record of the newest version where `raw` is one of an older version; else `raw` itself
 * @example migrate({ version: 1, commanders: {}, … }) // { version: 3, commanders: {}, … }
 */
export function migrate(raw: unknown): unknown {
  let record = raw
  while (isObject(record) && typeof record.version === 'number' && Object.hasOwn(STEPS, record.version)) {
    record = STEPS[record.version]?.(record)
  }
  return record
}

/** Commanders have a region and can be put away. A default may change one day; what an older version meant does not. */
function toVersion2(record: Json): Json {
  const { commanders } = record
  if (!isObject(commanders)) return { ...record, version: 2 }
  const raised = Object.entries(commanders).map(([id, entry]) => {
    const isTold = isObject(entry) && isObject(entry.value) && !('deleted' in entry.value)
    return [id, isTold ? { ...entry, value: { region: '', archived: false, ...(entry.value as Json) } } : entry]
  })
  return { ...record, version: 2, commanders: Object.fromEntries(raised) }
}

/** What was removed may say what was known of it. Before, nothing was known of other devices. */
function toVersion3(record: Json): Json {
  return { ...record, version: 3 }
}
