import { message } from '../../../utils/i18n/messages.ts'
import { addRelated } from '../../../utils/packs/draft-edit.ts'
import { codesOf } from '../../../utils/packs/draft-read-related.ts'
import { useForm } from './form-context.ts'
import { RelatedCard } from './related-card.tsx'
import { RemovalBar } from './removal-bar.tsx'

/** The related events in their order. */
export function RelatedList() {
  const { draft, change, newKey, focusAfter } = useForm()
  const codes = codesOf(draft)
  const add = () => {
    change((before) => addRelated(before, newKey))
    focusAfter(`[data-field="related-${draft.related.length}-name"]`)
  }
  return (
    <div class="editor-list">
      {draft.related.map((related, index) => (
        <RelatedCard key={related.key} related={related} index={index} code={codes[index] ?? ''} />
      ))}
      <RemovalBar place="related" />
      <button type="button" class="button editor-add" data-action="add-related" onClick={add}>
        {message('options_editor_related_add')}
      </button>
    </div>
  )
}
