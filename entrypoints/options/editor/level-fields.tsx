import { message } from '../../../utils/i18n/messages.ts'
import { EntryRow } from './entry-row.tsx'

interface Levels {
  readonly minLevel: string
  readonly maxLevel: string
}

export interface LevelFieldsProps {
  /** Of what, in the names of the fields: `event`, `related-0`. */
  readonly name: string
  readonly values: Levels
  readonly hint: string
  readonly onInput: (part: Partial<Levels>) => void
}

/** From which level to which something exists. */
export function LevelFields({ name, values, hint, onInput }: LevelFieldsProps) {
  return (
    <fieldset class="editor-group">
      <legend class="editor-group-title">{message('options_editor_levels')}</legend>
      <EntryRow
        hint={hint}
        entries={[
          {
            name: `${name}-min-level`,
            label: message('options_editor_level_from'),
            value: values.minLevel,
            onInput: (minLevel) => onInput({ minLevel }),
          },
          {
            name: `${name}-max-level`,
            label: message('options_editor_level_to'),
            value: values.maxLevel,
            onInput: (maxLevel) => onInput({ maxLevel }),
          },
        ]}
      />
    </fieldset>
  )
}
