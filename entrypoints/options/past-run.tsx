import { forAll } from '../../components/for-all.ts'
import { scoreText } from '../../components/score.ts'
import { message } from '../../utils/i18n/messages.ts'
import type { RunView } from '../../utils/plan/run-view.ts'
import { changeRun } from '../../utils/record/transitions.ts'
import type { Page } from './page.ts'
import { statusText } from './run-status.ts'
import { useSave } from './save.tsx'
import { UndoBar } from './undo-bar.tsx'

export interface PastRunProps {
  readonly page: Page
  /** Over, or ended by the commander. */
  readonly run: RunView
  /** Ended on this page a moment ago: the focus goes to its undo. */
  readonly justEnded: boolean
  readonly onRemove: () => void
}

/** A run that is over. One that the commander ended can be taken up again until its own end. */
export function PastRun({ page, run, justEnded, onRemove }: PastRunProps) {
  const save = useSave()
  const { id } = run.run
  const { event, closesAt, endsAt } = run.schedule
  const takeUp = () => save(changeRun(id, { endedAt: undefined }))
  return (
    <li class="row" data-run={id} data-run-status={run.status}>
      <div class="row-text">
        <p class="row-title">{event.shortName}</p>
        <p class="row-detail">
          {statusText(run, page)} {scoreText(run)}
        </p>
      </div>
      <button
        type="button"
        class="button is-quiet is-danger"
        data-action="remove-run"
        aria-label={message('options_run_remove_named', event.shortName, statusText(run, page))}
        onClick={onRemove}
      >
        {message('options_run_remove')}
      </button>
      {closesAt < endsAt && page.now < endsAt ? (
        <UndoBar
          text={forAll(message('options_run_ended', event.shortName), page.view.commanders.length)}
          focused={justEnded}
          onUndo={takeUp}
        />
      ) : null}
    </li>
  )
}
