import type { Delivery } from '../../utils/plan/notice.ts'
import type { Day, RunView } from '../../utils/plan/run-view.ts'
import type { Settings, TrackerRecord } from '../../utils/record/record.ts'
import type { Labels } from '../../utils/time/labels.ts'
import type { Perform } from './perform.ts'

/** The sections of the options to which the popup leads: the runs, the events to track, and the backup. */
export type OptionsSection = 'event' | 'library' | 'backup'

export interface RunPageProps {
  record: TrackerRecord
  view: RunView
  /** All runs that are shown: a related event may count for several. */
  twins: readonly RunView[]
  settings: Settings
  /** Undefined until they are known. */
  labels: Labels | undefined
  delivery: Delivery
  /** How many are played. */
  commanders: number
  now: number
  perform: Perform
  onOptions: () => void
  /** Opens the options at one of their sections. */
  onOptionsAt: (section: OptionsSection) => void
  /** Shows the run of 2023. */
  onLookBack: () => void
  /** Set while a past run is only looked at: goes back. */
  onLeave?: (() => void) | undefined
}

/** What the parts of the page do with a day. */
export interface DayActions {
  onDone: (day: Day, done: boolean) => void
  onNote: (day: Day, text: string) => void
}
