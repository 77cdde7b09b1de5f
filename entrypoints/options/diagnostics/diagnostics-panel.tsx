import { browser } from 'wxt/browser'
import { message } from '../../../utils/i18n/messages.ts'
import type { Loaded } from '../../../utils/storage/load.ts'
import { CopyTextButton } from '../editor/copy-text-button.tsx'
import type { Page } from '../page.ts'
import { sectionTitle } from '../section-title.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { diagnosticsText } from './diagnostics-text.ts'
import { FactList } from './fact-list.tsx'
import { TroubleNotes } from './trouble-notes.tsx'
import { useBrowserFacts } from './use-browser-facts.ts'
import { WakesTable } from './wakes-table.tsx'

export interface DiagnosticsPanelProps {
  readonly page: Page
  readonly loaded: Loaded
}

/** Facts, the text for a bug report, and the last wakes. It follows the background while it is open. */
export function DiagnosticsPanel({ page, loaded }: DiagnosticsPanelProps) {
  const facts = useBrowserFacts(page.now)
  if (!facts) return null
  const { version } = browser.runtime.getManifest()
  const diagnostics = diagnosticsOf(page, loaded, facts)
  return (
    <div class="diagnostics">
      <TroubleNotes diagnostics={diagnostics} />
      <FactList diagnostics={diagnostics} version={version} />
      <div class="diagnostics-copy">
        <CopyTextButton
          of={sectionTitle('diagnostics')}
          text={() => diagnosticsText({ ...diagnostics, now: Date.now() }, version)}
        />
        <p class="note">{message('options_diagnostics_private')}</p>
      </div>
      <div class="wakes" data-wakes={facts.wakes?.length ?? 'unknown'}>
        <h3 class="section-subtitle">{message('options_diagnostics_wakes')}</h3>
        <WakesTable page={page} wakes={facts.wakes} />
      </div>
    </div>
  )
}
