import { useEffect, useRef, useState } from 'preact/hooks'
import { message, plural } from '../../../utils/i18n/messages.ts'
import { type ImportItem, undoableOf } from '../../../utils/record/import.ts'
import { KeptNote } from '../kept-note.tsx'
import type { Page } from '../page.ts'
import { UndoBar } from '../undo-bar.tsx'
import { DropZone } from './drop-zone.tsx'
import { ImportPreview } from './import-preview.tsx'
import { PasteField } from './paste-field.tsx'
import { LeftOutEntries, RefusedSource } from './problem-list.tsx'
import { useFileDrop } from './use-file-drop.ts'
import { type DoneImport, useImport } from './use-import.ts'
import { usePasted } from './use-pasted.ts'

export interface ImportPanelProps {
  readonly page: Page
  /** Over it a text can be dropped as well as files. */
  readonly area: { readonly current: HTMLElement | null }
}

/** From a file, a dropped or a pasted text to a preview of what it would change, and only then into the record. */
export function ImportPanel({ page, area }: ImportPanelProps) {
  const flow = useImport()
  const { read, done, isReading } = flow
  const panel = useRef<HTMLDivElement>(null)
  const pasted = usePasted()
  // What was pasted before the page was closed is read again; nobody asked for the focus.
  const [isRestoring, setRestoring] = useState(pasted.restored !== undefined)
  useEffect(() => {
    if (pasted.restored !== undefined) flow.takeText(pasted.restored, true)
  }, [])
  const takeText = (text: string, isTyped: boolean) => {
    setRestoring(false)
    flow.takeText(text, isTyped)
  }
  const takeFiles = (files: readonly File[]) => {
    setRestoring(false)
    pasted.leave()
    flow.takeFiles(files)
  }
  const take = ({ files, text }: { readonly files: readonly File[]; readonly text: string }) => {
    if (files.length > 0) return takeFiles(files)
    pasted.onText(text)
    takeText(text, false)
  }
  const giveUp = () => {
    pasted.forget()
    flow.cancel()
  }
  const onDiscard = () => {
    giveUp()
    // The button that was pressed goes.
    panel.current?.querySelector<HTMLElement>('.drop-zone')?.focus()
  }
  const confirm = async (chosen: readonly ImportItem[]) => {
    const isStored = await flow.confirm(chosen)
    if (isStored) pasted.forget()
    return isStored
  }
  const isDragging = useFileDrop(area, 'page', take)
  const isPreview = read !== undefined && read.events.length + read.groups.length > 0

  // What had the focus is gone where an import was cancelled or undone.
  const had = useRef({ isPreview: false, isDone: false })
  useEffect(() => {
    const isDone = done !== undefined
    const isGivenUp = had.current.isPreview && !isPreview && !isDone
    const isUndone = had.current.isDone && !isDone && !isPreview
    if (isGivenUp || isUndone) panel.current?.querySelector<HTMLElement>('.drop-zone')?.focus()
    had.current = { isPreview, isDone }
  }, [isPreview, done])

  const refused = read?.sources.filter((source) => source.isRefused) ?? []
  const partly = read?.sources.filter((source) => source.leftOut > 0) ?? []
  return (
    <div class="import" ref={panel}>
      <h3 class="section-subtitle">{message('options_import_title')}</h3>
      {done && undoableOf(page.record, done.what).length > 0 ? (
        <UndoBar key={done.number} text={doneText(done)} focused onUndo={done.undo} />
      ) : null}
      {isRestoring && pasted.restored !== undefined ? (
        <KeptNote text={message('options_import_kept')} onDiscard={onDiscard} />
      ) : null}
      {isPreview && !isDragging ? null : (
        <>
          <p class="note">{message('options_import_intro')}</p>
          <DropZone
            name="import-file"
            choose={message('options_import_choose')}
            drop={message('options_import_drop')}
            multiple
            isDragging={isDragging}
            onFiles={takeFiles}
          />
        </>
      )}
      {isPreview ? null : (
        <PasteField
          key={pasted.number}
          name="import-text"
          label={message('options_import_paste')}
          initial={pasted.restored ?? ''}
          onInput={pasted.onText}
          onText={takeText}
          isWrong={refused.some(({ name }) => name === '')}
        />
      )}
      <p class="note import-reading" role="status">
        {isReading ? message('options_import_reading') : ''}
      </p>
      {refused.map((source, index) => (
        <RefusedSource key={`${index} ${source.name}`} source={source} focused={index === 0 && !flow.isTyped} />
      ))}
      {partly.map((source, index) => (
        <LeftOutEntries key={`${index} ${source.name}`} source={source} />
      ))}
      {isPreview && read ? (
        <ImportPreview
          key={flow.number}
          page={page}
          read={read}
          kept={isRestoring ? pasted.ticked : undefined}
          opened={isRestoring}
          onTicked={pasted.onTicked}
          onConfirm={confirm}
          onCancel={giveUp}
        />
      ) : null}
    </div>
  )
}

function doneText({ events, runs }: DoneImport): string {
  const told = plural('options_import_done', events)
  return runs === 0 ? told : `${told} ${plural('options_import_done_runs', runs)}`
}
