/**
 * Which days and results must have been spoken of by now: a second opinion on the plan, worked out from the dates alone.
 * It is silent where the commander did something since, or where several commanders, levels or regions make it less
 * simple.
 *
 * @module
 */

import type { TrackerRecord } from '../../utils/record/record.ts'
import type { Extension } from './bundle.ts'
import type { Calm } from './calm.ts'
import { EVENTS } from './events.ts'
import type { Known } from './known.ts'
import { quietEnd } from './notice-rules.ts'
import type { StoredRules } from './stored.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export interface Expected {
  /** Begins the ids of all notices of that day, or of the result of that run. */
  readonly day: string
  /** Epoch ms of the last word that was due on it. */
  readonly dueAt: number
}

/**
 * @param zone of this computer
 * @param learnedAt of a name such as `runs id`: epoch ms at which this device learned what it knows of it
 * @param clock epoch ms
 */
export function expectedAt(
  { reading }: Extension,
  { record, delivery }: Known,
  { since, stirredAt }: Calm,
  zone: string,
  learnedAt: StoredRules['learnedAt'],
  clock: number,
): readonly Expected[] {
  const settings = reading.settingsOf(record)
  const [commander, ...others] = reading.activeCommandersOf(record)
  if (!commander || others.length > 0 || commander.level !== null) return []
  const expected: Expected[] = []
  // What another device told of these counts from when it was heard here, as what is told here does.
  const heardAt = Math.max(...namesIn(record).map((name) => learnedAt(name) ?? 0))
  for (const [runId, { value, at: toldAt }] of Object.entries(record.runs)) {
    if ('deleted' in value || value.endedAt !== undefined || value.repeatsEvery !== undefined) continue
    const event = EVENTS.find(({ id }) => id === value.eventId)
    const dueBy = (instants: readonly number[], calmSince: number): readonly number[] =>
      instants
        // What was over when the commander told of the run is no news, also where the clock goes back over it later.
        .filter((at) => at > calmSince + MINUTE && at > toldAt)
        .map((at) => quietEnd(at, settings, zone))
        .filter((at) => at <= clock)
    const [resultAt] = dueBy([value.startsAt + (event?.lasts ?? 0) * MINUTE], Math.max(since, heardAt))
    if (event && resultAt !== undefined && clock < resultAt + DAY) {
      expected.push({ day: `${runId}/result/`, dueAt: resultAt })
    }
    for (const { id, windows } of event?.relatedEvents ?? []) {
      const [window, ...more] = windows
      // A second window has an id that only the schedule knows.
      if (!window || more.length > 0) continue
      const startsAt = value.startsAt + window.opensAfter * MINUTE
      const endsAt = startsAt + (window.lasts ?? event?.lasts ?? 0) * MINUTE
      if (clock < startsAt || clock >= endsAt) continue
      const markId = `${commander.id}/${runId}/${id}`
      if (record.marks[markId]?.done?.value) continue
      // A mark that was taken back by a clock that is ahead of this one is taken back as of then.
      const takenBackAt = record.marks[markId]?.done?.at ?? 0
      const knownAt = Math.max(heardAt, takenBackAt, learnedAt(`marks ${markId} done`) ?? 0)
      const leads = settings.leadTimes.map((minutes) => endsAt - minutes * MINUTE).filter((at) => at > startsAt)
      const snoozedUntil = delivery.snoozed[`${runId}/${id}`] ?? 0
      const due = [
        ...dueBy([...(settings.startOfDay ? [startsAt] : []), ...leads], Math.max(since, knownAt)),
        ...(snoozedUntil > startsAt ? dueBy([snoozedUntil], Math.max(stirredAt, knownAt)) : []),
      ].filter((at) => at < endsAt)
      if (due.length > 0) expected.push({ day: `${runId}/${id}/`, dueAt: Math.max(...due) })
    }
  }
  return expected
}

/** What decides, beside the runs, what is said when. */
function namesIn({ commanders, events }: TrackerRecord): readonly string[] {
  return [
    ...['startOfDay', 'leadTimes', 'quietHours', 'timeZone'].map((key) => `settings ${key}`),
    ...Object.keys(commanders).map((id) => `commanders ${id}`),
    ...Object.keys(events).map((id) => `events ${id}`),
  ]
}
