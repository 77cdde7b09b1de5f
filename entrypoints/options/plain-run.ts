import type { KnownRun } from '../../utils/record/read.ts'
import type { Run } from '../../utils/schedule/run.ts'

/** A run as it is stored, without what reading it added. */
export function plainRun({ eventId, startsAt, startAssumed, endedAt }: KnownRun): Run {
  return { eventId, startsAt, startAssumed, ...(endedAt === undefined ? {} : { endedAt }) }
}
