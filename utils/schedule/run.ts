/** One scheduled occurrence of an event. */
export interface Run {
  readonly eventId: string
  /** Epoch ms. */
  readonly startsAt: number
  /** True while nobody has confirmed the hour: the interface says "assumed". */
  readonly startAssumed: boolean
  /** Epoch ms at which the commander ended it before its time. */
  readonly endedAt?: number | undefined
}
