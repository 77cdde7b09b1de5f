import { millisecondsInDay, millisecondsInWeek } from 'date-fns/constants'
import type { Preview, PreviewRow } from './preview-rows.ts'

/** Most lines that mark days or weeks: with more the bars are not seen any more. */
const MOST_TICKS = 40

export interface TimelineProps {
  readonly preview: Preview
  readonly start: string
  readonly end: string
}

/** The windows as bars: what is open at once lies in lanes below each other. The list below says the same in words. */
export function Timeline({ preview, start, end }: TimelineProps) {
  const { rows, lanes, from, to } = preview
  const span = Math.max(1, to - from)
  const along = (instant: number) => `${((Math.min(instant, to) - from) / span) * 100}%`
  return (
    <div class="timeline" aria-hidden="true" data-lanes={lanes}>
      <div class="timeline-lanes" style={{ '--lanes': String(lanes) }}>
        {ticksOf(from, to).map((tick) => (
          <span class="timeline-tick" key={tick} style={{ insetInlineStart: along(tick) }} />
        ))}
        {rows.map((row) => (
          <span
            class={barClass(row)}
            key={row.window.id}
            style={{
              insetInlineStart: along(row.window.startsAt),
              inlineSize: `${((Math.min(row.window.endsAt, to) - row.window.startsAt) / span) * 100}%`,
              '--lane': String(row.lane),
            }}
          >
            <span class="timeline-code">{row.window.relatedEvent.code}</span>
          </span>
        ))}
      </div>
      <p class="timeline-axis">
        <span>{start}</span>
        <span>{end}</span>
      </p>
    </div>
  )
}

function barClass({ hidden, window }: PreviewRow): string {
  const classes = ['timeline-bar']
  if (hidden) classes.push('is-hidden')
  if (window.endsAt === Number.POSITIVE_INFINITY) classes.push('is-endless')
  return classes.join(' ')
}

/** The starts of days, or of weeks where there are many, after `from` and before `to` (epoch ms). */
function ticksOf(from: number, to: number): readonly number[] {
  const step = [millisecondsInDay, millisecondsInWeek].find((length) => (to - from) / length <= MOST_TICKS)
  if (step === undefined) return []
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / step) - 1) }, (_, index) => from + (index + 1) * step)
}
