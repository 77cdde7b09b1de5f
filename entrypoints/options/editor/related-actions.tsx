import { message, plural } from '../../../utils/i18n/messages.ts'
import type { RelatedDraft } from '../../../utils/packs/draft.ts'
import { duplicateRelated, inserted, moveRelated, without } from '../../../utils/packs/draft-edit.ts'
import { useForm } from './form-context.ts'
import { relatedName } from './related-name.ts'

export interface RelatedActionsProps {
  readonly related: RelatedDraft
  /** From 0. */
  readonly index: number
}

/** What can be done with a related event as a whole. */
export function RelatedActions({ related, index }: RelatedActionsProps) {
  const { draft, initial, marksIn, change, remove, newKey, focusAfter, say } = useForm()
  const name = relatedName(related, index)
  const last = draft.related.length - 1
  const move = (by: -1 | 1) => {
    const to = index + by
    change((before) => moveRelated(before, index, by))
    say(message('options_editor_moved', name, to + 1, last + 1))
    // At the end of the list the button that was pressed can no longer be.
    const button = by < 0 ? (to === 0 ? 'move-down' : 'move-up') : to === last ? 'move-up' : 'move-down'
    focusAfter(`[data-related="${to}"] [data-action="${button}"]`)
  }
  const duplicate = () => {
    change((before) => duplicateRelated(before, index, newKey))
    focusAfter(`[data-field="related-${index + 1}-name"]`)
  }
  const marksOnIt = () => {
    if (!initial || related.id === undefined) return 0
    const relatedEvents = initial.relatedEvents.filter(({ id }) => id !== related.id)
    return marksIn(initial).kept - marksIn({ ...initial, relatedEvents }).kept
  }
  const takeAway = () => {
    const marks = marksOnIt()
    remove((before) => ({ ...before, days: undefined, related: without(before.related, related.key) }), {
      place: 'related',
      text:
        marks > 0
          ? plural('options_editor_related_removed_marks', marks, name)
          : message('options_editor_related_removed', name),
      restore: (before) => ({ ...before, days: undefined, related: inserted(before.related, index, related) }),
      focus: `[data-field="related-${index}-name"]`,
    })
  }
  return (
    <div class="row-actions">
      <button type="button" class="button is-quiet" data-action="duplicate-related" onClick={duplicate}>
        {message('options_editor_duplicate')}
      </button>
      <button
        type="button"
        class="button is-quiet"
        data-action="move-up"
        disabled={index === 0}
        onClick={() => move(-1)}
      >
        {message('options_editor_up')}
      </button>
      <button
        type="button"
        class="button is-quiet"
        data-action="move-down"
        disabled={index === last}
        onClick={() => move(1)}
      >
        {message('options_editor_down')}
      </button>
      <button type="button" class="button is-quiet is-danger" data-action="remove-related" onClick={takeAway}>
        {message('options_editor_remove')}
      </button>
    </div>
  )
}
