import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { message } from '../../../utils/i18n/messages.ts'
import { newId } from '../../../utils/storage/update.ts'
import { KeptNote } from '../kept-note.tsx'
import { nearRunOf } from '../near-run.ts'
import type { Page } from '../page.ts'
import { useSave } from '../save.tsx'
import { useReport } from '../unsaved.tsx'
import { EventBasics } from './event-basics.tsx'
import { EventMore } from './event-more.tsx'
import { FormContext } from './form-context.ts'
import { RelatedList } from './related-list.tsx'
import { SaveBar } from './save-bar.tsx'
import { newEventId, saveEvent } from './save-event.ts'
import { SchedulePreview } from './schedule-preview.tsx'
import { useEditor } from './use-editor.ts'
import { useUnloadQuestion } from './use-unload-question.ts'

export interface EventEditorProps {
  readonly page: Page
  /** The event to change, as it is when the editor opens; absent: a new one is written. */
  readonly initial?: EventDefinition | undefined
  readonly onSaved: () => void
  readonly onCancel: () => void
  /** It stands there since the page was opened, for what was typed before: nobody asked for the focus. */
  readonly opened?: boolean
}

/** Writes or changes an event, with its schedule beside the form. */
export function EventEditor({ page, initial, onSaved, onCancel, opened }: EventEditorProps) {
  const save = useSave()
  const titleId = useId()
  const form = useRef<HTMLFormElement>(null)
  const editor = useEditor(initial, form, page.record)
  const [chance] = useState(newId)
  const [isAsking, setAsking] = useState(false)
  const isSaving = useRef(false)
  useUnloadQuestion(editor.isAtRisk)
  useReport(form, editor.isRestored && opened === true)
  useEffect(() => {
    if (!opened) form.current?.querySelector<HTMLElement>('[data-field="event-name"]')?.focus()
  }, [opened])

  const { initial: before, reading } = editor
  const onSave = async () => {
    editor.judge()
    if (reading.problems.length > 0 || isSaving.current) return
    isSaving.current = true
    const event = before ? reading.event : { ...reading.event, id: newEventId(reading.event.name, chance) }
    const isSaved = await save(saveEvent(event, before))
    isSaving.current = false
    if (!isSaved) return
    editor.forget()
    onSaved()
  }
  const close = () => {
    editor.forget()
    onCancel()
  }
  const onClose = () => (editor.isChanged() ? setAsking(true) : close())
  const { level, region } = page.view.commander
  const run = nearRunOf(page.view, before?.id)
  return (
    <FormContext.Provider value={editor}>
      <form
        ref={form}
        class="event-editor"
        noValidate
        aria-labelledby={titleId}
        data-editor={before?.id ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          onSave()
        }}
      >
        <h3 class="section-subtitle" id={titleId}>
          {before ? message('options_editor_change', before.shortName) : message('options_editor_write')}
        </h3>
        {editor.isRestored ? <KeptNote text={message('options_kept')} onDiscard={onClose} /> : null}
        <div class="editor-columns">
          <div class="editor-fields">
            <EventBasics />
            <RelatedList />
            <EventMore />
          </div>
          <div class="editor-preview">
            <SchedulePreview
              page={page}
              event={reading.event}
              startsAt={run?.run.startsAt}
              audience={{ level, region }}
            />
          </div>
        </div>
        <p class="sr-only" role="status" data-said>
          {editor.said}
        </p>
        <SaveBar
          isAsking={isAsking}
          onCancel={onClose}
          onKeep={() => {
            setAsking(false)
            editor.focusAfter('[data-action="cancel-event"]')
          }}
          onDiscard={close}
        />
      </form>
    </FormContext.Provider>
  )
}
