import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Field } from '../../../components/form/field.tsx'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { language, message, plural } from '../../../utils/i18n/messages.ts'
import type { TrackerRecord } from '../../../utils/record/record.ts'
import { putEvent, removeEvent } from '../../../utils/record/transitions.ts'
import type { Page } from '../page.ts'
import { useSave } from '../save.tsx'
import { UndoBar } from '../undo-bar.tsx'
import { EventRow } from './event-row.tsx'
import { inListOrder, type KnownEvent, knownEventsOf, searchEvents } from './known-events.ts'
import { MoreButton } from './more-button.tsx'
import { type Part, useOpenRows } from './use-open-rows.ts'

/** Rows drawn at first, and again with each "Show more". */
const ROWS = 30
/** From so many events on there is a search field. */
const SEARCHED_FROM = 6

interface Removed {
  readonly event: EventDefinition
  readonly text: string
}

/** The events that are known: what ships, what was imported, what the commander wrote. */
export function EventList({ page }: { readonly page: Page }) {
  const save = useSave()
  const [query, setQuery] = useState('')
  const [rows, setRows] = useState(ROWS)
  const [removed, setRemoved] = useState<readonly Removed[]>([])
  const list = useRef<HTMLUListElement>(null)
  const restored = useRef<string | undefined>(undefined)
  const [closed, setClosed] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const known = useMemo(() => knownEventsOf(page.record, page.now, byName()), [page.record, page.now])
  const open = useOpenRows(page, known)
  const isSearched = known.length >= SEARCHED_FROM
  const found = useMemo(() => (isSearched ? searchEvents(known, query) : known), [known, query, isSearched])
  const drawn = open.drawn(known, found.slice(0, rows), (events) => inListOrder(events, byName()))

  const remove = async (each: KnownEvent) => {
    const { event } = each
    const entry = { event, text: removedText(each) }
    if (await save(removeEvent(event.id))) setRemoved((before) => [...before, entry])
  }
  const restore = async (entry: Removed) => {
    if (!(await save(putEvent(entry.event)))) return
    restored.current = entry.event.id
    setRemoved((before) => before.filter((each) => each !== entry))
  }
  useEffect(() => {
    // The button that brought it back is gone.
    if (restored.current === undefined) return
    const row = list.current?.querySelector(`[data-event="${restored.current}"]`)
    row?.querySelector<HTMLElement>('[data-action="track-event"]')?.focus()
    restored.current = undefined
  }, [removed])
  const setPart = (each: KnownEvent, part: Part | undefined) => {
    open.setPart(each, part)
    if (!part) setClosed((times) => times + 1)
  }
  useEffect(() => {
    // A row that was removed elsewhere while it was edited goes when it is closed, and the focus with it.
    if (closed > 0 && document.activeElement === document.body) {
      box.current?.querySelector<HTMLElement>('input, [data-action="track-event"]')?.focus()
    }
  }, [closed])
  return (
    <div class="event-list" ref={box}>
      {isSearched ? (
        <Field name="library-query" label={message('options_library_search')}>
          {(field) => (
            <input
              {...field}
              class="input"
              type="search"
              autocomplete="off"
              spellcheck={false}
              value={query}
              onInput={(event) => {
                setQuery(event.currentTarget.value)
                setRows(ROWS)
                open.forget()
              }}
            />
          )}
        </Field>
      ) : null}
      {isSearched ? (
        <p class="note" role="status" data-library-count={found.length}>
          {found.length === 0
            ? message('options_library_none', query.trim())
            : plural('options_library_count', found.length)}
        </p>
      ) : null}
      {removed.filter(isStillGone(page.record)).map((entry) => (
        <UndoBar key={entry.event.id} text={entry.text} focused onUndo={() => restore(entry)} />
      ))}
      <ul class="rows" ref={list}>
        {drawn.map((each) => (
          <EventRow
            key={each.event.id}
            page={page}
            known={each}
            part={open.partOf(each.event.id)}
            opened={open.isOpened(each.event.id)}
            onPart={(part) => setPart(each, part)}
            onRemove={() => remove(each)}
          />
        ))}
      </ul>
      <MoreButton left={found.length - rows} most={ROWS} onMore={() => setRows(rows + ROWS)} />
    </div>
  )
}

/** One that came back by another way, such as an import, must not be put over it. */
function isStillGone({ events }: TrackerRecord): (removed: Removed) => boolean {
  return ({ event }) => 'deleted' in (events[event.id]?.value ?? {})
}

function removedText({ event, isShipped, runs }: KnownEvent): string {
  if (isShipped) return message('options_library_was_reset', event.shortName)
  return runs.length === 0
    ? message('options_library_removed', event.shortName)
    : plural('options_library_removed_runs', runs.length, event.shortName)
}

function byName(): (a: string, b: string) => number {
  return new Intl.Collator(language(), { numeric: true }).compare
}
