/**
 * Runs inside the browser: holds `utils/time/zone.ts` against native `Temporal`, zone by zone, in both directions; and
 * quiet hours, around each change of the clock.
 */
import { quietHoursEnd } from '../../utils/plan/quiet-hours.ts'
import type { QuietHours } from '../../utils/record/record.ts'
import { instantOf, isInGap, offsetMinutesAt, type WallTime, wallTimeAt } from '../../utils/time/zone.ts'
import { type NativeZonedDateTime, nativeTemporal } from './temporal.ts'

export interface Mismatch {
  timeZone: string
  asked: string
  ours: string
  native: string
}

export interface Comparison {
  zones: number
  transitions: number
  comparisons: number
  mismatches: number
  /** at most ten of them, in full */
  examples: Mismatch[]
}

/** Plain JSON: it travels from Node into the page. */
export interface ComparisonRequest {
  zones: string[]
  /** around every offset change between these instants, epoch ms */
  transitionsFrom: number
  transitionsUntil: number
  /** and at this many instants for each zone between those, epoch ms */
  randomInstants: number
  randomFrom: number
  randomUntil: number
  seed: number
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const EXAMPLES = 10

/** How far from an offset change is looked, to both sides, in ms. */
const INSTANTS_AROUND = [1, SECOND, MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, DAY]

/** The same for wall times, which know whole seconds; a quarter of an hour lies inside every gap and overlap. */
const WALL_TIMES_AROUND = [SECOND, MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 12 * HOUR, DAY]

/** How long before a change quiet hours are asked for, in ms. */
const QUIET_BEFORE = [20 * MINUTE, 3 * HOUR, 9 * HOUR]

/** A usual night; one that ends, one that begins when most clocks are changed; and nearly a whole day. */
const QUIET_HOURS: readonly QuietHours[] = [
  { from: 22 * 60, to: 8 * 60 },
  { from: 22 * 60, to: 2 * 60 + 20 },
  { from: 60 + 40, to: 8 * 60 },
  { from: 3 * 60, to: 2 * 60 + 20 },
]

/** All zones that the browser names, and UTC. */
export function allZones(): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])]
}

/** The zone that the browser itself lives in, so that Node sees whether its TZ got there. */
export function hostZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Compares every zone of the request. */
export function compare(request: ComparisonRequest): Comparison {
  const sum: Comparison = { zones: 0, transitions: 0, comparisons: 0, mismatches: 0, examples: [] }
  for (const timeZone of request.zones) compareZone(timeZone, request, sum)
  return sum
}

function compareZone(timeZone: string, request: ComparisonRequest, sum: Comparison): void {
  sum.zones += 1
  for (const change of transitions(timeZone, request.transitionsFrom, request.transitionsUntil)) {
    sum.transitions += 1
    for (const instant of around(change, INSTANTS_AROUND)) compareInstant(timeZone, instant, sum)
    for (const before of QUIET_BEFORE) compareQuietHours(timeZone, change - before, sum)
    // The change as the clock shows it before and after: between the two lies the gap or the overlap.
    for (const side of [change - 1, change]) {
      const shown = change + offsetOf(zoned(side, timeZone))
      for (const utc of around(shown, WALL_TIMES_AROUND)) compareWallTime(timeZone, fieldsInUtc(utc), sum)
    }
  }
  const random = generator(`${request.seed} ${timeZone}`)
  for (let count = 0; count < request.randomInstants; count++) {
    const instant = Math.floor(request.randomFrom + random() * (request.randomUntil - request.randomFrom))
    compareInstant(timeZone, instant, sum)
    compareWallTime(timeZone, fieldsOf(zoned(instant, timeZone)), sum)
  }
}

function compareInstant(timeZone: string, instant: number, sum: Comparison): void {
  const native = zoned(instant, timeZone)
  const asked = `at ${instant} (${new Date(instant).toISOString()})`
  check(sum, timeZone, `wall time ${asked}`, textOf(wallTimeAt(instant, timeZone)), textOf(fieldsOf(native)))
  check(sum, timeZone, `offset ${asked}`, offsetMinutesAt(instant, timeZone) * MINUTE, offsetOf(native))
}

function compareWallTime(timeZone: string, wallTime: WallTime, sum: Comparison): void {
  const native = nativeTemporal().ZonedDateTime.from({ ...wallTime, timeZone }, { disambiguation: 'compatible' })
  const asked = textOf(wallTime)
  check(sum, timeZone, `instant of ${asked}`, instantOf(wallTime, timeZone), native.epochMilliseconds)
  check(sum, timeZone, `gap at ${asked}`, isInGap(wallTime, timeZone), textOf(fieldsOf(native)) !== asked)
}

/** They end at the first instant at which the wall is not quiet: none that is looked at in between may be. */
function compareQuietHours(timeZone: string, instant: number, sum: Comparison): void {
  const isQuiet = (at: number, { from, to }: QuietHours) => {
    const { hour, minute } = zoned(at, timeZone)
    const shown = hour * 60 + minute
    return from < to ? shown >= from && shown < to : shown >= from || shown < to
  }
  for (const quiet of QUIET_HOURS) {
    const end = quietHoursEnd(instant, quiet, timeZone)
    const asked = `quiet hours ${quiet.from}–${quiet.to} at ${instant} (${new Date(instant).toISOString()})`
    const between = end > instant ? [end - 1] : []
    for (let at = instant; at < end; at += 30 * MINUTE) between.push(at)
    check(sum, timeZone, `end of ${asked}`, end, between.find((at) => !isQuiet(at, quiet)) ?? end)
    check(sum, timeZone, `still at the end of ${asked}`, false, isQuiet(end, quiet))
  }
}

function check(
  sum: Comparison,
  timeZone: string,
  asked: string,
  ours: string | number | boolean,
  native: string | number | boolean,
): void {
  sum.comparisons += 1
  // A fraction of a minute, times 60,000, may miss the whole millisecond by a rounding error.
  const same =
    typeof ours === 'number' && typeof native === 'number' ? Math.abs(ours - native) < 0.001 : ours === native
  if (same) return
  sum.mismatches += 1
  if (sum.examples.length < EXAMPLES) {
    sum.examples.push({ timeZone, asked, ours: String(ours), native: String(native) })
  }
}

function* transitions(timeZone: string, from: number, until: number): Generator<number> {
  let next = zoned(from, timeZone).getTimeZoneTransition('next')
  while (next && next.epochMilliseconds < until) {
    yield next.epochMilliseconds
    next = next.getTimeZoneTransition('next')
  }
}

function around(center: number, distances: readonly number[]): number[] {
  return [center, ...distances.flatMap((distance) => [center - distance, center + distance])]
}

function zoned(instant: number, timeZone: string): NativeZonedDateTime {
  return nativeTemporal().Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
}

/** Milliseconds that the zone is ahead of UTC, as `Temporal` says. */
function offsetOf(native: NativeZonedDateTime): number {
  return native.offsetNanoseconds / 1_000_000
}

/** Through `Temporal` as well: nothing of the tested code helps to make the question. */
function fieldsInUtc(utc: number): WallTime {
  return fieldsOf(zoned(utc, 'UTC'))
}

function fieldsOf({ year, month, day, hour, minute, second }: NativeZonedDateTime): WallTime {
  return { year, month, day, hour, minute, second }
}

function textOf({ year, month, day, hour, minute, second }: WallTime): string {
  return `${year}-${month}-${day} ${hour}:${minute}:${second}`
}

/** Mulberry32: numbers from 0 to 1, the same for the same text. */
function generator(text: string): () => number {
  let state = 0
  for (const letter of text) state = (Math.imul(state, 31) + (letter.codePointAt(0) ?? 0)) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
