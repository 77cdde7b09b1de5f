import { message } from '../utils/i18n/messages.ts'
import type { Day } from '../utils/plan/run-view.ts'
import { StateIcon } from './icons.tsx'
import { Objectives } from './objectives.tsx'
import { windowName } from './words.ts'

/** The head of a card: a day's code and name. */
function DayHead({ day }: { day: Day }) {
  return (
    <h2>
      <span class="code">{day.window.relatedEvent.code}</span> {windowName(day.window)}
    </h2>
  )
}

/** A day that comes next, to get ready for. */
export function NextCard({ day }: { day: Day }) {
  return (
    <section class="card">
      <DayHead day={day} />
      <Objectives day={day} />
    </section>
  )
}

interface MarkProps {
  day: Day
  onDone: (done: boolean) => void
}

interface TodayCardProps extends MarkProps {
  /** A click on Snooze; absent where it is too late for one. */
  onSnooze?: (() => void) | undefined
  /** Set while snoozed: until when, in words. */
  snoozed?: string | undefined
  onNote: (text: string) => void
}

/** The open day: what to do, and the one large button. */
export function TodayCard({ day, onSnooze, snoozed, onDone, onNote }: TodayCardProps) {
  return (
    <section class={`card card-today card-${day.state}`}>
      <DayHead day={day} />
      <Objectives day={day} onNote={onNote} />
      <div class="card-actions">
        <MarkButton day={day} onDone={onDone} />
        {snoozed !== undefined && <p class="card-snoozed quiet">{snoozed}</p>}
        {onSnooze && (
          <button type="button" class="button button-quiet" data-action="snooze" onClick={onSnooze}>
            {message('popup_snooze')}
          </button>
        )}
      </div>
    </section>
  )
}

/** Mark complete; once done, says so and offers Undo. */
export function MarkButton({ day: { done }, onDone }: MarkProps) {
  return (
    <>
      {done && (
        <p class="card-completed">
          <StateIcon state="done" />
          {message('popup_completed')}
        </p>
      )}
      <button
        type="button"
        class={done ? 'button' : 'button button-main'}
        data-action={done ? 'undo' : 'mark'}
        // The second click of a double click must not take back what the first did.
        onClick={(event) => event.detail < 2 && onDone(!done)}
      >
        {message(done ? 'popup_undo' : 'popup_mark')}
      </button>
    </>
  )
}
