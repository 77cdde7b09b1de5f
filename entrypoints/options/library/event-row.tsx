import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Changes } from '../../../components/changes.tsx'
import { Chevron } from '../../../components/icons.tsx'
import { message } from '../../../utils/i18n/messages.ts'
import { EventEditor } from '../editor/event-editor.tsx'
import type { Page } from '../page.ts'
import { EventActions } from './event-actions.tsx'
import { sourceText, trackedText } from './event-words.ts'
import type { KnownEvent } from './known-events.ts'
import { shapeText } from './shape-text.ts'
import { TrackForm } from './track-form.tsx'
import type { Part } from './use-open-rows.ts'

export interface EventRowProps {
  readonly page: Page
  readonly known: KnownEvent
  /** What is open in it. */
  readonly part: Part | undefined
  /** It is open since the page was opened: nobody asked for the focus. */
  readonly opened: boolean
  readonly onPart: (part: Part | undefined) => void
  readonly onRemove: () => void
}

/** Where the focus goes when a part is closed: to the button that opened it. */
const OPENERS: Readonly<Record<Part, string>> = {
  track: '[data-action="track-event"]',
  edit: '[data-action="edit-event"]',
}

/** An event of the list; its start or its definition is asked for where it stands. */
export function EventRow({ page, known, part, opened, onPart, onRemove }: EventRowProps) {
  const { event, tracked } = known
  const id = useId()
  const [isMore, setMore] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const before = useRef<Part | undefined>(undefined)
  useEffect(() => {
    if (!part && before.current) row.current?.querySelector<HTMLElement>(OPENERS[before.current])?.focus()
    before.current = part
  }, [part])
  const close = () => onPart(undefined)

  if (part === 'edit') {
    return (
      <li class="card" ref={row} data-event={event.id}>
        <Changes>
          <EventEditor page={page} initial={event} onSaved={close} onCancel={close} opened={opened} />
        </Changes>
      </li>
    )
  }
  return (
    <li class="event-row" ref={row} data-event={event.id} data-tracked={tracked.length > 0 ? '' : undefined}>
      <div class="event-row-text">
        <p class="event-row-head">
          <span class="row-title">{event.name}</span>
          {sourceText(known).map((text) => (
            <span class="kind" key={text}>
              {text}
            </span>
          ))}
        </p>
        <p class="row-detail">{shapeText(event, page.view.commander.level)}</p>
        {tracked.length > 0 ? <p class="event-tracked">{trackedText(known, page)}</p> : null}
      </div>
      {part === 'track' ? (
        <Changes>
          <TrackForm page={page} known={known} onDone={close} opened={opened} />
        </Changes>
      ) : (
        <>
          <div class="row-actions">
            <Changes>
              <button
                type="button"
                class="button"
                data-action="track-event"
                aria-label={message(
                  tracked.length > 0 ? 'options_library_track_again_named' : 'options_library_track_named',
                  event.name,
                )}
                onClick={() => onPart('track')}
              >
                {message(tracked.length > 0 ? 'options_library_track_again' : 'options_library_track')}
              </button>
            </Changes>
            <button
              type="button"
              class="button is-quiet event-more"
              data-action="more-event"
              aria-label={message('options_library_more_of', event.name)}
              aria-expanded={isMore}
              aria-controls={id}
              onClick={() => setMore(!isMore)}
            >
              {message('options_library_more_short')}
              <Chevron />
            </button>
          </div>
          <div class="row-actions event-actions" id={id} hidden={!isMore}>
            <EventActions page={page} known={known} onEdit={() => onPart('edit')} onRemove={onRemove} />
          </div>
        </>
      )}
    </li>
  )
}
