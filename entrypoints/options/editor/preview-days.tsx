import { millisecondsInDay } from 'date-fns/constants'
import { labelOf } from '../../../components/instant-words.ts'
import { message } from '../../../utils/i18n/messages.ts'
import type { Audience } from '../../../utils/schedule/schedule.ts'
import type { Page } from '../page.ts'
import type { PreviewRow } from './preview-rows.ts'
import { hiddenText, type PreviewLabels, windowFacts, windowText } from './preview-words.ts'

export interface PreviewDaysProps {
  readonly page: Pick<Page, 'now' | 'zone'>
  /** Epoch ms. */
  readonly start: number
  readonly rows: readonly PreviewRow[]
  readonly labels: PreviewLabels
  readonly audience: Audience | undefined
}

/** The windows in words, by the day of the run in which they open. */
export function PreviewDays({ page, start, rows, labels, audience }: PreviewDaysProps) {
  const days = [...Map.groupBy(rows, ({ day }) => day)]
  return (
    <ol class="preview-days">
      {days.map(([day, ofDay]) => {
        const heading = labelOf(start + (day - 1) * millisecondsInDay, page.zone.timeZone, page.now)
        return (
          <li class="preview-day" key={day} data-day={day}>
            <p class="preview-date">{message('options_preview_day', day, heading.weekday, heading.date)}</p>
            <ul class="preview-windows">
              {ofDay.map((row) => (
                <li
                  class={row.hidden ? 'preview-window is-hidden' : 'preview-window'}
                  key={row.window.id}
                  data-window={row.window.id}
                  data-hidden={row.hidden}
                >
                  <span class="preview-code">{row.window.relatedEvent.code}</span>
                  <span class="preview-words">
                    <span class="preview-name">
                      {row.window.relatedEvent.name || message('options_preview_nameless')}
                    </span>
                    <span class="preview-when">{windowText(row, labels, heading)}</span>
                    <span class="preview-facts">{windowFacts(row)}</span>
                    {row.hidden ? <span class="preview-why">{hiddenText(row, audience)}</span> : null}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}
