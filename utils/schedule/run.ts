/** One scheduled occurrence of an event; with `repeatsEvery` the first of a series. */
export interface Run {
  readonly eventId: string
  /** Epoch ms. */
  readonly startsAt: number
  /** True while nobody has confirmed the hour: the interface says "assumed". */
  readonly startAssumed: boolean
  /** Epoch ms at which the commander ended it before its time. */
  readonly endedAt?: number | undefined
  /** It comes again after so many weeks (of 168 hours). Absent: once. */
  readonly repeatsEvery?: number | undefined
  /** Epoch ms from which on it does not come again. */
  readonly repeatsUntil?: number | undefined
  /**
   * The start that was imported, in epoch ms. An import moves the run only where its source says another one by now,
   * so what the commander corrected stays.
   */
  readonly importedStart?: number | undefined
}
