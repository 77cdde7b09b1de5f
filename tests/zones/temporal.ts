/** What the comparison uses of the browser's native `Temporal`, which this TypeScript's libraries do not describe. */

export interface NativeZonedDateTime {
  readonly epochMilliseconds: number
  readonly offsetNanoseconds: number
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  getTimeZoneTransition(direction: 'next' | 'previous'): NativeZonedDateTime | null
}

interface NativeTemporal {
  Instant: { fromEpochMilliseconds(instant: number): { toZonedDateTimeISO(timeZone: string): NativeZonedDateTime } }
  ZonedDateTime: {
    from(
      fields: Pick<NativeZonedDateTime, 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'> & { timeZone: string },
      options: { disambiguation: 'compatible' },
    ): NativeZonedDateTime
  }
}

/**
 * The runtime's own `Temporal`.
 *
 * @throws Error where there is none: a comparison with nothing must not pass
 */
export function nativeTemporal(): NativeTemporal {
  const { Temporal } = globalThis as { Temporal?: NativeTemporal }
  if (!Temporal) throw new Error('This browser has no native Temporal to compare with.')
  return Temporal
}
