import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Choice } from '../../../components/form/choice.tsx'
import { instantText } from '../../../components/instant-words.ts'
import { message, plural } from '../../../utils/i18n/messages.ts'
import type { Backup } from '../../../utils/record/backup.ts'
import { type BackupChanges, type BackupMode, previewOf } from '../../../utils/record/backup-changes.ts'
import type { Page } from '../page.ts'
import { nameText, thingsText } from './backup-words.ts'
import { ChangeList } from './change-list.tsx'
import { LeftByMerge } from './left-by-merge.tsx'

export interface BackupLookProps {
  readonly page: Page
  readonly backup: Backup & { readonly name: string }
  readonly onConfirm: (mode: BackupMode) => Promise<void>
  readonly onCancel: () => void
}

/** Entries that could not be read and are named. */
const MOST_PROBLEMS = 20

/** What a backup would change, by merge or by replace. Nothing is stored before the commander says so. */
export function BackupLook({ page, backup, onConfirm, onCancel }: BackupLookProps) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const [mode, setMode] = useState<BackupMode>('merge')
  const previewBy = (by: BackupMode) => previewOf(page.record, backup.record, by, backup.unread)
  const merge = useMemo(() => previewBy('merge'), [page.record, backup])
  // What a merge leaves out is what the other one brings. Only once the first is drawn: of a large backup each takes a while.
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => setDrawn(true), [])
  const replace = useMemo(() => (isDrawn ? previewBy('replace') : undefined), [isDrawn, page.record, backup])
  const preview = (mode === 'merge' ? merge : replace) ?? merge
  const look = useRef<HTMLDivElement>(null)
  const showReplace = () => {
    setMode('replace')
    // The button that had the focus goes.
    look.current?.querySelector<HTMLElement>('[data-action="backup-replace"]')?.focus()
  }
  const isStoring = useRef(false)
  const confirm = async () => {
    // The second click of a double click.
    if (isStoring.current) return
    isStoring.current = true
    await onConfirm(mode)
    isStoring.current = false
  }
  const removed = removedText(preview)
  return (
    <div class="import-preview" data-backup-look={mode} ref={look}>
      <h4 class="import-heading" ref={title} tabIndex={-1}>
        {message('options_backup_look')}
      </h4>
      <BackupFacts page={page} backup={backup} mode={mode} />
      <Choice
        name="backup-mode"
        legend={message('options_backup_mode')}
        value={mode}
        onChange={setMode}
        options={[
          {
            value: 'merge',
            label: message('options_backup_merge'),
            hint: message('options_backup_merge_hint'),
            action: 'backup-merge',
          },
          {
            value: 'replace',
            label: message('options_backup_replace'),
            hint: message('options_backup_replace_hint'),
            action: 'backup-replace',
          },
        ]}
      />
      <p class="backup-count" role="status" data-backup-changes={preview.count}>
        {preview.count === 0 ? message('options_backup_changes_none') : plural('options_backup_changes', preview.count)}
      </p>
      {mode === 'merge' && replace ? <LeftByMerge merge={merge} replace={replace} onShowReplace={showReplace} /> : null}
      {mode === 'replace' && removed !== '' ? (
        <p class="callout is-bad" role="alert" data-backup-removes>
          {message('options_backup_removes', removed)}
        </p>
      ) : null}
      <ChangeList page={page} preview={preview} />
      <div class="import-bar">
        <button
          type="button"
          class={mode === 'replace' && removed !== '' ? 'button is-danger' : 'button is-main'}
          data-action="backup-confirm"
          disabled={preview.count === 0}
          onClick={confirm}
        >
          {message(mode === 'merge' ? 'options_backup_confirm_merge' : 'options_backup_confirm_replace')}
        </button>
        <button type="button" class="button is-quiet" data-action="backup-cancel" onClick={onCancel}>
          {message('options_backup_cancel')}
        </button>
      </div>
    </div>
  )
}

/** Where it comes from, and whether all of it is as it was saved. */
function BackupFacts({ page, backup, mode }: Pick<BackupLookProps, 'page' | 'backup'> & { readonly mode: BackupMode }) {
  const { name, exportedAt, checksum, problems } = backup
  return (
    <>
      <p class="note">
        {exportedAt === undefined
          ? message('options_backup_read_undated', nameText(name))
          : message('options_backup_read', nameText(name), instantText(exportedAt, page.zone.timeZone, page.now))}
      </p>
      {checksum === 'right' ? null : (
        <p class="callout is-warning" data-checksum={checksum}>
          {message(checksum === 'wrong' ? 'options_backup_checksum_wrong' : 'options_backup_checksum_absent')}
        </p>
      )}
      {problems.length === 0 ? null : (
        <details class="help" data-left-out={problems.length}>
          <summary>
            {plural('options_backup_left_out', problems.length)}
            {mode === 'replace' ? ` ${plural('options_backup_left_out_stay', problems.length)}` : ''}
          </summary>
          <ul class="problem-list">
            {problems.slice(0, MOST_PROBLEMS).map(({ path, message: text }) => (
              <li key={`${path} ${text}`}>
                <bdi>{message('options_problem_at_place', path, text)}</bdi>
              </li>
            ))}
            {problems.length > MOST_PROBLEMS ? (
              <li>{plural('options_backup_more', problems.length - MOST_PROBLEMS)}</li>
            ) : null}
          </ul>
        </details>
      )}
    </>
  )
}

/** @returns what goes, in words; empty where nothing does */
function removedText({ commanders, events, runs, marks }: BackupChanges): string {
  return thingsText({
    commanders: commanders.removed.length,
    events: events.removed.length,
    runs: runs.removed.length,
    marks: marks.removed.length,
  })
}
