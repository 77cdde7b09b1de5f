import { message } from '../../utils/i18n/messages.ts'
import { shippedEventsOf } from '../../utils/record/read.ts'
import { SchedulePreview } from './editor/schedule-preview.tsx'
import type { Page } from './page.ts'

/** When the days of the event that is on start and end in the commander's zone; of an example where none is. */
export function RunDays({ page }: { readonly page: Page }) {
  const { shown, commander } = page.view
  const run = shown.find(({ status }) => status !== 'ended')
  if (!run) {
    return shippedEventsOf(page.record).map((event) => (
      <div class="run-days" key={event.id} data-days={event.id}>
        <h3 class="section-subtitle">{event.shortName}</h3>
        <SchedulePreview page={page} event={event} audience={commander} />
      </div>
    ))
  }
  const { event, startAssumed } = run.schedule
  return (
    <div class="run-days" data-days={event.id}>
      <h3 class="section-subtitle">
        {event.shortName} {startAssumed ? <span class="tag">{message('options_assumed')}</span> : null}
      </h3>
      <SchedulePreview page={page} event={event} startsAt={run.run.startsAt} audience={commander} />
    </div>
  )
}
