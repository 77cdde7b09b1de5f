import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants'
import { useState } from 'preact/hooks'
import { momentText } from '../../components/words.ts'
import type { EventDefinition } from '../../utils/events/event.ts'
import { language, message } from '../../utils/i18n/messages.ts'
import { proposedStarts, readStart, type StartEntry } from '../../utils/schedule/start.ts'
import { labelsFor } from '../../utils/time/labels.ts'
import { dateInputValue, timeInputValue } from '../../utils/time/wall-time.ts'
import { wallTimeAt } from '../../utils/time/zone.ts'
import { zoneNameOf } from '../../utils/time/zone-name.ts'
import { takeFocus } from './take-focus.ts'
import { timeZoneOf } from './use-labels.ts'

interface StartFormProps {
  event: EventDefinition
  /** The setting. */
  timeZone: string
  now: number
  onStart: (startsAt: number, startAssumed: boolean) => void
  onCancel: () => void
}

/** Any day and hour, on the clock of the commander's zone; the assumed hour is proposed. */
export function StartForm({ event, timeZone, now, onStart, onCancel }: StartFormProps) {
  const zone = timeZoneOf(timeZone)
  const [proposed] = useState(() => wallTimeAt(proposedStarts(event, now).latest, zone))
  const [date, setDate] = useState(dateInputValue(proposed))
  const [time, setTime] = useState(timeInputValue(proposed))
  const [problem, setProblem] = useState<string>()

  const confirm = (submit: Event) => {
    submit.preventDefault()
    const entry = readStart(event, date, time, zone, Date.now())
    if (entry.ok) onStart(entry.instant, isAssumedHour(event, entry.instant))
    else setProblem(problemText(entry, event, zone, Date.now()))
  }
  const field = { 'aria-invalid': problem !== undefined, 'aria-describedby': 'start-problem' }
  return (
    // The browser's own words for a half-filled field would come without ours.
    <form class="start-form" noValidate onSubmit={confirm}>
      <label>
        {message('popup_start_date')}
        <input
          ref={takeFocus}
          type="date"
          name="date"
          value={date}
          onInput={(e) => setDate(e.currentTarget.value)}
          {...field}
        />
      </label>
      <label>
        {message('popup_start_time', zoneNameOf(zone))}
        <input type="time" name="time" value={time} onInput={(e) => setTime(e.currentTarget.value)} {...field} />
      </label>
      <p class="start-problem" id="start-problem" role="alert">
        {problem}
      </p>
      <div class="card-actions">
        <button type="submit" class="button button-main" data-action="confirm-start">
          {message('popup_confirm_start')}
        </button>
        <button type="button" class="button button-quiet" onClick={onCancel}>
          {message('popup_cancel')}
        </button>
      </div>
      <p class="quiet">{message('popup_start_assumed')}</p>
    </form>
  )
}

function isAssumedHour({ assumedStart }: EventDefinition, instant: number): boolean {
  return assumedStart !== undefined && (instant - assumedStart * millisecondsInMinute) % millisecondsInDay === 0
}

function problemText(entry: StartEntry & { ok: false }, event: EventDefinition, zone: string, now: number): string {
  const label = (instant: number) =>
    labelsFor({ instants: [instant], timeZone: zone, locale: language(), now }).byInstant[instant]
  const instant = entry.instant ?? now
  switch (entry.reason) {
    case 'format':
      return message('popup_problem_format')
    case 'no-such-date':
      return message('popup_problem_date')
    case 'no-such-time':
      return message('popup_problem_time')
    case 'gap':
      return message('popup_problem_gap', zoneNameOf(zone), momentText(label(instant)))
    case 'over':
      return message('popup_problem_over', momentText(label(instant + event.lasts * millisecondsInMinute)))
    case 'too-far':
      return message('popup_problem_far')
  }
}
