import { useMemo, useState } from 'preact/hooks'

/** What a combobox chooses from. */
export interface ComboboxSource {
  /** The option chosen. */
  readonly value: string
  /** What the field shows of it. */
  readonly valueText: string
  /** The options that match a text, best first; all for an empty one. Pure. */
  readonly find: (query: string) => readonly string[]
  /** The option that a text names exactly, also one that is not in the list. */
  readonly exact: (query: string) => string | undefined
  /** What to say of a text that names nothing. */
  readonly complaint: (query: string) => string
  readonly onChoose: (option: string) => void
}

/** Rows drawn at first, and again each time the end comes near. */
const DRAWN_AT_ONCE = 50
const PAGE = 8

interface State {
  /** What was typed; undefined while the field shows what is chosen. */
  readonly query: string | undefined
  readonly isOpen: boolean
  /** The row that Enter takes; -1 for none. */
  readonly active: number
  readonly limit: number
  readonly failed: boolean
}

const CLOSED: State = { query: undefined, isOpen: false, active: -1, limit: DRAWN_AT_ONCE, failed: false }

/** The behaviour of `Combobox` without its looks. */
export function useCombobox({ value, valueText, find, exact, complaint, onChoose }: ComboboxSource) {
  const [state, setState] = useState<State>(CLOSED)
  const { query, isOpen, active, limit, failed } = state
  const options = useMemo(() => {
    if (!isOpen) return []
    const found = find(query ?? '')
    // Nobody has typed: what is chosen stands first, so that the list opens at it.
    return query === undefined && found.includes(value) ? [value, ...found.filter((each) => each !== value)] : found
  }, [find, isOpen, query, value])

  const change = (next: Partial<State>) => setState((current) => ({ ...current, ...next }))
  const open = () => {
    if (!isOpen) change({ isOpen: true, active: query === undefined ? 0 : -1 })
  }
  const choose = (option: string) => {
    setState(CLOSED)
    if (option !== value) onChoose(option)
  }
  /** Takes what was typed, if it names an option; else says so and leaves everything as it was. */
  const settle = () => {
    if (query === undefined) return setState(CLOSED)
    const named = exact(query)
    if (named !== undefined) choose(named)
    else change({ isOpen: false, active: -1, failed: true })
  }
  const move = (to: number) => {
    if (!isOpen) return open()
    const index = Math.max(0, Math.min(options.length - 1, to))
    change({ active: options.length > 0 ? index : -1, limit: Math.max(limit, index + PAGE) })
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(active + 1),
    ArrowUp: () => move(active - 1),
    PageDown: () => move(active + PAGE),
    PageUp: () => move(active - PAGE),
    Enter: () => {
      const option = isOpen ? options[active] : undefined
      if (option !== undefined) choose(option)
      else settle()
    },
    Escape: () => setState(CLOSED),
  }
  return {
    isOpen,
    active,
    options,
    drawn: options.slice(0, limit),
    text: query ?? valueText,
    isTyped: query !== undefined,
    error: failed && query !== undefined ? complaint(query) : undefined,
    open,
    choose,
    drawMore: () => {
      if (limit < options.length) change({ limit: limit + DRAWN_AT_ONCE })
    },
    onInput: (text: string) =>
      setState({ ...CLOSED, query: text, isOpen: true, active: find(text).length > 0 ? 0 : -1 }),
    onBlur: settle,
    onKeyDown: (event: KeyboardEvent) => {
      const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : keys[event.key]
      if (!act) return
      event.preventDefault()
      act()
    },
  }
}
