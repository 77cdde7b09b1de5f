import { useEffect, useMemo, useRef } from 'preact/hooks'
import { message, plural } from '../../../utils/i18n/messages.ts'
import { isUndoable } from '../../../utils/record/backup-transitions.ts'
import { DropZone } from '../library/drop-zone.tsx'
import { PasteField } from '../library/paste-field.tsx'
import { type Dropped, useFileDrop } from '../library/use-file-drop.ts'
import type { Page } from '../page.ts'
import { UndoBar } from '../undo-bar.tsx'
import { BackupLook } from './backup-look.tsx'
import { RefusedBackup } from './refused-backup.tsx'
import { type DoneRestore, useRestore } from './use-restore.ts'

export interface RestorePanelProps {
  readonly page: Page
  /** Over it a file or a text can be dropped. */
  readonly area: { readonly current: HTMLElement | null }
}

/** From a file, a dropped or a pasted text to a look at what it would change, and only then into the record. */
export function RestorePanel({ page, area }: RestorePanelProps) {
  const flow = useRestore()
  const { read, done, isReading } = flow
  const panel = useRef<HTMLDivElement>(null)
  const isDragging = useFileDrop(area, 'area', ({ files, text }: Dropped) =>
    files.length > 0 ? flow.takeFiles(files) : flow.takeText(text, false),
  )
  const isLook = read?.kind === 'backup'
  const canUndo = useMemo(() => done && isUndoable(page.record, done.before, done.after), [page.record, done])

  // What had the focus is gone where an import was given up or undone.
  const had = useRef({ isLook: false, isDone: false })
  useEffect(() => {
    const isDone = done !== undefined
    const isGivenUp = had.current.isLook && !isLook && !isDone && !isReading
    const isUndone = had.current.isDone && !isDone && !isLook
    if (isGivenUp || isUndone) panel.current?.querySelector<HTMLElement>('.drop-zone')?.focus()
    had.current = { isLook, isDone }
  }, [isLook, done, isReading])

  return (
    <div class="import" ref={panel}>
      <h3 class="section-subtitle">{message('options_backup_restore')}</h3>
      {done && canUndo ? (
        <UndoBar key={done.number} text={doneText(done)} focused onUndo={() => flow.undo(done)} />
      ) : null}
      {isLook && !isDragging ? null : (
        <>
          <p class="note">{message('options_backup_restore_intro')}</p>
          <DropZone
            name="backup-file"
            choose={message('options_backup_choose')}
            drop={message('options_backup_drop')}
            multiple={false}
            isDragging={isDragging}
            onFiles={flow.takeFiles}
          />
        </>
      )}
      {isLook ? null : (
        <PasteField
          name="backup-text"
          label={message('options_backup_paste')}
          initial=""
          onInput={() => {}}
          onText={flow.takeText}
          isWrong={read?.name === '' && read.kind === 'refused'}
        />
      )}
      <p class="note import-reading" role="status">
        {isReading ? message('options_import_reading') : ''}
      </p>
      {read && read.kind !== 'backup' ? <RefusedBackup key={flow.number} read={read} focused={!flow.isTyped} /> : null}
      {read?.kind === 'backup' ? (
        <BackupLook
          key={flow.number}
          page={page}
          backup={read}
          onConfirm={(mode) => flow.confirm(read, mode)}
          onCancel={flow.cancel}
        />
      ) : null}
    </div>
  )
}

function doneText({ mode, count }: DoneRestore): string {
  return mode === 'merge' ? plural('options_backup_merged', count) : plural('options_backup_replaced', count)
}
