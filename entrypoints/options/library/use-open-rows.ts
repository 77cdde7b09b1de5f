import { useState } from 'preact/hooks'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { repeatsPlace, trackPlace } from '../../../utils/storage/draft-places.ts'
import { loadDraft } from '../../../utils/storage/drafts.ts'
import { eventPlace } from '../editor/event-place.ts'
import type { Page } from '../page.ts'
import { wasStartTyped } from '../was-start-typed.ts'
import type { KnownEvent } from './known-events.ts'

/** What can be open in a row. */
export type Part = 'track' | 'edit'

interface OpenRow {
  /** As it was when the part was opened: it may have been removed in another window since. */
  readonly known: KnownEvent
  /** Undefined: closed, but not searched for anew since. */
  readonly part: Part | undefined
  /** It is open since the page was opened, for what was typed before. */
  readonly opened?: boolean
}

export interface OpenRows {
  readonly partOf: (id: string) => Part | undefined
  /** Whether that part is open since the page was opened: nobody asked for the focus. */
  readonly isOpened: (id: string) => boolean
  readonly setPart: (known: KnownEvent, part: Part | undefined) => void
  /**
   * @param known all events in the order of the list
   * @param found those that are drawn anyway
   * @param inOrder puts one that is not known any more in its place
   * @returns the events to draw
   */
  readonly drawn: (
    known: readonly KnownEvent[],
    found: readonly KnownEvent[],
    inOrder: (events: readonly KnownEvent[]) => readonly KnownEvent[],
  ) => readonly KnownEvent[]
  /** To be called with each new search: what is closed and does not match goes now. */
  readonly forget: () => void
}

/**
 * The rows of a list in which something is typed. They stay whatever is searched for, or it would be lost; and so does
 * one that was just closed, because it has the focus.
 *
 * @param page as it is at first
 * @param atFirst all events; where something was typed before the page was closed, and not submitted, it is open again
 */
export function useOpenRows(page: Page, atFirst: readonly KnownEvent[]): OpenRows {
  const [rows, setRows] = useState<ReadonlyMap<string, OpenRow>>(
    () =>
      new Map(
        atFirst.flatMap((known) => {
          const part = typedPartOf(known.event, page)
          return part ? [[known.event.id, { known, part, opened: true }]] : []
        }),
      ),
  )
  return {
    partOf: (id) => rows.get(id)?.part,
    isOpened: (id) => rows.get(id)?.opened === true,
    setPart: (known, part) => setRows((before) => new Map(before).set(known.event.id, { known, part })),
    drawn: (known, found, inOrder) => {
      if (rows.size === 0) return found
      const ids = new Set(found.map(({ event }) => event.id))
      const kept = known.filter(({ event }) => ids.has(event.id) || rows.has(event.id))
      const there = new Set(known.map(({ event }) => event.id))
      const gone = [...rows.values()].filter((row) => row.part === 'edit' && !there.has(row.known.event.id))
      return gone.length === 0 ? kept : inOrder([...kept, ...gone.map((row) => row.known)])
    },
    forget: () => setRows((before) => new Map([...before].filter(([, { part }]) => part !== undefined))),
  }
}

/** The part of a row in which something was typed and not submitted. */
function typedPartOf(event: EventDefinition, page: Page): Part | undefined {
  const now = Date.now()
  if (loadDraft(eventPlace(event.id), now)) return 'edit'
  const isTracked = wasStartTyped(trackPlace(event.id), event, page) || loadDraft(repeatsPlace(event.id), now)
  return isTracked ? 'track' : undefined
}
