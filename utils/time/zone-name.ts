/** The short name of a time zone for people: its city, or its distance from UTC. */

/**
 * Chromium still lists these zones under the city's former name
 * (https://github.com/tc39/proposal-canonical-tz tells why).
 */
const TODAYS_NAME: Readonly<Record<string, string>> = {
  'America/Godthab': 'Nuuk',
  'Asia/Calcutta': 'Kolkata',
  'Asia/Katmandu': 'Kathmandu',
  'Asia/Rangoon': 'Yangon',
  'Asia/Saigon': 'Ho Chi Minh',
  'Atlantic/Faeroe': 'Faroe',
  'Europe/Kiev': 'Kyiv',
}

/**
 * A zone's name without its continent. The sign of `Etc/GMT+5`, which lies west of Greenwich, is turned the way
 * people read it.
 *
 * @param timeZone an IANA name or an offset
 * @example zoneNameOf('America/Argentina/Buenos_Aires') // 'Buenos Aires'
 * @example zoneNameOf('Etc/GMT+5') // 'UTC-5'
 */
export function zoneNameOf(timeZone: string): string {
  const today = Object.hasOwn(TODAYS_NAME, timeZone) ? TODAYS_NAME[timeZone] : undefined
  if (today !== undefined) return today
  if (/^[+-]\d/.test(timeZone)) return `UTC${timeZone}`
  const fixed = /^Etc\/GMT([+-])(\d+)$/.exec(timeZone)
  if (fixed) return fixed[2] === '0' ? 'UTC' : `UTC${fixed[1] === '+' ? '-' : '+'}${fixed[2]}`
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}
