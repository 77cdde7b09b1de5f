import { useMemo, useState } from 'preact/hooks'
import { namesOf } from '../../../components/commander-names.ts'
import { message } from '../../../utils/i18n/messages.ts'
import { historyOf } from '../../../utils/plan/history.ts'
import { commandersOf } from '../../../utils/record/read.ts'
import type { Page } from '../page.ts'
import { Section } from '../section.tsx'
import { DayGrid } from './day-grid.tsx'
import { FilterFields } from './filter-fields.tsx'
import { choicesOf, filtered, resolve, type Wanted } from './filters.ts'
import { PointBars } from './point-bars.tsx'
import { RunsTable } from './runs-table.tsx'
import { Sums } from './sums.tsx'

/** Runs in a picture: as many as can be taken in at a glance. All of them stand in the table. */
const PICTURED = 12

/** What became of the runs that are over: two pictures and a table of the same facts. */
export function HistorySection({ page }: { readonly page: Page }) {
  const { record, now } = page
  const all = useMemo(() => historyOf(record, now), [record, now])
  const names = useMemo(() => namesOf(commandersOf(record)), [record])
  const [wanted, setWanted] = useState<Wanted>({})
  if (all.length === 0) {
    return (
      <Section id="history">
        <p class="note" data-history="empty">
          {message('options_history_empty')}
        </p>
      </Section>
    )
  }
  const choices = choicesOf(all)
  const filter = resolve(wanted, choices, page.view.commander.id)
  const runs = filtered(all, filter)
  const isNamed = new Set(runs.map(({ commander }) => commander.id)).size > 1
  const pictured = runs.slice(0, PICTURED)
  return (
    <Section id="history" intro={message('options_history_intro')}>
      <FilterFields choices={choices} filter={filter} names={names} onChange={setWanted} />
      {runs.length === 0 ? (
        <p class="note" data-history="none" role="status">
          {message('options_history_none')}
        </p>
      ) : (
        <>
          <Sums runs={runs} names={names} />
          {runs.length > PICTURED ? (
            <p class="note">{message('options_history_newest', PICTURED, runs.length)}</p>
          ) : null}
          <div class="history-pictures">
            <DayGrid page={page} runs={pictured} names={isNamed ? names : undefined} />
            <PointBars page={page} runs={pictured} names={isNamed ? names : undefined} />
          </div>
          {/* Other runs are another table: it begins with its newest again. */}
          <RunsTable
            key={`${filter.commander}/${filter.event}`}
            page={page}
            runs={runs}
            names={isNamed ? names : undefined}
          />
        </>
      )}
    </Section>
  )
}
