import { isTimeZone, timeZoneOf } from '../../utils/time/zone.ts'

/** The commander's zone. */
export interface Zone {
  /** The zone in which everything is shown: never "system", and known to this browser. */
  readonly timeZone: string
  /** Same as this computer, because it was chosen so. */
  readonly isSystem: boolean
  /** A zone that was chosen elsewhere and that this browser does not know: it gives way to the computer's. */
  readonly unknown: string | undefined
}

/** @param setting an IANA name or "system" */
export function zoneOf(setting: string): Zone {
  const isSystem = setting === 'system'
  const unknown = isSystem || isTimeZone(setting) ? undefined : setting
  return { timeZone: timeZoneOf(setting), isSystem, unknown }
}
