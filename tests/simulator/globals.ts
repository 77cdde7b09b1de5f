/**
 * Clock and zone of the computer, as the code under test asks for them.
 *
 * @module
 */

/** Making a formatter is slow, and each life of a worker makes its own. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/** `Date`, of which only the present differs. */
export function simulatedDate(clock: () => number): DateConstructor {
  return class extends Date {
    constructor(...args: ConstructorParameters<typeof Date> | []) {
      if (args.length === 0) super(clock())
      else super(...(args as ConstructorParameters<typeof Date>))
    }
    static override now(): number {
      return clock()
    }
  } as DateConstructor
}

/** `Intl`, of which only the zone of this computer differs. */
export function simulatedIntl(zone: () => string): typeof Intl {
  function DateTimeFormat(locale?: string, options: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat {
    const complete = { timeZone: zone(), ...options }
    const key = JSON.stringify([locale, complete])
    const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, complete)
    formatters.set(key, known)
    return known
  }
  return Object.create(Intl, { DateTimeFormat: { value: DateTimeFormat } }) as typeof Intl
}
