import { Switch } from '../../../components/form/switch.tsx'
import { message } from '../../../utils/i18n/messages.ts'
import type { RelatedDraft, WindowDraft } from '../../../utils/packs/draft.ts'
import { changed, inserted, without, withWindows } from '../../../utils/packs/draft-edit.ts'
import { EntryRow, type EntryRowProps } from './entry-row.tsx'
import { useForm } from './form-context.ts'
import { lengthEntries } from './length-entries.ts'
import { relatedName } from './related-name.ts'

export interface WindowFieldsProps {
  readonly related: RelatedDraft
  /** Of the related event, from 0. */
  readonly index: number
  readonly window: WindowDraft
  /** Of the window, from 0. */
  readonly number: number
  readonly set: (part: Partial<RelatedDraft>) => void
}

/** When a window opens and how long it is open. */
export function WindowFields({ related, index, window, number, set }: WindowFieldsProps) {
  const name = `related-${index}-window-${number}`
  const change = (part: Partial<WindowDraft>) => set({ windows: changed(related.windows, number, part) })
  // The day of the first window stands with what every related event has.
  const day = {
    name: `${name}-day`,
    label: message('options_editor_day'),
    value: window.day,
    onInput: (text: string) => change({ day: text }),
  }
  const hour = {
    name: `${name}-hour`,
    label: message('options_editor_hour'),
    letters: true,
    value: window.hour,
    onInput: (text: string) => change({ hour: text }),
  }
  const length: EntryRowProps['entries'] = window.endless
    ? []
    : lengthEntries(`${name}-lasts`, window.lasts, (lasts) => change({ lasts }))
  return (
    <fieldset class="editor-group" data-window={number}>
      <legend class="editor-group-title">
        {related.windows.length > 1
          ? message('options_editor_window', number + 1)
          : message('options_editor_window_only')}
      </legend>
      <EntryRow
        entries={[...(number > 0 ? [day] : []), hour, ...length]}
        hint={number === 0 ? message('options_editor_hour_hint') : undefined}
      />
      <div class="editor-line">
        <Switch
          tick
          name={`${name}-endless`}
          label={message('options_editor_endless')}
          checked={window.endless}
          onChange={(endless) => change({ endless })}
        />
        {related.windows.length > 1 ? <RemoveWindow related={related} index={index} number={number} /> : null}
      </div>
    </fieldset>
  )
}

function RemoveWindow({ related, index, number }: Pick<WindowFieldsProps, 'related' | 'index' | 'number'>) {
  const { remove } = useForm()
  const onClick = () => {
    const window = related.windows[number]
    if (!window) return
    // Marks are kept under the number of a window.
    const movesMarks = related.id !== undefined && number < related.windows.length - 1
    const values = [number + 1, relatedName(related, index)] as const
    remove((draft) => withWindows(draft, related.key, (windows) => without(windows, window.key)), {
      place: related.key,
      text: movesMarks
        ? message('options_editor_window_removed_marks', ...values)
        : message('options_editor_window_removed', ...values),
      restore: (draft) => withWindows(draft, related.key, (windows) => inserted(windows, number, window)),
      focus: `[data-field="related-${index}-window-${number}-hour"]`,
    })
  }
  return (
    <button
      type="button"
      class="button is-quiet is-danger"
      data-action="remove-window"
      aria-label={message('options_editor_window_remove_named', number + 1, relatedName(related, index))}
      onClick={onClick}
    >
      {message('options_editor_remove')}
    </button>
  )
}
