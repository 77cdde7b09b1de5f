import type { RunView } from '../../utils/plan/run-view.ts'
import type { View } from '../../utils/plan/view.ts'

/** The run of an event that wants the commander first; undefined where none is near or all are over. */
export function nearRunOf({ runs }: View, eventId: string | undefined): RunView | undefined {
  return runs.find(({ schedule, status }) => schedule.event.id === eventId && status !== 'ended')
}
