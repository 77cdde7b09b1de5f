import { message } from '../../../utils/i18n/messages.ts'
import type { Wake } from '../../../utils/storage/wakes.ts'
import { zoneNameOf } from '../../../utils/time/zone-name.ts'
import type { Page } from '../page.ts'
import { WakeRow } from './wake-row.tsx'
import { dateOf } from './wake-words.ts'

export interface WakesTableProps {
  readonly page: Page
  /** The newest first; undefined: the browser could not read its storage. */
  readonly wakes: readonly Wake[] | undefined
}

/** The last wakes: a table, and a list where there is no room for one. */
export function WakesTable({ page, wakes }: WakesTableProps) {
  if (!wakes) return <p class="note">{message('options_diagnostics_unread')}</p>
  if (wakes.length === 0) return <p class="note">{message('options_diagnostics_empty')}</p>
  return (
    <table class="wakes-table">
      <caption>{message('options_diagnostics_caption', zoneNameOf(page.zone.timeZone))}</caption>
      <thead>
        <tr>
          <th scope="col">{message('options_diagnostics_time')}</th>
          <th scope="col">{message('options_diagnostics_cause')}</th>
          <th scope="col">{message('options_diagnostics_badge')}</th>
          <th scope="col">{message('options_diagnostics_notices')}</th>
          <th scope="col">{message('options_diagnostics_next')}</th>
          <th scope="col">{message('options_diagnostics_trouble')}</th>
        </tr>
      </thead>
      {byDate(wakes, page).map(({ date, rows }, index) => (
        // The clock may have been put back: the same date, and the same instant, may come twice.
        <tbody key={index}>
          <tr class="wakes-date">
            <th scope="rowgroup" colSpan={6}>
              {date}
            </th>
          </tr>
          {rows.map((wake, place) => (
            <WakeRow key={place} page={page} wake={wake} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

interface Rows {
  readonly date: string
  readonly rows: Wake[]
}

/** In their order; those of one date that follow each other together. */
function byDate(wakes: readonly Wake[], page: Page): readonly Rows[] {
  const groups: Rows[] = []
  for (const wake of wakes) {
    const date = dateOf(wake.at, page)
    const last = groups.at(-1)
    if (last?.date === date) last.rows.push(wake)
    else groups.push({ date, rows: [wake] })
  }
  return groups
}
