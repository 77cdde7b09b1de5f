import { useEffect, useRef, useState } from 'preact/hooks'
import { Changes } from '../../../components/changes.tsx'
import { message } from '../../../utils/i18n/messages.ts'
import { loadDraft } from '../../../utils/storage/drafts.ts'
import { EventEditor } from '../editor/event-editor.tsx'
import { eventPlace } from '../editor/event-place.ts'
import type { Page } from '../page.ts'
import { Section } from '../section.tsx'
import { EventList } from './event-list.tsx'
import { ImportPanel } from './import-panel.tsx'

/** Every event that can be tracked, and the ways in which more of them come in: written, or imported. */
export function LibrarySection({ page }: { readonly page: Page }) {
  const area = useRef<HTMLDivElement>(null)
  const writeButton = useRef<HTMLButtonElement>(null)
  // What was typed before the page was closed is there again.
  const [wasTyped, setWasTyped] = useState(() => loadDraft(eventPlace(undefined), Date.now()) !== undefined)
  const [isWriting, setWriting] = useState(wasTyped)
  const wasWriting = useRef(false)
  useEffect(() => {
    // Where the editor stood, and had the focus, is the button again.
    if (wasWriting.current && !isWriting) writeButton.current?.focus()
    wasWriting.current = isWriting
  }, [isWriting])
  const close = () => {
    setWriting(false)
    setWasTyped(false)
  }
  return (
    <Section id="library" intro={message('options_library_intro')}>
      <div class="library" ref={area}>
        <EventList page={page} />
        <Changes>
          {isWriting ? (
            <div class="card">
              <EventEditor page={page} onSaved={close} onCancel={close} opened={wasTyped} />
            </div>
          ) : (
            <button
              ref={writeButton}
              type="button"
              class="button write-event"
              data-action="write-event"
              onClick={() => setWriting(true)}
            >
              {message('options_library_write')}
            </button>
          )}
          <ImportPanel page={page} area={area} />
        </Changes>
      </div>
    </Section>
  )
}
