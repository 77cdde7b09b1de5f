/**
 * Time zones by what people type for them.
 *
 * @module
 */

import { isTimeZone } from '../../utils/time/zone.ts'
import { zoneNameOf } from '../../utils/time/zone-name.ts'

interface Entry {
  readonly zone: string
  readonly city: string
  readonly words: string
}

let entries: readonly Entry[] | undefined

/** The zones that this browser lists, and UTC, which not every browser does. By name. */
function allZones(): readonly Entry[] {
  entries ??= [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort().map((zone) => {
    const city = plain(zoneNameOf(zone))
    return { zone, city, words: ` ${plain(zone)} ${city}` }
  })
  return entries
}

/**
 * @param query words in any order; case, accents, underscores and slashes do not matter
 * @returns names, those whose city starts with the query first; a name that only the query knows before all
 * @example findZones('new york')[0] // 'America/New_York'
 */
export function findZones(query: string): readonly string[] {
  const wanted = plain(query)
  const words = wanted.split(' ').filter(Boolean)
  const found = allZones().filter((entry) => words.every((word) => entry.words.includes(` ${word}`)))
  const first = found.filter((entry) => words.length > 0 && entry.city.startsWith(wanted))
  const names = [...first, ...found.filter((entry) => !first.includes(entry))].map((entry) => entry.zone)
  const named = exactZone(query)
  return named === undefined || names[0] === named ? names : [named, ...names.filter((name) => name !== named)]
}

/**
 * The zone that a text names: one of the list by its name or its city, or any other that this browser knows, such as
 * `Asia/Kolkata` where it lists `Asia/Calcutta`.
 */
export function exactZone(query: string): string | undefined {
  const wanted = plain(query)
  if (wanted === '') return undefined
  const listed =
    allZones().find((entry) => plain(entry.zone) === wanted) ?? allZones().find((entry) => entry.city === wanted)
  if (listed) return listed.zone
  const typed = query.trim().replaceAll(' ', '_')
  return isTimeZone(typed) ? typed : undefined
}

/** Lower case, no accents, and one space where a name has a slash, an underscore or a hyphen between letters. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[_/\s]+|(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim()
}
