import { millisecondsInMinute } from 'date-fns/constants'
import { durationText } from '../../../utils/i18n/duration.ts'
import { message } from '../../../utils/i18n/messages.ts'
import { countdown } from '../../../utils/time/countdown.ts'
import type { Diagnostics } from './diagnostics.ts'

/** What keeps the tracker from telling in time, and what to do about it; nothing where all is well. */
export function TroubleNotes({ diagnostics }: { readonly diagnostics: Diagnostics }) {
  const alarm = alarmText(diagnostics)
  return (
    <>
      {alarm === undefined ? null : (
        <p class="callout is-warning" data-trouble={diagnostics.trouble}>
          {alarm}
        </p>
      )}
      {diagnostics.permission === 'denied' ? (
        <p class="callout is-bad" data-trouble="denied">
          {message('options_diagnostics_denied_note')}
        </p>
      ) : null}
    </>
  )
}

function alarmText({ trouble, planned, alarm, now }: Diagnostics): string | undefined {
  switch (trouble) {
    case 'missing':
      return message('options_diagnostics_alarm_missing')
    case 'unplanned':
      return message('options_diagnostics_alarm_unplanned')
    case 'differs':
      return message('options_diagnostics_alarm_differs', distanceText(planned, alarm))
    case 'late':
      return message('options_diagnostics_alarm_late', distanceText(planned, now))
    default:
      return undefined
  }
}

/** The time between two instants (epoch ms), in words. */
function distanceText(one: number | null | undefined, other: number | null | undefined): string {
  const distance = Math.abs((one ?? 0) - (other ?? 0))
  return durationText(countdown(distance > millisecondsInMinute ? wholeMinutes(distance) : distance))
}

/** Seconds beside minutes would be old before they are read. */
function wholeMinutes(milliseconds: number): number {
  return Math.floor(milliseconds / millisecondsInMinute) * millisecondsInMinute
}
