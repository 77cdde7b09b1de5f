/**
 * The fields that are given: Chromium would store an undefined one as null.
 *
 * @example given({ level: 20, region: undefined }) // { level: 20 }
 */
export function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
