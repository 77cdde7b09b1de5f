import { DayList } from '../../components/day-list.tsx'
import { Dial } from '../../components/dial.tsx'
import { Headline } from '../../components/headline.tsx'
import { scoreOf, scoreText } from '../../components/score.ts'
import { BLANK, momentText, windowName } from '../../components/words.ts'
import { message } from '../../utils/i18n/messages.ts'
import type { Day } from '../../utils/plan/run-view.ts'
import type { InstantLabel } from '../../utils/time/labels.ts'
import { change, useLater } from './later.ts'
import { RunCard } from './run-card.tsx'
import { RunFoot } from './run-foot.tsx'
import type { DayActions, RunPageProps } from './run-props.ts'
import { takeFocus } from './take-focus.ts'
import { type Spoken, spokenOf } from './words-of-state.ts'

/** The page of a run: dial and countdown, the card of the day, the days, what comes next. */
export function RunPage(props: RunPageProps) {
  const { view, labels, now, perform, onOptionsAt, onLeave } = props
  const parts = useLater()
  const { schedule, days } = view
  const byInstant = labels?.byInstant ?? {}
  const spoken = spokenOf(view)
  const { value, total } = scoreOf(view)

  const actions: DayActions = {
    onDone: (day, done) => {
      const by = done ? 1 : -1
      const then = { ...view, points: view.points + by * day.window.points, daysDone: view.daysDone + by }
      perform(() => change(({ setDone }) => setDone(view.commander.id, view.run.id, day.window.id, done)), {
        text: message(done ? 'popup_said_done' : 'popup_said_undone', windowName(day.window), scoreText(then)),
      })
    },
    onNote: ({ window }, text) =>
      perform(() => change(({ setNote }) => setNote(view.commander.id, view.run.id, window.id, text))),
  }

  return (
    <>
      {onLeave && (
        <p class="looking-back">
          {message('popup_looking_back')}{' '}
          <button ref={takeFocus} type="button" class="link" data-action="leave-look-back" onClick={onLeave}>
            {message('popup_leave_look_back')}
          </button>
        </p>
      )}
      <section class={`band band-${view.status}`}>
        <Dial value={value} total={total} label={scoreText(view)} states={days.map((day) => day.state)} />
        <Headline
          label={spoken.label}
          left={spoken.as === 'since' || !Number.isFinite(spoken.at) ? undefined : spoken.at - now}
          moment={spokenMoment(spoken, byInstant[spoken.at])}
        />
      </section>
      <RunCard {...props} {...actions} />
      {view.missed > 0 && !onLeave && view.eligibility === 'yes' && view.status !== 'ended' && (
        <p class="missed">
          {view.scored
            ? message('popup_missed_points', missedPoints(days), total)
            : message('popup_missed_days', view.missed, total)}
        </p>
      )}
      <p class="zone quiet">
        {labels ? message('popup_hours_in', labels.zoneName) : BLANK}
        {schedule.startAssumed && ` ${message('popup_hour_assumed')} `}
        {schedule.startAssumed && !onLeave && (
          <button type="button" class="link" data-action="change-start" onClick={() => onOptionsAt('event')}>
            {message('popup_change')}
          </button>
        )}
      </p>
      <DayList
        view={view}
        labels={byInstant}
        isPast={onLeave !== undefined || view.eligibility !== 'yes'}
        {...actions}
      />
      {view.hidden.length > 0 && parts && <parts.HiddenWindows record={props.record} view={view} />}
      <RunFoot {...props} />
    </>
  )
}

function spokenMoment({ as, at }: Spoken, label: InstantLabel | undefined): string {
  if (!Number.isFinite(at)) return message('popup_end_unknown')
  return label && as === 'since' ? message('popup_over_since', momentText(label)) : momentText(label)
}

function missedPoints(days: readonly Day[]): number {
  return days.reduce((sum, day) => sum + (day.state === 'missed' ? day.window.points : 0), 0)
}
