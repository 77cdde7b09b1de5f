/**
 * What an event is: a definition without dates. Dates come with a run (`utils/schedule`).
 *
 * @module
 */

/** One stretch of a run in which a related event is open, in minutes after the run's start. */
interface WindowSpan {
  readonly opensAfter: number
  readonly lasts: number
}

/** One of the one-day events whose points count for the event. */
export interface RelatedEvent {
  readonly id: string
  readonly name: string
  /** What the badge shows: at most four characters. */
  readonly code: string
  /** Points for completing it once in a window. */
  readonly points: number
  /** Ways to complete it; any one of them is enough. Absent: nobody has documented them. */
  readonly objectives?: readonly string[] | undefined
  /** Kinds of rewards that are known; sources do not list them all. */
  readonly rewards: readonly string[]
  readonly windows: readonly WindowSpan[]
}

/** The event of the whole server that the points of all commanders progress. */
interface ServerEvent {
  readonly name: string
  readonly rewards: readonly string[]
  /** Points that a server needs. Absent: not documented. */
  readonly pointsNeeded?: number | undefined
}

/** An event such as Defender of Peace. */
export interface EventDefinition {
  readonly id: string
  /** As the game shows it, with its kind: "Defender of Peace – SMS". */
  readonly name: string
  /** Without its kind: "Defender of Peace". */
  readonly shortName: string
  readonly story?: string | undefined
  readonly minLevel?: number | undefined
  readonly prerequisite?: string | undefined
  readonly rewards: readonly string[]
  readonly relatedEvents: readonly RelatedEvent[]
  /** Minutes from the run's start to its end. */
  readonly lasts: number
  /** The hour at which it is assumed to start, in minutes after midnight UTC, where no source gives one. */
  readonly assumedStart?: number | undefined
  readonly serverEvent?: ServerEvent | undefined
}
