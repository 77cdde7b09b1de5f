import { itemsIn } from './pack.ts'

/**
 * Tells whether the items in `storage.sync` are those that were there, without reading them: FNV-1a, 32 bits, and how many
 * characters. Not against anybody; should two ever be alike, the next change of either device is seen.
 *
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 * @param stored keys and values of `storage.sync`; those of others make no difference
 * @example fingerprintOf({}) // '2-741638a5'
 */
export function fingerprintOf(stored: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify([...itemsIn(stored)].sort(([a], [b]) => (a < b ? -1 : 1)))
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return `${text.length}-${(hash >>> 0).toString(16)}`
}
