import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { EventDefinition } from '../../utils/events/event.ts'
import { message } from '../../utils/i18n/messages.ts'
import { useLater } from './later.ts'

interface HelpProps {
  event: EventDefinition
  /** Weeks, where the run repeats. */
  repeatsEvery?: number | undefined
  /** What can be done with the run, if there is one. */
  children?: ComponentChildren
}

/** What the words mean and what is assumed; closed until it is asked for. */
export function Help({ event, repeatsEvery, children }: HelpProps) {
  const [open, setOpen] = useState(false)
  const parts = useLater()
  return (
    <details class="help" onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
      <summary>{message(children ? 'popup_help' : 'popup_help_only')}</summary>
      {children}
      {/* What is not seen yet would only hold up the first paint. */}
      {open && parts && <parts.HelpText event={event} repeatsEvery={repeatsEvery} />}
    </details>
  )
}
