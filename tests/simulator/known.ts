import type { Delivery } from '../../utils/plan/notice.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'

/** What was stored at a moment. */
export interface Known {
  readonly record: TrackerRecord
  readonly delivery: Delivery
}
