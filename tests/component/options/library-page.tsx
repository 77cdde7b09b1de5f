/** What the tests of the library share: records by the real transitions, and files as a browser gives them. */

import { act, fireEvent } from '@testing-library/preact'
import type { EventDefinition } from '../../../utils/events/event.ts'
import type { TrackerRecord } from '../../../utils/record/record.ts'
import { putEvent, type Transition } from '../../../utils/record/transitions.ts'
import { loadWhole } from '../../../utils/storage/load-whole.ts'
import { DAY, recordOf } from '../../unit/support/records.ts'
import { find } from './page.tsx'

/** Tuesday, 09:30 UTC. */
export const NOW = Date.UTC(2026, 10, 24, 9, 30)

/** A record in which all that was told yesterday. */
export function told(...transitions: readonly Transition[]): TrackerRecord {
  return recordOf(...transitions.map((transition) => [transition, NOW - DAY] as const))
}

export function event(id: string, more: Partial<EventDefinition> = {}): EventDefinition {
  return {
    id,
    name: `${id} – SMS`,
    shortName: id,
    rewards: [],
    relatedEvents: [
      { id: 'day-1', name: 'First day', code: 'FD', rewards: [], windows: [{ opensAfter: 0, lasts: 1440 }] },
      { id: 'day-2', name: 'Second day', code: 'SD', rewards: [], windows: [{ opensAfter: 1440, lasts: 1440 }] },
    ],
    lasts: 2880,
    ...more,
  }
}

export const known = (...events: readonly EventDefinition[]): TrackerRecord => told(...events.map(putEvent))

/** A pack file with these events; each starts where `starts` says. */
export function packText(events: readonly EventDefinition[], starts: readonly string[] = []): string {
  const dated = starts.map((start) => ({ date: start.slice(0, 10), time: start.slice(11, 16) }))
  return JSON.stringify({
    format: 'event-pack',
    version: 1,
    name: 'Test',
    events: events.map((each) => ({ ...each, starts: dated })),
  })
}

export async function stored(): Promise<TrackerRecord> {
  return (await loadWhole()).record
}

/** The row of an event in the list. */
export const row = (id: string) => `.event-list [data-event="${id}"]`
/** The row of an event in the preview of an import. */
export const item = (id: string) => `[data-import-preview] [data-event="${id}"]`

export function file(text: string | Uint8Array<ArrayBuffer>, name = 'events.json'): File {
  return new File([text], name, { type: 'application/json' })
}

/** As if the commander had chosen them. */
export async function choose(...files: readonly File[]): Promise<void> {
  const input = find<HTMLInputElement>('[data-field="import-file"]')
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  await act(async () => {
    fireEvent.change(input)
  })
}

export async function paste(text: string): Promise<void> {
  await act(async () => {
    fireEvent.input(find('[data-field="import-text"]'), { target: { value: text } })
  })
}

/** As if something were dragged over the page, or dropped on it. */
export async function drag(
  type: 'dragover' | 'dragleave' | 'drop',
  target: Element,
  { files = [], text = '' }: { readonly files?: readonly File[]; readonly text?: string },
): Promise<Event> {
  const dataTransfer = {
    files,
    types: files.length > 0 ? ['Files'] : ['text/plain'],
    getData: () => text,
  }
  const dragged = new Event(type, { bubbles: true, cancelable: true })
  Object.assign(dragged, { dataTransfer, relatedTarget: null })
  await act(async () => {
    target.dispatchEvent(dragged)
  })
  return dragged
}
