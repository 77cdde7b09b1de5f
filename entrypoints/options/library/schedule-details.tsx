import { useState } from 'preact/hooks'
import { message } from '../../../utils/i18n/messages.ts'
import type { ImportedEvent } from '../../../utils/record/import.ts'
import { SchedulePreview } from '../editor/schedule-preview.tsx'
import type { Page } from '../page.ts'
import { shownStart } from './shown-start.ts'

export interface ScheduleDetailsProps {
  readonly page: Page
  readonly imported: ImportedEvent
  /** Open when it appears. */
  readonly open: boolean
  /** Absent: "Days and hours". */
  readonly title?: string
}

/** The days of an event as the commander would see them, drawn once they are opened. */
export function ScheduleDetails({ page, imported, open, title }: ScheduleDetailsProps) {
  const [isOpen, setOpen] = useState(open)
  const { event } = imported
  const { level, region } = page.view.commander
  return (
    <details class="help" open={open} onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
      <summary>{title ?? message('options_import_schedule')}</summary>
      {isOpen ? (
        <SchedulePreview
          page={page}
          event={event}
          startsAt={shownStart(imported, page.now)}
          audience={{ level, region }}
        />
      ) : null}
    </details>
  )
}
