import { message } from '../../../utils/i18n/messages.ts'
import type { LengthDraft } from '../../../utils/packs/draft.ts'
import type { EntryRowProps } from './entry-row.tsx'

/** The three inputs of a length. @param name the start of their names, such as `event-lasts` */
export function lengthEntries(
  name: string,
  value: LengthDraft,
  onInput: (value: LengthDraft) => void,
): EntryRowProps['entries'] {
  const entry = (part: keyof LengthDraft, label: string) => ({
    name: `${name}-${part}`,
    label,
    value: value[part],
    onInput: (text: string) => onInput({ ...value, [part]: text }),
  })
  return [
    entry('days', message('options_editor_length_days')),
    entry('hours', message('options_editor_length_hours')),
    entry('minutes', message('options_editor_length_minutes')),
  ]
}
