import { useId, useState } from 'preact/hooks'
import { Chevron } from '../../../components/icons.tsx'
import { message } from '../../../utils/i18n/messages.ts'
import type { PastRun } from '../../../utils/plan/history.ts'
import type { Page } from '../page.ts'
import { PastDays } from './past-days.tsx'
import { countText, datesText, startText } from './words.ts'

export interface RunRowProps {
  readonly page: Page
  readonly run: PastRun
  /** What the commander is called, where there are runs of several. */
  readonly commander: string | undefined
}

/** A run in the table; opened, a second row holds its days. */
export function RunRow({ page, run, commander }: RunRowProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const { event, schedule, scored, points, pointsTotal, daysDone, daysTotal } = run
  return (
    <>
      <tr data-past-run={run.run.id} data-commander={run.commander.id}>
        <th scope="row">
          <button
            type="button"
            class="history-toggle"
            data-action="toggle-past-run"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <Chevron />
            <span>
              {event.shortName}
              <span class="sr-only">
                {' '}
                {startText(run, page)} {commander}
              </span>
            </span>
          </button>
        </th>
        {commander === undefined ? null : (
          <td data-heading={message('options_history_commander')}>
            <span>{commander}</span>
          </td>
        )}
        <td data-heading={message('options_history_dates')}>
          <span>
            {datesText(run, page)}{' '}
            {schedule.closesAt < schedule.endsAt ? (
              <span class="history-aside">{message('options_history_ended_early')}</span>
            ) : null}
          </span>
        </td>
        <td class="history-number" data-heading={message('options_history_days_done')}>
          <span>{message('options_history_of', daysDone, daysTotal)}</span>
        </td>
        <td class="history-number" data-heading={message('options_history_points')}>
          {scored ? (
            <span>{message('options_history_of', countText(points), countText(pointsTotal))}</span>
          ) : (
            <span class="history-aside">{message('options_history_no_points')}</span>
          )}
        </td>
      </tr>
      {isOpen ? (
        <tr class="history-opened">
          <td id={id} colSpan={commander === undefined ? 4 : 5}>
            <PastDays page={page} run={run} />
          </td>
        </tr>
      ) : null}
    </>
  )
}
