import { Switch } from '../../../components/form/switch.tsx'
import { message } from '../../../utils/i18n/messages.ts'
import type { LoadStatus } from '../../../utils/storage/load.ts'
import { setReplicaOn } from '../../../utils/storage/replicate.ts'
import type { Page } from '../page.ts'
import type { Saver } from '../save.tsx'
import { Section } from '../section.tsx'
import { RemoveCopy } from './remove-copy.tsx'
import { SyncStatus } from './sync-status.tsx'
import { answered, type Replica } from './use-replica-state.ts'

export interface SyncSectionProps {
  readonly page: Page
  /** Of the record. */
  readonly status: LoadStatus
  readonly replica: Pick<Replica, 'state' | 'copy'>
  readonly attempt: Saver['attempt']
}

/** The copy that the browser carries to other devices: on or off, how far it is, and what is not in it. */
export function SyncSection({ page, status, replica, attempt }: SyncSectionProps) {
  const state = answered(replica.state)
  const copy = answered(replica.copy)
  return (
    <Section id="sync" intro={message('options_sync_intro')}>
      {replica.state && 'error' in replica.state ? (
        <p class="callout is-bad" role="alert" data-error="sync">
          {message('options_sync_unread', replica.state.error)}
        </p>
      ) : null}
      {state ? (
        <>
          <Switch
            name="sync"
            label={message('options_sync_on')}
            hint={message('options_sync_on_hint')}
            checked={state.on}
            onChange={(on) => attempt(() => setReplicaOn(on))}
          />
          <SyncStatus page={page} status={status} state={state} copy={copy} />
        </>
      ) : null}
      {replica.copy && 'error' in replica.copy ? (
        <p class="callout is-warning" role="alert" data-error="sync-copy">
          {message('options_sync_copy_unread', replica.copy.error)}
        </p>
      ) : null}
      <RemoveCopy
        mayBeThere={replica.copy !== undefined && copy !== 'none'}
        isNewer={copy === 'newer' || state?.trouble === 'newer'}
        attempt={attempt}
      />
    </Section>
  )
}
