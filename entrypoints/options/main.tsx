import { render } from 'preact'
import '../../components/tokens.css'
import '../../components/sr-only.css'
import '../../components/changes.css'
import '../../components/form/form.css'
import '../../components/form/combobox.css'
import '../../components/form/switch.css'
import './page.css'
import './controls.css'
import './groups.css'
import './event.css'
import './commanders/commanders.css'
import './library/library.css'
import './history/history.css'
import './backup/backup.css'
import './editor/editor.css'
import './editor/preview.css'
import './badges.css'
import './diagnostics/diagnostics.css'
import './sync/sync.css'
import './save-notice.css'
import { message } from '../../utils/i18n/messages.ts'
import { forgetOldDrafts } from '../../utils/storage/drafts.ts'
import { loadWhole } from '../../utils/storage/load-whole.ts'
import { App } from './app.tsx'

async function main(): Promise<void> {
  const loaded = await loadWhole()
  document.title = message('options_page_title', message('extension_name'))
  const root = document.getElementById('app')
  if (root) render(<App initial={loaded} />, root)
  // The browser looked for the place that the popup names before it was drawn.
  document.getElementById(location.hash.slice(1))?.scrollIntoView()
  forgetOldDrafts(Date.now())
}

main()
