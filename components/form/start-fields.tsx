import type { StartProblem } from '../../utils/schedule/start.ts'
import { Field } from './field.tsx'

/** A date and an hour as they stand in their inputs. */
export interface StartText {
  readonly date: string
  readonly time: string
}

/** Which of the two inputs a problem belongs to, and what to say. */
export interface StartError {
  readonly field: 'date' | 'time'
  readonly text: string
}

export interface StartFieldsProps {
  readonly dateLabel: string
  readonly timeLabel: string
  readonly timeHint?: string | undefined
  readonly value: StartText
  readonly error: StartError | undefined
  /** `broken`: the browser holds back a text that is no date or hour, such as 30 February, and gives an empty value. */
  readonly onInput: (value: StartText, broken: StartProblem | undefined, field: StartError['field']) => void
}

/** Date and hour of a start, side by side. */
export function StartFields({ dateLabel, timeLabel, timeHint, value, error, onInput }: StartFieldsProps) {
  return (
    <div class="start-fields">
      <Field name="start-date" label={dateLabel} error={error?.field === 'date' ? error.text : undefined}>
        {(field) => (
          <input
            {...field}
            class="input"
            type="date"
            value={value.date}
            onInput={({ currentTarget: { value: date, validity } }) =>
              onInput({ ...value, date }, validity.badInput ? 'no-such-date' : undefined, 'date')
            }
          />
        )}
      </Field>
      <Field
        name="start-time"
        label={timeLabel}
        hint={timeHint}
        error={error?.field === 'time' ? error.text : undefined}
      >
        {(field) => (
          <input
            {...field}
            class="input"
            type="time"
            value={value.time}
            onInput={({ currentTarget: { value: time, validity } }) =>
              onInput({ ...value, time }, validity.badInput ? 'no-such-time' : undefined, 'time')
            }
          />
        )}
      </Field>
    </div>
  )
}
