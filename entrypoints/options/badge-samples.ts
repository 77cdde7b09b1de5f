import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants'
import { RUN_OF_2023 } from '../../utils/events/pack.ts'
import { type Badge, badgeAt } from '../../utils/plan/badge.ts'
import { runViewsAt } from '../../utils/plan/run-view.ts'
import { DEFAULT_COMMANDER, EMPTY_RECORD, FIRST_COMMANDER, type Settings } from '../../utils/record/record.ts'
import { putRun, setDone } from '../../utils/record/transitions.ts'

export type BadgeSample = Pick<Badge, 'state' | 'text'>

/** The badge in each of its states, on the first day of the run that ships: made as the real one is, so it never lies. */
export function badgeSamples(settings: Settings): readonly BadgeSample[] {
  const { id, startsAt } = RUN_OF_2023
  const stamp = { at: startsAt, by: 'sample' }
  const commander = { ...DEFAULT_COMMANDER, id: FIRST_COMMANDER }
  const record = putRun(id, RUN_OF_2023)(EMPTY_RECORD, stamp)
  const at = (now: number, of = record) => badgeAt(runViewsAt(of, commander, now), settings, now)
  const opened = startsAt + millisecondsInHour
  const today = at(opened).day
  const done = today ? setDone(FIRST_COMMANDER, id, today.window.id, true)(record, stamp) : record
  const closing = (today?.window.endsAt ?? startsAt) - 42 * millisecondsInMinute
  return [at(startsAt - millisecondsInHour), at(opened), at(closing), at(opened, done), at(startsAt, EMPTY_RECORD)].map(
    ({ state, text }) => ({ state, text }),
  )
}
