/**
 * Which notification comes next, and what is held back now and why: for whoever wonders why none came.
 *
 * @module
 */

import { activeCommandersOf, runsNear, settingsOf } from '../record/read.ts'
import type { Settings, TrackerRecord } from '../record/record.ts'
import { type Delivery, type HeldBy, type Notice, type NoticeKind, splitNoticeId } from './notice.ts'
import { noticesAt } from './notices.ts'
import { onceEach } from './once-each.ts'
import { type RunView, viewsOfEach } from './run-view.ts'

/** A notice without what it is about. */
interface NextNotice {
  readonly kind: NoticeKind
  /** Epoch ms; not after now: it is due, and was not shown yet. */
  readonly dueAt: number
  /** What puts it off, now or when its time has come; undefined: nothing does. */
  readonly heldBy: HeldBy | undefined
}

/** Something that would have come by now. */
interface Hold {
  readonly by: HeldBy
  /** Epoch ms. */
  readonly until: number
}

/**
 * Why nobody is reminded at the moment:
 * - `untracked`: no run is on or to come, and no result either
 * - `hidden`: there is one, and no commander's game shows it
 * - `off`: neither the start of a day nor any time before its end is to be told
 * - `done`: everything that is open is done
 */
export type Silence = 'untracked' | 'hidden' | 'off' | 'done'

export interface Outlook {
  /** Undefined: nothing is to come as things stand. */
  readonly next: NextNotice | undefined
  /** The first to end comes first. */
  readonly holds: readonly Hold[]
  /** Undefined: nothing silences the reminders; there may be none left all the same. */
  readonly silence: Silence | undefined
}

/**
 * Looks further than a plan, which leaves out what cannot come before the next wake.
 *
 * @param record all of it
 * @param timeZone the commander's zone, resolved: never "system"
 * @param now epoch ms
 * @throws RangeError for an unknown zone
 */
export function outlookAt(record: TrackerRecord, delivery: Delivery, timeZone: string, now: number): Outlook {
  const settings = settingsOf(record)
  const commanders = activeCommandersOf(record)
  const viewsAt = (instant: number) => viewsOfEach(record, commanders, runsNear(record, instant), instant)
  const plansFrom = (views: readonly RunView[], instant: number) =>
    noticesAt(record, settings, views, delivery, timeZone, instant)
  const views = viewsAt(now)
  const plan = plansFrom(views, now)
  // What was told already comes round again where quiet hours put it off later, and is not shown: so each instant is
  // planned for as the background will, until something is.
  let [soonest, at] = [plan, plan.nextDueAt]
  while (soonest.due.length === 0 && at !== undefined) {
    soonest = plansFrom(viewsAt(at), at)
    at = soonest.nextDueAt
  }
  const next = nextOf(soonest.due[0], now)
  // Of a day only the last word is told, and perhaps it was.
  const dueAtEndOf = onceEach((dueAt) => plansFrom(viewsAt(dueAt), dueAt).due)
  const endsInWord = ({ id, dueAt }: Notice): boolean =>
    dueAtEndOf(dueAt).some(({ ids }) => ids.some((each) => isOfOneDay(each, id)))
  const silence = silenceOf(views, settings)
  return {
    next,
    holds: holdsOf(plan.coming.filter((notice) => isHeld(notice, now) && endsInWord(notice))),
    // A result comes after its run.
    silence: silence === 'untracked' && next ? undefined : silence,
  }
}

function nextOf(notice: Notice | undefined, now: number): NextNotice | undefined {
  return notice && { kind: notice.kind, dueAt: notice.dueAt, heldBy: notice.dueAt > now ? notice.heldBy : undefined }
}

/** Whether two notices speak of the same day, or of the same result. */
function isOfOneDay(noticeId: string, otherId: string): boolean {
  const [one, other] = [splitNoticeId(noticeId), splitNoticeId(otherId)]
  return one.runId === other.runId && one.windowId === other.windowId
}

/** Whether it is put off by something that has begun. */
function isHeld({ kind, at, heldBy }: Notice, now: number): boolean {
  // The end of a snooze comes after now, and its day is held back until then.
  return heldBy !== undefined && (at <= now || kind === 'snooze')
}

/** Each hold once. */
function holdsOf(held: readonly Notice[]): readonly Hold[] {
  const holds = new Map<string, Hold>()
  for (const { heldBy, dueAt } of held) if (heldBy) holds.set(`${heldBy} ${dueAt}`, { by: heldBy, until: dueAt })
  return [...holds.values()].sort((a, b) => a.until - b.until)
}

function silenceOf(views: readonly RunView[], { startOfDay, leadTimes }: Settings): Silence | undefined {
  const alive = views.filter(({ status }) => status !== 'ended')
  if (alive.length === 0) return 'untracked'
  const visible = alive.filter(({ eligibility }) => eligibility === 'yes')
  if (visible.length === 0) return 'hidden'
  if (!startOfDay && leadTimes.length === 0) return 'off'
  const isOpen = visible.some(({ status }) => status === 'open' || status === 'urgent')
  const isDone = visible.some(({ status }) => status === 'done' || status === 'all-done')
  return isDone && !isOpen ? 'done' : undefined
}
