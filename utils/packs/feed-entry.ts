/** An entry of the community's event feed, as far as the tracker uses it. */
export interface FeedEntry {
  /** As the feed has it; a number became text. */
  readonly id: string
  readonly title: string
  /** Empty: none. */
  readonly description: string
  /** Epoch ms. */
  readonly startsAt: number
  /** Epoch ms, exclusive. */
  readonly endsAt: number
  /** Such as `SMS` or `IMS`; empty: not told. */
  readonly format: string
  /** Such as `heroic`; empty: none. */
  readonly subType: string
  /** Such as `weekly`; empty: not told. */
  readonly category: string
  /** Such as `arc`; empty: not told. */
  readonly priority: string
  /** Operations levels, both included. Absent: no bound. */
  readonly minLevel?: number | undefined
  readonly maxLevel?: number | undefined
  /** It comes again. Absent: once. */
  readonly repeats?: FeedRepeats | undefined
  readonly isActive: boolean
  /** Epoch ms; 0: not told. */
  readonly updatedAt: number
}

/** A weekly repetition. */
export interface FeedRepeats {
  /** It comes again after so many weeks. */
  readonly weeks: number
  /** Days of the week in UTC on which it comes, ascending; 0 is Sunday. None: on that of its start. */
  readonly days: readonly number[]
}
