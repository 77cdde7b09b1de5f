import { instantText } from '../../../components/instant-words.ts'
import { message, plural } from '../../../utils/i18n/messages.ts'
import type { LeftOut } from '../../../utils/record/replica/pack.ts'
import type { LoadStatus } from '../../../utils/storage/load.ts'
import type { ReplicaCopy } from '../../../utils/storage/replica-copy.ts'
import type { ReplicaState } from '../../../utils/storage/replica-state.ts'
import type { Page } from '../page.ts'

export interface SyncStatusProps {
  readonly page: Page
  /** Of the record. */
  readonly status: LoadStatus
  readonly state: ReplicaState
  /** Undefined: not known. */
  readonly copy: ReplicaCopy | undefined
}

/** How far the copy is, in words. */
export function SyncStatus({ page, status, state, copy }: SyncStatusProps) {
  const { on, trouble, error, leftOut, writtenAt, takenAt } = state
  const timeText = (instant: number) => instantText(instant, page.zone.timeZone, page.now)
  if (!on) {
    return (
      <div class="sync-part" role="status" data-sync={OFF[copy ?? 'unknown']}>
        <p class="note">{message('options_sync_off')}</p>
        {copy === undefined ? null : (
          <p class="note">{offText(copy, writtenAt === undefined ? undefined : timeText(writtenAt))}</p>
        )}
      </div>
    )
  }
  if (status === 'newer') {
    return (
      <p class="callout is-warning" role="status" data-sync="resting">
        {message('options_sync_resting')}
      </p>
    )
  }
  if (trouble) {
    return (
      <p class="callout is-warning" role="status" data-sync={trouble}>
        {troubleText(trouble, error)}
      </p>
    )
  }
  const missing = leftOut ? missingTexts(leftOut) : []
  return (
    <div class="sync-part" role="status" data-sync={missing.length > 0 ? 'full' : 'fine'}>
      <p class="note">
        {writtenAt === undefined
          ? message('options_sync_nothing_written')
          : message('options_sync_written', timeText(writtenAt))}
      </p>
      <p class="note">
        {takenAt === undefined
          ? message('options_sync_nothing_taken')
          : message('options_sync_taken', timeText(takenAt))}
      </p>
      {missing.length > 0 ? (
        <p class="callout is-warning">{message('options_sync_left_out', missing.join(', '))}</p>
      ) : null}
    </div>
  )
}

function troubleText(trouble: NonNullable<ReplicaState['trouble']>, error = ''): string {
  switch (trouble) {
    case 'newer':
      return message('options_sync_newer')
    case 'failed':
      return message('options_sync_failed', error)
    case 'unstored':
      return message('options_sync_unstored', error)
  }
}

const OFF = { none: 'none', there: 'frozen', newer: 'frozen', unknown: 'off' } as const

/** @param written when this device last wrote the copy, in words */
function offText(copy: ReplicaCopy, written: string | undefined): string {
  if (copy === 'none') return message('options_sync_none')
  return written !== undefined ? message('options_sync_frozen', written) : message('options_sync_frozen_elsewhere')
}

function missingTexts({ runs, events, marks }: LeftOut): readonly string[] {
  return [
    ...(runs > 0 ? [plural('options_sync_runs', runs)] : []),
    ...(marks > 0 ? [plural('options_sync_marks', marks)] : []),
    ...(events > 0 ? [plural('options_sync_events', events)] : []),
  ]
}
