import { millisecondsInMinute } from 'date-fns/constants'
import { useEffect, useState } from 'preact/hooks'
import { earliest } from '../../utils/plan/earliest.ts'
import { viewAt } from '../../utils/plan/view.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { nextBoundaryAfter } from '../../utils/schedule/schedule.ts'

/**
 * The clock of the page: every minute, at each boundary of a run, and when the page comes into sight again (timers of a
 * hidden page or a sleeping machine come late).
 *
 * @returns epoch ms
 */
export function useNow(record: TrackerRecord): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const tick = () => setNow(Date.now())
    // Where the clock was put back the next tick would be hours away.
    const wait = Math.min(nextTickAfter(record, now) - Date.now(), millisecondsInMinute)
    const timer = setTimeout(tick, wait)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [record, now])
  return now
}

function nextTickAfter(record: TrackerRecord, now: number): number {
  const minute = (Math.floor(now / millisecondsInMinute) + 1) * millisecondsInMinute
  const boundaries = viewAt(record, now).runs.map((run) => nextBoundaryAfter(run.schedule, now))
  return earliest([minute, ...boundaries]) ?? minute
}
