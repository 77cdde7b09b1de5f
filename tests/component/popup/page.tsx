import { act, fireEvent, waitFor as waitForAny } from '@testing-library/preact'
import { onTestFinished, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { later } from '../../../entrypoints/popup/later.ts'
import { open } from '../../../entrypoints/popup/open.tsx'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { EMPTY_RECORD, markIdOf, type TrackerRecord } from '../../../utils/record/record.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const RUN_ID = 'run-1'
/** A Wednesday in winter, at noon in London. */
export const NOON = Date.UTC(2026, 10, 25, 12)

const DAYS = [
  'unraveling-anomalies',
  'enlisting-old-allies',
  'hidden-motivations',
  'assembling-the-resistance',
  'shaping-a-unified-destiny',
]

/** The page looks at the clock each second; a slow machine needs longer. */
export function waitFor<T>(check: () => T | Promise<T>): Promise<T> {
  return waitForAny(check, { timeout: 4000 })
}

/** The id of a day of Defender of Peace, from 1. */
export function dayId(number: number): string {
  return DAYS[number - 1] as string
}

/** Sets the clock; timers stay real, so that what is awaited comes. */
export function setClock(now: number): void {
  vi.useFakeTimers({ now, toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
}

interface Told {
  settings?: Record<string, unknown>
  commander?: Record<string, unknown>
  run?: { eventId?: string; startsAt: number; startAssumed?: boolean; endedAt?: number }
  done?: readonly string[]
  notes?: Record<string, string>
  events?: readonly EventDefinition[]
}

/** A record in which this was told long ago; its zone is London. */
export function recordWith({ settings, commander, run, done = [], notes = {}, events = [] }: Told): TrackerRecord {
  const told = <T,>(value: T) => ({ value, at: Date.UTC(2026, 0, 1), by: 'other-device' })
  const entries = Object.entries({ timeZone: 'Europe/London', ...settings })
  const markOf = (id: string) => markIdOf('commander-1', RUN_ID, id)
  return {
    ...EMPTY_RECORD,
    settings: Object.fromEntries(entries.map(([key, value]) => [key, told(value)])),
    commanders: commander
      ? {
          'commander-1': told({
            name: '',
            server: '',
            level: null,
            region: '',
            archived: false,
            role: 'none' as const,
            missionOpen: false,
            ...commander,
          }),
        }
      : {},
    events: Object.fromEntries(events.map((event) => [event.id, told(event)])),
    runs: run ? { [RUN_ID]: told({ eventId: 'defender-of-peace', startAssumed: false, ...run }) } : {},
    marks: Object.fromEntries([
      ...done.map((id) => [markOf(id), { done: told(true), ...(notes[id] && { note: told(notes[id]) }) }]),
      ...Object.entries(notes).flatMap(([id, note]) => (done.includes(id) ? [] : [[markOf(id), { note: told(note) }]])),
    ]),
  }
}

let closing = () => {}

/** Closes the popup, as the browser does with each click beside it. */
export function closePopup(): void {
  closing()
}

/** Opens the popup over what is stored, and waits until it is drawn and its second bundle is there. */
export async function openPopup(record?: unknown, beside: Record<string, unknown> = {}): Promise<HTMLElement> {
  if (record !== undefined) await fakeBrowser.storage.local.set({ record, ...beside })
  const root = document.body.appendChild(document.createElement('div'))
  const close = open(root)
  closing = () => {
    close()
    root.remove()
  }
  onTestFinished(closing)
  const page = await waitFor(() => find('[data-state]'))
  await act(async () => {
    await later()
  })
  return page
}

export async function storedRecord(): Promise<TrackerRecord> {
  const { record } = await fakeBrowser.storage.local.get('record')
  return record as TrackerRecord
}

/** The runs that are not removed. */
export async function storedRuns(): Promise<Record<string, unknown>[]> {
  const runs = Object.values((await storedRecord())?.runs ?? {})
  return runs.flatMap(({ value }) => ('deleted' in value ? [] : [{ ...value }]))
}

/** @throws where nothing on the page matches */
export function find<E extends HTMLElement = HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector)
  if (!found) throw new Error(`Nothing on the page matches ${selector}.`)
  return found
}

export function has(selector: string): boolean {
  return document.querySelector(selector) !== null
}

export function button(action: string): HTMLButtonElement {
  return find<HTMLButtonElement>(`[data-action="${action}"]`)
}

/** The row of a day, from 1. */
export function row(number: number): string {
  return `[data-window="${dayId(number)}"]`
}

export async function click(action: string, within = ''): Promise<void> {
  await act(async () => find(`${within} [data-action="${action}"]`).click())
}

export async function type(selector: string, text: string): Promise<void> {
  await act(async () => {
    fireEvent.input(find(selector), { target: { value: text } })
  })
}

/** Waits until the page is in a state. */
export async function untilState(state: string): Promise<void> {
  await waitFor(() => find(`[data-state="${state}"]`))
}

/** Waits until the dial shows these points. */
export async function untilPoints(points: number): Promise<void> {
  await waitFor(() => find(`[data-points="${points}"]`))
}

/** Waits until the page says something. */
export async function untilText(text: string | RegExp, within = '[data-state]'): Promise<void> {
  await waitFor(() => {
    const said = find(within).textContent ?? ''
    if (typeof text === 'string' ? !said.includes(text) : !text.test(said)) {
      throw new Error(`The page does not say ${text}. It says: ${said}`)
    }
  })
}
