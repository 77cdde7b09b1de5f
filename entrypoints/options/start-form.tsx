import { useState } from 'preact/hooks'
import { assumedTimeOn } from '../../components/form/assumed-time.ts'
import { StartFields, type StartText } from '../../components/form/start-fields.tsx'
import type { EventDefinition } from '../../utils/events/event.ts'
import { message } from '../../utils/i18n/messages.ts'
import { readStart, type StartProblem } from '../../utils/schedule/start.ts'
import { dateInputValue, timeInputValue } from '../../utils/time/wall-time.ts'
import { wallTimeAt } from '../../utils/time/zone.ts'
import { zoneNameOf } from '../../utils/time/zone-name.ts'
import type { Page } from './page.ts'
import { startErrorOf } from './start-error.ts'

export interface StartFormProps {
  readonly page: Page
  readonly event: EventDefinition
  /** Epoch ms; what the inputs show until somebody types. */
  readonly startsAt: number
  /** The hour shown is only assumed; it stays so until the commander types one. */
  readonly assumed: boolean
  /** Names the button to tests. */
  readonly action: string
  readonly submit: string
  /** Resolves to false where it could not be stored. */
  readonly onSubmit: (startsAt: number, startAssumed: boolean) => Promise<boolean>
}

interface Draft {
  readonly text: StartText
  readonly hourTyped: boolean
  readonly broken: { readonly date?: StartProblem | undefined; readonly time?: StartProblem | undefined }
}

/** Date and hour of a start in the commander's zone, and a button: two inputs are one value, so they are stored together. */
export function StartForm({ page, event, startsAt, assumed, action, submit, onSubmit }: StartFormProps) {
  const [draft, setDraft] = useState<Draft | undefined>(undefined)
  // While a date is typed it is wrong most of the time: it is judged when the inputs are left.
  const [judged, setJudged] = useState(false)
  const { timeZone } = page.zone
  const wall = wallTimeAt(startsAt, timeZone)
  const text = draft?.text ?? { date: dateInputValue(wall), time: timeInputValue(wall) }
  const entry = readStart(event, text.date, text.time, timeZone, page.now)
  const error = startErrorOf(entry, text, draft?.broken ?? {}, event, page)

  const onInput = (value: StartText, broken: StartProblem | undefined, field: 'date' | 'time') => {
    const hourTyped = field === 'time' || (draft?.hourTyped ?? false)
    const follows = assumed && !hourTyped ? assumedTimeOn(event, value.date, timeZone) : undefined
    setDraft({
      text: { ...value, time: follows ?? value.time },
      hourTyped,
      broken: { ...draft?.broken, [field]: broken },
    })
  }
  const onSave = async () => {
    setJudged(true)
    if (error || !entry.ok) return
    if (await onSubmit(entry.instant, assumed && !draft?.hourTyped)) {
      setDraft(undefined)
      setJudged(false)
    }
  }
  return (
    <form
      class="start-form"
      noValidate
      onFocusOut={(event) => {
        if (draft && !event.currentTarget.contains(event.relatedTarget as Node | null)) setJudged(true)
      }}
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <StartFields
        dateLabel={message('options_start_date')}
        timeLabel={message('options_start_time', zoneNameOf(timeZone))}
        timeHint={assumed && !draft?.hourTyped ? message('options_start_assumed_hint') : undefined}
        value={text}
        error={judged ? error : undefined}
        onInput={onInput}
      />
      <div class="start-submit">
        <button type="submit" class={action === 'start-run' ? 'button is-main' : 'button'} data-action={action}>
          {submit}
        </button>
        {draft ? <p class="note">{message('options_start_unsaved')}</p> : null}
      </div>
    </form>
  )
}
