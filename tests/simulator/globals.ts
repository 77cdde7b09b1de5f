/**
 * Clock and zone of the computer, as the code under test asks for them.
 *
 * @module
 */

/** Making a formatter is slow, and each life of a worker makes its own; and they are asked the same again and again. */
const formatters = new Map<string, Intl.DateTimeFormat>()
/** So many answers are kept. */
const KEPT = 20_000

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

/** `Intl`, of which only the zone of this computer differs, and what is slow to make is made once. */
export function simulatedIntl(zone: () => string): typeof Intl {
  function DateTimeFormat(locale?: string, options: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat {
    const complete = { ...options, timeZone: options.timeZone ?? zone() }
    const key = JSON.stringify([locale, complete])
    const known = formatters.get(key) ?? remembering(new Intl.DateTimeFormat(locale, complete))
    formatters.set(key, known)
    return known
  }
  return Object.create(Intl, {
    DateTimeFormat: { value: DateTimeFormat },
    PluralRules: { value: PluralRules },
  }) as typeof Intl
}

const pluralRules = new Map<string, Intl.PluralRules>()

function PluralRules(locale: string): Intl.PluralRules {
  const known = pluralRules.get(locale) ?? new Intl.PluralRules(locale)
  pluralRules.set(locale, known)
  return known
}

/** The same formatter, which gives an answer that it gave before without working it out again. */
function remembering(formatter: Intl.DateTimeFormat): Intl.DateTimeFormat {
  return Object.create(formatter, {
    format: { value: remembered((instant) => formatter.format(instant)) },
    formatToParts: { value: remembered((instant) => formatter.formatToParts(instant)) },
    resolvedOptions: { value: () => formatter.resolvedOptions() },
  })
}

/** The same function, which remembers its answers. */
export function remembered<T>(answer: (instant: number) => T): (instant: number) => T {
  const answers = new Map<number, T>()
  return (instant) => {
    const known = answers.get(instant)
    if (known !== undefined) return known
    if (answers.size >= KEPT) answers.clear()
    const found = answer(instant)
    answers.set(instant, found)
    return found
  }
}
