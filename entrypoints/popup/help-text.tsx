import type { EventDefinition } from '../../utils/events/event.ts'
import { message } from '../../utils/i18n/messages.ts'
import { timeInputValue } from '../../utils/time/wall-time.ts'

/** What the words mean, what is rewarded and what is assumed. */
export function HelpText({ event }: { event: EventDefinition }) {
  const { minLevel, prerequisite, assumedStart } = event
  return (
    <ul>
      {event.story && <li>{event.story}</li>}
      <li>{message('popup_help_sms')}</li>
      <li>{message('popup_help_days')}</li>
      {minLevel !== undefined && prerequisite !== undefined && (
        <li>{message('popup_help_eligible', minLevel, prerequisite)}</li>
      )}
      {assumedStart !== undefined && (
        <li>
          {message(
            'popup_help_hour',
            timeInputValue({ hour: Math.floor(assumedStart / 60), minute: assumedStart % 60 }),
          )}
        </li>
      )}
      <li>{message('popup_unofficial')}</li>
    </ul>
  )
}
