import { millisecondsInWeek } from 'date-fns/constants'
import { Field } from '../../components/form/field.tsx'
import { message } from '../../utils/i18n/messages.ts'
import type { RunView } from '../../utils/plan/run-view.ts'
import { changeRun } from '../../utils/record/transitions.ts'
import { useSave } from './save.tsx'

/** Weeks after which an event may come again, to choose from; any other that was imported stands with them. */
const WEEKS = [1, 2, 3, 4, 6, 8]

/** Whether a run comes again; of a series that goes on also its end. */
export function RepeatField({ run: { run, schedule } }: { readonly run: RunView }) {
  const save = useSave()
  const { id, series, startsAt } = run
  const every = series?.every ?? 0
  // An import may say that a series ends much later: until then it comes again.
  const goesOn = startsAt + every * millisecondsInWeek < (series?.until ?? Number.POSITIVE_INFINITY)
  const choices = [...new Set([0, ...WEEKS, every])].sort((a, b) => a - b)
  const change = (weeks: number) => {
    if (!series) return save(changeRun(id, { repeatsEvery: weeks || undefined }))
    if (weeks === series.every) return save(changeRun(series.id, { repeatsUntil: undefined }))
    // What has been stays; another rhythm would move it.
    return save(changeRun(series.id, { repeatsUntil: startsAt + 1 }))
  }
  const isFirst = series === undefined || series.id === id
  return (
    <Field
      name="repeats"
      label={message('options_repeats')}
      hint={isFirst ? undefined : message('options_repeats_hint', schedule.event.shortName)}
    >
      {(field) => (
        <select
          {...field}
          class="input is-short"
          value={String(goesOn ? every : 0)}
          onChange={({ currentTarget: { value } }) => change(Number(value))}
        >
          {choices.map((weeks) => (
            <option
              key={weeks}
              value={String(weeks)}
              disabled={series !== undefined && weeks !== 0 && weeks !== series.every}
            >
              {weeksText(weeks)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function weeksText(weeks: number): string {
  if (weeks === 0) return message('options_repeats_never')
  return weeks === 1 ? message('options_repeats_weekly') : message('options_repeats_weeks', weeks)
}
