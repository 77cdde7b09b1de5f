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
