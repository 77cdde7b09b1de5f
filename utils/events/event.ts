/**
 * What an event is: a definition without dates. Dates come with a run (`utils/schedule`).
 *
 * @module
 */

/** One stretch of a run in which a related event is open, in minutes after the run's start. */
export interface WindowSpan {
  readonly opensAfter: number
  /** Absent: nobody knows; it is open until the event ends. */
  readonly lasts?: number | undefined
}

/** Operations levels between which something exists, both included. An absent one is no bound. */
export interface LevelBracket {
  readonly minLevel?: number | undefined
  readonly maxLevel?: number | undefined
}

/** One of the events whose points count for the event. */
export interface RelatedEvent extends LevelBracket {
  readonly id: string
  readonly name: string
  /** What the badge shows: at most four characters. */
  readonly code: string
  /** Points for completing it once in a window. Absent: not documented. */
  readonly points?: number | undefined
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

/** A part of the world in which an event starts at an hour of its own. */
export interface Region {
  readonly id: string
  readonly name: string
  /** Minutes after the run's start at which everything starts here. */
  readonly startsAfter: number
}

/** An event such as Defender of Peace. */
export interface EventDefinition extends LevelBracket {
  readonly id: string
  /** As the game shows it, with its kind: "Defender of Peace – SMS". */
  readonly name: string
  /** Without its kind: "Defender of Peace". */
  readonly shortName: string
  readonly story?: string | undefined
  readonly prerequisite?: string | undefined
  readonly rewards: readonly string[]
  readonly relatedEvents: readonly RelatedEvent[]
  /** Minutes from the start to the end. Absent: nobody knows when it ends. */
  readonly lasts?: number | undefined
  /** The hour at which it is assumed to start, in minutes after midnight UTC, where no source gives one. */
  readonly assumedStart?: number | undefined
  readonly serverEvent?: ServerEvent | undefined
  /** The whole server scores as one: there is no solo part. */
  readonly serverWide?: boolean | undefined
  /** Absent: the same start everywhere. */
  readonly regions?: readonly Region[] | undefined
  /** It comes again after so many weeks. Absent: it does not repeat, or nobody knows. */
  readonly repeatsEvery?: number | undefined
  /** A higher one replaces a lower one of the same id, never the other way round. Absent: 0. */
  readonly revision?: number | undefined
  /** The commander changed what was imported: an import does not replace it unasked. */
  readonly edited?: boolean | undefined
}
