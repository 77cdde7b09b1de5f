import { message } from '../../../utils/i18n/messages.ts'
import type { RelatedDraft } from '../../../utils/packs/draft.ts'
import { addWindow } from '../../../utils/packs/draft-edit.ts'
import { Entry } from './entry.tsx'
import { useForm } from './form-context.ts'
import { LevelFields } from './level-fields.tsx'
import { RelatedActions } from './related-actions.tsx'
import { RemovalBar } from './removal-bar.tsx'
import { WindowFields } from './window-fields.tsx'

export interface RelatedMoreProps {
  readonly related: RelatedDraft
  /** From 0. */
  readonly index: number
  readonly set: (part: Partial<RelatedDraft>) => void
}

/** Hours, levels and rewards of a related event, and what can be done with it as a whole. */
export function RelatedMore({ related, index, set }: RelatedMoreProps) {
  const { newKey, focusAfter } = useForm()
  const add = () => {
    set(addWindow(related, newKey))
    focusAfter(`[data-field="related-${index}-window-${related.windows.length}-day"]`)
  }
  return (
    <>
      {related.windows.map((window, number) => (
        <WindowFields key={window.key} related={related} index={index} window={window} number={number} set={set} />
      ))}
      <RemovalBar place={related.key} />
      <button type="button" class="button editor-add" data-action="add-window" onClick={add}>
        {message('options_editor_window_add')}
      </button>
      <LevelFields
        name={`related-${index}`}
        values={related}
        hint={message('options_editor_levels_hint')}
        onInput={set}
      />
      <Entry
        name={`related-${index}-rewards`}
        label={message('options_editor_rewards')}
        hint={message('options_editor_rewards_hint')}
        rows={2}
        value={related.rewards}
        onInput={(rewards) => set({ rewards })}
      />
      <RelatedActions related={related} index={index} />
    </>
  )
}
