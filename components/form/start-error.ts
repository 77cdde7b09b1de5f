import { millisecondsInMinute } from 'date-fns/constants'
import type { EventDefinition } from '../../utils/events/event.ts'
import { message } from '../../utils/i18n/messages.ts'
import type { StartEntry, StartProblem } from '../../utils/schedule/start.ts'
import { parseDate, parseTime, utcOf } from '../../utils/time/wall-time.ts'
import { zoneNameOf } from '../../utils/time/zone-name.ts'
import { dayText, instantText, labelOf } from '../instant-words.ts'
import type { StartError, StartText } from './start-fields.tsx'

/** Broken: the browser shows a text that is no date or hour and gives an empty value for it. */
export type BrokenInputs = { readonly [field in StartError['field']]?: StartProblem | undefined }

/**
 * What is wrong with a start as it was entered, at the input to which it belongs.
 *
 * @param broken what a browser found in an input whose text it holds back
 */
export function startErrorOf(
  entry: StartEntry,
  text: StartText,
  broken: BrokenInputs,
  event: EventDefinition,
  timeZone: string,
  now: number,
): StartError | undefined {
  if (broken.date) return { field: 'date', text: message('common_start_error_no_such_date') }
  if (broken.time) return { field: 'time', text: message('common_start_error_no_such_time') }
  if (entry.ok) return undefined
  const instant = entry.instant ?? now
  switch (entry.reason) {
    case 'format':
      return parseDate(text.date).ok
        ? { field: 'time', text: message('common_start_error_time') }
        : { field: 'date', text: message('common_start_error_date') }
    case 'no-such-date':
      return { field: 'date', text: message('common_start_error_no_such_date') }
    case 'no-such-time':
      return { field: 'time', text: message('common_start_error_no_such_time') }
    case 'gap': {
      const { time } = labelOf(instant, timeZone, now)
      return {
        field: 'time',
        text: message('common_start_error_gap', hourText(text.time, now), zoneNameOf(timeZone), time),
      }
    }
    case 'over': {
      const endedAt = instant + (event.lasts ?? 0) * millisecondsInMinute
      return { field: 'date', text: message('common_start_error_over', instantText(endedAt, timeZone, now)) }
    }
    case 'too-far':
      return { field: 'date', text: message('common_start_error_too_far', dayText(instant, timeZone, now)) }
  }
}

/** An hour as it was typed, in the habit of the language: it exists on the clock of UTC. */
function hourText(time: string, now: number): string {
  const hour = parseTime(time)
  return hour.ok ? labelOf(utcOf({ year: 2000, month: 1, day: 1, ...hour.value }), 'UTC', now).time : time
}
