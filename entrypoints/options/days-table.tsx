import { labelOf } from '../../components/instant-words.ts'
import { SHIPPED_EVENTS } from '../../utils/events/pack.ts'
import { message } from '../../utils/i18n/messages.ts'
import { type Schedule, scheduleOf } from '../../utils/schedule/schedule.ts'
import { proposedStarts } from '../../utils/schedule/start.ts'
import { zoneNameOf } from '../../utils/time/zone-name.ts'
import type { Page } from './page.ts'

/** When each day of the event that is on starts and ends in the commander's zone; of an example where none is. */
export function DaysTable({ page }: { readonly page: Page }) {
  const run = page.view.runs.find((each) => each.status !== 'ended')
  const schedules = run ? [run.schedule] : SHIPPED_EVENTS.map((event) => exampleOf(event, page.now))
  return (
    <>
      {schedules.map((schedule) => (
        <table class="days" key={schedule.event.id} data-example={run ? undefined : ''}>
          <caption>
            {run
              ? message('options_days_caption', schedule.event.shortName, zoneNameOf(page.zone.timeZone))
              : message('options_days_example', schedule.event.shortName, zoneNameOf(page.zone.timeZone))}{' '}
            {schedule.startAssumed ? <span class="tag">{message('options_assumed')}</span> : null}
          </caption>
          <thead>
            <tr>
              <th scope="col">{message('options_days_day')}</th>
              <th scope="col">{message('options_days_starts')}</th>
              <th scope="col">{message('options_days_ends')}</th>
            </tr>
          </thead>
          <tbody>
            {schedule.windows.map((window, index) => (
              <tr key={window.id}>
                <th scope="row">
                  <span class="days-number">{index + 1}</span>
                  {window.relatedEvent.name}
                </th>
                <Moment page={page} instant={window.startsAt} heading={message('options_days_starts')} />
                <Moment page={page} instant={window.endsAt} heading={message('options_days_ends')} />
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}

interface MomentProps {
  readonly page: Page
  readonly instant: number
  /** Stands beside the value where the page is too narrow for columns. */
  readonly heading: string
}

function Moment({ page, instant, heading }: MomentProps) {
  const { weekday, date, time, zone } = labelOf(instant, page.zone.timeZone, page.now)
  return (
    <td data-heading={heading} data-instant={instant}>
      <span class="days-moment">
        <span class="days-date">{message('options_days_date', weekday, date)}</span>{' '}
        <span class="days-time">{message('options_days_time', time, zone)}</span>
      </span>
    </td>
  )
}

function exampleOf(event: (typeof SHIPPED_EVENTS)[number], now: number): Schedule {
  return scheduleOf(event, { eventId: event.id, startsAt: proposedStarts(event, now).next, startAssumed: true })
}
