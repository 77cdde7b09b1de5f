import { message } from '../utils/i18n/messages.ts'
import type { Day } from '../utils/plan/run-view.ts'
import { Changes } from './changes.tsx'
import { Chevron, StateIcon } from './icons.tsx'
import { NoteField } from './note-field.tsx'
import { Objectives } from './objectives.tsx'
import { dateText, type LabelsByInstant, rangeText, STATE_WORDS, windowName } from './words.ts'

interface DayRowProps {
  day: Day
  labels: LabelsByInstant
  isToday: boolean
  /** A past run, to look at: a day without a tick is nobody's loss. */
  isPast: boolean
  isOpen: boolean
  onToggle: () => void
  onDone: (done: boolean) => void
  onNote: (text: string) => void
}

/** One day of the list: its state, name, hours and points; opened, all that is known of it. */
export function DayRow({ day, labels, isToday, isPast, isOpen, onToggle, onDone, onNote }: DayRowProps) {
  const { window, state } = day
  const id = `day-${day.number}`
  const missed = state === 'missed' && !isPast
  return (
    <li class={`day day-${state}${isToday ? ' day-today' : ''}`} data-window={window.id}>
      <button
        type="button"
        class="day-button"
        data-action="toggle-day"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-current={isToday ? 'date' : undefined}
        onClick={onToggle}
      >
        <StateIcon state={state} />
        <span class="sr-only">{message(STATE_WORDS[state])}: </span>
        <span class="day-name">{windowName(window)}</span>
        <span class="day-hours">
          {missed && <span class="day-missed-hint">{message('popup_missed_row')}</span>}
          {missed ? dateText(labels[window.startsAt]) : rangeText(window, labels)}
        </span>
        {window.relatedEvent.points !== undefined && (
          <>
            <span class="day-points" aria-hidden="true">
              {window.points}
            </span>
            <span class="sr-only">{message('popup_day_points', window.points)}</span>
          </>
        )}
        <Chevron />
      </button>
      <div id={id} class="day-details" hidden={!isOpen}>
        {isOpen && (
          <>
            {missed && <p class="quiet">{rangeText(window, labels)}</p>}
            <DayDetails day={day} isPast={isPast} onDone={onDone} onNote={onNote} />
          </>
        )}
      </div>
    </li>
  )
}

function DayDetails({ day, isPast, onDone, onNote }: Pick<DayRowProps, 'day' | 'isPast' | 'onDone' | 'onNote'>) {
  const { name, rewards } = day.window.relatedEvent
  return (
    <>
      <h3>{message('popup_objectives')}</h3>
      <Objectives day={day} />
      {rewards.length > 0 && (
        <>
          <h3>{message('popup_rewards')}</h3>
          <p>
            {rewards.join(', ')} <span class="quiet">({message('popup_rewards_incomplete')})</span>
          </p>
        </>
      )}
      <Changes>
        <NoteField name={name} note={day.note} rows={2} onNote={onNote} />
        {day.state === 'missed' && !isPast && <p>{message('popup_missed_open')}</p>}
        {day.state !== 'upcoming' && <DoneButton day={day} onDone={onDone} />}
      </Changes>
    </>
  )
}

function DoneButton({ day, onDone }: Pick<DayRowProps, 'day' | 'onDone'>) {
  if (day.done) {
    return (
      <button type="button" class="button" data-action="unmark-day" onClick={() => onDone(false)}>
        {message('popup_unmark_day')}
      </button>
    )
  }
  return (
    <button type="button" class="button button-accent" data-action="mark-day" onClick={() => onDone(true)}>
      {message(day.isOpen ? 'popup_mark_day' : 'popup_mark_missed')}
    </button>
  )
}
