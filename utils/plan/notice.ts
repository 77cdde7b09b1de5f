/**
 * What a notification is about, and what this device did about it already.
 *
 * @module
 */

import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants'
import type { Day, RunView } from './run-view.ts'

/** `away`: what fell due while nothing could be shown, in one. */
export type NoticeKind = 'start' | 'lead' | 'snooze' | 'result' | 'away'

/** What puts a notice off: the quiet hours in which it would come, or a snooze of its day. */
export type HeldBy = 'quiet' | 'snooze'

export interface Notice {
  /** Names the cause: the same cause never has two ids. */
  readonly id: string
  /** All causes for which it speaks, its own first: of related events that count for several runs. */
  readonly ids: readonly string[]
  readonly kind: NoticeKind
  /** The runs as each commander sees them whom it concerns. */
  readonly views: readonly RunView[]
  /** The day as the first of them sees it. Absent for the result, and where it speaks of several things. */
  readonly day?: Day | undefined
  /** What `away` is about, the most urgent first. */
  readonly about?: readonly Notice[] | undefined
  /** Several commanders are played, so it must say whom it concerns, also where that is only one of them. */
  readonly named: boolean
  /** Epoch ms. */
  readonly dueAt: number
  /** Epoch ms at which it would be due if nothing put it off. */
  readonly at: number
  /** Absent: nothing puts it off. */
  readonly heldBy?: HeldBy | undefined
}

/** What this device did already; not part of the record. */
export interface Delivery {
  /** Notice id → epoch ms at which it was shown. */
  readonly delivered: { readonly [noticeId: string]: number }
  /** `snoozeKeyOf` → epoch ms until which the day is not spoken of. */
  readonly snoozed: { readonly [key: string]: number }
}

/** What a notice id says it is about. */
export function splitNoticeId(id: string): { runId: string; windowId: string } {
  const [runId = '', windowId = ''] = id.split('/')
  return { runId, windowId }
}

/** The key of a snooze. */
export function snoozeKeyOf(runId: string, windowId: string): string {
  return `${runId}/${windowId}`
}

/**
 * Until when a snooze of an hour lasts: shorter where the day closes before, so that a reminder still comes.
 *
 * @returns epoch ms; undefined where it is too late to snooze
 */
export function snoozeUntil(day: Day, now: number): number | undefined {
  const until = Math.min(now + millisecondsInHour, day.window.endsAt - 5 * millisecondsInMinute)
  return until > now ? until : undefined
}
