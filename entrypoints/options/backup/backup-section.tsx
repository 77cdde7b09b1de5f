import { useRef } from 'preact/hooks'
import { Changes } from '../../../components/changes.tsx'
import { message } from '../../../utils/i18n/messages.ts'
import type { LoadStatus } from '../../../utils/storage/load.ts'
import type { Page } from '../page.ts'
import { Section } from '../section.tsx'
import { RestorePanel } from './restore-panel.tsx'
import { SaveButtons } from './save-buttons.tsx'

export interface BackupSectionProps {
  readonly page: Page
  readonly status: LoadStatus
}

/** The whole record as a file, and back. */
export function BackupSection({ page, status }: BackupSectionProps) {
  const area = useRef<HTMLDivElement>(null)
  return (
    <Section id="backup" intro={message('options_backup_intro')}>
      <div class="backup" ref={area} data-drop-area>
        {status === 'ok' || status === 'newer' ? null : (
          <p class="callout is-warning" data-backup-nothing>
            {message('options_backup_nothing')}
          </p>
        )}
        <SaveButtons page={page} status={status} />
        <Changes>
          <RestorePanel page={page} area={area} />
        </Changes>
      </div>
    </Section>
  )
}
