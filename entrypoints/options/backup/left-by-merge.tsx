import { message, plural } from '../../../utils/i18n/messages.ts'
import type { BackupChanges } from '../../../utils/record/backup-changes.ts'
import { thingsText } from './backup-words.ts'
import type { Room } from './change-names.ts'

export interface LeftByMergeProps {
  readonly merge: BackupChanges
  readonly replace: BackupChanges
  readonly onShowReplace: () => void
}

/** What a merge does not bring back, and that there is another way: else a whole backup would look like an empty one. */
export function LeftByMerge({ merge, replace, onShowReplace }: LeftByMergeProps) {
  const left = (room: Room): number => {
    const merged = new Set(merge[room].added)
    return replace[room].added.filter((id) => !merged.has(id)).length
  }
  const text = thingsText({
    commanders: left('commanders'),
    events: left('events'),
    runs: left('runs'),
    marks: left('marks'),
  })
  if (text !== '') {
    return (
      <div class="callout is-warning is-stacked" data-backup-kept>
        <p role="status">
          {message('options_backup_kept_removed', text)} {plural('options_backup_brings_back', replace.count)}
        </p>
        <button type="button" class="button" data-action="backup-show-replace" onClick={onShowReplace}>
          {message('options_backup_show_replace')}
        </button>
      </div>
    )
  }
  if (merge.count > 0 || replace.count === 0) return null
  return (
    <p class="note" role="status" data-backup-kept>
      {plural('options_backup_has_all', replace.count)}
    </p>
  )
}
