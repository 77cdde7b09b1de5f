import { useState } from 'preact/hooks'
import { message } from '../../../utils/i18n/messages.ts'
import type { Loaded } from '../../../utils/storage/load.ts'
import type { Page } from '../page.ts'
import { Section } from '../section.tsx'
import { DiagnosticsPanel } from './diagnostics-panel.tsx'

export interface DiagnosticsSectionProps {
  readonly page: Page
  readonly loaded: Loaded
}

/** What the background did, for whoever has to find out why nothing came. Nothing is asked for until it is opened. */
export function DiagnosticsSection({ page, loaded }: DiagnosticsSectionProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Section id="diagnostics" intro={message('options_diagnostics_intro')}>
      <details class="help" data-diagnostics onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
        <summary>{message('options_diagnostics_show')}</summary>
        {isOpen ? <DiagnosticsPanel page={page} loaded={loaded} /> : null}
      </details>
    </Section>
  )
}
