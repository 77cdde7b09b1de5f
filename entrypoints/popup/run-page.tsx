import { useState } from 'preact/hooks'
import { DayRow } from '../../components/day-row.tsx'
import { Dial } from '../../components/dial.tsx'
import { Headline } from '../../components/headline.tsx'
import { BLANK, momentText } from '../../components/words.ts'
import { message } from '../../utils/i18n/messages.ts'
import type { Day } from '../../utils/plan/run-view.ts'
import type { InstantLabel } from '../../utils/time/labels.ts'
import { change } from './later.ts'
import { RunCard } from './run-card.tsx'
import { RunFoot } from './run-foot.tsx'
import type { DayActions, RunPageProps } from './run-props.ts'
import { takeFocus } from './take-focus.ts'
import { type Spoken, spokenOf } from './words-of-state.ts'

/** The page of a run: dial and countdown, the card of the day, the days, what comes next. */
export function RunPage(props: RunPageProps) {
  const { view, labels, now, perform, onStart, onLeave } = props
  const [openDay, setOpenDay] = useState<string>()
  const { schedule, days, points, pointsTotal } = view
  const byInstant = labels?.byInstant ?? {}
  const spoken = spokenOf(view)

  const actions: DayActions = {
    onDone: ({ window }, done) => {
      const then = points + (done ? window.points : -window.points)
      const words = message('popup_points', then, pointsTotal)
      perform(() => change(({ setDone }) => setDone(view.commander.id, view.run.id, window.id, done)), {
        text: message(done ? 'popup_said_done' : 'popup_said_undone', window.relatedEvent.name, words),
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
        <Dial points={points} total={pointsTotal} states={days.map((day) => day.state)} />
        <Headline
          label={spoken.label}
          left={spoken.as === 'since' ? undefined : spoken.at - now}
          moment={spokenMoment(spoken, byInstant[spoken.at])}
        />
      </section>
      <RunCard {...props} {...actions} />
      {view.missed > 0 && !onLeave && view.eligibility === 'yes' && view.status !== 'ended' && (
        <p class="missed">{message('popup_missed_points', missedPoints(days), pointsTotal)}</p>
      )}
      <p class="zone quiet">
        {labels ? message('popup_hours_in', labels.zoneName) : BLANK}
        {schedule.startAssumed && ` ${message('popup_hour_assumed')} `}
        {schedule.startAssumed && !onLeave && (
          <button type="button" class="link" data-action="change-start" onClick={onStart}>
            {message('popup_change')}
          </button>
        )}
      </p>
      <ol class="days" aria-label={message('popup_days')}>
        {days.map((day) => (
          <DayRow
            key={day.window.id}
            day={day}
            labels={byInstant}
            isToday={day === view.today}
            isPast={onLeave !== undefined}
            isOpen={openDay === day.window.id}
            onToggle={() => setOpenDay(openDay === day.window.id ? undefined : day.window.id)}
            onDone={(done) => actions.onDone(day, done)}
            onNote={(text) => actions.onNote(day, text)}
          />
        ))}
      </ol>
      <RunFoot {...props} />
    </>
  )
}

function spokenMoment({ as }: Spoken, label: InstantLabel | undefined): string {
  return label && as === 'since' ? message('popup_over_since', momentText(label)) : momentText(label)
}

function missedPoints(days: readonly Day[]): number {
  return days.reduce((sum, day) => sum + (day.state === 'missed' ? day.window.points : 0), 0)
}
