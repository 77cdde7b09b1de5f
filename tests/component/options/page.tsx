import { act, fireEvent, render, waitFor } from '@testing-library/preact'
import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { App } from '../../../entrypoints/options/app.tsx'
import { DEFAULT_COMMANDER, EMPTY_RECORD, type TrackerRecord } from '../../../utils/record/record.ts'
import { load } from '../../../utils/storage/load.ts'

const storage = fakeBrowser.storage.local
/** What is typed may wait a moment before it is stored; a slow machine needs longer. */
export const PATIENT = { timeout: 8000 }

/** Opens the options page over what is stored. */
export async function openPage(record?: unknown, beside: Record<string, unknown> = {}): Promise<void> {
  // fakeBrowser has no manifest.
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ manifest_version: 3, name: '', version: '1.2.3' })
  if (record !== undefined) await storage.set({ record, ...beside })
  render(<App initial={await load()} />)
  // The page reads once more after its first drawing.
  await act(async () => {})
}

/** A record with these entries, each told long ago. */
export function recordWith(entries: {
  settings?: Record<string, unknown>
  commander?: Record<string, unknown>
  runs?: Record<string, unknown>
  marks?: TrackerRecord['marks']
}): unknown {
  const told = (value: unknown) => ({ value, at: Date.UTC(2026, 0, 1), by: 'other-device' })
  const all = (values: Record<string, unknown> = {}) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, told(value)]))
  const commander = { ...DEFAULT_COMMANDER, ...entries.commander }
  return {
    ...EMPTY_RECORD,
    settings: all(entries.settings),
    commanders: entries.commander ? { 'commander-1': told(commander) } : {},
    runs: all(entries.runs),
    marks: entries.marks ?? {},
  }
}

async function storedRecord(): Promise<TrackerRecord> {
  const { record } = await storage.get('record')
  return record as TrackerRecord
}

export async function storedSetting(key: string): Promise<unknown> {
  const settings = (await storedRecord())?.settings as Record<string, { value: unknown }> | undefined
  return settings?.[key]?.value
}

export async function storedCommander(): Promise<Record<string, unknown> | undefined> {
  return (await storedRecord())?.commanders['commander-1']?.value as Record<string, unknown> | undefined
}

/** The runs that are not removed. */
export async function storedRuns(): Promise<Record<string, Record<string, unknown>>> {
  const runs = Object.entries((await storedRecord())?.runs ?? {})
  return Object.fromEntries(
    runs.flatMap(([id, { value }]) => ('deleted' in value ? [] : [[id, value as unknown as Record<string, unknown>]])),
  )
}

/** @throws where nothing on the page matches */
export function find<E extends HTMLElement = HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector)
  if (!found) throw new Error(`Nothing on the page matches ${selector}.`)
  return found
}

export function field(name: string): HTMLInputElement {
  return find<HTMLInputElement>(`[data-field="${name}"]`)
}

/** What is said to be wrong with a field; undefined where nothing is. */
export function errorAt(name: string): string | undefined {
  return document.querySelector(`[data-error="${name}"]`)?.textContent ?? undefined
}

export async function type(name: string, text: string): Promise<void> {
  await act(async () => {
    field(name).focus()
    fireEvent.input(field(name), { target: { value: text } })
  })
}

export async function leave(name: string): Promise<void> {
  await act(async () => field(name).blur())
}

export async function press(name: string, key: string): Promise<void> {
  await act(async () => {
    fireEvent.keyDown(field(name), { key })
  })
}

export async function click(selector: string): Promise<void> {
  await act(async () => find(selector).click())
}

/** Waits until the page has told that it stored something. */
export async function untilSaved(): Promise<void> {
  await waitFor(() => {
    if (find('[data-saved]').textContent !== 'Saved') throw new Error('The page has not said "Saved".')
  }, PATIENT)
}
