import type { Window } from '../schedule/schedule.ts'
import type { RunView } from './run-view.ts'

/** A day of a run. */
export interface DayKey {
  readonly runId: string
  readonly windowId: string
}

/** What twins have in common: the name of the related event and the hours. */
export function twinKeyOf({ relatedEvent, startsAt, endsAt }: Window): string {
  return `${startsAt} ${endsAt} ${relatedEvent.name}`
}

/**
 * The days that are the same thing to do: a related event of the same name at the same hours that counts for several
 * runs.
 *
 * @param views as many as there are, of whichever commander
 * @returns the day itself first, then its twins, each once; nothing where no view has it
 */
export function twinsOf(views: readonly RunView[], { runId, windowId }: DayKey): readonly DayKey[] {
  const days = views.flatMap((view) => view.days.map(({ window }) => ({ runId: view.run.id, window })))
  const own = days.find((day) => day.runId === runId && day.window.id === windowId)?.window
  if (!own) return []
  const key = twinKeyOf(own)
  const twins = new Map([[`${runId}/${windowId}`, { runId, windowId }]])
  for (const { runId: other, window } of days) {
    if (twinKeyOf(window) === key) twins.set(`${other}/${window.id}`, { runId: other, windowId: window.id })
  }
  return [...twins.values()]
}
