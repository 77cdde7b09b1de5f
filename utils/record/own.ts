/**
 * What stands under an id itself: an id such as "constructor" may be that of a run, and is a key of every object.
 *
 * @example own({}, 'constructor') // undefined
 */
export function own<T>(entries: { readonly [id: string]: T }, id: string): T | undefined {
  return Object.hasOwn(entries, id) ? entries[id] : undefined
}
