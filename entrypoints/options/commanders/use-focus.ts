import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** A control of a commander's row. */
export type Control = 'name' | 'row' | 'up' | 'down' | 'archive'

const SELECTORS: Record<Control, string> = {
  name: '[data-field="name"]',
  row: '[data-action="open-commander"]',
  up: '[data-action="commander-up"]',
  down: '[data-action="commander-down"]',
  archive: '[data-action="archive-commander"], [data-action="unarchive-commander"]',
}

/**
 * Puts the focus where the keyboard goes on: a row that is new, or that was drawn in another place, has lost it.
 *
 * @returns a `ref` for what holds the rows, and what puts the focus into one once it is drawn
 */
export function useFocus(): [RefObject<HTMLDivElement | null>, (id: string, control: Control) => void] {
  const box = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<{ readonly id: string; readonly control: Control } | undefined>(undefined)
  useEffect(() => {
    if (!wanted) return
    const row = box.current?.querySelector(`[data-commander="${wanted.id}"]`)
    row?.querySelector<HTMLElement>(SELECTORS[wanted.control])?.focus()
  }, [wanted])
  return [box, (id, control) => setWanted({ id, control })]
}
