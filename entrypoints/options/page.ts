import type { View } from '../../utils/plan/view.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import type { Zone } from './zone-of.ts'

/** What every section of the page is drawn from. */
export interface Page {
  /** Epoch ms. */
  readonly now: number
  readonly record: TrackerRecord
  readonly view: View
  readonly zone: Zone
}
