import { act, render } from '@testing-library/preact'
import { vi } from 'vitest'
import { EventEditor } from '../../../entrypoints/options/editor/event-editor.tsx'
import type { Page } from '../../../entrypoints/options/page.ts'
import { SaveContext } from '../../../entrypoints/options/save.tsx'
import { zoneOf } from '../../../entrypoints/options/zone-of.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { viewAt } from '../../../utils/plan/view.ts'
import { EMPTY_RECORD, type TrackerRecord } from '../../../utils/record/record.ts'
import type { Transition } from '../../../utils/record/transitions.ts'
import { loadWhole } from '../../../utils/storage/load-whole.ts'
import { update } from '../../../utils/storage/update.ts'

/** Wednesday, 12:34 UTC. */
const NOW = Date.UTC(2026, 10, 25, 12, 34)

export function pageOf(record: TrackerRecord = EMPTY_RECORD, timeZone = 'Europe/London'): Page {
  return { now: NOW, record, view: viewAt(record, NOW), zone: zoneOf(timeZone) }
}

/** Opens the editor by itself. `refuses`: what is saved cannot be stored. */
export async function openEditor(
  options: { readonly initial?: EventDefinition; readonly page?: Page; readonly refuses?: boolean } = {},
): Promise<{ readonly onSaved: () => void; readonly onCancel: () => void; readonly close: () => void }> {
  const onSaved = vi.fn()
  const onCancel = vi.fn()
  const save = async (transition: Transition): Promise<boolean> => {
    if (options.refuses) return false
    await update(transition)
    return true
  }
  const { unmount } = render(
    <SaveContext.Provider value={save}>
      <EventEditor page={options.page ?? pageOf()} initial={options.initial} onSaved={onSaved} onCancel={onCancel} />
    </SaveContext.Provider>,
  )
  await act(async () => {})
  return { onSaved, onCancel, close: unmount }
}

/** The events that are stored. */
export async function storedEvents(): Promise<readonly EventDefinition[]> {
  const { record } = await loadWhole()
  return Object.values(record.events).map(({ value }) => value as EventDefinition)
}
