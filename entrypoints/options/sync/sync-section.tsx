import { Switch } from '../../../components/form/switch.tsx'
import { instantText } from '../../../components/instant-words.ts'
import { message, plural } from '../../../utils/i18n/messages.ts'
import type { LeftOut } from '../../../utils/record/replica/pack.ts'
import type { LoadStatus } from '../../../utils/storage/load.ts'
import type { ReplicaState } from '../../../utils/storage/replica-state.ts'
import { removeReplica, setReplicaOn } from '../../../utils/storage/replicate.ts'
import type { Page } from '../page.ts'
import type { Saver } from '../save.tsx'
import { Section } from '../section.tsx'

export interface SyncSectionProps {
  readonly page: Page
  /** Of the record. */
  readonly status: LoadStatus
  /** Undefined: not read yet. */
  readonly state: ReplicaState | undefined
  readonly attempt: Saver['attempt']
}

/** The copy that the browser carries to other devices: on or off, how far it is, and what is not in it. */
export function SyncSection({ page, status, state, attempt }: SyncSectionProps) {
  return (
    <Section id="sync" intro={message('options_sync_intro')}>
      <Switch
        name="sync"
        label={message('options_sync_on')}
        hint={message('options_sync_on_hint')}
        checked={state?.on ?? true}
        onChange={(on) => attempt(() => setReplicaOn(on))}
      />
      {state ? <Status page={page} status={status} state={state} /> : null}
      <div class="sync-part">
        <button type="button" class="button" data-action="remove-replica" onClick={() => attempt(removeReplica)}>
          {message('options_sync_remove')}
        </button>
        <p class="note">{message('options_sync_remove_hint')}</p>
      </div>
    </Section>
  )
}

function Status({ page, status, state }: Omit<SyncSectionProps, 'attempt'> & { readonly state: ReplicaState }) {
  const { on, trouble, error, leftOut, writtenAt } = state
  if (!on) return null
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
        {trouble === 'newer' ? message('options_sync_newer') : message('options_sync_failed', error ?? '')}
      </p>
    )
  }
  const missing = leftOut ? missingTexts(leftOut) : []
  return (
    <div class="sync-part" role="status" data-sync={missing.length > 0 ? 'full' : 'fine'}>
      <p class="note">
        {writtenAt === undefined
          ? message('options_sync_nothing_written')
          : message('options_sync_written', instantText(writtenAt, page.zone.timeZone, page.now))}
      </p>
      {missing.length > 0 ? (
        <p class="callout is-warning">{message('options_sync_left_out', missing.join(', '))}</p>
      ) : null}
    </div>
  )
}

function missingTexts({ runs, events, marks }: LeftOut): readonly string[] {
  return [
    ...(runs > 0 ? [plural('options_sync_runs', runs)] : []),
    ...(marks > 0 ? [plural('options_sync_marks', marks)] : []),
    ...(events > 0 ? [plural('options_sync_events', events)] : []),
  ]
}
