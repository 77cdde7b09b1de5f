/**
 * Ids made of names, for what has none yet. Chance comes from outside: it keeps two events, or two related events of one
 * name, apart.
 *
 * @module
 */

/** Characters of a name in an id: with what stands beside them a pack takes it. */
const NAME_LENGTH = 50

/**
 * A name as a part of an id: small letters, digits and hyphens; empty where it has none of them.
 *
 * @example slugOf('Miles O’Brien – SMS') // 'miles-o-brien-sms'
 */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, NAME_LENGTH)
    .replace(/^-|-$/g, '')
}

/** Characters that a pack takes for the id of a region. */
const REGION_LENGTH = 40

/**
 * The id of a region. Equal names have it in common in every event, so that a commander tells once where they play; a
 * name with letters that an id may not have is written by its code points, or all such names would be one.
 *
 * @returns empty where there is no name
 * @example regionIdOf('EU') // 'eu'
 * @example regionIdOf('Азия') // 'r-430-437-438-44f'
 */
export function regionIdOf(name: string): string {
  const plain = name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
  const slug = slugOf(name)
  const isWhole = slug.replaceAll('-', '') === plain.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '')
  if (plain === '' || (isWhole && slug !== '' && slug.length <= REGION_LENGTH)) return slug
  const points = ['r', ...plain].map((sign, index) => (index === 0 ? sign : (sign.codePointAt(0) ?? 0).toString(16)))
  const id = points.join('-')
  // Of a name that is too long the beginning, and a number made of all of it.
  return id.length <= REGION_LENGTH ? id : `${id.slice(0, REGION_LENGTH - 8)}-${hashOf(plain)}`
}

/** FNV-1a over the UTF-16 units of a text, in at most seven digits and letters. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(36)
}

/**
 * An id that nothing else has.
 *
 * @param kind stands for a name of which nothing is left
 * @param chance letters and digits that are random, such as a UUID
 * @example idOf('Hidden Motivations', 'day', '1a2b3c4d-…') // 'hidden-motivations-1a2b3c4d'
 */
export function idOf(name: string, kind: string, chance: string): string {
  return `${slugOf(name) || kind}-${chance.replace(/[^a-z0-9]/gi, '').slice(0, 8)}`
}
