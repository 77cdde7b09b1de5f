import { useState } from 'preact/hooks'
import { message } from '../utils/i18n/messages.ts'
import type { Day, RunView } from '../utils/plan/run-view.ts'
import { DayRow } from './day-row.tsx'
import type { LabelsByInstant } from './words.ts'

/** As many days as the popup can show without scrolling; of a longer list those around today. */
const ROWS = 5
/** Of a longer list so many: its button takes the place of one. */
const ROWS_OF_MANY = 4

interface DayListProps {
  view: RunView
  labels: LabelsByInstant
  /** A past run, to look at. */
  isPast: boolean
  onDone: (day: Day, done: boolean) => void
  onNote: (day: Day, text: string) => void
}

/** The days of a run, of which one at a time opens. */
export function DayList({ view, labels, isPast, onDone, onNote }: DayListProps) {
  const { days, today } = view
  const [openDay, setOpenDay] = useState<string>()
  const [all, setAll] = useState(false)
  const isLong = days.length > ROWS
  const first = all || !isLong ? 0 : firstShown(view)
  return (
    <>
      <ol class="days" aria-label={message('popup_days')} start={first + 1}>
        {(all ? days : days.slice(first, isLong ? first + ROWS_OF_MANY : undefined)).map((day) => (
          <DayRow
            key={day.window.id}
            day={day}
            labels={labels}
            isToday={day === today}
            isPast={isPast}
            isOpen={openDay === day.window.id}
            onToggle={() => setOpenDay(openDay === day.window.id ? undefined : day.window.id)}
            onDone={(done) => onDone(day, done)}
            onNote={(text) => onNote(day, text)}
          />
        ))}
      </ol>
      {isLong && (
        <button
          type="button"
          class="link days-more"
          data-action="all-days"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? message('popup_fewer_days') : message('popup_all_runs_days', days.length)}
        </button>
      )}
    </>
  )
}

/** The day before the one that matters stands first. */
function firstShown({ days, today, next }: RunView): number {
  const index = (today ?? next)?.number ?? days.length
  return Math.max(0, Math.min(index - 2, days.length - ROWS_OF_MANY))
}
