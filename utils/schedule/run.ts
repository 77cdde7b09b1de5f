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
   * The `repeatsUntil` that was imported. While both are the same it is the source's word, which the source can take
   * back; any other end of a series is the commander's, and stays.
   */
  readonly importedUntil?: number | undefined
  /**
   * The start that was imported, in epoch ms. An import moves the run only where its source says another one by now,
   * so what the commander corrected stays.
   */
  readonly importedStart?: number | undefined
}

/** A run that may be one of a series. */
export interface Occurrence extends Run {
  /** Epoch ms at which the next one of its series starts, or would if the series went on. Absent: it comes once. */
  readonly nextAt?: number | undefined
}
