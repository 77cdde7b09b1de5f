import { useEffect, useRef } from 'preact/hooks'
import { message } from '../../../utils/i18n/messages.ts'
import { failureText, nameText, problemText } from './backup-words.ts'
import type { ReadBackup } from './read-backup.ts'

export interface RefusedBackupProps {
  readonly read: Exclude<ReadBackup, { readonly kind: 'backup' }>
  /** Takes the focus to the problem. */
  readonly focused: boolean
}

/** A file or a text that is no backup, and why. */
export function RefusedBackup({ read, focused }: RefusedBackupProps) {
  const reason = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (focused) reason.current?.focus()
  }, [focused])
  const { name } = read
  return (
    <div class="refused">
      <p class="refused-title" role="alert">
        {message('options_backup_refused', nameText(name))}
      </p>
      <p
        ref={reason}
        tabIndex={-1}
        data-problem={read.kind === 'failed' ? read.failure : read.problem.rule}
        data-line={read.kind === 'failed' ? undefined : read.problem.line}
      >
        {read.kind === 'failed' ? failureText(read.failure, name) : problemText(read.problem)}
      </p>
      {read.kind === 'refused' && read.problem.rule === 'is-a-pack' ? (
        <p>
          <a href="#library">{message('options_backup_to_library')}</a>
        </p>
      ) : null}
      <p class="note">{message('options_backup_unchanged')}</p>
    </div>
  )
}
