import { message } from '../../../utils/i18n/messages.ts'
import type { RelatedDraft } from '../../../utils/packs/draft.ts'

/** What a related event is called in a sentence, also while it has no name. @param index from 0 */
export function relatedName({ name }: Pick<RelatedDraft, 'name'>, index: number): string {
  return name.trim() || message('options_editor_related', index + 1)
}
