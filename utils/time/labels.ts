/**
 * Dates and hours in words, worked out ahead and stored as plain JSON.
 *
 * The first use of `Intl` takes a page longer than all its drawing. So the background writes labels beside the record,
 * and a page that finds them fit (`labels-fit.ts`) draws at once.
 */
import { instantOf, offsetMinutesAt, wallTimeAt } from './zone.ts'
import { zoneNameOf } from './zone-name.ts'

/** One instant in words, in the labels' zone and locale. */
export interface InstantLabel {
  /** `Mon` */
  weekday: string
  /** `13 Nov`, or `13 Nov 2023` in another year than the one the labels were made in */
  date: string
  /** `16:00`, or `4:00 PM` where the locale has 12 hours */
  time: string
  /** the zone's short name at that instant: `GMT`, `BST`, `GMT+5:30` */
  zone: string
  /** minutes that the zone is ahead of UTC at that instant */
  offset: number
}

/** Plain JSON: it may be stored. */
export interface Labels {
  locale: string
  timeZone: string
  /** the zone's city: `London` */
  zoneName: string
  /** from here (epoch ms, included) until `freshUntil` (excluded) the year is the one that dates leave out */
  freshFrom: number
  freshUntil: number
  /** by the instant in epoch ms */
  byInstant: Record<string, InstantLabel>
}

/** What labels are made for. */
export interface LabelRequest {
  /** epoch ms, in any order */
  instants: readonly number[]
  /** an IANA name or an offset */
  timeZone: string
  /** a BCP 47 tag; also sets the 12 or 24 hour habit */
  locale: string
  /** epoch ms; dates of its year are written without a year */
  now: number
}

/**
 * Puts instants into words. Uses `Intl`: not on the way to a first paint.
 *
 * @throws RangeError for an unknown zone, a malformed locale or an instant beyond what `Date` can hold
 * @example
 * labelsFor({ instants: [t], timeZone: 'Europe/London', locale: 'en-GB', now }).byInstant[t]
 * // { weekday: 'Mon', date: '13 Nov', time: '16:00', zone: 'GMT', offset: 0 }
 */
export function labelsFor({ instants, timeZone, locale, now }: LabelRequest): Labels {
  const { year } = wallTimeAt(now, timeZone)
  const byInstant: Record<string, InstantLabel> = {}
  for (const instant of instants) {
    const sameYear = wallTimeAt(instant, timeZone).year === year
    byInstant[instant] = {
      weekday: format('weekday', instant, timeZone, locale),
      date: format(sameYear ? 'date' : 'dateWithYear', instant, timeZone, locale),
      time: format('time', instant, timeZone, locale),
      zone: zoneAbbreviation(instant, timeZone, locale),
      offset: offsetMinutesAt(instant, timeZone),
    }
  }
  return {
    locale,
    timeZone,
    zoneName: zoneNameOf(timeZone),
    freshFrom: instantOf({ ...NEW_YEAR, year }, timeZone),
    freshUntil: instantOf({ ...NEW_YEAR, year: year + 1 }, timeZone),
    byInstant,
  }
}

/**
 * A zone's time, for a list of zones: `16:00`, or `4:00 PM`.
 *
 * @throws RangeError as `labelsFor`
 */
export function zoneTimeNow(instant: number, timeZone: string, locale: string): string {
  return format('time', instant, timeZone, locale)
}

const NEW_YEAR = { month: 1, day: 1, hour: 0, minute: 0, second: 0 }

const STYLES = {
  weekday: { weekday: 'short' },
  date: { day: 'numeric', month: 'short' },
  dateWithYear: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { timeStyle: 'short' },
  zone: { hour: 'numeric', timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** Making a formatter costs fifty times as much as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(style: keyof typeof STYLES, timeZone: string, locale: string): Intl.DateTimeFormat {
  const key = `${style} ${timeZone} ${locale}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone })
    formatters.set(key, formatter)
  }
  return formatter
}

function format(style: keyof typeof STYLES, instant: number, timeZone: string, locale: string): string {
  return formatterFor(style, timeZone, locale).format(instant)
}

function zoneAbbreviation(instant: number, timeZone: string, locale: string): string {
  const parts = formatterFor('zone', timeZone, locale).formatToParts(instant)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}
