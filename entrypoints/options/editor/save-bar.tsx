import { useEffect, useRef } from 'preact/hooks'
import { message, plural } from '../../../utils/i18n/messages.ts'
import { isDayByDay } from '../../../utils/packs/draft-edit.ts'
import { fieldProblemText } from './field-problem-text.ts'
import { useForm } from './form-context.ts'

export interface SaveBarProps {
  /** Cancel was pressed, and something would be lost. */
  readonly isAsking: boolean
  readonly onCancel: () => void
  readonly onKeep: () => void
  readonly onDiscard: () => void
}

/** Save and cancel. Who would lose what was typed is asked first. */
export function SaveBar({ isAsking, onCancel, onKeep, onDiscard }: SaveBarProps) {
  const { judged, reading, draft } = useForm()
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAsking) keep.current?.focus()
  }, [isAsking])
  const { problems } = reading
  const hasDays = isDayByDay(draft) || draft.days !== undefined
  const homeless = problems.filter(({ field }) => field === '' || (field === 'event-days' && !hasDays))
  return (
    <div class="editor-end">
      <div role="alert" data-error="event">
        {judged && problems.length > 0 ? (
          <p class="field-error">{plural('options_editor_problems', problems.length)}</p>
        ) : null}
        {judged
          ? homeless.map((problem) => (
              <p class="field-error" key={problem.rule}>
                {fieldProblemText(problem)}
              </p>
            ))
          : null}
      </div>
      {isAsking ? (
        <div class="callout" data-asking>
          <p id="discard-question">{message('options_editor_discard_ask')}</p>
          <div class="row-actions">
            <button
              ref={keep}
              type="button"
              class="button"
              data-action="keep-editing"
              aria-describedby="discard-question"
              onClick={onKeep}
            >
              {message('options_editor_keep')}
            </button>
            <button type="button" class="button is-danger" data-action="discard-event" onClick={onDiscard}>
              {message('options_editor_discard')}
            </button>
          </div>
        </div>
      ) : (
        <div class="row-actions">
          <button type="submit" class="button is-main" data-action="save-event">
            {message('options_editor_save')}
          </button>
          <button type="button" class="button" data-action="cancel-event" onClick={onCancel}>
            {message('options_editor_cancel')}
          </button>
        </div>
      )}
    </div>
  )
}
