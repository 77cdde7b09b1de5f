import { useState } from 'preact/hooks'
import { message } from '../utils/i18n/messages.ts'
import type { DayState } from '../utils/plan/day.ts'
import type { RunStatus, RunView } from '../utils/plan/run-view.ts'
import { StateIcon } from './icons.tsx'
import { scoreOf, scoreText } from './score.ts'
import { STATE_WORDS } from './words.ts'

/** What of a run's status its button shows, as the state of a day. */
const STATES: Record<RunStatus, DayState> = {
  upcoming: 'upcoming',
  open: 'open',
  urgent: 'urgent',
  done: 'done',
  waiting: 'upcoming',
  'all-done': 'done',
  closing: 'upcoming',
  ended: 'missed',
}

/** So many are shown at first: two lines. */
const MOST = 4

interface RunChipsProps {
  runs: readonly RunView[]
  /** The id of the one that the page shows. */
  chosen: string
  onChoose: (runId: string) => void
}

/** The events that are on or to come, each with its own points, to choose from. */
export function RunChips({ runs, chosen, onChoose }: RunChipsProps) {
  const [all, setAll] = useState(false)
  // The one that the page shows is never among those that are put away.
  const shown =
    all || runs.length <= MOST ? runs : runs.filter(({ run }, index) => index < MOST - 1 || run.id === chosen)
  return (
    <nav class="chips" aria-label={message('popup_runs')}>
      {shown.map((view) => {
        const { id } = view.run
        const { shortName } = view.schedule.event
        const { value, total } = scoreOf(view)
        const state = STATES[view.status]
        return (
          <button
            key={id}
            type="button"
            class={`chip chip-${state}`}
            data-action="choose-run"
            data-run={id}
            aria-current={id === chosen ? 'page' : undefined}
            title={shortName}
            onClick={() => onChoose(id)}
          >
            <StateIcon state={state} />
            <span class="sr-only">{message(STATE_WORDS[state])}: </span>
            <span class="chip-name">{shortName}</span>
            <span class="chip-score" aria-hidden="true">
              {`${value}/${total}`}
            </span>
            <span class="sr-only">{scoreText(view)}</span>
          </button>
        )
      })}
      {shown.length < runs.length && (
        <button type="button" class="chip" data-action="more-runs" onClick={() => setAll(true)}>
          {message('popup_more_runs', runs.length - shown.length)}
        </button>
      )}
    </nav>
  )
}
