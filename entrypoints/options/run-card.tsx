import { useState } from 'preact/hooks'
import { instantText } from '../../components/instant-words.ts'
import { scoreText } from '../../components/score.ts'
import { message } from '../../utils/i18n/messages.ts'
import type { RunView } from '../../utils/plan/run-view.ts'
import { changeRun } from '../../utils/record/transitions.ts'
import { runStartPlace } from '../../utils/storage/draft-places.ts'
import type { Page } from './page.ts'
import { RepeatField } from './repeat-field.tsx'
import { statusText } from './run-status.ts'
import { useSave } from './save.tsx'
import { StartForm } from './start-form.tsx'
import { wasStartTyped } from './was-start-typed.ts'

export interface RunCardProps {
  readonly page: Page
  /** Not over. */
  readonly run: RunView
  /** One of several: what can be changed is drawn once it is asked for. */
  readonly compact: boolean
  readonly onEnd: () => void
  readonly onRemove: () => void
}

/** A run that is on or to come: how it stands, when it started, and what can be done about it. */
export function RunCard({ page, run, compact, onEnd, onRemove }: RunCardProps) {
  const { id } = run.run
  const { event, startsAt, startAssumed } = run.schedule
  // Where a start was typed and not saved it is seen at once.
  const [isOpen, setOpen] = useState(() => wasStartTyped(runStartPlace(id), event, page))
  const save = useSave()
  const started = instantText(startsAt, page.zone.timeZone, page.now)
  return (
    <div class="card" data-run={id} data-run-status={run.status}>
      <div class="card-head">
        <h3 class="card-title">{event.shortName}</h3>
        <p class="card-points">{scoreText(run)}</p>
      </div>
      <p class="run-status" data-status={run.status}>
        {statusText(run, page)}
      </p>
      {run.eligibility === 'yes' ? null : <p class="note">{message('options_run_hidden')}</p>}
      <dl class="facts">
        <dt>{message(run.status === 'upcoming' ? 'options_run_starts' : 'options_run_started')}</dt>
        <dd>
          {started} {startAssumed ? <span class="tag">{message('options_assumed')}</span> : null}
        </dd>
        <dt>{message('options_run_ends')}</dt>
        <dd>
          {Number.isFinite(run.schedule.endsAt)
            ? instantText(run.schedule.endsAt, page.zone.timeZone, page.now)
            : message('options_run_end_unknown')}
        </dd>
      </dl>
      {startAssumed ? (
        <div class="callout">
          <p>{message('options_assumed_ask')}</p>
          <button
            type="button"
            class="button"
            data-action="confirm-hour"
            onClick={() => save(changeRun(id, { startAssumed: false }))}
          >
            {message('options_assumed_confirm')}
          </button>
        </div>
      ) : null}
      {compact ? (
        <details
          class="help"
          data-action="open-change"
          open={isOpen}
          onToggle={(toggle) => setOpen(toggle.currentTarget.open)}
        >
          <summary>{message('options_run_change')}</summary>
          {isOpen ? <RunChange page={page} run={run} /> : null}
        </details>
      ) : (
        <RunChange page={page} run={run} />
      )}
      <div class="card-actions">
        {run.status === 'upcoming' ? null : (
          <button type="button" class="button is-quiet" data-action="end-run" onClick={onEnd}>
            {message('options_run_end')}
          </button>
        )}
        <button type="button" class="button is-quiet is-danger" data-action="remove-run" onClick={onRemove}>
          {message('options_run_remove')}
        </button>
      </div>
    </div>
  )
}

/** What of a run can be told otherwise: its start, and whether it comes again. */
function RunChange({ page, run }: Pick<RunCardProps, 'page' | 'run'>) {
  const save = useSave()
  const { id } = run.run
  const { event, startAssumed } = run.schedule
  return (
    <div class="run-change">
      <StartForm
        page={page}
        event={event}
        startsAt={run.run.startsAt}
        assumed={startAssumed}
        place={runStartPlace(id)}
        action="save-start"
        submit={message('options_start_save')}
        onSubmit={(next, nextAssumed) => save(changeRun(id, { startsAt: next, startAssumed: nextAssumed }))}
      />
      <RepeatField run={run} />
    </div>
  )
}
