import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { EventDefinition } from '../../utils/events/event.ts'
import { message } from '../../utils/i18n/messages.ts'
import { timeInputValue } from '../../utils/time/wall-time.ts'

interface HelpProps {
  event: EventDefinition
  /** What can be done with the run, if there is one. */
  children?: ComponentChildren
}

/** What the words mean and what is assumed; closed until it is asked for. */
export function Help({ event, children }: HelpProps) {
  const [open, setOpen] = useState(false)
  return (
    <details class="help" onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
      <summary>{message(children ? 'popup_help' : 'popup_help_only')}</summary>
      {children}
      {/* What is not seen yet would only hold up the first paint. */}
      {open && <HelpText event={event} />}
    </details>
  )
}

function HelpText({ event }: { event: EventDefinition }) {
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
