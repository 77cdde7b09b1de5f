import { useRef } from 'preact/hooks'
import { message } from '../../../utils/i18n/messages.ts'
import type { Page } from '../page.ts'
import { Section } from '../section.tsx'
import { RestorePanel } from './restore-panel.tsx'
import { SaveButtons } from './save-buttons.tsx'

/** The whole record as a file, and back. */
export function BackupSection({ page }: { readonly page: Page }) {
  const area = useRef<HTMLDivElement>(null)
  return (
    <Section id="backup" intro={message('options_backup_intro')}>
      <div class="backup" ref={area} data-drop-area>
        <SaveButtons page={page} />
        <RestorePanel page={page} area={area} />
      </div>
    </Section>
  )
}
